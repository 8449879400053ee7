import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 1 server from 0 to 10, a break until 20, then 1 server; patience 6
///
/// at 7, 8, 8 ──▶ [ pool 0, 9 ticks ] ──▶ gone
///
/// entity   joins   patience runs     does
/// 0        7       –                 served 7–16
/// 1        8       8–10, then 20     served 20–29: 4 ticks of patience were left
/// 2        8       8–10, 20–24       gives up at 24
/// ```
struct D05PatienceTests {
    @Test func `patience runs only while the pool is open`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool([
            CapacityChange(moment: 0, servers: 1),
            CapacityChange(moment: 10, servers: 0),
            CapacityChange(moment: 20, servers: 1),
        ])
        let desk = tiny.request(pool)
        let nine = tiny.lasting(9)
        tiny.setPatience(tiny.lasting(6), of: desk, givingUpAt: tiny.rows([Instruction(.leave, first: 1)]))
        for moment in [7.0, 8.0, 8.0] { tiny.entity(at: moment, tiny.visit(desk, nine)) }
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 7", "0 waited 7 @0", "1 arrived 8", "2 arrived 8",
                "0 served 7–16 @0", "0 left 7–16 =0",
                "1 waited 8–20 @0 busyAndClosed",
                "2 gaveUp 8–24 @0 busyAndClosed +1", "2 left 8–24 =1",
                "1 served 20–29 @0", "1 left 8–29 =0",
            ]
        )
        #expect(seen.classes[2].kindTimes == [0, 6, 10, 0])
    }
}
