import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 1 server from 0 to 10, a break until 20, then 1 server again
///
/// at 7 and 8 ──▶ [ pool 0, 5 ticks ] ──▶ gone
///
/// entity   joins   served   why
/// 0        7       7–12     the break starts after the service in hand
/// 1        8       20–25    the break ends on time; closed from 10 on, busy before
/// ```
struct D01BreakTests {
    @Test func `a break starts after the service in hand and ends on time`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool([
            CapacityChange(moment: 0, servers: 1),
            CapacityChange(moment: 10, servers: 0),
            CapacityChange(moment: 20, servers: 1),
        ])
        let desk = tiny.request(pool)
        let five = tiny.lasting(5)
        tiny.entity(at: 7, tiny.visit(desk, five))
        tiny.entity(at: 8, tiny.visit(desk, five))
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 7", "0 waited 7 @0", "1 arrived 8",
                "0 served 7–12 @0", "0 left 7–12 =0",
                "1 waited 8–20 @0 busyAndClosed",
                "1 served 20–25 @0", "1 left 8–25 =0",
            ]
        )
        // Open waiting 8–10, closed 10–20; two ticks of service lie in the break.
        #expect(seen.classes[1].kindTimes == [5, 2, 10, 0])
        #expect(seen.tallies[Int(tiny.finished().requests[0].openWaitTally) + 1].sum == 2)
        #expect(seen.pools[0].busyArea == 8)
        #expect(seen.pools[0].overtimeArea == 2)
        #expect(seen.pools[0].scheduledArea == 15)
    }
}
