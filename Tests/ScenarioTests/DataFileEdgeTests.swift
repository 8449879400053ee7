import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Tables that say nothing, say it twice, or reach beyond ten years.
extension DataFileTests {
    private static let openEnd = "until all have left"
    private static let day: SimulationTime = 86_400_000_000

    @Test(arguments: ["mon-fri,09:00-17:00,0", "mon-fri,closed,2", "2026-01-12,09:00-17:00,0\nsat,closed,0"])
    func `a roster by which nobody is ever on duty is a mistake`(rows: String) throws {
        let roster = scenario(pool: "staff: 2, roster: staff.csv")
        let mistakes = try Folder(roster, ["staff.csv": "day,hours,on duty\n\(rows)\n"]).mistakes()
        #expect(mistakes == ["s.yaml:12:37: roster in pool 'desks': nobody is ever on duty by this roster"])
    }

    @Test func `of a roster with a faulty row nothing more is said`() throws {
        let table = "day,hours,on duty\nmon-fri,09:00-17:00,0\nsat,9-12,1\n"
        let mistakes = try Folder(scenario(pool: "staff: 2, roster: t.csv"), ["t.csv": table]).mistakes()
        #expect(mistakes == ["t.csv:3:5: found '9-12', expected hours such as '08:30-12:30', or 'closed'"])
    }

    @Test(
        arguments: [
            ("staff: 2, roster: t.csv", "rate: 5 per h", "day,hours,on duty,hours\nmon,8:00-9:00,1,\n", 19),
            ("staff: 2", "counts: t.csv", "day,day,hours,families\nmon,tue,08:00-09:00,1\n", 5),
            ("staff: 2", "times: t.csv", "arrives,note,arrives\n2026-01-12 09:00,,2026-01-13 09:00\n", 14),
        ]
    )
    func `a column that is there twice is a mistake`(
        pool: String,
        arrivals: String,
        table: String,
        column: Int
    ) throws {
        let mistakes = try Folder(scenario(pool: pool, arrivals: arrivals), ["t.csv": table]).mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("t.csv:1:\(column): ") == true, "\(mistakes)")
        #expect(mistakes.first?.contains("t.csv' has more than one column '") == true, "\(mistakes)")
    }

    @Test func `who works on Saturdays anyway works moved ones alike, and nobody else comes`() throws {
        func special(_ rows: String) throws -> [String: [Int]] {
            let folder = try Folder(
                scenario(pool: "staff: 3, roster: { file: t.csv, holidays: ru-2024 }"),
                ["t.csv": "day,hours,on duty\nmon-fri,09:00-18:00,3\n\(rows)"]
            )
            let scenario = try #require(ScenarioReader().read(path: folder.path).designs).baseline.scenario
            let moved = CivilDate(year: 2024, month: 4, day: 27)
            let rosters = scenario.calendars.filter { $0.name.contains("/roster ") }
            return Dictionary(
                uniqueKeysWithValues: rosters.map { calendar in
                    let own = calendar.specialDays.first { $0.date == moved }?.intervals
                    let hours = own ?? calendar.week[moved.weekday.rawValue]
                    return (calendar.name, hours.flatMap { [$0.opens, $0.closes] })
                }
            )
        }
        #expect(try special("") == ["desks/roster 3": [540, 1080]])
        #expect(
            try special("sat,10:00-14:00,1\n") == ["desks/roster 1": [600, 840], "desks/roster 3": []]
        )
    }

    @Test func `counts are unrolled until they bring as many families as may come`() async throws {
        let folder = try Folder(
            scenario(arrivals: "counts: t.csv, at most: 1000").replacing("4 weeks", with: Self.openEnd),
            ["t.csv": "day,hours,families\nmon,09:00-10:00,1\n"]
        )
        let compiled = try ScenarioRuns.compiled(path: folder.path)
        let run = try #require(try await ScenarioRuns.replications(1, of: compiled, seed: 3).first)
        #expect(run.classes[0].arrived == 1000)
    }

    @Test func `counts that can never bring as many families as may come are refused`() throws {
        func compile(atMost limit: Int) throws -> CompiledScenario {
            let folder = try Folder(
                scenario(arrivals: "counts: t.csv, at most: \(limit)")
                    .replacing("4 weeks", with: Self.openEnd),
                ["t.csv": "day,hours,families\n2026-01-13,09:00-10:00,50\n2040-01-13,09:00-10:00,50\n"]
            )
            return try ScenarioRuns.compiled(path: folder.path)
        }
        let refusal = #expect(throws: CompilationError.self) { try compile(atMost: 101) }
        #expect(refusal?.english.contains("families 'all' would never be 101") == true)
        guard case .rate(let segments) = try compile(atMost: 90).program.classes[0].arrivals.pattern else {
            Issue.record("not a rate")
            return
        }
        #expect(segments.count == 2)
    }

    @Test(
        arguments: [
            ("times: t.csv", "arrives\n2026-01-12 09:00\n2038-01-12 09:00\n", 4_383, 2),
            ("every: 30 d, at most: 200", "", 6_000, 200),
        ] as [(String, String, Int64, Int)]
    )
    func `staff are there for families that come after ten years`(
        arrivals: String,
        table: String,
        days: Int64,
        families: Int
    ) async throws {
        let folder = try Folder(
            scenario(pool: "staff: 1, calendar: days", arrivals: arrivals)
                .replacing("4 weeks", with: Self.openEnd),
            ["t.csv": table]
        )
        let compiled = try ScenarioRuns.compiled(path: folder.path)
        #expect(try #require(compiled.program.pools[0].capacity.last).moment > days * Self.day)
        let run = try #require(try await ScenarioRuns.replications(1, of: compiled, seed: 3).first)
        #expect(run.classes[0].arrived == families && run.classes[0].present == 0)
    }

    @Test func `how many listed families come before or after the run is a warning`() throws {
        let table = "arrives\n2026-01-12 00:00\n2026-01-11 23:59\n2026-02-08 23:59\n2026-02-09 00:00\n"
        func warnings(_ text: String) throws -> [String] { try Folder(text, ["t.csv": table]).mistakes() }
        let listed = scenario(arrivals: "times: t.csv")
        #expect(
            try warnings(listed) == [
                "s.yaml:13:39: of 4 listed arrivals, 2 lie outside the run and are left out"
            ]
        )
        #expect(
            try warnings(listed.replacing("4 weeks", with: Self.openEnd)) == [
                "s.yaml:13:39: of 4 listed arrivals, 1 lie outside the run and are left out"
            ]
        )
    }
}
