import SimulationCore
import TestSupport
import Testing

/// ```
/// entities at 1 and 6 ──▶ [ pool 0: 1 server, 5 ticks, no place to wait ] ──▶ gone
///
/// At 6 the arrival was planned before the end of service, which still comes first:
/// entity 1 finds the server free.
/// ```
struct B01ReleaseBeforeSeizeTests {
    @Test func `at one instant an end of service comes before an arrival`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1, lineLimit: 0))
        let five = tiny.lasting(5)
        tiny.entity(at: 1, tiny.visit(desk, five))
        tiny.entity(at: 6, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1",
                "0 waited 1 @0",
                "0 served 1–6 @0",
                "0 left 1–6 =0",
                "1 arrived 6",
                "1 waited 6 @0",
                "1 served 6–11 @0",
                "1 left 6–11 =0",
            ]
        )
    }

    @Test func `a service of no length gives its server back before the next arrival of its instant`() throws
    {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1, lineLimit: 0))
        let none = tiny.lasting(0)
        tiny.entity(at: 1, tiny.visit(desk, none))
        tiny.entity(at: 1, tiny.visit(desk, none))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "0 served 1 @0", "0 left 1 =0",
                "1 arrived 1", "1 waited 1 @0", "1 served 1 @0", "1 left 1 =0",
            ]
        )
    }
}
