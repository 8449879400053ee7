import Foundation
import ScenarioFile
import Testing

struct DiagnosticTests {
    @Test(arguments: ["en", "ru"])
    func `every mistake has exactly this message`(language: String) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/diagnostics-\(language).txt")
        let found = faultyPieces.map { piece in
            "=== \(piece.title)\n\(diagnostics(small(piece.old, piece.new), language: language))\n"
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try found.joined().write(to: path, atomically: true, encoding: .utf8)
            Issue.record("the golden file was rewritten; run again without UPDATE_GOLDEN")
            return
        }
        let golden = try String(contentsOf: path, encoding: .utf8)
        let expected = golden.components(separatedBy: "=== ").dropFirst().map { "=== \($0)" }
        #expect(found.count >= 40)
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) { #expect(found == expected) }
    }

    @Test func `each piece is refused, or warned of, and nothing else is said twice`() {
        for piece in faultyPieces {
            let result = ScenarioReader().read(text: small(piece.old, piece.new), named: "s.yaml")
            #expect(!result.diagnostics.isEmpty, "\(piece.title)")
            #expect(Set(result.diagnostics).count == result.diagnostics.count)
            let isRefused = result.designs == nil
            #expect(isRefused == result.diagnostics.contains { $0.severity == .error })
        }
    }

    @Test func `all mistakes come in one go, in file order`() {
        let text = smallText.replacing("staff: 3", with: "staf: 3").replacing("15 min }", with: "15 }")
            .replacing("use: other", with: "use: othr").replacing("for: 95 %", with: "for: 195 %")
        let result = ScenarioReader().read(text: text, named: "s.yaml")
        #expect(result.diagnostics.map { $0.location?.line } == [10, 21, 25, 29])
    }

    @Test func `beyond twenty diagnostics only their number is shown`() {
        let pools = (0..<25).map { "  pool-\($0): { staff: 0 }\n" }.joined()
        let result = ScenarioReader().read(
            text: small("  rooms: { staff: 3 }\n", pools),
            named: "s.yaml"
        )
        #expect(result.diagnostics.count == 25)
        let english = DiagnosticRenderer().text(result.diagnostics)
        #expect(english.hasSuffix("\n\n…and 5 more"))
        #expect(english.components(separatedBy: "error: ").count == 21)
        #expect(DiagnosticRenderer(language: "ru").text(result.diagnostics).hasSuffix("\n\n…и ещё 5"))
    }

    @Test func `an unknown name is reported once, with a count of its other uses`() throws {
        let text = small("rooms: { staff: 3 }", "rooms: { staff: 3, on duty: { offic: 1 } }")
            .replacing("calendar: office", with: "calendar: offic")
        let result = ScenarioReader().read(text: text, named: "s.yaml")
        let first = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1)
        #expect(first.location?.line == 10)
        #expect(first.notes == [DiagnosticText("used in 2 other places", "встречается ещё 2 раза")])
    }

    @Test func `a diagnostic is ready for machines`() throws {
        let result = ScenarioReader().read(text: small("by: desks", "by: desk"), named: "s.yaml")
        let record = DiagnosticRecord(try #require(result.diagnostics.first), language: "ru")
        #expect(record.severity == "error")
        #expect([record.line, record.column, record.length] == [21, 20, 4])
        #expect(record.found == "desk")
        #expect(record.suggestion == "возможно, имелось в виду «desks»?")
        #expect(record.message == "неизвестный пул «desk» в шаге «serve desk»")
    }
}
