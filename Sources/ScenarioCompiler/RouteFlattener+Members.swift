import ScenarioModel
import SimulationCore

/// Members of families, by role.
extension ProgramBuilder {
    /// Index of a role.
    func role(_ name: String) throws(CompilationError) -> Int32 {
        guard let index = roleIndex[name] else {
            throw CompilationError(
                english: "no family class has members '\(name)'",
                russian: "ни в одной категории семей нет членов семьи «\(name)»"
            )
        }
        return index
    }

    /// Refuses ways of each member inside the way of a member: chance tells members apart at one level only.
    func refuseMembersOfMembers(_ context: RouteContext, _ name: String) throws(CompilationError) {
        guard context.isOfMember else { return }
        throw CompilationError(
            english:
                "step '\(name)' goes 'each' way of members inside another such way; one level is possible",
            russian: "шаг «\(name)»: «each» внутри другого «each»; допускается один уровень"
        )
    }

    /// Emits the rows of steps that members take part in.
    mutating func flatten(
        _ with: MembersStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "with")
        var parts: [EngagementPlan.Part] = []
        for members in with.members {
            parts.append(
                EngagementPlan.Part(
                    role: try role(members.role),
                    most: Int32(clamping: members.most ?? FamilyClass.membersInRole)
                )
            )
        }
        program.engagements.append(EngagementPlan(parts: parts))
        let index = Int32(program.engagements.count - 1)
        emit(.engage, step: step, context, first: index)
        var inner = context
        inner.unwind = label()
        inner.next = nil
        // Who takes part goes home with the family.
        if inner.wayBack?.unwind == context.unwind { inner.wayBack?.unwind = inner.unwind }
        later.unwindings.append(
            LaterRows.Unwinding(start: inner.unwind, rows: .members(index), step: step, context: context)
        )
        try flatten(with.steps, inner, &later)
        emit(.disengage, step: step, inner, first: index)
    }

    /// Emits the row that notes who has dealt with the family, where hand-offs are counted.
    mutating func emitMeeting(_ request: Int32, of pool: Int32, _ step: Int32, _ context: RouteContext) {
        guard symbols.counters.contains(.handOff) else { return }
        emit(.meet, step: step, context, first: request, second: pool, third: counter(.handOff))
    }
}
