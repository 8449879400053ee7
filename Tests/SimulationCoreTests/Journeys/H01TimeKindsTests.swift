import SimulationCore
import TestSupport
import Testing

/// ```
///            ┌─▶ [ pool 0, 5 ]  waits 1–4 behind entity 0, served 4–9
/// 1 at 1 ────┤
///            └─▶ [ delay 10 of kind closed, 1–11 ]         then [ delay 2 of kind away, 11–13 ]
///
/// time      1      4         9      11     13
/// strands   waiting, closed
///                  service, closed
///                            closed
/// counts    │ waiting │ service │ closed │ away │
/// ```
struct H01TimeKindsTests {
    @Test func `of the kinds that run side by side the strongest counts`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        tiny.entity(at: 1, tiny.visit(desk, tiny.lasting(3)))
        let served = tiny.rows(tiny.visit(desk, tiny.lasting(5)) + [Instruction(.end)])
        let closed = tiny.rows([
            tiny.delay(tiny.lasting(10), kind: TinyProgram.Kind.closed), Instruction(.end),
        ])
        tiny.program.splits = [SplitPlan(rows: [served, closed], waitFor: 2)]
        tiny.entity(at: 1, [Instruction(.split), tiny.delay(tiny.lasting(2))])
        let seen = try tiny.run()
        #expect(seen.classes.map(\.kindTimes) == [[3, 0, 0, 0], [5, 3, 2, 2]])
        #expect(seen.journeys.last?.line == "1 left 1–13 =0")
    }

    @Test func `kinds add up after a split of which one strand goes on alone`() throws {
        var tiny = TinyProgram()
        let short = tiny.rows([tiny.delay(tiny.lasting(2), kind: TinyProgram.Kind.closed), Instruction(.end)])
        let long = tiny.rows([
            tiny.delay(tiny.lasting(5), kind: TinyProgram.Kind.waiting),
            tiny.delay(tiny.lasting(6), kind: TinyProgram.Kind.closed), Instruction(.end),
        ])
        tiny.program.splits = [SplitPlan(rows: [short, long], waitFor: 1)]
        tiny.entity(at: 1, [Instruction(.split), tiny.delay(tiny.lasting(1))])
        // Waiting 1–6, then closed 6–12; the first strand has ended at 4.
        #expect(try tiny.run().classes[0].kindTimes == [0, 5, 6, 0])
    }

    @Test func `a second split starts from clean kinds`() throws {
        var tiny = TinyProgram()
        let away = tiny.rows([tiny.delay(tiny.lasting(2)), Instruction(.end)])
        let closed = tiny.rows([
            tiny.delay(tiny.lasting(3), kind: TinyProgram.Kind.closed), Instruction(.end),
        ])
        tiny.program.splits = [SplitPlan(rows: [away, closed], waitFor: 2)]
        tiny.entity(
            at: 1,
            [
                Instruction(.split), tiny.delay(tiny.lasting(4), kind: TinyProgram.Kind.waiting),
                Instruction(.split),
            ]
        )
        #expect(try tiny.run().classes[0].kindTimes == [0, 4, 6, 0])
    }
}
