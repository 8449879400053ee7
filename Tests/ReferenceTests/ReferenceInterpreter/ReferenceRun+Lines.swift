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
        if isFreeAtOnce(request, strand) {
            takeUnits(request)
            noteGrant(wait)
            return begin(request, strand)
        }
        if !request.isOfficeWork, request.by.contains(where: { pool($0.pool).isFull }) {
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
        beginWaiting(wait)
        // Servers may be free for it all the same: of a pool that stays on, or past those who lack a part.
        for use in request.by {
            let pool = pool(use.pool)
            if case .waiting = strand.activity, pool.available > 0 { dispatch(pool) }
        }
        return false
    }

    /// Whether everything asked for is open and free, and nobody of the same rank or before it waits.
    private func isFreeAtOnce(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        request.by.allSatisfy { use in
            let pool = pool(use.pool)
            let rank = rank(of: strand, request, pool)
            return pool.mode == .open && pool.available >= use.units
                && !pool.inside.contains { $0.rank <= rank }
        }
    }

    private func rank(
        of strand: ReferenceStrand,
        _ request: ReferenceRequest,
        _ pool: ReferencePool
    ) -> Int {
        guard pool.model.discipline == .priority, pool.model.ageing == nil else { return 0 }
        return request.priority ?? strand.family.model.priority
    }

    /// What a line in an order of its own goes by.
    private func key(of wait: ReferenceWait, _ pool: ReferencePool) -> Moment {
        let name = wait.request.name
        switch (pool.model.discipline, wait.request.purpose) {
        case (.lastInFirstOut, _): return Moment(-wait.order)
        case (.shortestFirst, .service(let law)):
            return end(of: law, "service@\(name)", wait.strand, from: now) - now
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

    private func turnAway(
        _ strand: ReferenceStrand,
        _ request: ReferenceRequest,
        to steps: [Step]?,
        outcome: String
    ) {
        let leaving = [Step(name: "leave \(outcome)", action: .leave(outcome: outcome))]
        strand.errands += errands(steps ?? leaving, prefix: request.prefix)
    }

    // MARK: Waiting

    private func joinLines(_ wait: ReferenceWait) {
        for use in wait.request.by.reversed() {
            let pool = pool(use.pool)
            let isInside = pool.mode == .open || !pool.hasEnded || isLetIn(wait, pool)
            // Outside, it has gone home in the meantime.
            if !isInside { wait.strand.indoorsSince = nil }
            let rank = rank(of: wait.strand, wait.request, pool)
            let key = key(of: wait, pool)
            let place = ReferencePlace(
                wait,
                pool,
                units: use.units,
                rank: rank,
                key: key,
                isInside: isInside
            )
            wait.places.insert(place, at: 0)
            pool.line.append(place)
            pool.observed.longestLine = max(pool.observed.longestLine, pool.line.count)
        }
    }

    /// Whether a pool whose day has ended stays for a family that came indoors before.
    private func isLetIn(_ wait: ReferenceWait, _ pool: ReferencePool) -> Bool {
        guard !wait.request.isOfficeWork, pool.model.closingRule == .serveThoseInside, pool.lastOnDuty > 0,
            let since = wait.strand.indoorsSince, since <= pool.endedAt
        else { return false }
        pool.mode = .overtime
        return true
    }

    private func beginWaiting(_ wait: ReferenceWait) {
        let first = wait.places[0]
        let isServed = first.pool.mode == .open || (first.pool.mode == .overtime && first.isInside)
        setKind(of: wait, isClosed: !isServed)
        if let law = wait.request.patience {
            wait.patienceLeft = end(of: law, "patience@\(wait.request.name)", wait.strand, from: 0)
        }
        if isServed { letPatienceRun(wait) } else { wait.closedSince = now }
    }

    private func setKind(of wait: ReferenceWait, isClosed: Bool) {
        wait.strand.kind =
            wait.request.isOfficeWork ? .officeWork : isClosed ? .closed : .waitingLine
    }

    private func letPatienceRun(_ wait: ReferenceWait) {
        guard let left = wait.patienceLeft else { return }
        wait.patienceEnds = now + left
        wait.strand.event = plan(at: now + left, priority: 3) { () -> ReferenceStrand? in
            self.giveUp(wait)
            return wait.strand
        }
    }

    /// The first pool has closed: patience stands still.
    func suspend(_ wait: ReferenceWait) {
        guard wait.closedSince == nil else { return }
        wait.closedSince = now
        if wait.places[0].pool.hasEnded { wait.strand.indoorsSince = nil }
        setKind(of: wait, isClosed: true)
        if let ends = wait.patienceEnds {
            wait.patienceLeft = ends - now
            wait.patienceEnds = nil
            cancelEvent(of: wait.strand)
        }
    }

    /// The first pool has opened: patience runs.
    func resume(_ wait: ReferenceWait) {
        guard let since = wait.closedSince else { return }
        wait.closedSince = nil
        wait.closedTime += now - since
        setKind(of: wait, isClosed: false)
        letPatienceRun(wait)
    }

    private func giveUp(_ wait: ReferenceWait) {
        wait.strand.event = nil
        withdraw(wait)
        noteGivingUp(wait)
        turnAway(wait.strand, wait.request, to: wait.request.onGivingUp, outcome: "gave up")
    }

    /// Leaves all lines; those behind may move up.
    func withdraw(_ wait: ReferenceWait) {
        cancelEvent(of: wait.strand)
        leaveLines(wait)
        for place in wait.places { dispatch(place.pool) }
    }

    private func leaveLines(_ wait: ReferenceWait) {
        for place in wait.places {
            place.pool.line.removeAll { $0 === place }
            sums.waits[place.pool.model.name, default: 0] += Int128(now - wait.joined)
        }
    }

    // MARK: Serving

    /// Serves those first in a pool's line as long as what they need is free.
    func dispatch(_ pool: ReferencePool) {
        while pool.available > 0, let place = pool.firstEligible {
            let wait = place.wait
            let isFirstEverywhere = wait.places.allSatisfy {
                $0.pool.firstEligible === $0 && $0.pool.available >= $0.units
            }
            if !isFirstEverywhere { return }
            grant(wait)
            // Those behind it in its other lines may now be first.
            if wait.places.count > 1 { for place in wait.places { dispatch(place.pool) } }
        }
        if pool.mode == .overtime, pool.firstEligible == nil { close(pool) }
    }

    private func grant(_ wait: ReferenceWait) {
        leaveLines(wait)
        cancelEvent(of: wait.strand)
        for place in wait.places where place.pool.model.discipline == .random {
            place.pool.callsByChance += 1
        }
        takeUnits(wait.request)
        if let since = wait.closedSince, now > wait.joined {
            wait.closedTime += now - since
            wait.closedSince = nil
        }
        noteGrant(wait)
        // Service begins at once; what else follows waits for its turn.
        if begin(wait.request, wait.strand) {
            wait.strand.activity = .ready
            ready.append(wait.strand)
        }
    }

    private func takeUnits(_ request: ReferenceRequest) {
        for use in request.by { pool(use.pool).busy += use.units }
    }

    /// Begins what staff were wanted for; false when that is a service.
    private func begin(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        strand.errands.append(.giveBack(request.by))
        switch request.purpose {
        case .keeping(let steps):
            strand.errands += errands(steps, prefix: request.prefix)
            return true
        case .service(let law):
            serve(strand, request, until: end(of: law, "service@\(request.name)", strand, from: now))
        case .handling(let law, let lookup):
            serve(strand, request, until: endOfHandling(law, lookup, request.name, strand))
        }
        return false
    }

    private func serve(_ strand: ReferenceStrand, _ request: ReferenceRequest, until end: Moment) {
        let since = now
        strand.activity = .beingServed
        strand.kind = request.isOfficeWork ? .officeWork : .service
        noteService(strand, request, until: end)
        strand.event = plan(at: end, priority: 0) { () -> ReferenceStrand? in
            strand.event = nil
            self.tell("served", strand, step: request.name, from: since) {
                $0.subject = request.by[0].pool
                $0.timeKind = "\(request.isOfficeWork ? TimeKind.officeWork : .service)"
            }
            if strand.isBrokenOff { self.beginUnwinding(strand) }
            return strand
        }
    }

    func giveBack(_ uses: [PoolUse]) {
        for use in uses { pool(use.pool).busy -= use.units }
        for use in uses { dispatch(pool(use.pool)) }
    }
}
