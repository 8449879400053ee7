import Foundation
import RandomStreams
import ScenarioCompiler
import ScenarioModel

extension RouteWalk {
    mutating func walk(_ choose: ChooseStep, _ weight: Double) throws(CompilationError) -> Passage {
        var ways: [(share: Double, steps: [Step])] = []
        var rest = 1.0
        switch choose.rule {
        case .chances(let options):
            for option in options {
                let share = min(rest, max(0, value(of: option.chance)))
                ways.append((share, option.steps))
                rest -= share
            }
        case .conditions(let options):
            for option in options where rest > 0 && holds(option.condition) {
                ways.append((1, option.steps))
                rest = 0
            }
        }
        ways.append((rest, choose.otherwise))
        var passage = Passage(goesOn: 0)
        for way in ways where way.share > 0 {
            let one = try walk(way.steps, weight * way.share)
            passage.goesOn += way.share * one.goesOn
            passage.time += way.share * one.time
        }
        return passage
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
    mutating func walk(_ together: TogetherStep, _ weight: Double) throws(CompilationError) -> Passage {
        var passage = Passage()
        var times: [Double] = []
        for branch in together.branches {
            let one = try walk(branch, weight)
            passage.goesOn *= one.goesOn
            times.append(one.time)
        }
        times.sort()
        let waited = min(max(1, together.waitFor), times.count)
        passage.time = times.isEmpty ? 0 : times[waited - 1]
        if let within = together.within { passage.time = min(passage.time, try mean(within)) }
        return passage
    }

    mutating func walk(_ loop: RepeatStep, _ weight: Double) throws(CompilationError) -> Passage {
        // One round is walked for a single family first, then weighed by the expected number of rounds.
        let before = flows
        let round = try walk(loop.steps, 1)
        let ofRound = flows
        flows = before
        let expected = try rounds(loop, goesOn: round.goesOn)
        for pool in flows.indices {
            var share = PoolFlow()
            share.add(ofRound[pool], times: 1)
            share.add(before[pool], times: -1)
            flows[pool].add(share, times: weight * expected.starts)
        }
        let pause = try loop.every.map(mean) ?? 0
        return Passage(
            goesOn: expected.goesOn,
            time: expected.starts * round.time + max(0, expected.starts - 1) * pause
        )
    }

    /// How many rounds are started, and how many families come to the end, of one that starts.
    private func rounds(
        _ loop: RepeatStep,
        goesOn: Double
    ) throws(CompilationError) -> (starts: Double, goesOn: Double) {
        let limit = Double(loop.atMost)
        func counted(_ number: Double) -> (starts: Double, goesOn: Double) {
            let number = min(limit, max(0, number))
            guard goesOn < 1 else { return (number, 1) }
            let end = pow(goesOn, number)
            return ((1 - end) / (1 - goesOn), end)
        }
        switch loop.rule {
        case .times(let law): return counted(try moments.of(law).mean)
        case .timesAttribute(let name): return counted(family.value(name).rounded(.toNearestOrEven))
        case .again(let chance):
            let again = min(1, max(0, value(of: chance)))
            let back = goesOn * again
            guard back < 1 else { return (limit, goesOn) }
            let starts = (1 - pow(back, limit)) / (1 - back)
            return (starts, goesOn * (1 - again) * starts + goesOn * again * pow(back, limit - 1))
        }
    }
}
