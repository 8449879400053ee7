import Experiments
import Reports
import ScenarioFile
import ScenarioModel
import Testing
import UserTexts

struct ReportWarningTests {
    /// A desk open for eight hours, with so many families a day of a quarter of an hour each.
    private static func result(_ families: Int, warmUp: String = "") async throws -> ExperimentResult {
        let text = """
            scenario: late
            starts: 2023-01-09
            horizon: 4 weeks
            \(warmUp)
            calendars: { office: { mon-fri: "09:00-17:00" } }
            pools: { desk: { staff: 1, calendar: office } }
            families: { all: { arrivals: { rate: \(families) per working day, calendar: office }, route: way } }
            routes: { way: [ { serve: { by: desk, takes: 15 min } } ] }
            """
        let set = try #require(ScenarioReader().read(text: text, named: "late.yaml").designs)
        let designs = try set.designs.map { try ExperimentDesign($0) }
        return try await Experiment(designs: designs, replications: 10, seed: 1, threads: 2).run()
    }

    private static func text(_ result: ExperimentResult, _ language: Language) -> String {
        TextReport(result, language: language, source: ReportSource(command: "marshrut run")).text
    }

    @Test func `a desk that works through the evening is told`() async throws {
        // 48 quarters of an hour are 12 hours: four beyond the shift of eight.
        let result = try await Self.result(48)
        let found = result.warnings.compactMap { warning -> (Double, Double)? in
            guard case .overtime(_, "desk", let hours, let share) = warning else { return nil }
            return (hours, share)
        }
        let (hours, share) = try #require(found.first)
        #expect(found.count == 1)
        #expect(abs(hours - 20) < 2)
        #expect(abs(share - 0.5) < 0.05)
        #expect(Self.text(result, .english).contains("\u{A0}h a week beyond its shifts, "))
        #expect(Self.text(result, .russian).contains("работает сверх смен"))
        #expect(Self.text(result, .russian).contains("\u{A0}ч в неделю, "))
    }

    @Test func `a desk that serves its last families after closing is not`() async throws {
        let result = try await Self.result(24)
        #expect(!result.warnings.contains { if case .overtime = $0 { true } else { false } })
        #expect((result.designs[0].measure(MeasureID(.overtime, of: .pool("desk")))?.value ?? 0) > 0)
    }

    @Test func `a run without warm-up says so`() async throws {
        let none = try await Self.result(4)
        #expect(Self.text(none, .russian).contains(", без разгона"))
        #expect(Self.text(none, .english).contains(", without warm-up"))
        let some = try await Self.result(4, warmUp: "warm-up: 1 week")
        #expect(Self.text(some, .russian).contains(", из него разгон "))
        #expect(Self.text(some, .english).contains(", of which "))
    }
}
