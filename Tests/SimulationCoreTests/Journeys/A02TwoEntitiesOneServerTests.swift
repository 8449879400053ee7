import SimulationCore
import TestSupport
import Testing

/// ```
/// entities at 1 and 2 ──▶ [ pool 0: 1 server, 5 ticks ] ──▶ gone
///
/// entity   joins   served   leaves
/// 0        1       1–6      6
/// 1        2       6–11     11
/// ```
struct A02TwoEntitiesOneServerTests {
    @Test func `the second entity waits until the first is served`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.entity(at: 1, tiny.visit(desk, five))
        tiny.entity(at: 2, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1",
                "0 waited 1 @0",
                "1 arrived 2",
                "0 served 1–6 @0",
                "1 waited 2–6 @0 busy",
                "0 left 1–6 =0",
                "1 served 6–11 @0",
                "1 left 2–11 =0",
            ]
        )
    }

    @Test func `a line's area is the sum of its waits`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        for moment in 1...3 { tiny.entity(at: Double(moment), tiny.visit(desk, five)) }
        let seen = try tiny.run()
        // Waits 0, 4 and 8; the line holds 1 from 2, 2 from 3, 1 from 6 and none from 11 on.
        #expect(seen.pools[0].lineArea == 12)
        #expect(seen.pools[0].longestLine == 2)
        #expect(seen.pools[0].lineTimes == [7, 6, 3])
        #expect(seen.pools[0].busyTimes == [1, 15])
    }
}
