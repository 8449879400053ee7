import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// What must hold family by family between two systems fed with the same families.
struct SamplePathTests {
    private static let services = [
        "exponential(mean 9 min)", "lognormal(mean 9 min, cv 2)", "uniform(1 min, 17 min)", "9 min",
        "gamma(shape 0.3, mean 9 min)",
    ]

    /// Waits of all families in order of arrival, in microseconds.
    private func waits(_ text: String, replication: UInt32) throws -> [SimulationTime] {
        let compiled = try ScenarioRuns.compiled(text)
        let tables = ReplicationTables(program: compiled.program, seed: 11)
        return try Replication.run(tables, index: replication, recording: .all).journeys
            .filter { $0.kind == .waited }.sorted { $0.entity < $1.entity }.map { $0.ends - $0.begins }
    }

    private func line(staff: Int, takes: String, more: String = "") -> String {
        """
        scenario: line
        starts: 2024-01-08
        horizon: until all have left
        pools: { desk: { staff: \(staff)\(more) } }
        families: { all: { arrivals: { rate: 13 per h, at most: 600 }, route: main } }
        routes: { main: [ { serve: { by: desk, takes: "\(takes)" } } ] }
        """
    }

    // Kiefer and Wolfowitz (1955): in a first-come, first-served G/G/c line the sorted workloads of c + 1 servers lie
    // below those of c, family by family.
    @Test(arguments: services) func `one more server lengthens nobody's wait`(_ takes: String) throws {
        var shortened = 0
        for replication in UInt32(0)..<20 {
            let fewer = try waits(line(staff: 2, takes: takes), replication: replication)
            let more = try waits(line(staff: 3, takes: takes), replication: replication)
            #expect(fewer.count == 600 && more.count == 600)
            #expect(zip(more, fewer).allSatisfy(<=))
            shortened += zip(more, fewer).count { $0 < $1 }
        }
        #expect(shortened > 1000)
    }

    @Test(arguments: services) func `with a server for everybody nobody waits`(_ takes: String) throws {
        let compiled = try ScenarioRuns.compiled(line(staff: 600, takes: takes))
        let tables = ReplicationTables(program: compiled.program, seed: 11)
        let run = try Replication.run(tables, index: 0, recording: .all)
        var services = [SimulationTime](repeating: 0, count: 600)
        for event in run.journeys where event.kind == .served {
            services[Int(event.entity)] = event.ends - event.begins
        }
        for event in run.journeys where event.kind == .left {
            #expect(event.ends - event.begins == services[Int(event.entity)])
        }
        #expect(run.classes[0].outcomes.reduce(0, +) == 600)
    }

    @Test(arguments: services) func `ranks that are all the same make no order of their own`(_ takes: String)
        throws
    {
        let inOrder = try waits(line(staff: 2, takes: takes), replication: 3)
        let ranked = try waits(line(staff: 2, takes: takes, more: ", discipline: priority"), replication: 3)
        #expect(inOrder == ranked)
    }

    // Times that are whole numbers are scaled without rounding.
    @Test(arguments: [2, 60]) func `all times multiplied multiply all waits`(_ factor: Int) throws {
        func text(_ factor: Int) -> String {
            """
            scenario: scaled
            starts: 2024-01-08
            horizon: until all have left
            pools: { desk: { staff: 2 }, back: { staff: 1 } }
            families:
              one: { arrivals: { every: \(7 * factor) s, at most: 300 }, patience: \(40 * factor) s, route: main }
              two: { arrivals: { every: \(11 * factor) s, at most: 300 }, route: main }
            routes:
              main:
                - serve: { name: first, by: desk, takes: "categorical(\(3 * factor) s: 1, \(20 * factor) s: 1)" }
                - delay: \(5 * factor) s
                - serve: { name: second, by: back, takes: \(4 * factor) s }
            """
        }
        func journeys(_ factor: Int) throws -> [JourneyEvent] {
            let compiled = try ScenarioRuns.compiled(text(factor))
            let tables = ReplicationTables(program: compiled.program, seed: 2)
            return try Replication.run(tables, index: 0, recording: .all).journeys
        }
        let (plain, scaled) = (try journeys(1), try journeys(factor))
        let multiplied = plain.map { event in
            var event = event
            event.enabled *= SimulationTime(factor)
            event.begins *= SimulationTime(factor)
            event.ends *= SimulationTime(factor)
            return event
        }
        #expect(scaled == multiplied)
        #expect(
            plain.contains { $0.kind == .gaveUp }
                && plain.contains { $0.kind == .waited && $0.ends > $0.begins }
        )
    }

    @Test func `a stream told apart into two classes makes the same line`() throws {
        func text(_ families: String) -> String {
            """
            scenario: merged
            starts: 2024-01-08
            horizon: until all have left
            pools: { desk: { staff: 2 } }
            families: { \(families) }
            routes: { main: [ { serve: { by: desk, takes: 23 min } } ] }
            """
        }
        // Every 10 minutes from 10; or every 20 from 20, and every 20 from 10.
        let whole = try waits(
            text("all: { arrivals: { every: 10 min, at most: 400 }, route: main }"),
            replication: 0
        )
        let parts = try waits(
            text(
                """
                even: { arrivals: { every: 20 min, at most: 200 }, route: main }, \
                odd: { arrivals: { every: 20 min, at most: 200 }, route: late }
                """
            ).replacing("routes: { ", with: "routes: { late: [ { delay: 10 min }, { use: main } ], "),
            replication: 0
        )
        #expect(whole.sorted() == parts.sorted())
        #expect(whole.contains { $0 > 0 })
    }

    @Test func `the order of things in the file changes nothing`() throws {
        let head = "scenario: order\nstarts: 2024-01-08\nhorizon: 5 d\n"
        let blocks = [
            (
                "calendars",
                ["office: { every day: \"09:00-17:00\" }", "short: { every day: \"10:00-13:00\" }"]
            ),
            (
                "pools",
                [
                    "desk: { staff: 2, on duty: { office: 1, short: 1 } }",
                    "back: { staff: 1, calendar: office }",
                ]
            ),
            (
                "agencies",
                [
                    "fund: { channels: { mail: { answers in: 3 h } } }",
                    "police: { channels: { mail: { answers in: 1 h } } }",
                ]
            ),
            (
                "families",
                [
                    "small: { arrivals: { rate: 20 per working day, calendar: office }, documents: 2, route: main }",
                    "large: { arrivals: { rate: 10 per working day, calendar: office }, documents: 3, route: other }",
                ]
            ),
            (
                "routes",
                [
                    "main: [ { serve: { by: desk, takes: exponential(mean 12 min) } }, { lookup: { documents: all } } ]",
                    "other: [ { serve: { by: back, takes: exponential(mean 20 min) } }, { use: main } ]",
                ]
            ),
        ]
        func journeys(reversed: Bool) throws -> [JourneyEvent] {
            let parts = (reversed ? blocks.reversed() : blocks).map { key, entries in
                "\(key):\n" + (reversed ? entries.reversed() : entries).map { "  \($0)\n" }.joined()
            }
            let compiled = try ScenarioRuns.compiled(head + parts.joined())
            let tables = ReplicationTables(program: compiled.program, seed: 4)
            return try Replication.run(tables, index: 0, recording: .all).journeys
        }
        let journeys = (inOrder: try journeys(reversed: false), reversed: try journeys(reversed: true))
        #expect(journeys.inOrder.count > 300)
        #expect(journeys.inOrder == journeys.reversed)
    }
}
