import SimulationCore
import TestSupport
import Testing

/// ```
/// warm-up until 3, horizon 40; all come with the value 1
///
/// at 2, 4, 5, 35, 36 ──▶ [ pool 0: 1 server, 10 ticks ] ──▶ those of 2 and 5 get the value 0 ──▶ gone
///
/// entity   joins   served   counts
/// 0        2       2–12     neither wait, help nor journey
/// 1        4       12–22    wait and help 8 and journey 18, all at 1
/// 2        5       22–32    wait and help 17 at 1, journey 27 at 0
/// 3        35      35–      wait and help 0 at 1; present at 1
/// 4        36               of a class that takes no part
/// ```
struct I03GroupingsTests {
    private static func program(values: Int32) -> TinyProgram {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let ten = tiny.lasting(10)
        var change = AssignmentPlan(register: 0)
        change.expression = 0
        tiny.program.expressions = [ExpressionPlan([.number(0)])]
        tiny.program.assignments = [[change]]
        for (moment, changes) in [(2.0, true), (4, false), (5, true), (35, false), (36, false)] {
            tiny.entity(
                at: moment,
                tiny.visit(desk, ten) + (changes ? [Instruction(.set, first: 0)] : [])
            )
        }
        tiny.program.warmUp = 3
        tiny.program.horizon = 40
        let register = tiny.register(1)
        tiny.program.groupings = [
            GroupingPlan(
                register: register,
                valueCount: values,
                takesPart: [true, true, true, true, false]
            )
        ]
        return tiny
    }

    @Test func `waits count by the value when they are granted, journeys by that on leaving`() throws {
        let tiny = Self.program(values: 2)
        let plan = tiny.finished().groupings[0]
        let seen = try tiny.run()
        func sums(_ first: Int32) -> [[Int128]] {
            (0..<2).map { [Int128(seen.tallies[Int(first) + $0].count), seen.tallies[Int(first) + $0].sum] }
        }
        #expect(sums(plan.waits) == [[0, 0], [3, 8 + 17]])
        #expect(sums(plan.timeToFirstHelp) == [[0, 0], [3, 8 + 17]])
        #expect(sums(plan.timeInSystem) == [[1, 27], [1, 18]])
        #expect(sums(plan.ownTime) == [[1, 27], [1, 18]])
        #expect(seen.groupings[0].outcomes == [[1, 0, 0], [1, 0, 0]])
        #expect(seen.groupings[0].present == [0, 1])
    }

    @Test func `who has none of the values is left out`() throws {
        let tiny = Self.program(values: 1)
        let plan = tiny.finished().groupings[0]
        let seen = try tiny.run()
        #expect(seen.tallies[Int(plan.waits)].count == 0)
        #expect(seen.tallies[Int(plan.timeInSystem)].sum == 27)
        #expect(seen.groupings[0].outcomes == [[1, 0, 0]])
        #expect(seen.groupings[0].present == [0])
    }
}
