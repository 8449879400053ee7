import ScenarioModel

/// Makes a scenario smaller as long as something about it stays true.
struct ScenarioShrinking {
    /// Whether what is looked for is still there.
    let holds: (Scenario) -> Bool

    /// The smallest scenario found by leaving out classes and steps and lessening arrivals, one after another.
    func smallest(from scenario: Scenario) -> Scenario {
        var smallest = scenario
        while let smaller = candidates(smallest).first(where: holds) { smallest = smaller }
        return smallest
    }

    private func candidates(_ scenario: Scenario) -> [Scenario] {
        var result: [Scenario] = []
        for place in scenario.familyClasses.indices {
            if scenario.familyClasses.count > 1 {
                var smaller = scenario
                smaller.familyClasses.remove(at: place)
                result.append(smaller)
            }
            if !scenario.familyClasses[place].atStart.isEmpty {
                var smaller = scenario
                smaller.familyClasses[place].atStart.removeLast()
                result.append(smaller)
            }
            let limit = scenario.familyClasses[place].arrivals.limit ?? 128
            if limit > 1 {
                for fewer in [limit / 2, limit - 1] {
                    var smaller = scenario
                    smaller.familyClasses[place].arrivals.limit = fewer
                    result.append(smaller)
                }
            }
        }
        for place in scenario.routes.indices {
            for steps in shorter(scenario.routes[place].steps) {
                var smaller = scenario
                smaller.routes[place].steps = steps
                result.append(smaller)
            }
        }
        return result
    }

    /// The lists of steps with one step less, at any depth; a step may also give way to the steps inside it.
    private func shorter(_ steps: [Step]) -> [[Step]] {
        var result: [[Step]] = []
        for (place, step) in steps.enumerated() {
            let (before, after) = (Array(steps[..<place]), Array(steps[(place + 1)...]))
            result.append(before + after)
            for inner in step.nested where !inner.isEmpty { result.append(before + inner + after) }
            for smaller in shorter(inside: step.action) {
                result.append(before + [Step(name: step.name, action: smaller)] + after)
            }
        }
        return result
    }

    /// The same step with shorter lists inside.
    private func shorter(inside action: StepAction) -> [StepAction] {
        switch action {
        case .serve(var serve):
            var result: [StepAction] = []
            for path in [\ServeStep.onGivingUp, \.onBalking, \.onRefusal, \.onSendingHome] {
                let inner = serve[keyPath: path]
                result += (inner.map(shorter) ?? []).map { steps in
                    serve[keyPath: path] = steps
                    defer { serve[keyPath: path] = inner }
                    return .serve(serve)
                }
            }
            return result
        case .keep(var keep):
            return shorter(keep.steps).map { steps in
                keep.steps = steps
                return .keep(keep)
            }
        case .repeat(var loop):
            return shorter(loop.steps).map { steps in
                loop.steps = steps
                return .repeat(loop)
            }
        case .visit(var visit):
            return shorter(visit.steps).map { steps in
                visit.steps = steps
                return .visit(visit)
            }
        case .members(var with):
            return shorter(with.steps).map { steps in
                with.steps = steps
                return .members(with)
            }
        case .together(let together):
            return together.branches.indices.flatMap { place in
                shorter(together.branches[place].steps).map { steps in
                    var smaller = together
                    smaller.branches[place].steps = steps
                    return .together(smaller)
                }
            }
        case .choose(let choose): return shorter(choose).map { .choose($0) }
        case .lookup, .delay, .use, .count, .set, .leave: return []
        }
    }

    private func shorter(_ choose: ChooseStep) -> [ChooseStep] {
        var result = shorter(choose.otherwise).map { ChooseStep(rule: choose.rule, otherwise: $0) }
        switch choose.rule {
        case .chances(let options):
            for (place, option) in options.enumerated() {
                for steps in shorter(option.steps) {
                    var options = options
                    options[place].steps = steps
                    result.append(ChooseStep(rule: .chances(options), otherwise: choose.otherwise))
                }
            }
        case .conditions(let options):
            for (place, option) in options.enumerated() {
                for steps in shorter(option.steps) {
                    var options = options
                    options[place].steps = steps
                    result.append(ChooseStep(rule: .conditions(options), otherwise: choose.otherwise))
                }
            }
        }
        return result
    }
}
