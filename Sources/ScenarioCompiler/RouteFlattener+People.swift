import ScenarioModel
import SimulationCore

/// Who of named staff serves.
extension ProgramBuilder {
    /// Which members of a pool a step may be served by; nil where they are interchangeable.
    func selection(
        _ uses: [PoolUse],
        skill: String?,
        person: PersonRule?,
        _ name: String,
        _ context: RouteContext
    ) throws(CompilationError) -> ServerSelection? {
        guard let pool = pools(among: uses, where: { !$0.members.isEmpty }).first else {
            guard skill == nil, person == nil else { throw .nobodyNamed(name, uses.map(\.pool)) }
            return nil
        }
        guard uses.count == 1, uses[0].units == 1 else {
            throw CompilationError(
                english:
                    "step '\(name)' needs '\(pool.name)', whose staff are told apart, together with others; put 'keep'"
                    + " for the others around it",
                russian:
                    "шагу «\(name)» нужен пул «\(pool.name)», где сотрудники названы поимённо, вместе с чем-то ещё;"
                    + " удерживайте остальное вокруг шага (keep)"
            )
        }
        let isHeld = context.kept.keys.contains { kept in
            kept == pool.name || (kept == pool.people && !pool.areCases)
        }
        if isHeld {
            throw CompilationError(
                english:
                    "step '\(name)' asks for one of '\(pool.name)' while one is kept around it; who is wanted could be"
                    + " the one who is kept",
                russian:
                    "шагу «\(name)» нужен сотрудник пула «\(pool.name)», а вокруг него один уже удерживается; нужным может"
                    + " оказаться именно он"
            )
        }
        let all = UInt64.max >> UInt64(64 - pool.members.count)
        var selection = ServerSelection(able: all, place: context.namedKept)
        if let skill {
            let second = mask(pool) { $0.secondSkills.contains(skill) }
            selection.preferred = mask(pool) { $0.skills.contains(skill) }
            selection.able = selection.preferred | second
            guard selection.able != 0 else { throw .unskilled(name, skill, pool) }
        }
        selection.rule = Self.rule(person)
        selection.assigns = pool.areCases
        selection.register = personRegisters[pool.people] ?? -1
        if selection.rule == .another, selection.able.nonzeroBitCount == 1 { throw .nobodyElse(name, pool) }
        return selection
    }

    private func mask(_ pool: ResourcePool, _ holds: (StaffMember) -> Bool) -> UInt64 {
        pool.members.enumerated().reduce(0) { $0 | (holds($1.element) ? UInt64(1) << UInt64($1.offset) : 0) }
    }

    private static func rule(_ person: PersonRule?) -> ServerSelection.Rule {
        switch person {
        case nil: .anyone
        case .same: .own
        case .sameIfOnDuty: .ownIfPresent
        case .sameIfFree: .ownIfFree
        case .another: .another
        }
    }
}

extension CompilationError {
    fileprivate static func nobodyNamed(_ step: String, _ pools: [String]) -> Self {
        let names = pools.joined(separator: ", ")
        return CompilationError(
            english:
                "step '\(step)' says who serves ('skill' or 'person'), but '\(names)' has no 'members' to tell apart",
            russian:
                "шаг «\(step)» указывает, кто принимает («skill» или «person»), но сотрудники «\(names)» не названы"
                + " поимённо («members»)"
        )
    }

    fileprivate static func nobodyElse(_ step: String, _ pool: ResourcePool) -> Self {
        CompilationError(
            english:
                "step '\(step)' asks for another person, but only one of '\(pool.name)' is able to serve it",
            russian:
                "шагу «\(step)» нужен другой сотрудник, а принять его может только один из пула «\(pool.name)»"
        )
    }

    fileprivate static func unskilled(_ step: String, _ skill: String, _ pool: ResourcePool) -> Self {
        let known = Set(pool.members.flatMap { $0.skills + $0.secondSkills }).sorted()
        let list = known.joined(separator: ", ")
        return CompilationError(
            english:
                "step '\(step)' needs the skill '\(skill)', which nobody of '\(pool.name)' has; there are: \(list)",
            russian:
                "шагу «\(step)» нужен навык «\(skill)», а в пуле «\(pool.name)» им никто не владеет; есть: \(list)"
        )
    }
}
