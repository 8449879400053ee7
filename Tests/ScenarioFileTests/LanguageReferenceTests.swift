import Foundation
import TestSupport
import Testing

@testable import ScenarioFile

struct LanguageReferenceTests {
    private static let pages = [("en", "LanguageReference"), ("ru", "LanguageReference-ru")]

    @Test(arguments: pages)
    func `the page is what the format table gives`(language: String, page: String) throws {
        let path = ScenarioRuns.path("Sources/Marshrut/Marshrut.docc/\(page).md")
        let text = LanguageReferenceWriter(language: language).text()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("the page was rewritten; run again without UPDATE_GOLDEN")
            return
        }
        let kept = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        let lines = text.components(separatedBy: "\n")
        // Only the first line that differs is shown, not the page.
        let place = zip(kept, lines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let isSame = place == nil && kept.count == lines.count
        #expect(isSame, "renew \(page).md with UPDATE_GOLDEN=1: \(lines[place ?? lines.count - 1])")
    }

    @Test func `every kind of mapping has a section of its own`() {
        let sections = FormatOutline(name: "NAME").sections
        #expect(sections.map(\.format.kind.rawValue).sorted() == ObjectKind.allCases.map(\.rawValue).sorted())
        let titles = sections.filter { $0.format.kind != .scenario && $0.format.kind != .step }.map(\.keys)
        #expect(Set(titles).count == titles.count)
    }

    @Test func `a kind of mapping tells every path that leads to it`() {
        let sections = FormatOutline(name: "NAME").sections
        func paths(_ kind: ObjectKind) -> [String]? { sections.first { $0.format.kind == kind }?.paths }
        #expect(paths(.pool) == ["pools/NAME"])
        #expect(paths(.channel) == ["agencies/NAME/channels/NAME"])
        #expect(paths(.dayTable) == ["pools/NAME/roster", "families/NAME/arrivals/counts"])
        #expect(paths(.serve) == [])
    }

    @Test func `every example is named by the reference, and every one that it names is there`() throws {
        #expect(try Set(FormatExample.all.map(\.name)) == Set(ScenarioRuns.examples()))
        for example in FormatExample.all {
            let format = FormatTable.format(example.kind)
            guard let key = example.key else { continue }
            #expect(format.key(key) != nil, "\(example)")
        }
    }

    @Test func `an example uses the key that it is named for`() throws {
        for example in FormatExample.all {
            guard let key = example.key else { continue }
            let path = ScenarioRuns.path("Scenarios/examples/\(example.name).yaml")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains("\(key):"), "\(example)")
        }
    }
}
