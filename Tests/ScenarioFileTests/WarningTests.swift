import ScenarioFile
import ScenarioModel
import Testing

/// Each warning before a run: what brings it, and what comes near and does not.
struct WarningTests {
    /// A centre without anything to warn of; tests replace one piece of it.
    private static let centre = """
        scenario: centre
        starts: 2023-01-09
        horizon: 4 weeks
        calendars:
          office: { mon-fri: "09:00-13:00, 14:00-18:00" }
          other: { mon-fri: "09:00-13:00, 14:00-18:00" }
        pools:
          desks: { staff: 3, on duty: { office: 2 } }
          lawyer: { staff: 1, calendar: other }
        families:
          big:
            arrivals: { rate: 3 per working day, calendar: office }
            attributes: { town: "categorical(a: 1, b: 2)", chances: 0.5 }
            route: main
          small:
            arrivals: { rate: 3 per working day, calendar: office }
            attributes: { town: "categorical(b: 1)", chances: 0 }
            route: main
        routes:
          main:
            - serve: { name: intake, by: desks, takes: 15 min }
            - choose: { name: way, options: [ { chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] } ] }
            - visit: { during: office, do: [ { serve: { name: advice, by: lawyer, takes: 5 min } } ] }

        """

    /// The messages on the centre with a piece replaced, each with the line that it points at.
    private static func messages(_ old: String, _ new: String, design: String = "") throws -> [String] {
        let text = centre.replacing(old, with: new, maxReplacements: 1) + design
        try #require(text != centre)
        let result = ScenarioReader().read(text: text, named: "s.yaml")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for diagnostic in result.diagnostics {
            let location = try #require(diagnostic.location)
            #expect(diagnostic.excerpt == String(lines[location.line - 1]))
            #expect(!diagnostic.message.ru.isEmpty)
            #expect(diagnostic.severity == .error || !diagnostic.notes.isEmpty)
        }
        #expect((result.designs == nil) == result.diagnostics.contains { $0.severity == .error })
        return result.diagnostics.map(\.message.en)
    }

    @Test func `a sound centre is not warned of`() {
        #expect(diagnostics(Self.centre).isEmpty)
    }

    @Test func `a due date that no line goes by is warned of`() throws {
        let due = "rate: 3 per working day, calendar: office }\n    due in: 2 h"
        let old = "rate: 3 per working day, calendar: office }"
        let never = "families 'big' are due, but no pool has 'discipline: earliest due'"
        #expect(try Self.messages(old, due) == [never])
        let other = "\ndesigns:\n  first: {}\n  second: { set: { pools/desks/discipline: earliest due } }\n"
        #expect(try Self.messages(old, due, design: other).isEmpty)
    }

    @Test func `a pool of which families are only made cases is used`() throws {
        let pool = "lawyer: { staff: 1, calendar: other }\n  curators: { members: { anna: {} }, caseload: 5 }"
        let assign = "\n  assigned:\n    - assign: { by: curators, do: [ { delay: 1 h } ] }\n"
        let old = "lawyer: { staff: 1, calendar: other }"
        let messages = try Self.messages(old, pool, design: assign)
        #expect(messages == ["no family follows route 'assigned'"])
    }

    @Test(arguments: [
        ("chance: 0.4", "chance: 0", "'count story told' of route 'main': its chance is 0"),
        ("chance: 0.4", "chance: 1", "'leave lost' of route 'main': the chances before it add up to 1"),
        (
            "{ otherwise: [ { leave: lost } ] }",
            "{ chance: 0.6, do: [ { leave: a } ] }, { otherwise: [ { leave: b } ] }",
            "'leave b' of route 'main': the chances before it add up to 1"
        ),
        (
            "{ chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] }",
            "{ if: town = a, do: [ ] }, { if: town = b, do: [ ] }, { otherwise: [ { leave: lost } ] }",
            "'leave lost' of route 'main': one of the conditions before it always holds"
        ),
        (
            "{ chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] }",
            "{ families: [ big, small ], do: [ ] }, { otherwise: [ { leave: lost } ] }",
            "'leave lost' of route 'main': one of the conditions before it always holds"
        ),
        (
            "{ chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] }",
            "{ if: chances > 0.5, do: [ { leave: lost } ] }",
            "'leave lost' of route 'main': its condition never holds"
        ),
        (
            "{ chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] }",
            "{ if: documents > 0, do: [ { leave: lost } ] }",
            "'leave lost' of route 'main': its condition never holds"
        ),
        (
            "- visit: {", "- repeat: { times: 0.5, do: [ { delay: 1 min } ] }\n    - visit: {",
            "'delay' of route 'main': the number of rounds is always 0"
        ),
        (
            "{ count: story told }", "{ leave: early }, { count: story told }",
            "'count story told' of route 'main': all have left before it"
        ),
        (
            "takes: 15 min", "takes: 15 min, if it gives up: [ { leave: tired } ]",
            "'leave tired' of route 'main': nobody gives up, because no patience is given"
        ),
        (
            "takes: 15 min", "takes: 15 min, if refused: [ { leave: full } ]",
            "'leave full' of route 'main': nobody is refused, because no line here has a limit"
        ),
        (
            "takes: 15 min", "takes: 15 min, balks: { 3 waiting: 0 }, if it balks: [ { leave: away } ]",
            "'leave away' of route 'main': nobody turns away, because no chance of it is given in 'balks'"
        ),
    ])
    func `a step that no family can reach is named with the reason`(
        old: String,
        new: String,
        step: String
    ) throws {
        #expect(try Self.messages(old, new).contains("no family can reach step \(step)"))
    }

