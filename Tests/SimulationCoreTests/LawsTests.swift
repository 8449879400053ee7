import RandomStreams
import TestSupport
import Testing

@testable import SimulationCore

/// Laws that hold on every path: a replication checks them itself, here on many random programs.
struct LawsTests {
    @Test(arguments: 0..<10)
    func `random programs pass every self-check`(block: Int) throws {
        for seed in block * 50..<block * 50 + 50 {
            let tiny = try RandomTinyProgram(seed: seed).tiny
            let seen: ReplicationObservations
            do {
                seen = try tiny.run(seed: UInt64(seed))
            } catch ReplicationFailure.selfCheck(let words) {
                Issue.record("program \(seed): \(words)")
                continue
            }
            for row in seen.classes {
                #expect(row.arrived == row.outcomes.reduce(0, +) + row.present, "program \(seed)")
            }
            for pool in seen.pools {
                #expect(pool.lineTimes.reduce(0, +) == seen.window, "program \(seed)")
                #expect(pool.busyTimes.reduce(0, +) == seen.window, "program \(seed)")
            }
            checkJourneys(seen.journeys, program: seed)
        }
    }

    @Test(arguments: [3, 77, 214])
    func `the same seed and index give the same journeys, others do not`(program: Int) throws {
        let tiny = try RandomTinyProgram(seed: program).tiny
        let journeys = try tiny.run(seed: 5, index: 2).journeys
        #expect(try tiny.run(seed: 5, index: 2).journeys == journeys)
        #expect(try tiny.run(seed: 6, index: 2).journeys != journeys)
        #expect(try tiny.run(seed: 5, index: 3).journeys != journeys)
    }

    @Test func `recording changes nothing`() throws {
        let program = try RandomTinyProgram(seed: 12).tiny.finished()
        let tables = ReplicationTables(program: program, seed: 1)
        let recorded = try Replication.run(tables, index: 0, recording: .all)
        let plain = try Replication.run(tables, index: 0)
        #expect(plain.tallies == recorded.tallies)
        #expect(plain.events == recorded.events)
        #expect(plain.pools == recorded.pools)
        #expect(plain.classes == recorded.classes)
        let one = try Replication.run(tables, index: 0, recording: .entity(3))
        #expect(one.journeys == recorded.journeys.filter { $0.entity == 3 })
        let same = recorded.journeys.first { $0.entity == 3 }
        let place = try #require(same)
        let named = try Replication.run(
            tables,
            index: 0,
            recording: .entityOfClass(place.classIndex, place.ordinal)
        )
        #expect(named.journeys == one.journeys)
    }

    /// Events are recorded in the order of their ends, and none ends before it begins.
    private func checkJourneys(_ journeys: [JourneyEvent], program: Int) {
        var last: SimulationTime = 0
        var present: Set<Int64> = []
        for event in journeys {
            if event.begins > event.ends || event.enabled > event.begins {
                Issue.record("program \(program): \(event.line) runs backwards")
            }
            if event.kind == .arrived { present.insert(event.entity) }
            if !present.contains(event.entity) { Issue.record("program \(program): \(event.line) is absent") }
            if event.kind == .left { present.remove(event.entity) }
            // Replies are foretold when they are sent.
            guard event.kind != .replied else { continue }
            if event.ends < last { Issue.record("program \(program): \(event.line) is out of order") }
            last = event.ends
        }
    }
}
