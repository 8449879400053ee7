import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1, 2, 3, 7 ──▶ [ pool 0: 1 server, 5; one place to wait ] ──▶ gone
///                        │ full ──▶ outcome 2
///
/// entity   does
/// 0        served 1–6
/// 1        waits, served 6–11
/// 2        refused at 3
/// 3        waits from 7, served 11–16
/// ```
struct C04LineLimitTests {
    @Test func `a full line refuses`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1, lineLimit: 1))
        let five = tiny.lasting(5)
        tiny.program.requests[0].refusalRow = tiny.rows([Instruction(.leave, first: 2)])
        for moment in [1.0, 2.0, 3.0, 7.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2",
                "2 arrived 3", "2 refused 3 @0", "2 left 3 =2",
                "0 served 1–6 @0", "1 waited 2–6 @0 busy", "0 left 1–6 =0",
                "3 arrived 7",
                "1 served 6–11 @0", "3 waited 7–11 @0 busy", "1 left 2–11 =0",
                "3 served 11–16 @0", "3 left 7–16 =0",
            ]
        )
    }
}
