import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1, 2, 3 ──▶ [ pool 0: 1 server, 5; who sees 1 or more waiting turns away ] ──▶ gone
///                      │
///                      └─ turned away ──▶ outcome 1
///
/// entity   sees waiting   does
/// 0        0, free        served 1–6
/// 1        0, busy        waits, served 6–11
/// 2        1              turns away at 3
/// ```
struct C01BalkingTests {
    @Test func `an entity turns away on sight of a long line`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.program.requests[0].balking = [
            RequestPlan.BalkingStep(fromLength: 0, chance: 0),
            RequestPlan.BalkingStep(fromLength: 1, chance: 1),
        ]
        tiny.program.requests[0].balkingDraw = tiny.chance()
        tiny.program.requests[0].balkingRow = tiny.rows([Instruction(.leave, first: 1)])
        for moment in [1.0, 2.0, 3.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2",
                "2 arrived 3", "2 balked 3 @0", "2 left 3 =1",
                "0 served 1–6 @0", "1 waited 2–6 @0 busy", "0 left 1–6 =0",
                "1 served 6–11 @0", "1 left 2–11 =0",
            ]
        )
    }
}
