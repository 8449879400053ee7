import ScenarioModel

extension ReferenceRun {
    /// Plans a pool's change of staff of a number.
    func planChange(_ number: Int, of pool: ReferencePool) {
        guard number < pool.changes.count else { return }
        plan(at: pool.changes[number].moment, priority: 1) { () -> ReferenceStrand? in
            self.planChange(number + 1, of: pool)
            self.apply(pool.changes[number], to: pool)
            return nil
        }
    }

    private func apply(_ change: ReferencePool.Change, to pool: ReferencePool) {
        let before = pool.onDuty
        let membersBefore = pool.present
        pool.apply(change)
        if pool.onDuty > 0 { return open(pool) }
        pool.hasEnded = change.endsDay
        if change.endsDay {
            pool.endedAt = now
            pool.lastOnDuty = before
            pool.staying = membersBefore
            if pool.model.closingRule == .serveThoseInside {
                // Nobody works overtime for a case whose family is not there.
                for place in pool.inside where place.wait.request.isOfficeWork { sendOutside(place) }
                // Nor does it help to wait for somebody who has left.
                for place in pool.inside
                where pool.isNamed && wanted(place.wait, pool).isDisjoint(with: pool.staying) {
                    sendOutside(place)
                }
                if before > 0, !pool.inside.isEmpty {
                    pool.mode = .overtime
                    return dispatch(pool)
                }
            }
        }
        close(pool)
        guard change.endsDay else { return }
        if pool.model.closingRule == .suspendService { suspendServices(pool) }
        if pool.model.closingRule == .sendHome { sendHome(pool) }
    }

    private func sendOutside(_ place: ReferencePlace) {
        place.isInside = false
        place.wait.strand.indoorsSince = nil
        if place.wait.places[0] === place { suspend(place.wait) }
    }

    private func open(_ pool: ReferencePool) {
        let wasOpen = pool.mode == .open
        pool.mode = .open
        pool.hasEnded = false
        if !wasOpen {
            for place in pool.line { place.isInside = true }
            for place in pool.inside {
                if place.wait.places[0] === place { resume(place.wait) }
                noteIndoors(place.wait)
            }
        }
        chooseLinesAnew(pool)
        dispatch(pool)
        letIn(pool)
    }

    /// A family that went home is indoors again as soon as it stands in line everywhere, and no pool's day has ended.
    private func noteIndoors(_ wait: ReferenceWait) {
        guard !wait.request.isOfficeWork, wait.strand.indoorsSince == nil,
            wait.places.allSatisfy({ $0.isInside && !$0.pool.hasEnded })
        else { return }
        wait.strand.indoorsSince = now
    }

    /// Ends a pool's service to those waiting; those behind them in other lines may move up.
    func close(_ pool: ReferencePool) {
        pool.mode = .closed
        let inside = pool.inside
        for place in inside where place.wait.places[0] === place { suspend(place.wait) }
        for place in inside {
            for other in place.wait.places where other !== place { dispatch(other.pool) }
        }
    }
}
