import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// Whether those of whom the engine says that they wait for each other for ever are still there at the end.
enum DeadlockComparison {
    /// A strand of the engine's circle that the second interpreter does not know, in words, or nil.
    static func difference(_ engine: EngineStory, _ reference: ReferenceRun) -> String? {
        let symbols = engine.compiled.symbols
        // Roles of members are numbered after the pools.
        let names = symbols.pools + symbols.roles
        for wait in engine.deadlock {
            let step = symbols.steps[wait.step].name
            let held = Set(wait.held.map { names[$0] })
            let isThere = reference.families.contains { family in
                // What the strands before it hold is held for it, too.
                let heldByFamily = family.strands.reduce(into: Set<String>()) {
                    $0.formUnion(poolsHeld(by: $1))
                }
                return family.strands.contains { strand in
                    if case .blocked(let pool) = strand.activity {
                        return pool.model.name == names[wait.pool] && held.isSubset(of: heldByFamily)
                    }
                    if case .engaging(let with, let own, _, _) = strand.activity {
                        return own == step && with.members.contains { $0.role == names[wait.pool] }
                            && held.isSubset(of: heldByFamily)
                    }
                    guard case .waiting(let own) = strand.activity, own.request.name == step else {
                        return false
                    }
                    return own.request.by.contains { $0.pool == names[wait.pool] }
                        && held.isSubset(of: heldByFamily)
                }
            }
            if !isThere { return "the deadlock differs: nobody waits at '\(step)' for ever" }
        }
        return nil
    }

    private static func poolsHeld(by strand: ReferenceStrand) -> Set<String> {
        var pools: Set<String> = []
        for errand in strand.errands {
            switch errand {
            case .giveBack(let uses, _), .giveBackLater(let uses, _, _, _): pools.formUnion(uses.map(\.pool))
            case .disengage(let with, _): pools.formUnion(with.members.map(\.role))
            default: continue
            }
        }
        return pools
    }
}
