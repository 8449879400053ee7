import SimulationCore
import TestSupport
import Testing

/// ```
/// entity at 3 ──▶ [ pool 0: 1 server, 5 ticks ] ──▶ gone
///
/// entity   joins   served   leaves
/// 0        3       3–8      8
/// ```
struct A01OneEntityOneServerTests {
    @Test func `an entity that finds a free server is served at once`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.entity(at: 3, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 3",
                "0 waited 3 @0",
                "0 served 3–8 @0",
                "0 left 3–8 =0",
            ]
        )
    }

    @Test func `one service fills every tally it belongs to`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.entity(at: 3, tiny.visit(desk, five))
        let seen = try tiny.run()
        let program = tiny.finished()
        #expect(seen.tallies[Int(program.tallies.timeInSystem)].sum == 5)
        #expect(seen.tallies[Int(program.tallies.timeToFirstHelp)].sum == 0)
        #expect(seen.tallies[Int(program.tallies.ownTime)].sum == 5)
        #expect(seen.tallies[Int(program.requests[0].waitTally)].count == 1)
        #expect(seen.tallies[Int(program.durations[Int(five)].tally)].sum == 5)
        #expect(seen.classes[0].kindTimes == [5, 0, 0, 0])
        #expect(seen.classes[0].outcomes == [1, 0, 0])
        #expect(seen.pools[0].busyArea == 5)
        #expect(seen.pools[0].scheduledArea == 8)
        #expect(seen.presentArea == 5)
    }
}