    @Test(arguments: [
        ("chance: 0.4", "chance: 0.001"), ("chance: 0.4", "chance: chances"),
        ("chance: 0.4, do", "if: town = a, do"), ("chance: 0.4, do", "families: big, do"),
        ("chance: 0.4, do", "if: chances >= 0.5, do"), ("chance: 0.4, do", "if: waiting at desks > 40, do"),
        ("- visit: {", "- repeat: { times: 0.6, do: [ { delay: 1 min } ] }\n    - visit: {"),
        ("takes: 15 min", "takes: 15 min, patience: 1 h, if it gives up: [ { leave: tired } ]"),
        ("takes: 15 min", "takes: 15 min, balks: { 3 waiting: 0.1 }, if it balks: [ { leave: away } ]"),
        ("horizon: 4 weeks", "horizon: 4 weeks\nwarm-up: 9 d"),
    ])
    func `what some families can reach is not warned of`(old: String, new: String) throws {
        #expect(try Self.messages(old, new).isEmpty)
    }

    @Test func `what one design leaves out and another needs is not warned of`() throws {
        let unused = "routes:\n  spare: [ { delay: 1 min } ]"
        #expect(try Self.messages("routes:", unused) == ["no family follows route 'spare'"])
        let designs = "designs: { one: { route: main }, two: { route: spare } }\n"
        #expect(try Self.messages("routes:", unused, design: designs).isEmpty)
    }

    @Test(arguments: [
        ("pools:", "pools:\n  spare: { staff: 1 }", "pool 'spare' is needed by no step"),
        (
            "other: { mon-fri: \"09:00-13:00, 14:00-18:00\" }", "other: { mon: closed }",
            "nobody of pool 'lawyer' is ever on duty, but step 'advice' (line 23) needs it"
        ),
        (
            "other: { mon-fri: \"09:00-13:00, 14:00-18:00\" }",
            "other: { mon: closed, special days: { 2023-02-06: \"09:00-18:00\" } }",
            "nobody of pool 'lawyer' is on duty within the run, but step 'advice' (line 23) needs it"
        ),
    ])
    func `a pool that nobody needs, or that is not there for those who do, is named`(
        old: String,
        new: String,
        message: String
    ) throws {
        #expect(try Self.messages(old, new) == [message])
    }

