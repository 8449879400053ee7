import ScenarioModel

extension ReferenceRun {
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

    /// Who comes first suspends services of larger priority numbers, when it would otherwise have to wait.
    func preempt(_ pool: ReferencePool, for first: ReferencePlace) {
        guard pool.mode == .open, pool.isNamed || pool.available < first.units else { return }
        func rank(_ one: (strand: ReferenceStrand, service: ReferenceService)) -> Int {
            self.rank(of: one.strand, one.service.request, pool)
        }
        // Of those who are told apart, only who will do and is on duty counts.
        let wanted = pool.isNamed ? wanted(first.wait, pool).intersection(pool.present) : []
        // Who goes on with a service stands before all others, but comes before none by it.
        let own = self.rank(of: first.wait.strand, first.wait.request, pool)
        let others = servicesInHand(pool).filter { rank($0) > own }
            .filter { !pool.isNamed || $0.service.member.map(wanted.contains) ?? false }
            .sorted { (rank($0), $0.service.order) > (rank($1), $1.service.order) }
        var chosen: [(strand: ReferenceStrand, service: ReferenceService)] = []
        var free = pool.isNamed ? 0 : pool.available
        for other in others where free < first.units {
            chosen.append(other)
            free += other.service.request.by[0].units
        }
        guard free >= first.units else { return }
        for (strand, service) in chosen.reversed() where free - service.request.by[0].units >= first.units {
            free -= service.request.by[0].units
            chosen.removeAll { $0.strand === strand }
        }
        for (strand, service) in chosen { suspendService(strand, service, pool, comesFirst: false) }
    }

    /// The day has ended: services in hand go on at the next opening.
    func suspendServices(_ pool: ReferencePool) {
        for (strand, service) in servicesInHand(pool).sorted(by: { $0.service.order < $1.service.order }) {
            suspendService(strand, service, pool, comesFirst: true)
        }
    }

    private func suspendService(
        _ strand: ReferenceStrand,
        _ service: ReferenceService,
        _ pool: ReferencePool,
        comesFirst: Bool
    ) {
        if now > service.since {
            tellService("suspended", strand, service.request, service.since, service.member)
        }
        giveBackMember(service.member, pool)
        cancelEvent(of: strand)
        pool.busy -= service.request.by[0].units
        pool.busyWith[strand.family.model.name, default: 0] -= service.request.by[0].units
        // What it was about to give back it has given back.
        if case .meet? = strand.errands.last { strand.errands.removeLast() }
        if case .enter? = strand.errands.last { strand.errands.removeLast() }
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
        wait.member = service.member
        wait.lengthLeft =
            isRestarted
            ? wholeLength(of: service.request, strand, speed: speed(wait))
            : service.length - (now - service.since)
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

    /// How long a service takes that begins, whole.
    func wholeLength(of request: ReferenceRequest, _ strand: ReferenceStrand, speed: Double) -> Moment {
        switch request.purpose {
        case .keeping: return 0
        case .service(let law):
            let length = value(law.law, "service@\(request.name)", strand) * factor(request.factor, strand)
            return clock.end(of: law, length / speed, from: now) - now
        case .handling(let law, let lookup):
            return endOfHandling(law, lookup, request.name, strand, speed: speed) - now
        }
    }
}
