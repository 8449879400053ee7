import SimulationCore
import TestSupport
import Testing

/// ```
/// pool 0: 1 server          pool 1: 1 server
///
/// entity   at   needs          served   why
/// 0        1    pool 1         1–6
/// 1        2    both           6–11     pool 0 is free from 2 on, but it takes both at once
/// 2        3    pool 0         11–16    does not overtake entity 1
/// ```
struct F02SeveralResourcesTests {
    @Test func `resources are seized all at once, and nobody is overtaken`() throws {
        var tiny = TinyProgram()
        let pools = (tiny.pool(1), tiny.pool(1))
        let both = tiny.request(pools.0, pools.1)
        let first = tiny.request(pools.0)
        let second = tiny.request(pools.1)
        let five = tiny.lasting(5)
        tiny.entity(at: 1, tiny.visit(second, five))
        tiny.entity(at: 2, tiny.visit(both, five))
        tiny.entity(at: 3, tiny.visit(first, five))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @1", "1 arrived 2", "2 arrived 3",
                "0 served 1–6 @1", "1 waited 2–6 @0 busy", "0 left 1–6 =0",
                "1 served 6–11 @0", "2 waited 3–11 @0 busy +1", "1 left 2–11 =0",
                "2 served 11–16 @0", "2 left 3–16 =0",
            ]
        )
    }

    @Test func `those who need several units wait for all of them`() throws {
        var tiny = TinyProgram()
        let pool = tiny.pool(3)
        let one = tiny.request(pool)
        let three = tiny.request(parts: [RequestPlan.Part(pool: pool, units: 3)])
        let five = tiny.lasting(5)
        tiny.entity(at: 1, tiny.visit(one, five))
        tiny.entity(at: 2, tiny.visit(three, five))
        tiny.entity(at: 3, tiny.visit(one, five))
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line).filter { $0.contains("served") } == [
                "0 served 1–6 @0", "1 served 6–11 @0", "2 served 11–16 @0",
            ]
        )
        #expect(seen.pools[0].busyArea == 5 + 15 + 5)
    }

    @Test func `a resource may be kept over several steps`() throws {
        var tiny = TinyProgram()
        let bed = tiny.request(tiny.pool(1))
        let desk = tiny.request(tiny.pool(1))
        let two = tiny.lasting(2)
        let stay: [Instruction] =
            [tiny.seize(bed)] + tiny.visit(desk, two) + [tiny.delay(two, holding: bed), tiny.release(bed)]
        tiny.entity(at: 1, stay)
        tiny.entity(at: 1, stay)
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 waited 1 @0", "0 waited 1 @1", "1 arrived 1",
                "0 served 1–3 @1", "0 delayed 3–5", "1 waited 1–5 @0 busy", "0 left 1–5 =0",
                "1 waited 5 @1", "1 served 5–7 @1", "1 delayed 7–9", "1 left 1–9 =0",
            ]
        )
    }

    @Test func `a strand broken off gives back what it holds`() throws {
        var tiny = TinyProgram()
        let bed = tiny.request(tiny.pool(1))
        let leaves = tiny.rows([tiny.delay(tiny.lasting(3)), Instruction(.leave, first: 1)])
        let holds = tiny.rows([
            tiny.seize(bed), tiny.delay(tiny.lasting(50), holding: bed), tiny.release(bed), Instruction(.end),
        ])
        tiny.program.splits = [SplitPlan(rows: [leaves, holds], waitFor: 2)]
        tiny.entity(at: 1, [Instruction(.split)])
        tiny.entity(at: 2, tiny.visit(bed, tiny.lasting(5)))
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 split 1 =2", "0 waited 1 @0", "1 arrived 2",
                "0 delayed 1–4", "0 brokenOff 4", "0 brokenOff 4", "1 waited 2–4 @0 busy", "0 left 1–4 =1",
                "1 served 4–9 @0", "1 left 2–9 =0",
            ]
        )
    }
}
