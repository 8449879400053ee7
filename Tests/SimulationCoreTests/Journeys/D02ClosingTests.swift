import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 1 server from 0 to 10, closed until 30, open again; serves those inside
///
/// at 7, 8, 11 ──▶ [ pool 0, 5 ticks ] ──▶ gone
///
/// entity   joins   served   why
/// 0        7       7–12     in hand at closing
/// 1        8       12–17    inside at closing: overtime
/// 2        11      30–35    came after closing: waits outside for the next opening
/// ```
struct D02ClosingTests {
    @Test func `those inside at closing are served, later comers wait for the opening`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(Self.days))
        let five = tiny.lasting(5)
        for moment in [7.0, 8.0, 11.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 7", "0 waited 7 @0", "1 arrived 8", "2 arrived 11",
                "0 served 7–12 @0", "1 waited 8–12 @0 busy", "0 left 7–12 =0",
                "1 served 12–17 @0", "1 left 8–17 =0",
                "2 waited 11–30 @0 closed +1",
                "2 served 30–35 @0", "2 left 11–35 =0",
            ]
        )
        #expect(seen.classes.map(\.kindTimes) == [[5, 0, 0, 0], [5, 4, 0, 0], [5, 0, 19, 0]])
        #expect(seen.pools[0].busyArea == 8)
        #expect(seen.pools[0].overtimeArea == 7)
        #expect(seen.pools[0].scheduledArea == 15)
    }

    @Test func `overtime ends with the last one inside`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(Self.days))
        let five = tiny.lasting(5)
        // Entity 2 comes at 17, when the last one inside has just been served.
        for moment in [7.0, 8.0, 17.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        let served = try tiny.timetable().filter { $0.contains("served") }
        #expect(served == ["0 served 7–12 @0", "1 served 12–17 @0", "2 served 30–35 @0"])
    }

    @Test func `those who waited outside go in the order in which they came`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(Self.days))
        let five = tiny.lasting(5)
        for moment in [12.0, 11.0, 29.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        let served = try tiny.timetable().filter { $0.contains("served") }
        #expect(served == ["0 served 30–35 @0", "1 served 35–40 @0", "2 served 40–45 @0"])
    }

    @Test func `those inside when a day ends in its break wait for the next opening`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool([
            CapacityChange(moment: 0, servers: 1),
            CapacityChange(moment: 10, servers: 0),
            CapacityChange(moment: 15, servers: 0, endsDay: true),
            CapacityChange(moment: 30, servers: 1),
        ])
        let desk = tiny.request(pool)
        let five = tiny.lasting(5)
        for moment in [16.0, 12.0] { tiny.entity(at: moment, tiny.visit(desk, five)) }
        let seen = try tiny.run()
        let served = seen.journeys.map(\.line).filter { $0.contains("served") }
        #expect(served == ["0 served 30–35 @0", "1 served 35–40 @0"])
        #expect(seen.classes.map(\.kindTimes) == [[5, 5, 14, 0], [5, 0, 18, 0]])
    }

    static let days = [
        CapacityChange(moment: 0, servers: 1),
        CapacityChange(moment: 10, servers: 0, endsDay: true),
        CapacityChange(moment: 30, servers: 1),
    ]
}
