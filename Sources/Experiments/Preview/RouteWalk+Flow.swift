import Foundation
import ScenarioModel

extension RouteWalk {
    mutating func walk(
        _ choice: PreviewStep.Choice,
        otherwise: [PreviewStep],
        _ weight: Double
    ) -> Passage {
        var passage = Passage(goesOn: 0)
        var rest = 1.0
        switch choice {
        case .chances(let options):
            for option in options {
                let share = min(rest, max(0, value(of: option.chance)))
                add(option.steps, share, weight, to: &passage)
                rest -= share
            }
        case .conditions(let options):
            if let option = options.first(where: { holds($0.condition) }) {
                add(option.steps, 1, weight, to: &passage)
                rest = 0
            }
        }
        add(otherwise, rest, weight, to: &passage)
        return passage
    }

    /// Walks a way that a share of the families takes.
    private mutating func add(
        _ steps: [PreviewStep],
        _ share: Double,
        _ weight: Double,
        to passage: inout Passage
    ) {
        guard share > 0 else { return }
        let one = walk(steps, weight * share)
        passage.goesOn += share * one.goesOn
        passage.time += share * one.time
    }

    /// The value of a factor, 0 or more; lines count as empty.
    func value(of factor: AttributeExpression?) -> Double {
        factor.map { max(0, $0.value(family.value, waiting: { _ in 0 })) } ?? 1
    }

    private func value(of chance: Chance) -> Double {
        switch chance {
        case .value(let value): value
        case .attribute(let name): family.value(name)
        }
    }

    /// Whether a condition holds; lines count as empty.
    private func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .attribute(let name, let comparison, let limit):
            Self.holds(family.value(name), comparison, limit)
        case .waiting(_, let comparison, let limit): Self.holds(0, comparison, limit)
        case .familyClass(let names): names.contains(family.className)
        case .all(let conditions): conditions.allSatisfy(holds)
        case .any(let conditions): conditions.contains(where: holds)
        }
    }

    private static func holds(_ value: Double, _ comparison: Condition.Comparison, _ limit: Double) -> Bool {
        switch comparison {
        case .less: value < limit
        case .lessOrEqual: value <= limit
        case .equal: value == limit
        case .notEqual: value != limit
        case .greaterOrEqual: value >= limit
        case .greater: value > limit
        }
    }

    /// All ways are walked; the time is that of the longest of those waited for.
    mutating func walk(_ together: PreviewStep.Together, _ weight: Double) -> Passage {
        var passage = Passage()
        var times: [Double] = []
        for branch in together.branches {
            let number = branch.each.map(family.value) ?? 1
            guard number > 0 else { continue }
            let one = walk(branch.steps, weight * number)
            passage.goesOn *= pow(one.goesOn, number)
            if case .members(let role) = together.waitFor, branch.each != role { continue }
            times += Array(repeating: one.time, count: Int(number))
        }
        times.sort()
        var waited = times.count
        if case .number(let number) = together.waitFor { waited = min(max(1, number), waited) }
        passage.time = waited == 0 ? 0 : times[waited - 1]
        if let within = together.within { passage.time = min(passage.time, within) }
        return passage
    }

    mutating func walk(_ loop: PreviewStep.Loop, _ weight: Double) -> Passage {
        // One round is walked for a single family first, then weighed by the expected number of rounds.
        let before = flows
        let round = walk(loop.steps, 1)
        let ofRound = flows
        flows = before
        let expected = rounds(loop, goesOn: round.goesOn)
        for pool in flows.indices {
            var share = PoolFlow()
            share.add(ofRound[pool], times: 1)
            share.add(before[pool], times: -1)
            flows[pool].add(share, times: weight * expected.starts)
        }
        return Passage(
            goesOn: expected.goesOn,
            time: expected.starts * round.time + max(0, expected.starts - 1) * loop.pause
        )
    }

    /// How many rounds are started, and how many families come to the end, of one that starts.
    private func rounds(_ loop: PreviewStep.Loop, goesOn: Double) -> (starts: Double, goesOn: Double) {
        func counted(_ number: Double) -> (starts: Double, goesOn: Double) {
            let number = min(loop.atMost, max(0, number))
            guard goesOn < 1 else { return (number, 1) }
            let end = pow(goesOn, number)
            return ((1 - end) / (1 - goesOn), end)
        }
        switch loop.rule {
        case .times(let mean): return counted(mean)
        case .timesAttribute(let name): return counted(family.value(name).rounded(.toNearestOrEven))
        case .again(let chance):
            let again = min(1, max(0, value(of: chance)))
            let back = goesOn * again
            guard back < 1 else { return (loop.atMost, goesOn) }
            let starts = (1 - pow(back, loop.atMost)) / (1 - back)
            return (starts, goesOn * (1 - again) * starts + goesOn * again * pow(back, loop.atMost - 1))
        }
    }
}
