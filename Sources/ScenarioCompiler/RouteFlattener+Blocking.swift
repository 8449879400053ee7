import ScenarioModel
import SimulationCore

/// Families who wait where they are until there is room at the next step.
extension ProgramBuilder {
    /// Whether a step is one before which families are held up.
    func blocks(_ step: Step?) -> Bool {
        switch step?.action {
        case .serve(let serve): !serve.isOfficeWork && pools(among: serve.by, where: \.blocks).count == 1
        case .keep(let keep): pools(among: keep.by, where: \.blocks).count == 1
        default: false
        }
    }

    /// Emits the row at which families wait for room before a request, and completes those of the step before.
    mutating func emitEntering(
        _ request: RequestPlan,
        _ index: Int32,
        _ step: Int32,
        _ context: RouteContext
    ) {
        let pool = program.pools[Int(request.parts[0].pool)]
        guard pool.blocks, request.isPresent else { return }
        emit(.enter, kind: .blocked, step: step, context, first: index)
        for (row, seize) in entering {
            program.instructions[row].first = index
            program.instructions[row].step = step
            place(seize)
        }
        entering = []
    }

    /// Refuses what cannot be held up.
    func refuseBlocking(_ uses: [PoolUse], isGroup: Bool, _ name: String) throws(CompilationError) {
        guard let pool = pools(among: uses, where: \.blocks).first, uses.count > 1 || isGroup else { return }
        throw CompilationError(
            english:
                "step '\(name)' needs '\(pool.name)', for which families are held up ('when full'), together with others or"
                + " for a group; only one pool and single families can be waited for",
            russian:
                "шагу «\(name)» нужен пул «\(pool.name)», перед которым семьи ждут места («when full»), вместе с другим"
                + " или для группы; так можно ждать только один пул и по одной семье"
        )
    }
}
