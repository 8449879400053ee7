import SimulationCore
import TestSupport
import Testing

/// ```
///            ┌─▶ [ pool 0: 1 server, 5 ] ─┐
/// at 1 ──────┤                            ├─ all ─▶ [ delay 2 ] ──▶ gone
///            └─▶ [ delay 3 ] ─────────────┘
///
/// strand   does
/// first    served 1–6
/// second   delayed 1–4
/// joined   at 6, delayed 6–8, leaves at 8
/// ```
struct E01SplitAndJoinTests {
    @Test func `strands run side by side and the last one to end lets the entity go on`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let served = tiny.rows(tiny.visit(desk, tiny.lasting(5)) + [Instruction(.end)])
        let delayed = tiny.rows([tiny.delay(tiny.lasting(3)), Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [served, delayed], waitFor: 2)]
        tiny.entity(at: 1, [Instruction(.split), tiny.delay(tiny.lasting(2))])
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 split 1 =2", "0 waited 1 @0",
                "0 delayed 1–4", "0 served 1–6 @0",
                "0 joined 1–6 =0",
                "0 delayed 6–8", "0 left 1–8 =0",
            ]
        )
    }

    @Test func `two strands may stand in one line`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let served = tiny.rows(tiny.visit(desk, tiny.lasting(5)) + [Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [served, served], waitFor: 2)]
        tiny.entity(at: 1, [Instruction(.split)])
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 split 1 =2", "0 waited 1 @0",
                "0 served 1–6 @0", "0 waited 1–6 @0 busy", "0 served 6–11 @0",
                "0 joined 1–11 =0", "0 left 1–11 =0",
            ]
        )
    }

    @Test func `a strand may split again`() throws {
        var tiny = TinyProgram()
        let two = tiny.rows([tiny.delay(tiny.lasting(2)), Instruction(.end)])
        let three = tiny.rows([tiny.delay(tiny.lasting(3)), Instruction(.end)])
        let inner = tiny.rows([Instruction(.split, first: 1), Instruction(.end)])
        tiny.program.splits = [
            SplitPlan(rows: [inner, two], waitFor: 2), SplitPlan(rows: [two, three], waitFor: 2),
        ]
        tiny.entity(at: 1, [Instruction(.split, first: 0)])
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 split 1 =2", "0 split 1 =2",
                "0 delayed 1–3", "0 delayed 1–3", "0 delayed 1–4",
                "0 joined 1–4 =0", "0 joined 1–4 =0", "0 left 1–4 =0",
            ]
        )
    }
}
