import ScenarioModel

extension RouteReach {
    mutating func follow(_ serve: ServeStep, _ id: StepID, _ walk: inout Walk) -> Bool {
        need(serve.by, at: id, walk, isOfFamily: !serve.isOfficeWork)
        var outside = walk
        outside.loseHours()
        if serve.isOfficeWork { walk.loseHours() } else { walk.isFirst = false }
        var first = inside(id)
        if let steps = serve.onGivingUp {
            let reason = givesUp(serve.patience, walk) ? nil : UnreachedReason.noPatience
            _ = follow(steps, from: first, unless: reason, outside)
            first = after(steps, from: first)
        }
        var isTurnedAway = false
        if let steps = serve.onBalking {
            let reason = serve.balking.contains { $0.chance > 0 } ? nil : UnreachedReason.noBalking
            isTurnedAway = follow(steps, from: first, unless: reason, outside)
            first = after(steps, from: first)
        }
        if let steps = serve.onRefusal {
            let reason = serve.by.contains { isLimited($0.pool) } ? nil : UnreachedReason.noLineLimit
            _ = follow(steps, from: first, unless: reason, outside)
            first = after(steps, from: first)
        }
        if let steps = serve.onSendingHome {
            let reason = sendsHome(serve.by) ? nil : UnreachedReason.noSendingHome
            _ = follow(steps, from: first, unless: reason, outside)
        }
        if !serve.exits.isEmpty || sendsHome(serve.by) { walk.loseHours() }
        let allBalk = serve.balking.contains { $0.fromLength == 0 && $0.chance >= 1 }
        return isTurnedAway || !allBalk || serve.isOfficeWork
    }

    mutating func follow(_ keep: KeepStep, _ id: StepID, _ walk: inout Walk) -> Bool {
        need(keep.by, at: id, walk, isOfFamily: true)
        var outside = walk
        outside.loseHours()
        var within = walk
        within.isFirst = false
        for use in keep.by { within.kept[use.pool, default: 0] += use.units }
        var goesOn = follow(keep.steps, from: inside(id), &within)
        if let steps = keep.onGivingUp {
            let reason = givesUp(keep.patience, walk) ? nil : UnreachedReason.noPatience
            let first = after(keep.steps, from: inside(id))
            if follow(steps, from: first, unless: reason, outside) { goesOn = true }
            within.loseHours()
        }
        if let steps = keep.onSendingHome {
            let reason = sendsHome(keep.by) ? nil : UnreachedReason.noSendingHome
            let first = after(keep.onGivingUp ?? [], from: after(keep.steps, from: inside(id)))
            if follow(steps, from: first, unless: reason, outside) { goesOn = true }
        }
        if sendsHome(keep.by) { within.loseHours() }
        walk.source = within.source
        walk.isFirst = false
        return goesOn
    }

    mutating func follow(_ choose: ChooseStep, _ id: StepID, _ walk: inout Walk) -> Bool {
        var ways = Ways(first: inside(id))
        switch choose.rule {
        case .chances(let options):
            var sum = 0.0
            for option in options {
                let chance = walk.families.ends(of: option.chance)
                let isUsedUp = sum >= 1 - 1e-9
                let reason: UnreachedReason? = isUsedUp ? .chancesUsedUp : chance.high > 0 ? nil : .noChance
                take(option.steps, unless: reason, walk, &ways)
                sum += chance.low
            }
            take(choose.otherwise, unless: sum >= 1 - 1e-9 ? .chancesUsedUp : nil, walk, &ways)
        case .conditions(let options):
            var isDecided = false
            for option in options {
                let verdict = walk.families.verdict(option.condition)
                let reason: UnreachedReason? =
                    isDecided ? .earlierHolds : verdict == .never ? .neverHolds : nil
                take(option.steps, unless: reason, walk, &ways)
                if verdict == .always { isDecided = true }
            }
            take(choose.otherwise, unless: isDecided ? .earlierHolds : nil, walk, &ways)
        }
        ways.unite(into: &walk)
        return ways.goesOn
    }

    mutating func follow(_ together: TogetherStep, _ id: StepID, _ walk: inout Walk) -> Bool {
        var ways = Ways(first: inside(id))
        var arriving = 0
        var awaited = 0
        for branch in together.branches {
            let members = branch.each.map { walk.families.values(of: $0) }
            let mayBeNone = members.map { $0.low < 1 } ?? false
            ways.goesOn = false
            take(branch.steps, unless: members.map { $0.high < 1 } ?? false ? .noMembers : nil, walk, &ways)
            if case .members(let role) = together.waitFor, branch.each != role { continue }
            awaited += 1
            if ways.goesOn || mayBeNone { arriving += 1 }
        }
        walk.loseHours()
        if case .number(let number) = together.waitFor { awaited = min(awaited, number) }
        return arriving >= awaited || together.within != nil
    }

    mutating func follow(_ loop: RepeatStep, _ id: StepID, _ walk: inout Walk) -> Bool {
        let rounds: ValueSet
        switch loop.rule {
        case .times(let law): rounds = ValueSet(law).rounded
        case .timesAttribute(let name): rounds = walk.families.values(of: name).rounded
        case .again: rounds = .values([1])
        }
        var inner = walk
        if loop.every != nil { inner.loseHours() }
        let isDone = rounds.high >= 1
        let goesOn = follow(loop.steps, from: inside(id), unless: isDone ? nil : .noRounds, inner)
        walk.loseHours()
        return goesOn || rounds.low < 1
    }

    // MARK: Ways

    /// Ways of which families go one.
    private struct Ways {
        /// First step of the next way.
        var first: StepID
        /// Whether families can come to the end of one.
        var goesOn = false
        /// How they are there, by way.
        var ends: [Walk] = []

        /// Where all ways agree on the hours, they hold for what follows.
        func unite(into walk: inout Walk) {
            guard let end = ends.first else { return }
            walk.source = ends.allSatisfy { $0.source == end.source } ? end.source : nil
            walk.isFirst = ends.allSatisfy(\.isFirst)
        }
    }

    private mutating func take(
        _ steps: [Step],
        unless reason: UnreachedReason?,
        _ walk: Walk,
        _ ways: inout Ways
    ) {
        var end = walk
        let first = ways.first
        ways.first = after(steps, from: first)
        if let reason {
            if !steps.isEmpty { note(reason, at: first) }
            return
        }
        guard follow(steps, from: first, &end) else { return }
        ways.goesOn = true
        ways.ends.append(end)
    }

    /// Follows steps unless families cannot come to them; tells whether they can come to their end.
    private mutating func follow(
        _ steps: [Step],
        from first: StepID,
        unless reason: UnreachedReason?,
        _ walk: Walk
    ) -> Bool {
        var ways = Ways(first: first)
        take(steps, unless: reason, walk, &ways)
        return ways.goesOn
    }

    private func givesUp(_ patience: ServeStep.StepPatience, _ walk: Walk) -> Bool {
        switch patience {
        case .unlimited: false
        case .ofClass: walk.families.familyClass.patience != nil
        case .law: true
        }
    }
}
