import Foundation
import ScenarioCompiler
import ScenarioModel
import Testing

@testable import ScenarioFile

/// Every numeric field of the format, by the format's own table, with every value at the edge of numbers.
struct OddNumberTests {
    /// A numeric field: its place in the format, and the small scenario with `@` where its value stands.
    private struct NumericField {
        var kind: ObjectKind
        var key: String
        var old: String
        var new: String
        /// What else is replaced, on a line of its own place.
        var also: (old: String, new: String)?

        /// The scenario with a value in place of `@`.
        func text(_ value: String) -> String {
            let text = small(old, new.replacing("@", with: value))
            return also.map { text.replacing($0.old, with: $0.new, maxReplacements: 1) } ?? text
        }
    }

    private static let fields = [
        NumericField(kind: .scenario, key: "starts", old: "starts: 2023-01-09", new: "starts: @"),
        NumericField(kind: .scenario, key: "horizon", old: "horizon: 4 weeks", new: "horizon: @"),
        NumericField(kind: .scenario, key: "warm-up", old: "horizon:", new: "warm-up: @\nhorizon:"),
        NumericField(
            kind: .scenario,
            key: "holidays",
            old: "horizon:",
            new: "holidays: { list: [ @ ] }\nhorizon:"
        ),
        NumericField(kind: .scenario, key: "profiles", old: "\"09\": 1", new: "\"09\": @"),
        NumericField(kind: .pool, key: "staff", old: "staff: 3", new: "staff: @"),
        NumericField(kind: .pool, key: "on duty", old: "office: 1", new: "office: @"),
        NumericField(kind: .pool, key: "line limit", old: "staff: 3", new: "staff: 3, line limit: @"),
        NumericField(kind: .pool, key: "pay", old: "staff: 3", new: "staff: 3, pay: @ rub/h"),
        NumericField(
            kind: .pool,
            key: "overtime pay",
            old: "staff: 3",
            new: "staff: 3, pay: 1 rub/h, overtime pay: @ rub/h"
        ),
        NumericField(
            kind: .pool,
            key: "capital cost",
            old: "staff: 3",
            new: "staff: 3, lasts: 1 year, capital cost: @ rub"
        ),
        NumericField(
            kind: .pool,
            key: "lasts",
            old: "staff: 3",
            new: "staff: 3, capital cost: 1 rub, lasts: @ years"
        ),
        NumericField(
            kind: .pool,
            key: "ageing",
            old: "staff: 3",
            new: "staff: 3, discipline: priority, ageing: @"
        ),
        NumericField(
            kind: .pool,
            key: "reserved",
            old: "staff: 3",
            new: "staff: 3, reserved: { routine: @ }"
        ),
        NumericField(kind: .member, key: "pay", old: "staff: 3", new: "members: { anna: { pay: @ rub/h } }"),
        NumericField(
            kind: .member,
            key: "overtime pay",
            old: "staff: 3",
            new: "members: { anna: { pay: 1 rub/h, overtime pay: @ rub/h } }"
        ),
        NumericField(
            kind: .pool,
            key: "jockeying",
            old: "staff: 3",
            new: "staff: 3, own lines: yes, jockeying: @"
        ),
        NumericField(kind: .pool, key: "caseload", old: "staff: 3", new: "staff: 3, caseload: @"),
        NumericField(kind: .member, key: "speed", old: "staff: 3", new: "members: { anna: { speed: @ } }"),
        NumericField(
            kind: .pool,
            key: "absence",
            old: "office: 1 }",
            new: "office: 1 }, absence: @"
        ),
        NumericField(kind: .agency, key: "share", old: "{ share: 1", new: "{ share: @"),
        NumericField(kind: .channel, key: "share", old: "answers in: 3 h", new: "answers in: 3 h, share: @"),
        NumericField(
            kind: .channel,
            key: "after",
            old: "web: { answers in: 3 h }",
            new: "web: { answers in: 3 h }, paper: { answers in: 9 h, after: @ without answer }"
        ),
        NumericField(kind: .channel, key: "answers in", old: "answers in: 3 h", new: "answers in: @"),
        NumericField(kind: .channel, key: "fails", old: "answers in: 3 h", new: "answers in: 3 h, fails: @"),
        NumericField(
            kind: .channel,
            key: "retry",
            old: "in: 3 h",
            new: "in: 3 h, fails: 0.1, retry: @ after 1 h"
        ),
        NumericField(
            kind: .familyClass,
            key: "has",
            old: "families:\n  routine:",
            new: "documents: { passport: { agency: fund } }\nfamilies:\n  routine:\n    has: { passport: @ }"
        ),
        NumericField(
            kind: .document,
            key: "valid for",
            old: "families:",
            new: "documents: { passport: { agency: fund, valid for: @ } }\nfamilies:"
        ),
        NumericField(kind: .familyClass, key: "documents", old: "documents: 3", new: "documents: @"),
        NumericField(kind: .familyClass, key: "members", old: "documents: 3", new: "members: { parent: @ }"),
        NumericField(kind: .familyClass, key: "priority", old: "documents: 3", new: "priority: @"),
        NumericField(kind: .familyClass, key: "patience", old: "documents: 3", new: "patience: @"),
        NumericField(kind: .familyClass, key: "due in", old: "documents: 3", new: "due in: @"),
        NumericField(kind: .familyClass, key: "at start", old: "documents: 3", new: "at start: @"),
        NumericField(kind: .familyClass, key: "attributes", old: "children: ", new: "age: @, children: "),
        NumericField(kind: .arrivals, key: "rate", old: "3.3 per working day", new: "@ per working day"),
        NumericField(
            kind: .arrivals,
            key: "every",
            old: "rate: 3.3 per working day, calendar: office, profile: hours",
            new: "every: @"
        ),
        NumericField(
            kind: .arrivals,
            key: "at most",
            old: "profile: hours",
            new: "profile: hours, at most: @"
        ),
        NumericField(
            kind: .arrivals,
            key: "families at once",
            old: "profile: hours",
            new: "profile: hours, families at once: @"
        ),
        NumericField(
            kind: .busyness,
            key: "factor",
            old: "profile: hours",
            new: "profile: hours, busyness: { factor: @ }"
        ),
        NumericField(kind: .serve, key: "takes", old: "takes: 15 min", new: "takes: @"),
        NumericField(kind: .group, key: "of", old: "takes: 15 min", new: "takes: 15 min, group: { of: @ }"),
        NumericField(
            kind: .group,
            key: "at least",
            old: "takes: 15 min",
            new: "takes: 15 min, group: { of: 900, within: 1 h, at least: @ }"
        ),
        NumericField(
            kind: .group,
            key: "within",
            old: "takes: 15 min",
            new: "takes: 15 min, group: { of: 3, within: @ }"
        ),
        NumericField(kind: .serve, key: "factor", old: "takes: 15 min", new: "takes: 15 min, factor: @"),
        NumericField(
            kind: .delay,
            key: "factor",
            old: "takes: 2 working h",
            new: "takes: 2 working h, factor: @"
        ),
        NumericField(kind: .step, key: "set", old: "delay: 5 min", new: "set: { children: @ }"),
        NumericField(kind: .serve, key: "notes", old: "takes: 15 min", new: "takes: 15 min, notes: @"),
        NumericField(kind: .serve, key: "due in", old: "takes: 15 min", new: "takes: 15 min, due in: @"),
        NumericField(kind: .serve, key: "priority", old: "takes: 15 min", new: "takes: 15 min, priority: @"),
        NumericField(kind: .serve, key: "patience", old: "takes: 15 min", new: "takes: 15 min, patience: @"),
        NumericField(kind: .serve, key: "balks", old: "15 min }", new: "15 min, balks: { 5 waiting: @ } }"),
        step(.lookup, "documents", "lookup: { documents: all but @ }"),
        step(.lookup, "wait for", "lookup: { wait for: @ }"),
        step(.lookup, "takes", "lookup: { by: rooms, takes: @ }"),
        step(.lookup, "priority", "lookup: { by: rooms, takes: 1 min, priority: @ }"),
        NumericField(kind: .step, key: "delay", old: "delay: 5 min", new: "delay: @"),
        NumericField(kind: .delay, key: "takes", old: "takes: 2 working h", new: "takes: @"),
        NumericField(kind: .option, key: "chance", old: "chance: 0.45", new: "chance: @"),
        NumericField(kind: .option, key: "if", old: "chance: 0.45", new: "if: documents < @"),
        step(
            .together,
            "wait for",
            "together: { wait for: @, branches: [ [ visit: { do: [] } ], [ leave: done ] ] }"
        ),
        step(
            .together,
            "within",
            "together: { within: @, branches: [ [ visit: { do: [] } ], [ leave: done ] ] }"
        ),
        NumericField(
            kind: .with,
            key: "members",
            old: "    route: main\nroutes:\n  main:\n",
            new: "    members: { parent: 1 }\n    route: main\nroutes:\n  main:\n"
                + "    - with: { members: { parent: @ }, do: [] }\n"
        ),
        NumericField(kind: .repeat, key: "times", old: "times: 2", new: "times: @"),
        NumericField(kind: .repeat, key: "again", old: "times: 2", new: "again: @"),
        NumericField(kind: .repeat, key: "every", old: "times: 2", new: "times: 2, every: @"),
        NumericField(kind: .repeat, key: "at most", old: "times: 2", new: "times: 2, at most: @"),
        step(.visit, "travel", "visit: { travel: @, do: [] }"),
        step(.keep, "priority", "keep: { by: rooms, priority: @, do: [] }"),
        step(.keep, "patience", "keep: { by: rooms, patience: @, do: [] }"),
        assign("priority"), assign("patience"),
        NumericField(kind: .target, key: "within", old: "within: 15 min", new: "within: @"),
        NumericField(kind: .target, key: "for", old: "for: 95 %", new: "for: @"),
    ]

