import RandomStreams
import ScenarioModel

extension ReferenceRun {
    /// Asks for staff; false when the strand waits or is being served.
    func ask(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        let first = pool(request.by[0].pool)
        let ahead = first.line.count
        if request.isOfficeWork {
            strand.indoorsSince = nil
        } else if strand.indoorsSince == nil, !first.hasEnded {
            strand.indoorsSince = now
        }
        let wait = ReferenceWait(strand, request, joined: now, order: joinings + 1, ahead: ahead)
        if isFreeAtOnce(wait) {
            if first.model.suspendsServices { joinings += 1 }
            takeUnits(wait)
            noteGrant(wait)
            return begin(request, wait)
        }
        if hasServerKept(request, strand) {
            takeUnits(wait)
            noteGrant(wait)
            return begin(request, wait)
        }
        let isShut = request.by.contains { use in
            let pool = pool(use.pool)
            return pool.model.closingRule == .sendHome && !pool.model.duty.isEmpty && pool.mode == .closed
                && pool.endedAt > 0 && clock.dayNumber(pool.endedAt - 1) == clock.dayNumber(now)
        }
        if !request.isOfficeWork, !request.isForGroup, isShut {
            tell("sentAway", strand, step: request.name, from: now) { $0.subject = request.by[0].pool }
            goHome(strand, request)
            return true
        }
        let isFull = request.by.contains { pool($0.pool).isFull && !pool($0.pool).model.blocks }
        if !request.isOfficeWork, !request.isForGroup, isFull {
            tell("refused", strand, step: request.name, from: now) { $0.subject = request.by[0].pool }
            turnAway(strand, request, to: request.onRefusal, outcome: "refused")
            return true
        }
        let chanceOfBalking =
            request.balking.filter { $0.fromLength <= ahead }
            .max { $0.fromLength < $1.fromLength }?.chance ?? 0
        if chanceOfBalking > 0, chance("balking@\(request.name)", strand) < chanceOfBalking {
            tell("balked", strand, step: request.name, from: now) { $0.subject = request.by[0].pool }
            turnAway(strand, request, to: request.onBalking, outcome: "balked")
            return true
        }
        joinings += 1
        strand.activity = .waiting(wait)
        joinLines(wait)
        chooseLine(wait.places[0])
        beginWaiting(wait)
        if first.model.preemption != nil { dispatch(first) }
        // Servers may be free for it all the same: of a pool that stays on, or past those who lack a part.
        for use in request.by {
            let pool = pool(use.pool)
            if case .waiting = strand.activity, pool.available > 0 { dispatch(pool) }
        }
        return false
    }

    /// Whether one who is kept for a strand's class is free, though others wait for those who are not.
    private func hasServerKept(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        let pool = pool(request.by[0].pool)
        let (units, name) = (request.by[0].units, strand.family.model.name)
        return request.by.count == 1 && pool.isReserving && pool.mode == .open && pool.available >= units
            && !pool.takesShared(units, with: name) && pool.firstEligible == nil
    }

    /// Whether everything asked for is open and free, and nobody of the same rank or before it waits.
    func isFreeAtOnce(_ wait: ReferenceWait) -> Bool {
        let (request, strand) = (wait.request, wait.strand)
        return request.by.allSatisfy { use in
            let pool = pool(use.pool)
            // Those who wait find nobody free who would do for them.
            if pool.isNamed { return pool.mode == .open && !wanted(wait, pool).isDisjoint(with: pool.free) }
            let rank = rank(of: strand, request, pool)
            return pool.mode == .open && pool.available >= use.units
                && pool.shares(use.units, with: strand.family.model.name)
                && !pool.inside.contains { $0.rank <= rank }
        }
    }

    func rank(
        of strand: ReferenceStrand,
        _ request: ReferenceRequest,
        _ pool: ReferencePool
    ) -> Int {
        guard pool.model.discipline == .priority, pool.model.ageing == nil else { return 0 }
        return request.priority ?? strand.family.model.priority
    }

    /// What a line in an order of its own goes by.
    func key(of wait: ReferenceWait, _ pool: ReferencePool) -> Moment {
        let name = wait.request.name
        switch (pool.model.discipline, wait.request.purpose) {
        case (.lastInFirstOut, _): return Moment(-wait.order)
        case (.shortestFirst, .service): return wholeLength(of: wait.request, wait.strand, speed: 1)
        case (.shortestFirst, .handling(let law, let lookup)):
            return endOfHandling(law, lookup, name, wait.strand) - now
        case (.priority, _):
            let priority = wait.request.priority ?? wait.strand.family.model.priority
            return pool.model.ageing.map { now + Moment(priority) * $0.microseconds } ?? 0
        case (.earliestDue, _): return dueDate(of: wait)
        default: return 0
        }
    }

    private func dueDate(of wait: ReferenceWait) -> Moment {
        let family = wait.strand.family
        if let law = wait.request.dueIn {
            return end(of: law, "due@\(wait.request.name)", wait.strand, from: now)
        }
        guard let law = family.model.dueIn else { return endOfTime }
        return end(of: law, "due@arrivals", wait.strand, Occurrence(), from: family.arrived)
    }

    func turnAway(
        _ strand: ReferenceStrand,
        _ request: ReferenceRequest,
        to steps: [Step]?,
        outcome: String
    ) {
        let leaving = [Step(name: "leave \(outcome)", action: .leave(outcome: outcome))]
        strand.errands += errands(steps ?? leaving, prefix: request.prefix)
    }
}
