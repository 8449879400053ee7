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

    /// Where it is noted until when a family has a document: on the way of a member who holds one, its own; else everybody's.
    func held(_ kind: DocumentKind, _ context: RouteContext) throws(CompilationError) -> HeldPlan {
        guard var held = heldDocuments[kind.name] else {
            throw CompilationError(
                english: "unknown document '\(kind.name)'",
                russian: "неизвестный документ «\(kind.name)»"
            )
        }
        guard let holder = kind.holder, let member = context.member else { return held }
        guard holder == member else {
            throw CompilationError(
                english:
                    "document '\(kind.name)' is one of each '\(holder)', and this is the way of each '\(member)': ask for it"
                    + " on the way of '\(holder)' or before",
                russian:
                    "документ «\(kind.name)» — у каждого «\(holder)», а это путь для «\(member)»: запросите его на пути для"
                    + " «\(holder)» или раньше"
            )
        }
        held.isOwn = true
        return held
    }

    /// Refuses members who take part around already: the family could wait for them for ever.
    private func refuseEngagedTwice(
        _ role: String,
        _ name: String,
        _ context: RouteContext
    ) throws(CompilationError) {
        guard context.engaged.contains(role) else { return }
        throw CompilationError(
            english: "step '\(name)' needs '\(role)', who takes part in the steps around it already",
            russian: "шагу «\(name)» нужен «\(role)», а он уже участвует в шагах вокруг него"
        )
    }

    /// Refuses ways of each member inside the way of a member: chance tells members apart at one level only.
    func refuseMembersOfMembers(_ context: RouteContext, _ name: String) throws(CompilationError) {
        guard context.member != nil else { return }
        throw CompilationError(
            english:
                "step '\(name)' has 'each' inside another 'each'; one level is possible",
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
            try refuseEngagedTwice(members.role, name, context)
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
        inner.engaged.formUnion(with.members.map(\.role))
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
    ///
    /// Who serves is known unless it is a group, whose first alone has the server.
    mutating func emitMeeting(_ request: Int32, _ step: Int32, _ context: RouteContext) {
        guard symbols.counters.contains(.handOff) else { return }
        let isForGroup = program.requests[Int(request)].isForGroup
        emit(
            .meet,
            step: step,
            context,
            first: request,
            second: isForGroup ? 0 : 1,
            third: counter(.handOff)
        )
    }
}
