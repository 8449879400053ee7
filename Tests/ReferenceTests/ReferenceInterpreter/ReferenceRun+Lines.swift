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
            if first.model.interruptsServices { joinings += 1 }
            takeUnits(request, strand.family.model.name)
            noteGrant(wait)
            return begin(request, wait)
        }
        if hasServerKept(request, strand) {
            takeUnits(request, strand.family.model.name)
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
        if !request.isOfficeWork, !request.isForGroup, request.by.contains(where: { pool($0.pool).isFull }) {
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
    private func isFreeAtOnce(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        request.by.allSatisfy { use in
            let pool = pool(use.pool)
            let rank = rank(of: strand, request, pool)
            return pool.mode == .open && pool.available >= use.units
                && pool.shares(use.units, with: strand.family.model.name)
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
        noteGivingUp(wait, "gaveUp")
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
        while pool.available > 0 || pool.model.preemption != nil, let place = pool.firstEligible {
            let wait = place.wait
            if pool.model.preemption != nil { preempt(pool, for: place) }
            let isFirstEverywhere = wait.places.allSatisfy {
                $0.pool.firstEligible === $0 && $0.pool.available >= $0.units
            }
            if !isFirstEverywhere { return }
            grant(wait)
            // Those behind it in its other lines may now be first.
            if wait.places.count > 1 { for place in wait.places { dispatch(place.pool) } }
        }
        let isWanted = pool.inside.contains { place in
            place.wait.places.allSatisfy { $0.isInside && $0.pool.mode != .closed }
        }
        if pool.mode == .overtime, !isWanted { close(pool) }
    }

    private func grant(_ wait: ReferenceWait) {
        leaveLines(wait)
        cancelEvent(of: wait.strand)
        for place in wait.places where place.pool.model.discipline == .random && wait.lengthLeft == nil {
            place.pool.callsByChance += 1
        }
        takeUnits(wait.request, wait.strand.family.model.name)
        if let since = wait.closedSince, now > wait.joined {
            wait.closedTime += now - since
            wait.closedSince = nil
        }
        noteGrant(wait)
        // Service begins at once; what else follows waits for its turn.
        if begin(wait.request, wait) {
            wait.strand.activity = .ready
            ready.append(wait.strand)
        }
    }

    private func takeUnits(_ request: ReferenceRequest, _ familyClass: String) {
        for use in request.by {
            pool(use.pool).busy += use.units
            pool(use.pool).busyWith[familyClass, default: 0] += use.units
        }
    }

    /// Begins what staff were wanted for; false when that is a service.
    private func begin(_ request: ReferenceRequest, _ wait: ReferenceWait) -> Bool {
        let strand = wait.strand
        if let notes = request.notes {
            strand.errands.append(.giveBackLater(request.by, notes, name: request.name))
        } else {
            strand.errands.append(.giveBack(request.by))
        }
        if let left = wait.lengthLeft {
            serve(wait, until: now + left)
            return false
        }
        var ends: Moment
        switch request.purpose {
        case .keeping(let steps):
            strand.errands += errands(steps, prefix: request.prefix)
            return true
        case .service(let law): ends = end(of: law, "service@\(request.name)", strand, from: now)
        case .handling(let law, let lookup): ends = endOfHandling(law, lookup, request.name, strand)
        }
        noteService(strand, request, until: ends)
        serve(wait, until: ends)
        if let gathering = strand.leads { beginSession(gathering, wait, until: ends) }
        return false
    }

    private func serve(_ wait: ReferenceWait, until end: Moment) {
        let (strand, request, since) = (wait.strand, wait.request, now)
        let service = ReferenceService(request, since: now, length: end - now, order: wait.order)
        strand.activity = .beingServed(service)
        strand.kind = request.isOfficeWork ? .officeWork : .service
        strand.event = plan(at: end, priority: 0) { () -> ReferenceStrand? in
            strand.event = nil
            self.tellService("served", strand, request, since)
            if strand.isBrokenOff { self.beginUnwinding(strand) }
            return strand
        }
    }

    func tellService(
        _ word: String,
        _ strand: ReferenceStrand,
        _ request: ReferenceRequest,
        _ since: Moment
    ) {
        tell(word, strand, step: request.name, from: since) {
            $0.subject = request.by[0].pool
            $0.timeKind = "\(request.isOfficeWork ? TimeKind.officeWork : .service)"
        }
    }

    // MARK: Interruptions

    /// Services of a pool, with their strands, that are not over at this moment.
    private func servicesInHand(_ pool: ReferencePool) -> [(
        strand: ReferenceStrand, service: ReferenceService
    )] {
        families.flatMap(\.strands).compactMap { strand in
            guard case .beingServed(let service) = strand.activity,
                service.request.by[0].pool == pool.model.name, service.since + service.length > now
            else { return nil }
            return (strand, service)
        }
    }

    /// Who comes first interrupts services of larger priority numbers, when it would otherwise have to wait.
    private func preempt(_ pool: ReferencePool, for first: ReferencePlace) {
        guard pool.mode == .open, pool.available < first.units else { return }
        func rank(_ one: (strand: ReferenceStrand, service: ReferenceService)) -> Int {
            self.rank(of: one.strand, one.service.request, pool)
        }
        let others = servicesInHand(pool).filter { rank($0) > first.rank }
            .sorted { (rank($0), $0.service.order) > (rank($1), $1.service.order) }
        var chosen: [(strand: ReferenceStrand, service: ReferenceService)] = []
        var free = pool.available
        for other in others where free < first.units {
            chosen.append(other)
            free += other.service.request.by[0].units
        }
        guard free >= first.units else { return }
        for (strand, service) in chosen.reversed() where free - service.request.by[0].units >= first.units {
            free -= service.request.by[0].units
            chosen.removeAll { $0.strand === strand }
        }
        for (strand, service) in chosen { interrupt(strand, service, pool, comesFirst: false) }
    }

    /// The day has ended: services in hand go on at the next opening.
    func suspendServices(_ pool: ReferencePool) {
        for (strand, service) in servicesInHand(pool).sorted(by: { $0.service.order < $1.service.order }) {
            interrupt(strand, service, pool, comesFirst: true)
        }
    }

    private func interrupt(
        _ strand: ReferenceStrand,
        _ service: ReferenceService,
        _ pool: ReferencePool,
        comesFirst: Bool
    ) {
        tellService("interrupted", strand, service.request, service.since)
        cancelEvent(of: strand)
        pool.busy -= service.request.by[0].units
        pool.busyWith[strand.family.model.name, default: 0] -= service.request.by[0].units
        // What it was about to give back it has given back.
        strand.errands.removeLast()
        if strand.isBrokenOff {
            beginUnwinding(strand)
            ready.append(strand)
            return
        }
        let isRestarted = !comesFirst && pool.model.preemption == .restart
        let wait = ReferenceWait(
            strand,
            service.request,
            joined: now,
            order: service.order,
            ahead: pool.line.count
        )
        wait.lengthLeft =
            isRestarted ? wholeLength(of: service.request, strand) : service.length - (now - service.since)
        let place = ReferencePlace(
            wait,
            pool,
            units: service.request.by[0].units,
            rank: comesFirst ? .min : rank(of: strand, service.request, pool),
            key: comesFirst ? .min : 0,
            isInside: true
        )
        wait.places = [place]
        pool.line.append(place)
        pool.observed.longestLine = max(pool.observed.longestLine, pool.line.count)
        strand.activity = .waiting(wait)
        let isServed = pool.mode == .open || pool.mode == .overtime
        setKind(of: wait, isClosed: !isServed)
        if !isServed { wait.closedSince = now }
        if comesFirst { strand.indoorsSince = nil }
    }

    /// How long a service takes that begins anew.
    private func wholeLength(of request: ReferenceRequest, _ strand: ReferenceStrand) -> Moment {
        switch request.purpose {
        case .keeping: 0
        case .service(let law): end(of: law, "service@\(request.name)", strand, from: now) - now
        case .handling(let law, let lookup): endOfHandling(law, lookup, request.name, strand) - now
        }
    }

    /// The day has ended: families in the line go home.
    func sendHome(_ pool: ReferencePool) {
        let waits = pool.inside.map(\.wait).filter { !$0.request.isOfficeWork && $0.lengthLeft == nil }
        for wait in waits {
            guard case .waiting(let present) = wait.strand.activity, present === wait else { continue }
            withdraw(wait)
            if let since = wait.closedSince { wait.closedTime += now - since }
            noteGivingUp(wait, "sentAway")
            goHome(wait.strand, wait.request)
            wait.strand.activity = .ready
            ready.append(wait.strand)
        }
    }

    private func goHome(_ strand: ReferenceStrand, _ request: ReferenceRequest) {
        if request.onSendingHome != nil {
            turnAway(strand, request, to: request.onSendingHome, outcome: "")
        } else {
            comeAgain(strand, request)
        }
    }

    /// Home until the pool that sends it there opens, and then to the line again.
    private func comeAgain(_ strand: ReferenceStrand, _ request: ReferenceRequest) {
        let sending = request.by.map { self.pool($0.pool).model }
            .filter { $0.closingRule == .sendHome && !$0.duty.isEmpty }
        var travel: DurationLaw?
        var name = request.name
        search: for errand in strand.errands.reversed() {
            switch errand {
            case .giveBack, .giveBackLater: break search
            case .wayBack(let law, let visit):
                (travel, name) = (law, visit)
                break search
            default: continue
            }
        }
        strand.errands.append(.ask(request))
        strand.errands.append(.arriveAgain(travel, name: name, step: request.name))
        for pool in sending.reversed() {
            strand.errands.append(
                .comeAgain(pool.duty[0].calendar, travel, name: name, step: request.name)
            )
        }
        if let travel { strand.errands.append(.wayBack(travel, name: name)) }
    }

    func giveBack(_ uses: [PoolUse], _ familyClass: String) {
        for use in uses {
            pool(use.pool).busy -= use.units
            pool(use.pool).busyWith[familyClass, default: 0] -= use.units
        }
        for use in uses { dispatch(pool(use.pool)) }
    }
}