    @Test func `shifts that never fall together are too few for a step that needs both`() {
        let text = Self.centre.replacing("by: desks", with: "by: 2 of desks")
            .replacing("on duty: { office: 2 }", with: "on duty: { early: 1, late: 1 }")
            .replacing(
                "calendars:\n",
                with: """
                    calendars:
                      early: { mon-fri: "09:00-13:00" }
                      late: { mon-fri: "14:00-18:00" }

                    """
            )
        #expect(
            ScenarioReader().read(text: text, named: "s.yaml").diagnostics.map(\.message.en) == [
                "at most 1 of pool 'desks' are on duty at once, but step 'intake' (line 23) needs 2"
            ]
        )
    }

    // The compiler refuses what no hours could bring together, and says it once.
    @Test func `fewer than a step could ever get are not warned of beside the error`() throws {
        #expect(try Self.messages("by: desks", "by: 3 of desks").isEmpty)
    }

    @Test func `a pool that opens on the last day of the run is not warned of`() throws {
        let calendar = "other: { mon-fri: \"09:00-13:00, 14:00-18:00\" }"
        func opening(_ day: String) -> String {
            "other: { mon: closed, special days: { \(day): \"09:00-18:00\" } }"
        }
        let last = try Self.messages(calendar, opening("2023-02-05"))
        #expect(!last.contains { $0.contains("within the run") })
        #expect(last.contains { $0.contains("in hours in which families come") })
    }

    @Test func `families who come when a calendar opens that never does are named`() throws {
        func never(_ calendar: String) throws -> [String] {
            try Self.messages("rate: 3 per working day, calendar: office", "at each opening of: \(calendar)")
                .filter { $0.contains("never come") }
        }
        #expect(try never("other").isEmpty)
        let named = "families 'big' never come: their calendar does not open within the run"
        #expect(try never("other on sat") == [named])
        // What is open day and night does not open.
        let hours = "other: { mon-fri: \"09:00-13:00, 14:00-18:00\" }"
        let always = "other: { every day: \"00:00-24:00\" }"
        let text = Self.centre.replacing(hours, with: always)
            .replacing(
                "rate: 3 per working day, calendar: office",
                with: "at each opening of: other",
                maxReplacements: 1
            )
        let messages = ScenarioReader().read(text: text, named: "s.yaml").diagnostics.map(\.message.en)
        #expect(messages.contains(named))
    }

    @Test func `families whose calendar is closed throughout the run are named`() throws {
        let never = "office: { mon: closed, special days: { 2023-03-06: \"09:00-18:00\" } }"
        let messages = try Self.messages("office: { mon-fri: \"09:00-13:00, 14:00-18:00\" }", never)
        #expect(
            messages.filter { $0.contains("never come") } == [
                "families 'big' never come: their calendar is not open within the run",
                "families 'small' never come: their calendar is not open within the run",
            ]
        )
    }

    @Test(arguments: [
        (
            "{ mon-sat: \"09:00-18:00\" }",
            "shifts of pool 'lawyer' lie outside the hours in which families come: on 4 of 28 days, first 2023-01-14 (sat) 09:00-18:00"
        ),
        (
            "{ mon-fri: \"07:00-08:30, 09:00-18:00\" }",
            "shifts of pool 'lawyer' lie outside the hours in which families come: on 20 of 28 days, first 2023-01-09 (mon) 07:00-08:30"
        ),
        (
            "{ mon-fri: \"09:00-17:30\" }",
            "nobody of pool 'lawyer' is on duty in hours in which families come to it: on 20 of 28 days, first 2023-01-09 (mon) 17:30-18:00"
        ),
        (
            "{ mon-thu: \"09:00-18:00\" }",
            "nobody of pool 'lawyer' is on duty in hours in which families come to it: on 4 of 28 days, first 2023-01-13 (fri) 09:00-13:00"
        ),
        // Early and late hours of a shift, and breaks, are usual.
        ("{ mon-fri: \"08:00-20:00\" }", ""), ("{ mon-fri: \"09:00-11:00, 15:00-18:00\" }", ""),
    ])
    func `shifts and opening hours that do not meet are told`(calendar: String, message: String) throws {
        let found = try Self.messages(
            "other: { mon-fri: \"09:00-13:00, 14:00-18:00\" }",
            "other: \(calendar)"
        )
        #expect(found == (message.isEmpty ? [] : [message]))
    }

    @Test func `a pool that families come to at any time may have any hours`() throws {
        let found = try Self.messages(
            "visit: { during: office, do: [ { serve: { name: advice, by: lawyer, takes: 5 min } } ] }",
            "delay: 1 d\n    - serve: { name: advice, by: lawyer, takes: 5 min }"
        )
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("{ chance: 0.33, do: [] }, { chance: 0.66, do: [] }", true),
        ("{ chance: 0.33, do: [] }, { chance: 0.33, do: [] }, { chance: 0.33, do: [] }", true),
        ("{ chance: 0.5, do: [] }, { chance: 0.5, do: [] }", false),
        ("{ chance: 0.995, do: [] }", false), ("{ chance: 0.5, do: [] }, { chance: 0.45, do: [] }", false),
        ("{ chance: 0.33, do: [] }, { chance: 0.66, do: [] }, { otherwise: [] }", false),
    ])
    func `chances that just miss 1 are told`(options: String, isTold: Bool) throws {
        let old = "{ chance: 0.4, do: [ { count: story told } ] }, { otherwise: [ { leave: lost } ] }"
        let found = try Self.messages(old, options)
        #expect(found == (isTold ? ["the chances of step 'way' add up to 0.99, a little less than 1"] : []))
    }

    @Test func `rounds that end only at their limit are told`() throws {
        func found(_ rule: String) throws -> [String] {
            try Self.messages("- visit: {", "- repeat: { \(rule), do: [ { delay: 1 min } ] }\n    - visit: {")
        }
        #expect(try found("again: 1") == ["the rounds of step 'repeat' never end by chance: 'again' is 1"])
        #expect(try found("again: 0.99").isEmpty)
        #expect(try found("again: 1, at most: 3").isEmpty)
    }
}
