import ScenarioModel
import SimulationCore

extension ProgramBuilder {
    /// Emits the rows of a serve step: seize, serve, release.
    mutating func flatten(
        _ serve: ServeStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "serve")
        let end = label()
        let disbanded = label()
        var request = try request(
            serve.by,
            name,
            step,
            context,
            skill: serve.skill,
            person: serve.person,
            priority: serve.priority,
            patience: serve.patience,
            isOfficeWork: serve.isOfficeWork
        )
        if let due = serve.dueIn, asksDueDates(serve.by) {
            let duration = try duration(due, "due@\(name)", defaultCalendar: firstCalendar(serve.by))
            request.due = Array(repeating: duration, count: scenario.familyClasses.count)
            request.isDueByArrival = false
        }
        request.isHelp = !serve.isOfficeWork
        if !serve.isOfficeWork {
            request.balking = serve.balking.sorted { $0.fromLength < $1.fromLength }.map {
                RequestPlan.BalkingStep(fromLength: Int32(clamping: $0.fromLength), chance: $0.chance)
            }
        }
        request.balkingDraw = draw("balking@\(name)")
        let exits = Exits(
            onGivingUp: serve.onGivingUp,
            onBalking: serve.onBalking,
            onRefusal: serve.onRefusal,
            onSendingHome: serve.onSendingHome
        )
        try setExits(exits, of: &request, for: serve.by, step, context, then: end, &later)
        try refuseBlocking(serve.by, isGroup: serve.group != nil, name)
        if let group = serve.group {
            try refuseGroup(serve, name)
            request.isForGroup = true
            request.patience = request.patience.map { _ in -1 }
            let index = try self.group(group, of: serve, name)
            emit(.gather, kind: .groupForming, step: step, context, first: index, second: disbanded.number)
        }
        let duration = try serviceTime(
            serve.takes,
            "service@\(name)",
            name,
            of: serve.by,
            factor: serve.factor
        )
        let kind: TimeKind = serve.isOfficeWork ? .officeWork : .service
        var notes: Int32 = -1
        if let law = serve.notes {
            notes = try self.duration(law, "notes@\(name)", defaultCalendar: firstCalendar(serve.by))
        }
        emitService(request, step, kind, duration, notes: notes, context, &later)
        place(disbanded)
        if request.isForGroup { emitMeeting(Int32(program.requests.count - 1), step, context) }
        place(end)
    }

    /// Emits seize, serve and release, and the rows that give the resources back when the strand is broken off.
    mutating func emitService(
        _ request: RequestPlan,
        _ step: Int32,
        _ kind: TimeKind,
        _ duration: Int32,
        notes: Int32 = -1,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) {
        program.requests.append(request)
        let index = Int32(program.requests.count - 1)
        let pools = request.parts.map { Int($0.pool) }
        let tally = Int(program.durations[Int(duration)].tally)
        symbols.services.append(SymbolTable.ServiceSymbol(step: Int(step), pools: pools, tally: tally))
        emitEntering(request, index, step, context)
        emit(.seize, kind: kind, step: step, context, first: index)
        var holding = context
        holding.unwind = unwinding(of: index, step, context, &later)
        emit(.serve, kind: kind, step: step, holding, first: duration, second: request.parts[0].pool)
        if !request.isForGroup { emitMeeting(index, step, holding) }
        // Who finds no room at the next step keeps what served it.
        let isBlocked = !request.isForGroup && request.isPresent && blocks(context.next)
        if isBlocked {
            entering.append((program.instructions.count, label()))
            emit(.enter, kind: .blocked, step: step, holding)
        }
        emit(notes < 0 ? .release : .releaseLater, step: step, context, first: index, second: max(0, notes))
        if isBlocked { emit(.jump, step: step, context, first: entering[entering.count - 1].seize.number) }
        if request.isForGroup { emit(.disband, step: step, context) }
    }

    /// The duration of services of pools, on the calendar of the first if none is named, with a tally of its lengths.
    mutating func serviceTime(
        _ law: DurationLaw,
        _ purpose: String,
        _ name: String,
        of uses: [PoolUse],
        itemRequest: Int32 = -1,
        factor: AttributeExpression? = nil
    ) throws(CompilationError) -> Int32 {
        try refuseSuspendedWorkingTime(law, uses, name)
        return try duration(
            law,
            purpose,
            defaultCalendar: firstCalendar(uses),
            itemRequest: itemRequest,
            tally: layout.add(scenario.familyClasses.count),
            factor: factor
        )
    }

    /// Rows that give a request's resources back and then whatever is held around it; they come after the route's.
    private mutating func unwinding(
        of request: Int32,
        _ step: Int32,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) -> Label {
        let start = label()
        later.unwindings.append(
            LaterRows.Unwinding(
                start: start,
                rows: .request(request, isForGroup: program.requests[Int(request)].isForGroup),
                step: step,
                context: context
            )
        )
        return start
    }

    /// Emits the rows of a keep step.
    mutating func flatten(
        _ keep: KeepStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "keep")
        let end = label()
        try refuseUnknownLength(keep.by, name)
        var request = try request(
            keep.by,
            name,
            step,
            context,
            person: keep.person,
            priority: keep.priority,
            patience: keep.patience,
            isOfficeWork: false
        )
        let exits = Exits(onGivingUp: keep.onGivingUp, onSendingHome: keep.onSendingHome)
        try setExits(exits, of: &request, for: keep.by, step, context, then: end, &later)
        try refuseBlocking(keep.by, isGroup: false, name)
        program.requests.append(request)
        let index = Int32(program.requests.count - 1)
        emitEntering(request, index, step, context)
        let isListed = !pools(among: keep.by, where: \.areCases).isEmpty
        emit(.seize, kind: isListed ? .booking : .waitingLine, step: step, context, first: index)
        var holding = context
        holding.unwind = unwinding(of: index, step, context, &later)
        if request.selection != nil { holding.namedKept += 1 }
        holding.next = nil
        for use in keep.by { holding.kept[use.pool, default: 0] += use.units }
        try flatten(keep.steps, holding, &later)
        // A strand that is broken off before this row still holds what it kept.
        emit(.release, step: step, holding, first: index)
        place(end)
    }

    /// The calendar of working time at a step: the first pool's first.
    func firstCalendar(_ uses: [PoolUse]) -> CalendarUse? {
        guard let first = uses.first else { return nil }
        return scenario.pools.first { $0.name == first.pool }?.duty.first?.calendar
    }
}
