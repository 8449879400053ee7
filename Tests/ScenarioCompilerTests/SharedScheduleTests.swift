import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// What designs share they share only while it holds for both.
struct SharedScheduleTests {
    private static let text = """
        scenario: shared
        starts: 2024-01-01
        horizon: 30 d
        calendars:
          open: { mon-fri: "09:00-17:00" }
          early: { mon-sat: "08:00-12:00" }
        pools:
          clerks: { staff: 5, on duty: { open: 2, early: 1 } }
        families:
          visitors: { arrivals: { rate: 40 per working day, calendar: open }, route: main }
        routes:
          main: [ { serve: { by: clerks, takes: 10 min } }, { delay: { takes: 2 working days, calendar: open } } ]
        """

    @Test(arguments: [
        [],
        ["pools/clerks/staff=4"],
        ["pools/clerks/on duty/early=2"],
        ["calendars/open/mon-fri=10:00-16:00"],
        ["calendars/early/mon-sat=08:00-11:00"],
        ["families/visitors/arrivals/rate=50 per working day"],
        ["families/visitors/arrivals/calendar=early"],
        ["starts=2024-02-01"],
        ["horizon=20 d"],
        ["time zone=Asia/Yekaterinburg", "starts=2024-03-01"],
        ["horizon=until all have left", "families/visitors/arrivals/at most=100"],
    ])
    func `a design compiled after another has the tables that it has alone`(changes: [String]) throws {
        let scenarios = [try scenario([]), try scenario(changes)]
        for pair in [scenarios, scenarios.reversed()] {
            var compiler = ScenarioCompiler()
            _ = try compiler.compile(pair[0])
            let after = try compiler.compile(pair[1]).program
            let alone = try ScenarioCompiler.compile(pair[1]).program
            #expect(after.pools == alone.pools)
            #expect(after.classes.map(\.arrivals) == alone.classes.map(\.arrivals))
            #expect(after.shiftTables == alone.shiftTables)
            #expect(after.weekProfile == alone.weekProfile)
            #expect(after.horizon == alone.horizon)
        }
    }

    private func scenario(_ changes: [String]) throws -> Scenario {
        let overrides = changes.compactMap { ScenarioOverride($0) }
        let result = ScenarioReader().read(text: Self.text, named: "shared", overrides: overrides)
        let messages = DiagnosticRenderer().text(result.diagnostics)
        return try #require(result.designs, "\(messages)").baseline.scenario
    }
}
