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
        var request = try request(
            serve.by,
            name,
            step,
            context,
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
        request.givingUpRow = exit(serve.onGivingUp, .gaveUp, context, end, &later).number
        request.balkingRow = exit(serve.onBalking, .balked, context, end, &later).number
        request.refusalRow = exit(serve.onRefusal, .refused, context, end, &later).number
        let start = label()
        request.sendingAwayRow =
            try sendingHome(serve.onSendingHome, serve.by, step, context, start, end, &later).number
        place(start)
        if let group = serve.group {
            try refuseGroup(serve, name)
            request.isForGroup = true
            request.patience = request.patience.map { _ in -1 }
            let index = try self.group(group, of: serve, name)
            emit(.gather, kind: .groupForming, step: step, context, first: index, second: end.number)
        }
        let tally = layout.add(scenario.familyClasses.count)
        try refuseInterruption(serve.by, serve.takes.basis != .elapsed, name)
        let duration = try duration(
            serve.takes,
            "service@\(name)",
            defaultCalendar: firstCalendar(serve.by),
            tally: tally
        )
        let kind: TimeKind = serve.isOfficeWork ? .officeWork : .service
        var notes: Int32 = -1
        if let law = serve.notes {
            notes = try self.duration(law, "notes@\(name)", defaultCalendar: firstCalendar(serve.by))
        }
        emitService(request, step, kind, duration, notes: notes, tally: Int(tally), context, &later)
        place(end)
    }

    /// The group of a step; steps of one name that say the same gather in one group.
    private mutating func group(
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
    private func refuseGroup(_ serve: ServeStep, _ name: String) throws(CompilationError) {
        guard
            let pool = scenario.pools.first(where: { pool in
                (pool.interruptsServices || pool.closingRule == .sendHome)
                    && serve.by.contains { $0.pool == pool.name }
            })
        else { return }
        throw CompilationError(
            english:
                "step '\(name)' is a group session of '\(pool.name)', which interrupts services or sends families"
                + " home; a group stays together",
            russian:
                "шаг «\(name)» — групповое занятие в пуле «\(pool.name)», где приём прерывают или семьи отправляют"
                + " домой; группа не расходится"
        )
    }

    /// Emits seize, serve and release, and the rows that give the resources back when the strand is broken off.
    private mutating func emitService(
        _ request: RequestPlan,
        _ step: Int32,
        _ kind: TimeKind,
        _ duration: Int32,
        notes: Int32 = -1,
        tally: Int,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) {
        program.requests.append(request)
        let index = Int32(program.requests.count - 1)
        let pools = request.parts.map { Int($0.pool) }
        symbols.services.append(SymbolTable.ServiceSymbol(step: Int(step), pools: pools, tally: tally))
        emit(.seize, kind: kind, step: step, context, first: index)
        var holding = context
        holding.unwind = unwinding(of: index, step, context, &later)
        emit(.serve, kind: kind, step: step, holding, first: duration, second: request.parts[0].pool)
        emit(notes < 0 ? .release : .releaseLater, step: step, context, first: index, second: max(0, notes))
        if request.isForGroup { emit(.disband, step: step, context) }
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
                request: request,
                isForGroup: program.requests[Int(request)].isForGroup,
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
        let kept = keep.by.map(\.pool)
        if let pool = scenario.pools.first(where: {
            $0.discipline == .shortestFirst && kept.contains($0.name)
        }) {
            throw CompilationError(
                english: "step '\(name)' keeps '\(pool.name)', whose line serves the shortest first, but how"
                    + " long it is kept is not known beforehand; give the pool another discipline",
                russian: "шаг «\(name)» удерживает «\(pool.name)», где первыми обслуживают самых быстрых, но"
                    + " сколько продлится удержание, заранее неизвестно; задайте пулу другую дисциплину"
            )
        }
        var request = try request(
            keep.by,
            name,
            step,
            context,
            priority: keep.priority,
            patience: keep.patience,
            isOfficeWork: false
        )
        request.givingUpRow = exit(keep.onGivingUp, .gaveUp, context, end, &later).number
        request.balkingRow = exit(nil, .balked, context, end, &later).number
        request.refusalRow = exit(nil, .refused, context, end, &later).number
        let start = label()
        request.sendingAwayRow =
            try sendingHome(keep.onSendingHome, keep.by, step, context, start, end, &later).number
        place(start)
        program.requests.append(request)
        let index = Int32(program.requests.count - 1)
        emit(.seize, kind: .waitingLine, step: step, context, first: index)
        var holding = context
        holding.unwind = unwinding(of: index, step, context, &later)
        for use in keep.by { holding.kept[use.pool, default: 0] += use.units }
        try flatten(keep.steps, holding, &later)
        // A strand that is broken off before this row still holds what it kept.
        emit(.release, step: step, holding, first: index)
        place(end)
    }

    /// A request for pools, with its tallies.
    private mutating func request(
        _ uses: [PoolUse],
        _ name: String,
        _ step: Int32,
        _ context: RouteContext,
        priority: Int?,
        patience: ServeStep.StepPatience,
        isOfficeWork: Bool
    ) throws(CompilationError) -> RequestPlan {
        var parts: [RequestPlan.Part] = []
        try requireObtainable(uses, name, context)
        try refuseInterruption(uses, uses.count > 1, name)
        for use in uses {
            parts.append(RequestPlan.Part(pool: try pool(use.pool), units: Int32(clamping: use.units)))
        }
        var request = RequestPlan(
            parts: parts,
            priority: priority.map(level) ?? -1,
            waitingKind: (isOfficeWork ? TimeKind.officeWork : .waitingLine).rawValue,
            closedKind: (isOfficeWork ? TimeKind.officeWork : .closed).rawValue
        )
        let classes = scenario.familyClasses
        for family in classes {
            request.patience.append(
                isOfficeWork ? -1 : try patienceDuration(patience, of: family, "patience@\(name)")
            )
        }
        if asksDueDates(uses) {
            request.isDueByArrival = true
            request.due = try classes.map { family throws(CompilationError) in
                try family.dueIn.map { law throws(CompilationError) in try duration(law, "due@arrivals") }
                    ?? -1
            }
        }
        request.isPresent = !isOfficeWork
        request.waitTally = layout.add(classes.count)
        request.givenUpTally = layout.add(classes.count, sketched: false)
        let closes = parts.contains { part in
            let plan = program.pools[Int(part.pool)]
            return plan.absence != nil || plan.capacity.contains { $0.servers == 0 }
        }
        if closes { request.openWaitTally = layout.add(classes.count) }
        symbols.waits.append(
            SymbolTable.WaitSymbol(
                step: Int(step),
                pools: parts.map { Int($0.pool) },
                wait: Int(request.waitTally),
                openWait: Int(closes ? request.openWaitTally : request.waitTally),
                givenUp: Int(request.givenUpTally),
                isOfFamily: !isOfficeWork
            )
        )
        return request
    }

    /// Whether some line among these is in order of due dates.
    private func asksDueDates(_ uses: [PoolUse]) -> Bool {
        scenario.pools.contains { pool in
            pool.discipline == .earliestDue && uses.contains { $0.pool == pool.name }
        }
    }

    /// Refuses what nobody could ever get: more units than there are, or two pools that order their lines differently.
    private func requireObtainable(
        _ uses: [PoolUse],
        _ name: String,
        _ context: RouteContext
    ) throws(CompilationError) {
        let pools = uses.compactMap { use in scenario.pools.first { $0.name == use.pool } }
        for (use, pool) in zip(uses, pools) {
            let kept = context.kept[use.pool] ?? 0
            let most = pool.mostAtOnce
            guard use.units + kept > most else { continue }
            let around = kept > 0
            let isOnDuty = most < pool.staff
            throw CompilationError(
                english: "step '\(name)' needs \(use.units) of '\(use.pool)'"
                    + (around ? " beside \(kept) kept around it" : "")
                    + (isOnDuty ? ", but at most \(most) are on duty at once" : ", but there are \(most)"),
                russian: "шагу «\(name)» нужно \(use.units) из «\(use.pool)»"
                    + (around ? " сверх удерживаемых вокруг него (\(kept))" : "")
                    + (isOnDuty ? ", а на месте сразу не больше \(most)" : ", а всего их \(most)")
            )
        }
        guard let first = pools.first else { return }
        if let other = pools.dropFirst().first, pools.contains(where: { $0.discipline == .random }) {
            throw CompilationError(
                english:
                    "step '\(name)' needs '\(first.name)' and '\(other.name)' at once; a line served in random"
                    + " order cannot be one of several, for who is next in one need not be in another",
                russian: "шагу «\(name)» нужны сразу «\(first.name)» и «\(other.name)»; очередь со случайным"
                    + " порядком не может быть одной из нескольких: первый в одной не обязательно первый в другой"
            )
        }
        guard
            let other = pools.first(where: { $0.discipline != first.discipline || $0.ageing != first.ageing })
        else { return }
        throw CompilationError(
            english:
                "step '\(name)' needs '\(first.name)' and '\(other.name)' at once, whose lines have different"
                + " disciplines, so two families could block each other for ever; give both the same",
            russian: "шагу «\(name)» нужны сразу «\(first.name)» и «\(other.name)», а дисциплины их очередей"
                + " различны, и две семьи могут навсегда преградить путь друг другу; задайте одинаковые"
        )
    }

    /// Refuses what services that are interrupted cannot be: of several pools at once, or on working time.
    private func refuseInterruption(
        _ uses: [PoolUse],
        _ isUnfit: Bool,
        _ name: String
    ) throws(CompilationError) {
        guard isUnfit,
            let pool = scenario.pools.first(where: { pool in
                pool.interruptsServices && uses.contains { $0.pool == pool.name }
            })
        else { return }
        if uses.count > 1 {
            throw CompilationError(
                english:
                    "step '\(name)' needs '\(pool.name)', whose services may be interrupted, together with"
                    + " another pool, which would go on alone",
                russian:
                    "шагу «\(name)» вместе с другим пулом нужен «\(pool.name)», где приём могут прервать, и другой"
                    + " остался бы один"
            )
        }
        throw CompilationError(
            english:
                "step '\(name)' takes working time, but services of '\(pool.name)' may be interrupted; give its"
                + " length in elapsed time",
            russian:
                "шаг «\(name)» длится рабочее время, а приём в пуле «\(pool.name)» могут прервать; задайте"
                + " обычное время"
        )
    }

    private mutating func patienceDuration(
        _ patience: ServeStep.StepPatience,
        of family: FamilyClass,
        _ purpose: String
    ) throws(CompilationError) -> Int32 {
        switch patience {
        case .unlimited: return -1
        case .ofClass:
            return try family.patience.map { law throws(CompilationError) in try duration(law, purpose) }
                ?? -1
        case .law(let law): return try duration(law, purpose)
        }
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

    /// Where a family goes that is sent home: to steps of its own and then on, or home until the pools that send it there open, and
    /// then to the line again.
    private mutating func sendingHome(
        _ steps: [Step]?,
        _ uses: [PoolUse],
        _ step: Int32,
        _ context: RouteContext,
        _ start: Label,
        _ end: Label,
        _ later: inout LaterRows
    ) throws(CompilationError) -> Label {
        let sending = uses.compactMap { use in
            scenario.pools.first { $0.name == use.pool && $0.closingRule == .sendHome && !$0.duty.isEmpty }
        }
        if sending.isEmpty { return end }
        if steps == nil, let pool = sending.first, !context.kept.isEmpty {
            throw CompilationError(
                english:
                    "'\(pool.name)' sends families home at closing, but here something is kept for them, which they"
                    + " would keep overnight; say what follows with 'if sent home'",
                russian:
                    "«\(pool.name)» отправляет семьи домой при закрытии, а за ними здесь что-то удерживается и"
                    + " осталось бы за ними на ночь; укажите, что следует, ключом «if sent home»"
            )
        }
        if steps != nil { return exit(steps, .gaveUp, context, end, &later) }
        let home = label()
        // The pool that has shut is among them, so that time passes before the family comes again.
        let openings = try sending.map { pool throws(CompilationError) in
            try shiftTable(pool.duty[0].calendar)
        }
        later.returns.append(
            LaterRows.Return(start: home, openings: openings, step: step, context: context, then: start)
        )
        return home
    }

    /// The calendar of working time at a step: the first pool's first.
    private func firstCalendar(_ uses: [PoolUse]) -> CalendarUse? {
        guard let first = uses.first else { return nil }
        return scenario.pools.first { $0.name == first.pool }?.duty.first?.calendar
    }

    // MARK: Lookups

    /// Emits the rows of a lookup: office work on the requests, then the wait for the answers.
    mutating func flatten(
        _ lookup: LookupStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "lookup")
        let end = label()
        program.itemRequests.append(
            ItemRequestPlan(
                register: 0,
                selectionDraw: draw("looked-up@\(name)"),
                selectionChance: lookup.lookedUpShare,
                responderDraw: draw("agency@\(name)"),
                responders: try responderRoutes(name),
                waitFor: lookup.waitFor.map { Int32(clamping: $0) } ?? -1,
                unselectedCounter: counter(.documentCarried)
            )
        )
        let items = Int32(program.itemRequests.count - 1)
        emit(.skipWithoutItems, step: step, context, first: items, second: end.number)
        if let handling = lookup.handling {
            try flatten(handling, name, step, items: items, context, &later)
        }
        let kind: TimeKind = lookup.familyWaitsAtCentre ? .agencyAtCentre : .agency
        emit(.awaitReplies, kind: kind, step: step, context, first: items)
        place(end)
    }

    private mutating func flatten(
        _ handling: LookupStep.Handling,
        _ name: String,
        _ step: Int32,
        items: Int32,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        var request = try request(
            handling.by,
            name,
            step,
            context,
            priority: handling.priority,
            patience: .unlimited,
            isOfficeWork: true
        )
        // Office work knows no patience, balking or refusal: these rows are never gone to.
        request.givingUpRow = context.unwind.number
        request.balkingRow = context.unwind.number
        request.refusalRow = context.unwind.number
        request.sendingAwayRow = context.unwind.number
        let tally = layout.add(scenario.familyClasses.count)
        try refuseInterruption(handling.by, handling.takes.basis != .elapsed, name)
        let duration = try duration(
            handling.takes,
            "handling@\(name)",
            defaultCalendar: firstCalendar(handling.by),
            itemRequest: items,
            tally: tally
        )
        emitService(request, step, .officeWork, duration, tally: Int(tally), context, &later)
    }

    /// The agencies with the draws of this lookup.
    private mutating func responderRoutes(_ name: String) throws(CompilationError) -> [ItemRequestPlan.Route]
    {
        let total = scenario.agencies.reduce(0) { $0 + $1.share }
        guard total > 0 else {
            throw CompilationError(
                english: "step '\(name)' looks documents up, but no agency answers",
                russian: "шаг «\(name)» запрашивает документы, но ни одно ведомство не задано"
            )
        }
        var cumulative = 0.0
        var routes: [ItemRequestPlan.Route] = []
        for (place, agency) in scenario.agencies.enumerated() {
            cumulative += agency.share / total
            var channels: [ItemRequestPlan.ChannelDraws] = []
            for channel in agency.channels { channels.append(try channelDraws(channel, agency, name)) }
            var fallBackAfter: Int32 = -1
            if let fallBack = agency.fallBack {
                channels.append(try channelDraws(fallBack.channel, agency, name))
                fallBackAfter = try duration(fallBack.after, "fall-back@\(name)/\(agency.name)")
            }
            routes.append(
                ItemRequestPlan.Route(
                    responder: Int32(place),
                    cumulative: cumulative,
                    channelDraw: draw("channel@\(name)/\(agency.name)"),
                    channels: channels,
                    fallBackAfter: fallBackAfter
                )
            )
        }
        return routes
    }

    private mutating func channelDraws(
        _ channel: AgencyChannel,
        _ agency: Agency,
        _ name: String
    ) throws(CompilationError) -> ItemRequestPlan.ChannelDraws {
        let key = "\(name)/\(agency.name)/\(channel.name)"
        let calendar = channel.answersIn.calendar
        return ItemRequestPlan.ChannelDraws(
            answer: try duration(channel.answersIn, "answer@\(key)", defaultCalendar: calendar),
            failure: draw("failure@\(key)"),
            pause: try duration(channel.retryAfter, "retry@\(key)", defaultCalendar: calendar)
        )
    }
}
