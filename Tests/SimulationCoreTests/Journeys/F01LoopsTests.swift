import RandomStreams
import SimulationCore
import TestSupport
import Testing

/// ```
///          ┌───────────────┐
/// at 1 ──▶ │ [ delay 2 ] ──┤ so many rounds ──▶ gone
///          └──◀────────────┘
///
/// A round's number stands in the low bits of the occurrence: 0, 1, 2, and 0 again outside.
/// ```
struct F01LoopsTests {
    @Test(arguments: [
        (3.0, 3), (2.5, 2), (0, 0), (-1, 0), (9, 4),
    ])
    func `a drawn number of rounds is rounded half to even and limited`(drawn: Double, rounds: Int) throws {
        var tiny = TinyProgram()
        let draw = tiny.draw(try Sampler.constant(drawn))
        addLoop(to: &tiny, rule: .drawn(draw: draw))
        let seen = try tiny.run()
        #expect(seen.journeys.map(\.line) == expected(rounds))
        #expect(seen.loopsStopped == (drawn > 4 ? 1 : 0))
    }

    @Test func `a register may hold the number of rounds`() throws {
        var tiny = TinyProgram()
        addLoop(to: &tiny, rule: .register(0))
        _ = tiny.register(2)
        #expect(try tiny.timetable() == expected(2))
    }

    @Test(arguments: [(0.0, 1, 0), (1, 4, 1)])
    func `another round may hang on a chance`(chance: Double, rounds: Int, stopped: Int64) throws {
        var tiny = TinyProgram()
        addLoop(to: &tiny, rule: .again(draw: tiny.chance(), chance: chance, register: -1))
        let seen = try tiny.run()
        #expect(seen.journeys.map(\.line) == expected(rounds))
        #expect(seen.loopsStopped == stopped)
    }

    @Test func `nested loops count their own rounds`() throws {
        var tiny = TinyProgram()
        let two = tiny.draw(try Sampler.constant(2))
        let one = tiny.delay(tiny.lasting(1))
        tiny.program.loops = [
            LoopPlan(level: 1, rule: .drawn(draw: two), limit: 9),
            LoopPlan(level: 2, rule: .drawn(draw: two), limit: 9),
        ]
        let start = tiny.nextRow
        tiny.entity(
            at: 1,
            [
                Instruction(.beginLoop, first: 0, second: start + 5),
                Instruction(.beginLoop, first: 1, second: start + 4),
                one,
                Instruction(.endLoop, first: 1, second: start + 2),
                Instruction(.endLoop, first: 0, second: start + 1),
            ]
        )
        let inner: UInt64 = 1 << 32
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 delayed 1–2", "0 delayed 2–3 occurrence \(inner)",
                "0 delayed 3–4 occurrence 1", "0 delayed 4–5 occurrence \(inner + 1)",
                "0 left 1–5 =0",
            ]
        )
    }

    @Test func `a loop left by a jump starts anew at its first round`() throws {
        var tiny = TinyProgram()
        let nine = tiny.draw(try Sampler.constant(9))
        let two = tiny.draw(try Sampler.constant(2))
        tiny.program.loops = [
            LoopPlan(level: 1, rule: .drawn(draw: nine), limit: 9),
            LoopPlan(level: 1, rule: .drawn(draw: two), limit: 9),
        ]
        // Nobody serves pool 0: its line is empty until 3 and holds one from then on.
        let desk = tiny.request(tiny.pool(0))
        tiny.program.horizon = 20
        tiny.program.tests = [.lineLength(pool: 0, .less, 1)]
        let delay = tiny.delay(tiny.lasting(1))
        let start = tiny.nextRow
        tiny.entity(
            at: 1,
            [
                Instruction(.beginLoop, first: 0, second: start + 4), delay,
                Instruction(.test, second: start + 4), Instruction(.endLoop, first: 0, second: start + 1),
                Instruction(.beginLoop, first: 1, second: start + 7), delay,
                Instruction(.endLoop, first: 1, second: start + 5),
            ]
        )
        tiny.entity(at: 3, [tiny.seize(desk)])
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 delayed 1–2", "1 arrived 3", "0 delayed 2–3 occurrence 1",
                "0 delayed 3–4", "0 delayed 4–5 occurrence 1", "0 left 1–5 =0",
            ]
        )
    }

    private func addLoop(to tiny: inout TinyProgram, rule: LoopPlan.Rule) {
        tiny.program.loops = [LoopPlan(level: 1, rule: rule, limit: 4)]
        let delay = tiny.delay(tiny.lasting(2))
        let start = tiny.nextRow
        tiny.entity(
            at: 1,
            [
                Instruction(.beginLoop, second: start + 3), delay, Instruction(.endLoop, second: start + 1),
            ]
        )
    }

    private func expected(_ rounds: Int) -> [String] {
        let delays = (0..<rounds).map { round in
            "0 delayed \(1 + 2 * round)–\(3 + 2 * round)" + (round > 0 ? " occurrence \(round)" : "")
        }
        let end = 1 + 2 * rounds
        return ["0 arrived 1"] + delays + ["0 left \(end == 1 ? "1" : "1–\(end)") =0"]
    }
}
