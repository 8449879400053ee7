import ScenarioModel
import SimulationCore

/// Families who are served together.
extension ProgramBuilder {
    /// The group of a step; steps of one name that say the same gather in one group.
    mutating func group(
        _ group: ServeStep.Group,
        of serve: ServeStep,
        _ name: String
    ) throws(CompilationError) -> Int32 {
        let key = GroupKey(name: name, serve: serve)
        if let index = groupIndex[key] { return index }
        var limit: Int32 = -1
        if let within = group.within { limit = try duration(within, "group@\(name)") }
        program.groups.append(
            GroupPlan(size: Int32(clamping: group.size), least: Int32(clamping: group.least), limit: limit)
        )
        let index = Int32(program.groups.count - 1)
        groupIndex[key] = index
        return index
    }

    /// Refuses pools that could leave a part of a group behind.
    func refuseGroup(_ serve: ServeStep, _ name: String) throws(CompilationError) {
        let unfit = pools(among: serve.by) { $0.suspendsServices || $0.closingRule == .sendHome }
        guard let pool = unfit.first else { return }
        throw CompilationError(
            english:
                "step '\(name)' is a group session of '\(pool.name)', which interrupts services or sends families"
                + " home; a group stays together",
            russian:
                "шаг «\(name)» — групповое занятие в пуле «\(pool.name)», где приём прерывают или семьи отправляют"
                + " домой; группа не расходится"
        )
    }
}
