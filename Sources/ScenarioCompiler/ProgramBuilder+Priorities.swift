import ScenarioModel

extension ProgramBuilder {
    /// Collects the priority numbers that steps state, nested ones included.
    static func collectPriorities(_ steps: [Step], _ priorities: inout Set<Int>) {
        for step in steps.flatMap(\.andNested) {
            switch step.action {
            case .serve(let serve): if let priority = serve.priority { priorities.insert(priority) }
            case .keep(let keep): if let priority = keep.priority { priorities.insert(priority) }
            case .lookup(let lookup):
                if let priority = lookup.handling?.priority { priorities.insert(priority) }
            default: break
            }
        }
    }
}
