import SimulationCore
import TestSupport
import Testing

/// ```
/// no horizon; pool 0: 1 server from 0 to 10, closed until 1000, open again
///
/// at 1 and 8 ──▶ [ pool 0, 5 ticks ] ──▶ gone
///
/// The last entity leaves at 13: so ends the run, though the pool would change at 1000.
/// ```
struct I02RunUntilEmptyTests {
    @Test func `a run without a horizon ends when the last entity has left`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool([
            CapacityChange(moment: 0, servers: 1),
            CapacityChange(moment: 10, servers: 0, endsDay: true),
            CapacityChange(moment: 1000, servers: 1),
        ])
        let desk = tiny.request(pool)
        let five = tiny.lasting(5)
        tiny.entity(at: 1, tiny.visit(desk, five))
        tiny.entity(at: 8, tiny.visit(desk, five))
        tiny.program.weekProfile = WeekProfilePlan(moments: [0, 500], slots: [0, 1])
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 1", "0 waited 1 @0", "0 served 1–6 @0", "0 left 1–6 =0",
                "1 arrived 8", "1 waited 8 @0", "1 served 8–13 @0", "1 left 8–13 =0",
            ]
        )
        #expect(seen.window == 13)
        #expect(seen.pools[0].scheduledArea == 10)
    }

    @Test func `an entity that nothing will move on stops the run with its place`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(0))
        var seize = tiny.seize(desk)
        seize.step = 7
        tiny.entity(at: 1, [seize])
        #expect(throws: ReplicationFailure.waitsForever(step: 7, entities: 1)) { try tiny.run() }
    }
}
