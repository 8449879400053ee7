@testable import ScenarioFile

/// The bytes of a whole file: decoding, scanning, YAML, the reader, its rules and both renderings.
@_cdecl("LLVMFuzzerTestOneInput")
public func readScenario(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard case .success = SourceText.decode(bytes, name: "fuzz.yaml") else { return 0 }
    let text = String(decoding: bytes, as: UTF8.self)
    ReadingChecks.check(ScenarioReader().read(text: text, named: "fuzz.yaml"))
    return 0
}
