@testable import ScenarioFile

/// The bytes of a CSV file, read as the column of an observed law in two units.
@_cdecl("LLVMFuzzerTestOneInput")
public func readColumn(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard case .success(let text) = SourceText.decode(bytes, name: "fuzz.csv") else { return 0 }
    for (column, unit) in [("minutes", "min"), ("дни", "working days")] {
        var parser = LawParser("empirical(fuzz.csv, column \(column), unit \(unit))", use: .duration) {
            _,
            name in
            let values = ColumnReader.values(of: name, in: text)
            if case .success(let numbers) = values {
                precondition(!numbers.isEmpty && numbers.allSatisfy(\.isFinite), "odd numbers were read")
            }
            return values
        }
        if case .success(let law) = Result(catching: { try parser.law() }) { ReadingChecks.check(law) }
    }
    return 0
}
