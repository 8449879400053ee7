import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 1 server from 0 to 10, closed until 30, open again; finishes the service in hand only
///
/// at 7, 8, 11 ──▶ [ pool 0, 5 ticks ] ──▶ gone
///
/// entity   joins   served
/// 0        7       7–12     in hand at closing
/// 1        8       30–35    first at the next opening
/// 2        11      35–40
/// ```
struct D03FinishServiceTests {
    @Test func `a pool that finishes its service sends the line to the next opening`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(D02ClosingTests.days, dayEnd: .finishesServices))
        let five = tiny.lasting(5)
        for moment in [7.0, 8.0, 11.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        #expect(
            try tiny.timetable() == [
                "0 arrived 7", "0 waited 7 @0", "1 arrived 8", "2 arrived 11",
                "0 served 7–12 @0", "0 left 7–12 =0",
                "1 waited 8–30 @0 busyAndClosed",
                "1 served 30–35 @0", "2 waited 11–35 @0 busyAndClosed +1", "1 left 8–35 =0",
                "2 served 35–40 @0", "2 left 11–40 =0",
            ]
        )
    }
}
