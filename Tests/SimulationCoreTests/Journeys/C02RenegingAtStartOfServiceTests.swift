import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1 and 2 ──▶ [ pool 0: 1 server, 5; patience 4 ] ──▶ gone
///
/// Entity 1 joins at 2; its patience ends at 6, exactly when the server becomes free: it is served.
/// ```
struct C02RenegingAtStartOfServiceTests {
    @Test func `patience that ends exactly at the start of service does not matter`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.setPatience(tiny.lasting(4), of: desk)
        tiny.entity(at: 1, tiny.visit(desk, five))
        tiny.entity(at: 2, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2",
                "0 served 1–6 @0", "1 waited 2–6 @0 busy", "0 left 1–6 =0",
                "1 served 6–11 @0", "1 left 2–11 =0",
            ]
        )
    }

    @Test func `patience of no length gives up at once, unless a server is free`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let five = tiny.lasting(5)
        tiny.setPatience(tiny.lasting(0), of: desk)
        tiny.entity(at: 1, tiny.visit(desk, five))
        tiny.entity(at: 2, tiny.visit(desk, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2", "1 gaveUp 2 @0", "1 left 2 =0",
                "0 served 1–6 @0", "0 left 1–6 =0",
            ]
        )
    }
}
