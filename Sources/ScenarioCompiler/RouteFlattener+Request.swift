import ScenarioModel
import SimulationCore

/// What steps ask of pools, and what pools refuse.
extension ProgramBuilder {
    /// A request for pools, with its tallies.
    mutating func request(
        _ uses: [PoolUse],
        _ name: String,
        _ step: Int32,
        _ context: RouteContext,
        skill: String? = nil,
        person: PersonRule? = nil,
        priority: Int?,
        patience: ServeStep.StepPatience,
        isOfficeWork: Bool
    ) throws(CompilationError) -> RequestPlan {
        var parts: [RequestPlan.Part] = []
        try requireObtainable(uses, name, context)
        try refuseSuspendedPart(uses, name)
        for use in uses {
            parts.append(RequestPlan.Part(pool: try pool(use.pool), units: Int32(clamping: use.units)))
        }
        let selection = try selection(uses, skill: skill, person: person, name, context)
        var request = RequestPlan(
            parts: parts,
            priority: priority.map(level) ?? -1,
            waitingKind: (isOfficeWork ? TimeKind.officeWork : .waitingLine).rawValue,
            closedKind: (isOfficeWork ? TimeKind.officeWork : .closed).rawValue
        )
        if !pools(among: uses, where: \.areCases).isEmpty {
            // On a waiting list, at home.
            request.waitingKind = TimeKind.booking.rawValue
            request.closedKind = TimeKind.booking.rawValue
        }
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
        request.selection = selection
        request.isPresent = !isOfficeWork
        request.isToldApart = !isOfficeWork
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
    func asksDueDates(_ uses: [PoolUse]) -> Bool {
        !pools(among: uses) { $0.discipline == .earliestDue }.isEmpty
    }

    /// Refuses what nobody could ever get: more units than there are, or two pools that order their lines differently.
    private func requireObtainable(
        _ uses: [PoolUse],
        _ name: String,
        _ context: RouteContext
    ) throws(CompilationError) {
        let pools = pools(among: uses) { _ in true }
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
        for (use, pool) in zip(uses, pools) { try requireObtainable(use, pool, name, context) }
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

    /// Refuses what a class could never get beside the staff that are kept for other classes.
    private func requireObtainable(
        _ use: PoolUse,
        _ pool: ResourcePool,
        _ name: String,
        _ context: RouteContext
    ) throws(CompilationError) {
        let kept = context.kept[use.pool] ?? 0
        let present = Set(scenario.familyClasses.map(\.name))
        let reserved = pool.reserved.filter { present.contains($0.familyClass) }
        for family in scenario.familyClasses where family.route == context.routes.first {
            let others = reserved.filter { $0.familyClass != family.name }.reduce(0) { $0 + $1.count }
            let most = pool.mostAtOnce - others
            guard others > 0, use.units + kept > most else { continue }
            throw CompilationError(
                english: "step '\(name)' needs \(use.units + kept) of '\(use.pool)' at once, but families"
                    + " '\(family.name)' can have \(most) at most: \(others) are kept for other classes",
                russian: "шагу «\(name)» нужно сразу \(use.units + kept) из «\(use.pool)», а семьям"
                    + " «\(family.name)» доступно не больше \(most): для других категорий придержано \(others)"
            )
        }
    }

    /// The pools among those that a step uses for which something holds, in its order.
    func pools(among uses: [PoolUse], where holds: (ResourcePool) -> Bool) -> [ResourcePool] {
        uses.compactMap { use in scenario.pools.first { $0.name == use.pool } }.filter(holds)
    }

    /// Refuses a pool that suspends services together with others, which would go on alone.
    private func refuseSuspendedPart(_ uses: [PoolUse], _ name: String) throws(CompilationError) {
        guard uses.count > 1, let pool = pools(among: uses, where: \.suspendsServices).first else { return }
        throw CompilationError(
            english:
                "step '\(name)' needs '\(pool.name)', whose services may be interrupted, together with"
                + " another pool, which would go on alone",
            russian:
                "шагу «\(name)» вместе с другим пулом нужен «\(pool.name)», где приём могут прервать, и другой"
                + " остался бы один"
        )
    }

    /// Refuses services on working time that may be suspended: what is left of them is kept in elapsed time.
    func refuseSuspendedWorkingTime(
        _ law: DurationLaw,
        _ uses: [PoolUse],
        _ name: String
    ) throws(CompilationError) {
        guard law.basis != .elapsed, let pool = pools(among: uses, where: \.suspendsServices).first else {
            return
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

    /// Refuses to keep a pool whose line goes by the lengths of services.
    func refuseUnknownLength(_ uses: [PoolUse], _ name: String) throws(CompilationError) {
        guard let pool = pools(among: uses, where: { $0.discipline == .shortestFirst }).first else { return }
        throw CompilationError(
            english: "step '\(name)' keeps '\(pool.name)', whose line serves the shortest first, but how"
                + " long it is kept is not known beforehand; give the pool another discipline",
            russian: "шаг «\(name)» удерживает «\(pool.name)», где первыми обслуживают самых быстрых, но"
                + " сколько продлится удержание, заранее неизвестно; задайте пулу другую дисциплину"
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
}
