import SimulationCore
import TestSupport
import Testing

/// ```
/// entities at 1 and 2 ──▶ [ pool 0: 1 server, 3 ] ──▶ [ pool 1: 1 server, 4 ] ──▶ gone
///
/// entity   pool 0   pool 1   leaves
/// 0        1–4      4–8      8
/// 1        4–7      8–12     12
/// ```
struct A03TandemTests {
    @Test func `entities pass two pools one after the other`() throws {
        var tiny = TinyProgram()
        let first = tiny.request(tiny.pool(1))
        let second = tiny.request(tiny.pool(1))
        let three = tiny.lasting(3)
        let four = tiny.lasting(4)
        for moment in [1.0, 2.0] {
            tiny.entity(at: moment, tiny.visit(first, three) + tiny.visit(second, four))
        }
        #expect(
            try tiny.timetable() == [
                "0 arrived 1",
                "0 waited 1 @0",
                "1 arrived 2",
                "0 served 1–4 @0",
                "1 waited 2–4 @0 busy",
                "0 waited 4 @1",
                "1 served 4–7 @0",
                "0 served 4–8 @1",
                "1 waited 7–8 @1 busy",
                "0 left 1–8 =0",
                "1 served 8–12 @1",
                "1 left 2–12 =0",
            ]
        )
    }

    @Test func `the number ahead belongs to this line and not to an earlier one`() throws {
        var tiny = TinyProgram()
        let first = tiny.request(tiny.pool(1))
        let second = tiny.request(tiny.pool(1))
        let two = tiny.lasting(2)
        let one = tiny.lasting(1)
        for moment in [1.0, 1.0, 1.0] {
            tiny.entity(at: moment, tiny.visit(first, two) + tiny.visit(second, one))
        }
        let waits = try tiny.timetable().filter { $0.contains("waited") }
        #expect(
            waits == [
                "0 waited 1 @0", "1 waited 1–3 @0 busy", "0 waited 3 @1", "2 waited 1–5 @0 busy +1",
                "1 waited 5 @1", "2 waited 7 @1",
            ]
        )
    }
}
