import SimulationCore
import TestSupport
import Testing

/// ```
///                        ┌─▶ [ delay 4 ] ─▶ leave, outcome 1
/// 0 at 1: ───────────────┼─▶ [ pool 0, 6 ]     in service until 7: finished, then broken off
///                        ├─▶ [ pool 1, 6 ]     waiting behind entity 1: broken off at 5
///                        └─▶ [ delay 9 ]       broken off at 5
/// 1 at 1 (before): [ pool 1: 1 server, 20 ]
/// ```
struct E03LeavingBreaksOffTests {
    @Test func `leaving breaks off strands that wait, are delayed or are served`() throws {
        var tiny = TinyProgram()
        let first = tiny.request(tiny.pool(1))
        let second = tiny.request(tiny.pool(1))
        let six = tiny.lasting(6)
        tiny.entity(at: 1, tiny.visit(second, tiny.lasting(20)))
        let leaves = tiny.rows([tiny.delay(tiny.lasting(4)), Instruction(.leave, first: 1)])
        let served = tiny.rows(tiny.visit(first, six) + [Instruction(.end)])
        let waits = tiny.rows(tiny.visit(second, six) + [Instruction(.end)])
        let delayed = tiny.rows([tiny.delay(tiny.lasting(9)), Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [leaves, served, waits, delayed], waitFor: 4)]
        tiny.entity(at: 1, [Instruction(.split)])
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 1", "0 waited 1 @1",
                "1 arrived 1", "1 split 1 =4", "1 waited 1 @0",
                "1 delayed 1–5", "1 brokenOff 5", "1 brokenOff 5", "1 brokenOff 5",
                "1 served 1–7 @0", "1 brokenOff 7", "1 left 1–7 =1",
                "0 served 1–21 @1", "0 left 1–21 =0",
            ]
        )
        // Service is the strongest kind throughout.
        #expect(seen.classes[1].kindTimes == [6, 0, 0, 0])
        #expect(seen.classes[1].outcomes == [0, 1, 0])
        #expect(seen.pools[1].lineArea == 4)
    }

    @Test func `a strand broken off in line lets those behind it move up`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool(2)
        let both = tiny.request(parts: [RequestPlan.Part(pool: pool, units: 2)])
        let one = tiny.request(pool)
        let nine = tiny.lasting(9)
        tiny.entity(at: 1, tiny.visit(one, nine))
        let leaves = tiny.rows([tiny.delay(tiny.lasting(4)), Instruction(.leave, first: 1)])
        let waits = tiny.rows(tiny.visit(both, nine) + [Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [leaves, waits], waitFor: 2)]
        tiny.entity(at: 2, [Instruction(.split)])
        tiny.entity(at: 3, tiny.visit(one, nine))
        // Entity 2 stands behind a strand that needs both servers, until that one is broken off at 6.
        let served = try tiny.timetable().filter { $0.contains("waited") || $0.contains("left") }
        #expect(
            served == [
                "0 waited 1 @0", "2 waited 3–6 @0 busy +1", "1 left 2–6 =1", "0 left 1–10 =0",
                "2 left 3–15 =0",
            ]
        )
    }

    @Test func `the first outcome stands when two strands leave at one instant`() throws {
        var tiny = TinyProgram()
        let four = tiny.lasting(4)
        let one = tiny.rows([tiny.delay(four), Instruction(.leave, first: 1)])
        let two = tiny.rows([tiny.delay(four), Instruction(.leave, first: 2)])
        tiny.program.splits = [SplitPlan(rows: [one, two], waitFor: 2)]
        tiny.entity(at: 1, [Instruction(.split)])
        #expect(try tiny.run().classes[0].outcomes == [0, 1, 0])
    }
}
