import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1, 2, 3 (level 1) and 4 (level 0) ──▶ [ pool 0: 1 server, 5, by priority ] ──▶ gone
///
/// entity   level   joins   served
/// 0        1       1       1–6      in service when 3 comes: not interrupted
/// 3        0       4       6–11     goes before 1 and 2
/// 1        1       2       11–16
/// 2        1       3       16–21
/// ```
struct B03PriorityLineTests {
    @Test func `a better level goes first, and within a level who came first`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1, order: .level))
        let five = tiny.lasting(5)
        for moment in [1.0, 2.0, 3.0] { tiny.entity(at: moment, priority: 1, tiny.visit(desk, five)) }
        tiny.entity(at: 4, priority: 0, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2", "2 arrived 3", "3 arrived 4",
                "0 served 1–6 @0", "3 waited 4–6 @0 busy +2", "0 left 1–6 =0",
                "3 served 6–11 @0", "1 waited 2–11 @0 busy", "3 left 4–11 =0",
                "1 served 11–16 @0", "2 waited 3–16 @0 busy +1", "1 left 2–16 =0",
                "2 served 16–21 @0", "2 left 3–21 =0",
            ]
        )
    }

    @Test func `a line without priority keeps the order of coming`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        for moment in [1.0, 2.0] { tiny.entity(at: moment, priority: 1, tiny.visit(desk, five)) }
        tiny.entity(at: 4, priority: 0, tiny.visit(desk, five))
        let served = try tiny.timetable().filter { $0.contains("served") }
        #expect(served == ["0 served 1–6 @0", "1 served 6–11 @0", "2 served 11–16 @0"])
    }

    @Test func `a request's own level overrules that of the class`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool(1, order: .level)
        let plain = tiny.request(pool)
        let urgent = tiny.request(pool, priority: 0)
        let five = tiny.lasting(5)
        for moment in [1.0, 2.0] { tiny.entity(at: moment, priority: 1, tiny.visit(plain, five)) }
        tiny.entity(at: 3, priority: 2, tiny.visit(urgent, five))
        let served = try tiny.timetable().filter { $0.contains("served") }
        #expect(served == ["0 served 1–6 @0", "2 served 6–11 @0", "1 served 11–16 @0"])
    }
}
