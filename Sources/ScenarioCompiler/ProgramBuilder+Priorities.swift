import ScenarioModel

extension ProgramBuilder {
    /// Collects the priority numbers that steps state, nested ones included.
    static func collectPriorities(_ steps: [Step], _ priorities: inout Set<Int>) {
        for step in steps {
            switch step.action {
            case .serve(let serve): if let priority = serve.priority { priorities.insert(priority) }
            case .keep(let keep): if let priority = keep.priority { priorities.insert(priority) }
            case .lookup(let lookup):
                if let priority = lookup.handling?.priority { priorities.insert(priority) }
            default: break
            }
            for nested in step.nested { collectPriorities(nested, &priorities) }
        }
    }
}

extension Step {
    /// The lists of steps inside this one, in order.
    var nested: [[Step]] {
        switch action {
        case .serve(let serve): [serve.onGivingUp, serve.onBalking, serve.onRefusal].compactMap(\.self)
        case .keep(let keep): [keep.steps] + [keep.onGivingUp].compactMap(\.self)
        case .choose(let choose):
            switch choose.rule {
            case .chances(let options): options.map(\.steps) + [choose.otherwise]
            case .conditions(let options): options.map(\.steps) + [choose.otherwise]
            }
        case .together(let together): together.branches
        case .repeat(let loop): [loop.steps]
        case .visit(let visit): [visit.steps]
        case .lookup, .delay, .use, .count, .leave: []
        }
    }
}
