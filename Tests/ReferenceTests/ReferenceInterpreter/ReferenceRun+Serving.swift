import ScenarioModel

extension ReferenceRun {
    /// Serves those first in a pool's line as long as what they need is free.
    func dispatch(_ pool: ReferencePool) {
        if pool.isNamed {
            repeat { while let place = nextServed(pool) { grant(place.wait) } } while changeLine(pool)
        }
        while !pool.isNamed, pool.available > 0 || pool.model.preemption != nil,
            let place = pool.firstEligible
        {
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
        takeUnits(wait)
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

    func takeUnits(_ wait: ReferenceWait) {
        for use in wait.request.by {
            if pool(use.pool).isNamed { takeMember(wait, pool(use.pool)) }
            pool(use.pool).busy += use.units
            pool(use.pool).busyWith[wait.strand.family.model.name, default: 0] += use.units
        }
    }

    /// Begins what staff were wanted for; false when that is a service.
    func begin(_ request: ReferenceRequest, _ wait: ReferenceWait) -> Bool {
        let strand = wait.strand
        if let notes = request.notes {
            strand.errands.append(.giveBackLater(request.by, wait.member, notes, name: request.name))
        } else {
            strand.errands.append(.giveBack(request.by, wait.member))
        }
        if let next = request.next { strand.errands.append(.enter(next.step, prefix: next.prefix)) }
        let isKept = if case .keeping = request.purpose { true } else { false }
        if countsHandOffs, !isKept, strand.leads == nil {
            let meeting = ReferenceMeeting(request, member: wait.member)
            strand.errands.append(.meet(meeting, name: request.name))
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
        case .service, .handling: ends = now + wholeLength(of: request, strand, speed: speed(wait))
        }
        noteService(strand, request, until: ends)
        serve(wait, until: ends)
        if let gathering = strand.leads { beginSession(gathering, wait, until: ends) }
        return false
    }

    private func serve(_ wait: ReferenceWait, until end: Moment) {
        let (strand, request, since) = (wait.strand, wait.request, now)
        let service = ReferenceService(
            request,
            since: now,
            length: end - now,
            order: wait.order,
            member: wait.member
        )
        strand.activity = .beingServed(service)
        strand.kind = request.isOfficeWork ? .officeWork : .service
        strand.event = plan(at: end, priority: 0) { () -> ReferenceStrand? in
            strand.event = nil
            self.tellService("served", strand, request, since, wait.member)
            if strand.isBrokenOff { self.beginUnwinding(strand) }
            return strand
        }
    }

    func tellService(
        _ word: String,
        _ strand: ReferenceStrand,
        _ request: ReferenceRequest,
        _ since: Moment,
        _ member: Int?
    ) {
        tell(word, strand, step: request.name, from: since) {
            $0.subject = request.by[0].pool
            $0.member = self.name(of: member, request)
            $0.timeKind = "\(request.isOfficeWork ? TimeKind.officeWork : .service)"
        }
    }

    func name(of member: Int?, _ request: ReferenceRequest) -> String {
        member.map { pool(request.by[0].pool).model.members[$0].name } ?? ""
    }

    func giveBack(_ uses: [PoolUse], _ member: Int?, _ familyClass: String) {
        for use in uses {
            giveBackMember(member, pool(use.pool))
            pool(use.pool).busy -= use.units
            pool(use.pool).busyWith[familyClass, default: 0] -= use.units
        }
        for use in uses {
            dispatch(pool(use.pool))
            letIn(pool(use.pool))
        }
    }
}