    /// A field of a further step.
    private static func step(_ kind: ObjectKind, _ key: String, _ new: String) -> NumericField {
        NumericField(kind: kind, key: key, old: "- otherwise: []", new: "- otherwise: [ { \(new) } ]")
    }

    /// A field of a step that assigns a family to one of the rooms' members.
    private static func assign(_ key: String) -> NumericField {
        var field = step(.assign, key, "assign: { by: rooms, \(key): @, do: [] }")
        field.also = ("staff: 3", "staff: 3, caseload: 9")
        return field
    }

    private static let numbers = [
        "nan", "NaN", ".nan", "inf", "-inf", ".inf", "-.inf", "Infinity", "1e308", "-1e308", "1e309", "1e999",
        "-1e999", "1e-999", "5e-324", "-5e-324", "2.2250738585072014e-308", "0", "-0", "0.0", "-0.0", "+0",
        "1",
        "-1", "+1", "0.5", "1.5", "0.1", "63", "64", "4095", "4096", "100000", "100001", "1e15", "1e16",
        "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993",
        "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616",
        "999999999999999999999999999999", "1.7976931348623157e308", "0x10", "0o17", "0b1", "010", "1_000",
        "1,000",
        "3,5", "1.", ".5", "1.5.2", "1e", "1e+", "e5", "1/2", "½", "٣", "１", "--1", "true", "null", "~",
        "yes",
    ]

