import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 2 servers from 0, 1 server from 5 on
///
/// at 1, 2, 3 ──▶ [ pool 0, 6 ticks ] ──▶ gone
///
/// entity   served
/// 0        1–7
/// 1        2–8     both go on over the change at 5
/// 2        8–14    at 7 one server goes home; the other is free at 8
/// ```
struct D04CapacityFallsTests {
    @Test func `a server too many finishes its service and goes`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool([
            CapacityChange(moment: 0, servers: 2),
            CapacityChange(moment: 5, servers: 1),
        ])
        let desk = tiny.request(pool)
        let six = tiny.lasting(6)
        for moment in [1.0, 2.0, 3.0] { tiny.entity(at: moment, tiny.visit(desk, six)) }
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2", "1 waited 2 @0", "2 arrived 3",
                "0 served 1–7 @0", "0 left 1–7 =0",
                "1 served 2–8 @0", "2 waited 3–8 @0 busy", "1 left 2–8 =0",
                "2 served 8–14 @0", "2 left 3–14 =0",
            ]
        )
        // Two busy over one scheduled from 5 to 7.
        #expect(seen.pools[0].overtimeArea == 2)
        #expect(seen.pools[0].busyArea == 16)
        #expect(seen.pools[0].scheduledArea == 19)
    }
}
