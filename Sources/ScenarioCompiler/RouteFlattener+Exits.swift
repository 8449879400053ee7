import ScenarioModel
import SimulationCore

/// Where families go who are not served.
extension ProgramBuilder {
    /// Steps of families who are not served at a step; nil for what is usual.
    struct Exits {
        var onGivingUp: [Step]?
        var onBalking: [Step]?
        var onRefusal: [Step]?
        var onSendingHome: [Step]?
    }

    /// Sets where a request leads those who are not served, and puts here the row to which who was sent home comes again.
    mutating func setExits(
        _ exits: Exits,
        of request: inout RequestPlan,
        for uses: [PoolUse],
        _ step: Int32,
        _ context: RouteContext,
        then end: Label,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        request.givingUpRow = exit(exits.onGivingUp, .gaveUp, context, end, &later).number
        request.balkingRow = exit(exits.onBalking, .balked, context, end, &later).number
        request.refusalRow = exit(exits.onRefusal, .refused, context, end, &later).number
        request.sendingAwayRow = end.number
        let sending = pools(among: uses) { $0.closingRule == .sendHome && !$0.duty.isEmpty }
        guard let first = sending.first else { return }
        guard exits.onSendingHome == nil else {
            request.sendingAwayRow = exit(exits.onSendingHome, .gaveUp, context, end, &later).number
            return
        }
        try refuseKeepingOvernight(first, context)
        let start = label()
        place(start)
        let home = label()
        request.sendingAwayRow = home.number
        // The pool that has shut is among them, so that time passes before the family comes again.
        let openings = try sending.map { pool throws(CompilationError) in
            try shiftTable(pool.duty[0].calendar)
        }
        later.returns.append(
            LaterRows.Return(start: home, openings: openings, step: step, context: context, then: start)
        )
    }

    /// Refuses to send families home for whom something is kept meanwhile.
    private func refuseKeepingOvernight(
        _ pool: ResourcePool,
        _ context: RouteContext
    ) throws(CompilationError) {
        if !context.engaged.isEmpty {
            throw CompilationError(
                english:
                    "'\(pool.name)' sends families home at closing, but here members of the family take part ('with'), who"
                    + " would be busy overnight; say what follows with 'if sent home'",
                russian:
                    "«\(pool.name)» отправляет семьи домой при закрытии, а здесь участвуют члены семьи («with»): они были бы"
                    + " заняты и ночью; укажите, что следует, ключом «if sent home»"
            )
        }
        guard !context.kept.isEmpty else { return }
        throw CompilationError(
            english:
                "'\(pool.name)' sends families home at closing, but here something is kept for them, which they"
                + " would keep overnight; say what follows with 'if sent home'",
            russian:
                "«\(pool.name)» отправляет семьи домой при закрытии, а за ними здесь что-то удерживается и"
                + " осталось бы за ними на ночь; укажите, что следует, ключом «if sent home»"
        )
    }

    /// Where a family goes that is not served: to steps of its own and then on, or out.
    private mutating func exit(
        _ steps: [Step]?,
        _ outcome: Outcome,
        _ context: RouteContext,
        _ end: Label,
        _ later: inout LaterRows
    ) -> Label {
        let start = label()
        let leaving = [Step(name: "leave \(outcome.rawValue)", action: .leave(outcome: outcome.rawValue))]
        later.blocks.append(
            LaterRows.Block(start: start, steps: steps ?? leaving, context: context, then: end)
        )
        return start
    }

    /// Emits the way home of a family that is sent there, its wait for the next opening, and the way back: one trip more.
    mutating func flatten(_ way: LaterRows.Return) {
        let context = way.context
        let wayBack = context.wayBack.flatMap { $0.unwind == context.unwind ? $0 : nil }
        let travel = wayBack?.duration ?? -1
        if let wayBack { emit(.delay, kind: .travel, step: wayBack.step, context, first: travel) }
        for opening in way.openings {
            emit(.awaitOpening, step: way.step, context, first: opening, second: travel, third: -1)
        }
        emit(.count, step: way.step, context, first: counter(.trip), second: 1)
        if let wayBack { emit(.delay, kind: .travel, step: wayBack.step, context, first: travel) }
        emit(.jump, step: way.step, context, first: way.then.number)
    }
}