    /// The numbers bare, quoted and with units.
    private static let values =
        numbers.flatMap { [$0, "\"\($0)\"", "\($0) min", "\($0) working h"] }
        + numbers.prefix(52).flatMap { ["\($0) %", "\($0) s", "\($0) weeks", "\($0) working days"] }
        + [
            "", "''", "[]", "{}", "[1]", "{ value: 1 }", "{ value: 1, source: s }", "2023-01-01", "12:30",
            "-", "?",
        ]

    /// Numeric fields of the format's table, as `kind/key`.
    private static var tableFields: Set<String> {
        func isNumeric(_ format: ValueFormat) -> Bool {
            switch format {
            case .integer, .share, .weight, .duration, .durationLaw, .countLaw, .numberLaw, .quantity, .form:
                true
            case .either(let formats): formats.contains(where: isNumeric)
            case .list(let inner), .map(_, let inner): isNumeric(inner)
            default: false
            }
        }
        return Set(
            FormatTable.all.flatMap { format in
                format.keys.filter { isNumeric($0.value) }.map { "\(format.kind)/\($0.name)" }
            }
        )
    }

    @Test func `the fields tried are those of the format`() {
        #expect(Set(Self.fields.map { "\($0.kind)/\($0.key)" }) == Self.tableFields)
        #expect(Self.values.count > 400)
    }

    @Test func `any number in any field is accepted and compiled, or refused at its place`() {
        var counts = (accepted: 0, refused: 0)
        for field in Self.fields {
            let line =
                field.text("@").components(separatedBy: "@")[0].filter(\.isNewline).count + 1
            let before = counts.accepted
            defer { #expect(counts.accepted > before, "\(field) accepts nothing") }
            for value in Self.values {
                let text = field.text(value)
                let result = ScenarioReader().read(text: text, named: "s.yaml")
                let errors = result.diagnostics.filter { $0.severity == .error }
                #expect((result.designs == nil) == !errors.isEmpty)
                guard errors.isEmpty else {
                    let isHere = errors.allSatisfy { $0.location?.line == line }
                    let shown = DiagnosticRenderer().text(errors)
                    // A value that is no value of YAML at all may end a line later.
                    #expect(
                        isHere || errors[0].message.en.hasPrefix("not readable as YAML"),
                        "\(value): \(shown)"
                    )
                    #expect(errors.allSatisfy { !$0.message.en.isEmpty && !$0.message.ru.isEmpty })
                    counts.refused += 1
                    continue
                }
                // A scenario that is read may still be refused by the compiler, but never stops the process.
                if let designs = result.designs {
                    _ = try? ScenarioCompiler.compile(designs.baseline.scenario)
                }
                counts.accepted += 1
            }
        }
        #expect(counts.accepted > 1_000, "\(counts)")
        #expect(counts.refused > 10_000, "\(counts)")
    }

    @Test(arguments: [
        "1e-300 * 1e-300 * exponential(mean 5 min)", "9e15 * 9e15 * 9e15 * 5 min",
        "9e9 s + 9e9 s + exponential(mean 1 s)",
        String(repeating: "9e15 * ", count: 25) + "exponential(mean 5 min)",
        "mixture(1: exponential(mean 1 min), 1: 9e15 * 9e15 * 1 min)", "5e-324 * exponential(mean 5 min)",
    ])
    func `factors and sums that leave the numbers are refused`(law: String) throws {
        let result = ScenarioReader().read(text: small("takes: 15 min", "takes: \"\(law)\""), named: "s.yaml")
        #expect(result.designs == nil)
        #expect(
            try #require(result.diagnostics.first).message.en
                == "takes in step 'serve desks': out of range: numbers stay below 9007199254740992, durations below 285 years"
        )
    }
}
