import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Doors and shifts, from the text of a scenario to hand-computed journeys, in minutes after midnight of 1 January.
struct ClosingTests {
    private static let minute: SimulationTime = 60_000_000

    /// Waits and services of a scenario with one family every so many minutes, as lines.
    private func timetable(_ text: String) async throws -> [String] {
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(1, of: compiled, seed: 1, recording: .all)
        return runs[0].journeys.filter { [.waited, .served, .delayed, .left].contains($0.kind) }.map {
            event in
            let step = event.step < 0 ? "" : " \(compiled.symbols.steps[Int(event.step)].name)"
            let times = "\(event.begins / Self.minute)–\(event.ends / Self.minute)"
            return "\(event.entity) \(event.kind)\(step) \(times) \(event.cause)"
        }
    }

    // Hall and desk close at 17:00 (minute 1020). The family comes to the hall at 1010 and is there until 1030; the
    // desk has nobody left, but the family came indoors before it closed, so the desk stays for it.
    @Test func `a family indoors at closing is served at its next desk in overtime`() async throws {
        let text = """
            scenario: indoors
            starts: 2024-01-01
            horizon: 1 d
            calendars: { office: { every day: "09:00-17:00" } }
            pools:
              hall: { staff: 1, calendar: office }
              desk: { staff: 1, calendar: office }
            families: { visitors: { arrivals: { every: 1010 min, at most: 1 }, route: main } }
            routes: { main: [ { serve: { by: hall, takes: 20 min } }, { serve: { by: desk, takes: 30 min } } ] }
            """
        #expect(
            try await timetable(text) == [
                "0 waited serve hall 1010–1010 none", "0 served serve hall 1010–1030 none",
                "0 waited serve desk 1030–1030 none", "0 served serve desk 1030–1060 none",
                "0 left 1010–1060 none",
            ]
        )
    }

    /// The same, but the family goes home for an hour in between: it comes back to shut doors and waits until 09:00.
    @Test func `a family that comes back after closing waits for the next opening`() async throws {
        let text = """
            scenario: outdoors
            starts: 2024-01-01
            horizon: 2 d
            calendars: { office: { every day: "09:00-17:00" } }
            pools:
              hall: { staff: 1, calendar: office }
              desk: { staff: 1, calendar: office }
            families: { visitors: { arrivals: { every: 1010 min, at most: 1 }, route: main } }
            routes: { main: [ { serve: { by: hall, takes: 20 min } }, { delay: 1 h }, { serve: { by: desk, takes: 30 min } } ] }
            """
        #expect(
            try await timetable(text).suffix(3) == [
                "0 waited serve desk 1090–1980 closed", "0 served serve desk 1980–2010 none",
                "0 left 1010–2010 none",
            ]
        )
    }

    // The family comes at 07:00, waits for the hall to open at 09:00 and is there for 8.5 h, until minute 1050. The desk
    // has nobody left since 17:00, but the family came indoors at 09:00, so the desk stays for it.
    @Test func `a family that waited for the opening is indoors from the opening on`() async throws {
        let text = """
            scenario: early
            starts: 2024-01-01
            horizon: 2 d
            calendars: { long: { every day: "09:00-18:00" }, office: { every day: "09:00-17:00" } }
            pools:
              hall: { staff: 1, calendar: long }
              desk: { staff: 1, calendar: office }
            families: { visitors: { arrivals: { every: 420 min, at most: 1 }, route: main } }
            routes: { main: [ { serve: { by: hall, takes: 8.5 h } }, { serve: { by: desk, takes: 30 min } } ] }
            """
        #expect(
            try await timetable(text) == [
                "0 waited serve hall 420–540 closed", "0 served serve hall 540–1050 none",
                "0 waited serve desk 1050–1050 none", "0 served serve desk 1050–1080 none",
                "0 left 420–1080 none",
            ]
        )
    }

    // One desk until 17:00. A family is served from 1000 to 1030. Another comes at 1010 and is inside: served from
    // 1030 in overtime. Office work asked for at 1015 has nobody inside: it waits until 09:00 (minute 1980).
    @Test func `nobody works overtime for a case whose family is not there`() async throws {
        let text = """
            scenario: absent
            starts: 2024-01-01
            horizon: 2 d
            calendars: { office: { every day: "09:00-17:00" } }
            pools: { desk: { staff: 1, calendar: office } }
            families:
              first: { arrivals: { every: 1000 min, at most: 1 }, route: visit }
              second: { arrivals: { every: 1010 min, at most: 1 }, route: visit }
              work: { arrivals: { every: 1005 min, at most: 1 }, route: office-work }
            routes:
              visit: [ { serve: { by: desk, takes: 30 min } } ]
              office-work: [ { serve: { name: notes, by: desk, takes: 10 min, family absent: yes } } ]
            """
        let lines = try await timetable(text)
        // The work came first and would be next at 1030, while the desk's day ends at 1020.
        #expect(lines.contains("2 waited serve desk 1010–1030 busy"), "\(lines)")
        #expect(lines.contains("1 waited notes 1005–1980 busyAndClosed"), "\(lines)")
    }

    /// Ready at 18:00 with an hour's way: it sets out so as to arrive at an hour of its choice on the next day.
    @Test func `a visit on another day arrives within that day's opening hours`() async throws {
        let text = """
            scenario: visit
            starts: 2024-01-01
            horizon: until all have left
            calendars: { office: { every day: "09:00-17:00" } }
            families: { visitors: { arrivals: { every: 1 d, at most: 200 }, route: main } }
            routes:
              main:
                - delay: 18 h
                - visit: { travel: 1 h, during: office, do: [ { delay: { name: there, takes: 1 min, kind: service } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(1, of: compiled, seed: 2, recording: .all)
        let there = compiled.symbols.steps.firstIndex { $0.name == "there" } ?? -1
        let arrivals = runs[0].journeys.filter { Int($0.step) == there }.map {
            Int($0.begins / Self.minute) % 1440
        }
        #expect(arrivals.count == 200)
        #expect(arrivals.allSatisfy { (540..<1020).contains($0) })
        // Evenly over eight hours: the mean of 200 lies within 5 standard errors (9.8 min) of 13:00.
        let mean = Double(arrivals.reduce(0, +)) / 200
        #expect(abs(mean - 780) < 49)
    }
}
