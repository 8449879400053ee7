import Foundation
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Staff and arrivals from CSV files beside the scenario.
struct DataFileTests {
    /// A folder with a scenario and its tables, removed at the end.
    final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "marshrut-\(UUID().uuidString)")

        init(_ scenario: String, _ files: [String: String]) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (name, text) in files.merging(["s.yaml": scenario], uniquingKeysWith: { own, _ in own }) {
                try Data(text.utf8).write(to: url.appending(path: name))
            }
        }

        deinit {
            do { try FileManager.default.removeItem(at: url) } catch { Issue.record("\(error)") }
        }

        var path: String { url.appending(path: "s.yaml").path }

        /// Mistakes as `file:line:column: message`, with the folder left out.
        func mistakes() throws -> [String] {
            try ScenarioReader().read(path: path).diagnostics.map { diagnostic in
                let place = diagnostic.location.map {
                    "\(($0.file as NSString).lastPathComponent):\($0.line):\($0.column)"
                }
                return "\(place ?? "-"): \(diagnostic.message.en)"
            }
        }
    }

    func scenario(pool: String = "staff: 3", arrivals: String = "rate: 5 per h") -> String {
        """
        scenario: files
        starts: 2026-01-12
        horizon: 4 weeks
        holidays: { own: [ 2026-01-15 ] }
        calendars:
          mornings: { mon-fri: "09:00-12:00", holidays: own }
          afternoons: { mon-fri: "11:00-16:00", special days: { 2026-01-16: closed }, holidays: own }
          once: { mon: closed, special days: { 2026-01-16: "10:00-11:00" } }
          days: { mon-fri: "09:00-11:00", holidays: own }
        profiles:
          hours: { "09": 3, "10": 1 }
        pools: { desks: { \(pool) } }
        families: { all: { arrivals: { \(arrivals) }, route: way } }
        routes: { way: [ { serve: { by: desks, takes: 30 min } } ] }
        """
    }

    @Test func `a roster is the same program as calendars that say the same`() throws {
        let roster = try Folder(
            scenario(pool: "staff: 3, roster: { file: staff.csv, holidays: own }"),
            [
                "staff.csv":
                    "on duty,note,day,hours\n2,,mon-fri,09:00-12:00\n1,,\"mon, tue-fri\",11:00-16:00\n\n1,x,2026-01-16,10:00-11:00\n"
            ]
        )
        let written = try Folder(
            scenario(
                pool: "staff: 3, on duty: { mornings: 2, afternoons: 1, once: 1 }"
            ).replacing(
                "mornings: { mon-fri: \"09:00-12:00\"",
                with: "mornings: { mon-fri: \"09:00-12:00\", special days: { 2026-01-16: closed }"
            ),
            [:]
        )
        let pools = try [roster, written].map { try ScenarioRuns.compiled(path: $0.path).program.pools }
        #expect(pools[0] == pools[1])
        #expect(pools[0][0].capacity.map(\.servers).max() == 3)
    }

    @Test func `counts by hour are the same rate as a profile that says the same`() throws {
        let counts = try Folder(
            scenario(arrivals: "counts: { file: visits.csv, holidays: own }"),
            ["visits.csv": "day,hours,families\nmon-fri,09:00-10:00,3\nmon-fri,10:00-11:00,1\n"]
        )
        let written = try Folder(
            scenario(arrivals: "rate: 4 per working day, calendar: days, profile: hours"),
            [:]
        )
        let segments = try [counts, written].map { folder -> [RateSegment] in
            let plan = try ScenarioRuns.compiled(path: folder.path).program.classes[0].arrivals
            guard case .rate(let segments) = plan.pattern else { return [] }
            return segments
        }
        #expect(segments[0].count == 38)
        try #require(segments[0].count == segments[1].count)
        for (left, right) in zip(segments[0], segments[1]) {
            #expect(left.begins == right.begins && left.ends == right.ends)
            #expect(abs(left.rate / right.rate - 1) < 1e-12)
        }
    }

    @Test func `a row with a break spreads its families over its hours, rows that overlap add up`() throws {
        let folder = try Folder(
            scenario(arrivals: "counts: visits.csv"),
            ["visits.csv": "day,hours,families\nmon,\"09:00-11:00, 12:00-13:00\",6\nmon,10:00-11:00,5\n"]
        )
        let scenario = try #require(ScenarioReader().read(path: folder.path).designs).baseline.scenario
        guard case .counted(let counts) = scenario.familyClasses[0].arrivals.pattern else {
            Issue.record("not counted")
            return
        }
        let monday = counts.week[0].map { [$0.hours.opens, $0.hours.closes, Int($0.families.rounded())] }
        #expect(monday == [[540, 600, 2], [600, 660, 7], [720, 780, 2]])
    }

    @Test func `a worked Saturday has the counts of its weekday, and a short day ends early`() throws {
        let folder = try Folder(
            scenario(arrivals: "counts: { file: visits.csv, holidays: ru-2024 }"),
            ["visits.csv": "day,hours,families\nmon,09:00-18:00,9\ntue-fri,09:00-18:00,18\n"]
        )
        let scenario = try #require(ScenarioReader().read(path: folder.path).designs).baseline.scenario
        guard case .counted(let counts) = scenario.familyClasses[0].arrivals.pattern else {
            Issue.record("not counted")
            return
        }
        func families(_ month: Int, _ day: Int) -> Double {
            counts.counts(on: CivilDate(year: 2024, month: month, day: day)).reduce(0) { $0 + $1.families }
        }
        #expect(abs(families(4, 27) - 9) < 1e-9 && families(4, 29) == 0)
        #expect(abs(families(11, 2) - 16) < 1e-9 && abs(families(12, 28) - 9) < 1e-9)
        #expect(abs(families(2, 22) - 16) < 1e-9 && families(2, 23) == 0)
    }

    @Test func `listed families come at their moments and nobody else comes`() async throws {
        let folder = try Folder(
            scenario(pool: "staff: 1", arrivals: "times: visits.csv"),
            [
                "visits.csv":
                    "arrives\n2026-01-13 09:20\n2026-01-12 09:00\n2026-01-12 09:10\n2025-12-31 09:00\n2027-01-12 09:00\n"
            ]
        )
        let compiled = try ScenarioRuns.compiled(path: folder.path)
        guard case .moments(let moments) = compiled.program.classes[0].arrivals.pattern else {
            Issue.record("not listed")
            return
        }
        let minute: SimulationTime = 60_000_000
        #expect(moments == [540 * minute, 550 * minute, 2000 * minute])
        for run in try await ScenarioRuns.replications(2, of: compiled, seed: 3) {
            #expect(run.classes[0].arrived == 3)
            // The second waits for 20 of the first one's 30 minutes.
            let waits = compiled.waits(at: "serve desks", in: run)
            #expect(waits.count == 3 && waits.sum == Int128(20 * minute))
        }
        #expect(compiled.program.classes[0].arrivals.limit == .max)
    }

    @Test func `a run until all have left ends after the last listed family`() async throws {
        let times = (0..<200).map { "2026-01-12 \(10 + $0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }
        let folder = try Folder(
            scenario(pool: "staff: 9", arrivals: "times: visits.csv")
                .replacing("4 weeks", with: "until all have left"),
            ["visits.csv": "arrives\n" + times.joined(separator: "\n")]
        )
        let compiled = try ScenarioRuns.compiled(path: folder.path)
        let run = try #require(try await ScenarioRuns.replications(1, of: compiled, seed: 3).first)
        #expect(run.classes[0].arrived == 200 && run.classes[0].present == 0)
    }

    @Test func `mistakes in a table are told with file, line and column`() throws {
        let roster = "staff: 2, roster: staff.csv"
        let table = "day,hours,on duty\nmon-fri,09:00-12:00,2\nmon,11:00-12:00,1\nmonday,9-12,two\n"
        #expect(
            try Folder(scenario(pool: roster), ["staff.csv": table]).mistakes() == [
                "staff.csv:3:17: 3 on duty in pool 'desks', but there are only 2",
                "staff.csv:4:1: found 'monday', expected weekdays such as 'mon-fri' or a date such as '2026-01-12'",
                "staff.csv:4:8: found '9-12', expected hours such as '08:30-12:30', or 'closed'",
                "staff.csv:4:13: found 'two', expected a whole number from 0 to 100000",
            ]
        )
        #expect(
            try Folder(scenario(pool: roster), ["staff.csv": "day,hours,onduty\nmon,closed,1\n"]).mistakes()
                == ["staff.csv:1:1: the table has no column 'on duty'; it needs 'day', 'hours', 'on duty'"]
        )
        #expect(
            try Folder(scenario(arrivals: "times: t.csv"), ["t.csv": "arrives\n12/01/2026 9:00\n"]).mistakes()
                == [
                    "t.csv:2:1: found '12/01/2026 9:00', expected a date and time such as '2026-01-12 09:05'"
                ]
        )
        #expect(
            try Folder(scenario(arrivals: "counts: t.csv"), ["t.csv": "day,hours,families\n"]).mistakes()
                == ["t.csv:1:1: the table has no rows"]
        )
    }

    @Test func `a table cut at tabs is told how to be saved`() throws {
        let table = "номер\tarrives\n1\t2026-01-12 09:00\n"
        let folder = try Folder(scenario(arrivals: "times: t.csv"), ["t.csv": table])
        let diagnostics = try ScenarioReader().read(path: folder.path).diagnostics
        #expect(
            diagnostics.map(\.suggestion?.en) == [
                "save the table with commas or semicolons between the cells"
            ]
        )
    }

    @Test(
        arguments: [
            ("missing.csv", "cannot read 'missing.csv': there is no such file"),
            ("/etc/passwd", "must be relative"), ("../../../etc/passwd", "no such file"),
        ]
    )
    func `tables are read by the same rules as other files`(name: String, message: String) throws {
        let folder = try Folder(scenario(pool: "staff: 2, roster: \(name)"), [:])
        let mistakes = try folder.mistakes()
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.contains(message) == true || mistakes.first?.contains("out of") == true)
        #expect(mistakes.first?.hasPrefix("s.yaml:12:") == true, "\(mistakes)")
    }

    @Test func `ways to say the same exclude one another`() throws {
        let pool = try Folder(
            scenario(pool: "staff: 2, roster: a.csv, calendar: days"),
            ["a.csv": "day,hours,on duty\nmon,09:00-10:00,1\n"]
        )
        let ofPool = try pool.mistakes()
        #expect(ofPool.map { $0.hasSuffix("give either 'roster', 'on duty' or 'calendar'") } == [true])
        let arrivals = try Folder(scenario(arrivals: "counts: a.csv, rate: 5 per h"), [:])
        let ofArrivals = try arrivals.mistakes()
        #expect(ofArrivals.map { $0.hasSuffix("give either 'rate' or 'counts', not both") } == [true])
    }

    @Test func `tables have a limit of rows, dates and numbers, and large ones are read quickly`() throws {
        func read(_ rows: [String], column: String, _ scenario: String) throws -> [String] {
            let text = (["day,hours,\(column)"] + rows).joined(separator: "\n")
            return try Folder(scenario, ["t.csv": text]).mistakes()
        }
        let counts = scenario(arrivals: "counts: t.csv")
        let start = ProcessorTime.seconds
        let large = Array(repeating: "every day,8:00-20:00,1", count: 100_000)
        #expect(try read(large, column: "families", counts).isEmpty)
        #expect(ProcessorTime.seconds - start < 10)
        let long = try read(Array(repeating: "mon,8:00-20:00,1", count: 100_002), column: "families", counts)
        #expect(long == ["t.csv:1:1: more than 100000 rows"])
        let first = CivilDate(year: 2026, month: 1, day: 1).dayNumber
        let dates = (0..<2_001).map { offset -> String in
            let date = CivilDate(dayNumber: first + offset)
            let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
            return "\(date.year)-\(month)-\(date.day < 10 ? "0" : "")\(date.day),8:00-20:00,1"
        }
        #expect(try read(dates, column: "families", counts) == ["t.csv:2002:1: more than 2000 dates"])
        let levels = (0..<201).map { "mon,\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)-24:00,1" }
        let many = try read(levels, column: "on duty", scenario(pool: "staff: 300, roster: t.csv"))
        let message = "the number on duty takes more than 200 different values"
        #expect(many.map { $0.hasSuffix(message) } == [true])
    }

    @Test func `a text that is not a file can name no table`() {
        let result = ScenarioReader().read(text: scenario(arrivals: "times: a.csv"), named: "text.yaml")
        #expect(result.diagnostics.map(\.message.en).first?.contains("cannot read 'a.csv'") == true)
    }
}
