import ScenarioModel
import SimulationCore

/// Targets to be judged.
extension ProgramBuilder {
    mutating func addTargets() {
        var limits: [TallyLayout.Limit] = []
        var tallies: [[Int]] = []
        for target in scenario.targets {
            let judged = talliesJudged(by: target)
            tallies.append(judged)
            limits += judged.map { TallyLayout.Limit(tally: Int32($0), atMost: target.limit.microseconds) }
        }
        layout.setLimits(limits)
        for (target, judged) in zip(scenario.targets, tallies) {
            let places = judged.compactMap { tally in
                layout.limits.firstIndex {
                    $0 == TallyLayout.Limit(tally: Int32(tally), atMost: target.limit.microseconds)
                }
            }
            let lost = talliesOfLost(by: target)
            symbols.targets.append(SymbolTable.TargetSymbol(tallies: judged + lost, limits: places))
        }
    }

    /// Those who gave up waiting have not been served in time: they are judged, and never within the limit.
    func talliesOfLost(by target: Target) -> [Int] {
        guard case .waitingTime(let pool) = target.measure else { return [] }
        let families = scenario.familyClasses
        let classes = families.indices.filter {
            target.familyClass == nil || families[$0].name == target.familyClass
        }
        let waits = symbols.waits.filter { $0.isOfFamily && $0.pools.contains { symbols.pools[$0] == pool } }
        return waits.flatMap { wait in classes.map { wait.givenUp + $0 } }
    }

    func talliesJudged(by target: Target) -> [Int] {
        let families = scenario.familyClasses
        let all = families.indices.filter {
            target.familyClass == nil || families[$0].name == target.familyClass
        }
        // A pool serves everybody; journeys are those of the families that the study is about.
        let foreground = all.filter { target.familyClass != nil || !families[$0].isBackground }
        let classes = foreground.isEmpty ? all : foreground
        switch target.measure {
        case .waitingTime(let pool):
            let waits = symbols.waits.filter {
                $0.isOfFamily && $0.pools.contains { symbols.pools[$0] == pool }
            }
            return waits.flatMap { wait in all.map { wait.openWait + $0 } }
        case .timeInSystem: return classes.map { Int(layout.timeInSystem) + $0 }
        case .timeToFirstHelp: return classes.map { Int(layout.timeToFirstHelp) + $0 }
        }
    }
}
