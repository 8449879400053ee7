import Foundation
import ScenarioFile
import TestSupport
import Testing

/// Bytes that are not the text they should be: other encodings, and corruption of every scenario.
struct EncodingTests {
    /// How many random corruptions of each scenario are tried: all of them where proof is asked for.
    private static let corruptions =
        ProcessInfo.processInfo.environment["MARSHRUT_PROOF"] == "1" ? 10_000 : 150

    private func bytesRead(_ bytes: [UInt8]) throws -> ReadResult {
        let path = NSTemporaryDirectory() + "marshrut-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try ScenarioReader().read(path: path)
    }

    /// Either designs or errors, and every message printable.
    private func check(_ result: ReadResult, _ what: String) {
        let errors = result.diagnostics.filter { $0.severity == .error }
        #expect((result.designs == nil) == !errors.isEmpty, "\(what)")
        #expect(errors.allSatisfy { $0.location != nil }, "\(what)")
        for language in ["en", "ru"] { _ = DiagnosticRenderer(language: language).text(result.diagnostics) }
    }

    @Test func `every byte value in every scenario is read or refused with its place`() throws {
        try ScenarioCopy.with { copy in
            for path in try ScenarioRuns.allPaths() {
                let original = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
                var generator = TestGenerator(seed: UInt64(original.count))
                for value in 0...255 {
                    var bytes = original
                    let place = generator.next(below: bytes.count)
                    bytes[place] = UInt8(value)
                    try Data(bytes).write(to: URL(fileURLWithPath: copy.spoilt))
                    let result = try ScenarioReader().read(path: copy.spoilt)
                    check(result, "\(path): \(value) at \(place)")
                    let isControl = value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value) || value == 0x7F
                    if isControl || value >= 0x80, bytes[place] != original[place] {
                        // Inside a letter of two bytes another letter may come out; everything else is refused.
                        #expect(
                            result.designs == nil || original[place] >= 0x80,
                            "\(path): \(value) at \(place)"
                        )
                    }
                }
            }
        }
    }

    @Test func `random corruption of any scenario is read or refused`() throws {
        try ScenarioCopy.with { copy in
            for path in try ScenarioRuns.allPaths() {
                let original = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
                var generator = TestGenerator(seed: 77)
                for number in 0..<Self.corruptions {
                    var bytes = original
                    for _ in 0...generator.next(below: 4) {
                        let place = generator.next(below: bytes.count)
                        switch generator.next(below: 4) {
                        case 0: bytes[place] = UInt8(generator.next(below: 256))
                        case 1:
                            bytes.removeSubrange(place..<min(bytes.count, place + generator.next(below: 80)))
                        case 2: bytes.insert(contentsOf: original.shuffledPiece(&generator), at: place)
                        default: bytes[place] ^= 1 << UInt8(generator.next(below: 8))
                        }
                    }
                    try Data(bytes).write(to: URL(fileURLWithPath: copy.spoilt))
                    check(try ScenarioReader().read(path: copy.spoilt), "\(path): corruption \(number)")
                }
            }
        }
    }

    @Test func `other encodings are refused at their first byte`() throws {
        func wide(_ text: String, _ bigEndian: Bool) -> [UInt8] {
            text.utf16.flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return bigEndian ? bytes : bytes.reversed()
            }
        }
        let russian = smallText.replacing("scenario: small", with: "scenario: малый")
        let cases: [(bytes: [UInt8], message: String)] = [
            (
                [0xFF, 0xFE] + wide(smallText, false),
                "byte 0xFF at offset 0 is not UTF-8; save the file in UTF-8"
            ),
            (
                [0xFE, 0xFF] + wide(smallText, true),
                "byte 0xFE at offset 0 is not UTF-8; save the file in UTF-8"
            ),
            (wide(smallText, false), "character U+0000 at byte offset 1 is not allowed in a scenario file"),
            (wide(smallText, true), "character U+0000 at byte offset 0 is not allowed in a scenario file"),
            (
                Array(russian.utf8.prefix(10)) + [0xEC, 0xE0, 0xEB] + Array(smallText.utf8.dropFirst(15)),
                "byte 0xEC at offset 10 is not UTF-8; save the file in UTF-8"
            ),
        ]
        for (bytes, message) in cases {
            let result = try bytesRead(bytes)
            #expect(result.diagnostics.map(\.message.en) == [message])
            #expect(result.diagnostics.first?.location?.line == 1)
        }
    }

    @Test(arguments: [
        ([0xED, 0xA0, 0x80], "byte 0xED"), ([0xED, 0xBF, 0xBF], "byte 0xED"), ([0xC0, 0x80], "byte 0xC0"),
        ([0xE0, 0x80, 0xAF], "byte 0xE0"), ([0xF4, 0x90, 0x80, 0x80], "byte 0xF4"),
        ([0xF0, 0x9F], "byte 0xF0"),
        ([0x80], "byte 0x80"), ([0x00], "character U+0000"), ([0xEF, 0xBB, 0xBF], "character U+FEFF"),
        ([0xEF, 0xBF, 0xBF], "character U+FFFF"), ([0x7F], "character U+007F"),
        ([0xC2, 0x80], "character U+0080"),
        ([0xE2, 0x80, 0xAE], "character U+202E"), ([0xE2, 0x81, 0xA6], "character U+2066"),
    ])
    func `lone surrogates, overlong forms, marks of direction and controls are refused`(
        piece: [UInt8],
        start: String
    ) throws {
        let before = Array("scenario: small # ".utf8)
        let result = try bytesRead(before + piece + Array(smallText.utf8.dropFirst(15)))
        let first = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1)
        #expect(first.message.en.hasPrefix(start), "\(first.message.en)")
        #expect(first.message.en.contains("offset 18 "))
        #expect(first.location?.line == 1)
        #expect(first.location?.column == 19)
    }

    @Test func `a byte order mark and any ends of lines change nothing`() throws {
        let plain = try bytesRead(Array(smallText.utf8))
        #expect(plain.designs != nil)
        for text in [
            "\u{FEFF}" + smallText, smallText.replacing("\n", with: "\r\n"),
            smallText.replacing("\n", with: "\r"),
            "\u{FEFF}" + smallText.replacing("\n", with: "\r\n"), String(smallText.dropLast()),
        ] {
            #expect(try bytesRead(Array(text.utf8)).designs == plain.designs)
        }
    }
}

extension [UInt8] {
    /// A piece of the bytes from anywhere.
    fileprivate func shuffledPiece(_ generator: inout TestGenerator) -> ArraySlice<UInt8> {
        let start = generator.next(below: count)
        return self[start..<Swift.min(count, start + generator.next(below: 60))]
    }
}
