import Foundation
import ScenarioFile
import ScenarioModel
import Testing

/// One slip of indentation is one mistake.
struct IndentationTests {
    private static let text = """
        scenario: slips
        starts: 2023-01-09
        horizon: 4 weeks
        calendars:
          office:
            mon-fri: "09:00-18:00"
        pools:
          desks:
            staff: 2
            calendar: office
          rooms:
            staff: 3
        families:
          routine:
            arrivals:
              rate: 3 per working day
              calendar: office
            patience: 45 min
            route: main
        routes:
          main:
            - serve:
                by: [ desks, rooms ]
                takes: 15 min
            - visit:
                during: office
                do: [ { delay: 1 h } ]
        targets:
          wait: { waiting time at: desks, within: 15 min, for: 95 % }

        """

    @Test func `the text without slips is sound`() {
        #expect(diagnostics(Self.text).isEmpty)
    }

    /// Lines moved to the left by so many blanks, the place of the mistake, and what it says.
    @Test(arguments: [
        (8...12, 2, 8, "'desks' seems to belong to 'pools', but is not indented below it"),
        (11...12, 2, 11, "'rooms' seems to belong to 'pools', but is not indented below it"),
        (14...19, 2, 14, "'routine' seems to belong to 'families', but is not indented below it"),
        (15...19, 2, 15, "'arrivals' seems to belong to 'routine', but is not indented below it"),
        (16...17, 2, 16, "'rate' seems to belong to 'arrivals', but is not indented below it"),
        (9...10, 2, 9, "'staff' seems to belong to 'desks', but is not indented below it"),
        (21...27, 2, 21, "'main' seems to belong to 'routes', but is not indented below it"),
        (23...24, 2, 23, "'by' seems to belong to 'serve', but is not indented below it"),
        (26...27, 2, 26, "'during' seems to belong to 'visit', but is not indented below it"),
        (6...6, 2, 6, "'mon-fri' seems to belong to 'office', but is not indented below it"),
        (29...29, 2, 29, "'wait' seems to belong to 'targets', but is not indented below it"),
    ])
    func `entries at the margin of what they belong to are one mistake`(
        lines: ClosedRange<Int>,
        blanks: Int,
        line: Int,
        message: String
    ) throws {
        var all = Self.text.components(separatedBy: "\n")
        for number in lines { all[number - 1].removeFirst(blanks) }
        let result = ScenarioReader().read(text: all.joined(separator: "\n"), named: "s.yaml")
        #expect(result.designs == nil)
        #expect(result.diagnostics.map(\.message.en) == [message])
        #expect(result.diagnostics.first?.location?.line == line)
        #expect(result.diagnostics.first?.suggestion != nil)
    }

    @Test func `other mistakes inside what was misplaced are still told`() {
        let text = Self.text.replacing(
            "  desks:\n    staff: 2\n    calendar: office\n  rooms:\n    staff: 3",
            with: "desks:\n  staff: two\n  calendar: office\nrooms:\n  staff: 3"
        )
        let result = ScenarioReader().read(text: text, named: "s.yaml")
        #expect(result.diagnostics.map { $0.location?.line } == [8, 9])
    }

    @Test(arguments: [
        ("targets:", "tragets:"), ("  rooms:\n    staff: 3\n", "colour:\n    red\n"),
        ("    staff: 2\n    calendar: office", ""),
    ])
    func `what is only misspelt, or belongs nowhere, is not taken for a slip`(old: String, new: String) {
        let result = ScenarioReader().read(text: Self.text.replacing(old, with: new), named: "s.yaml")
        #expect(result.designs == nil)
        #expect(!result.diagnostics.contains { $0.message.en.contains("seems to belong") })
    }
}
