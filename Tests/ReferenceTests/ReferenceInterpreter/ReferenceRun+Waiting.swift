import ScenarioModel

extension ReferenceRun {
    func joinLines(_ wait: ReferenceWait) {
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
            let since = wait.strand.indoorsSince, since <= pool.endedAt,
            !pool.isNamed || !wanted(wait, pool).isDisjoint(with: pool.staying)
        else { return false }
        pool.mode = .overtime
        return true
    }

    func beginWaiting(_ wait: ReferenceWait) {
        let first = wait.places[0]
        let isServed = first.pool.mode == .open || (first.pool.mode == .overtime && first.isInside)
        setKind(of: wait, isClosed: !isServed)
        if let law = wait.request.patience {
            wait.patienceLeft = end(of: law, "patience@\(wait.request.name)", wait.strand, from: 0)
        }
        if isServed { letPatienceRun(wait) } else { wait.closedSince = now }
    }

    func setKind(of wait: ReferenceWait, isClosed: Bool) {
        let isListed = wait.places[0].pool.model.areCases
        wait.strand.kind =
            wait.request.isOfficeWork ? .officeWork : isListed ? .booking : isClosed ? .closed : .waitingLine
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

    func leaveLines(_ wait: ReferenceWait) {
        for place in wait.places {
            place.pool.line.removeAll { $0 === place }
            sums.waits[place.pool.model.name, default: 0] += Int128(now - wait.joined)
            letIn(place.pool)
        }
    }
}
