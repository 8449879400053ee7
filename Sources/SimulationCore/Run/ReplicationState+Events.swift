/// What an event does: the upper 4 bits of its payload.
enum EventAction: UInt32 {
    /// A strand's service, delay or wait for replies ends.
    case wake
    /// A strand's patience ends.
    case giveUp
    /// A strand's wait for other strands reaches its limit.
    case joinLimit
    /// A class's next entity arrives.
    case arrive
    /// A pool's capacity changes.
    case shift
    /// The observed window begins.
    case beginWindow
    /// The hour-of-week profile moves on.
    case weekSlot
    /// What was held beyond its strand's going on is given back.
    case giveBack
    /// The first of a group has waited for others as long as it would.
    case groupLimit

    @inline(__always)
    func payload(_ subject: Int32) -> UInt32 {
        rawValue << 28 | UInt32(bitPattern: subject)
    }
}

extension ReplicationState {
    /// Inserts the first events, in the order of their subjects' names.
    mutating func begin() {
        if warmUp > 0 {
            hasWindow = false
            _ = calendar.insert(at: warmUp, .shift, payload: EventAction.beginWindow.payload(0))
        }
        if week.isKept { advanceWeek() }
        for pool in 0..<program.pools.count {
            _ = calendar.insert(at: 0, .shift, payload: EventAction.shift.payload(Int32(pool)))
        }
        for place in 0..<classCount { scheduleArrival(Int32(place)) }
        if !calendar.hasArrival, horizon == .never { stop() }
    }

    /// Runs event after event until the horizon or until nothing is left to happen.
    mutating func runEvents(_ isCancelled: () -> Bool) throws(ReplicationFailure) {
        run: while true {
            var next: (strand: UnsafeMutablePointer<Strand>, row: UnsafeMutablePointer<Instruction>)?
            if calendar.isArrivalFirst {
                now = calendar.firstArrival.time
                events.countOne()
                next = arrive(calendar.firstArrival.subject)
            } else {
                let event = calendar.root
                if event.payload >> 28 == EventAction.wake.rawValue {
                    calendar.removeRoot()
                    now = event.time
                    next = wake(event)
                } else {
                    // Arrivals and wakings beyond the horizon are not scheduled; what stands for no event lies there.
                    if event.time >= horizon { break }
                    calendar.removeRoot()
                    now = event.time
                    next = begin(event)
                }
            }
            while true {
                if let next { proceed(next.strand, from: next.row) }
                if _fastPath(!events.isLookDue) { continue run }
                next = nextReady()
                if next == nil { break }
            }
            if try pause(isCancelled) { break }
        }
        try checkForDeadlock(isAtEnd: true)
        if horizon == .never {
            try checkNobodyIsStuck()
        } else {
            now = horizon
        }
        if !hasWindow {
            now = max(now, warmUp)
            beginWindow()
        }
    }

    /// Looks up from the work after an event; true when the run stops before its horizon.
    @inline(never)
    private mutating func pause(_ isCancelled: () -> Bool) throws(ReplicationFailure) -> Bool {
        if let failure { throw failure }
        if isStopping { return true }
        if events.isPauseDue {
            if isCancelled() { throw .cancelled }
            if events.count >= eventLimit { throw .tooManyEvents(limit: eventLimit) }
            try checkForDeadlock()
            try checkProgress()
            tidyCalendar()
        }
        events.goOn()
        return false
    }

    /// The next strand that the event in hand set free, and its row; nil when there is none.
    @inline(never)
    private mutating func nextReady() -> (
        strand: UnsafeMutablePointer<Strand>, row: UnsafeMutablePointer<Instruction>
    )? {
        if ready.isEmpty { return nil }
        let strand = strand(ready.takeFirst())
        if isBrokenOff(strand), !strand.pointee.isUnwinding, !strand.pointee.isLeading {
            beginUnwinding(strand)
        }
        steps &+= 1
        if steps > Self.stepLimit, hasNotMoved() {
            failToProgress(strand)
            return nil
        }
        return (strand, strand.pointee.row)
    }

    /// Lets a strand go on after those that are ready at the present instant.
    @inline(__always)
    mutating func makeReady(_ slot: Int32) {
        ready.append(slot)
        events.lookNow()
    }

    /// Whether the steps counted up to their limit were all taken at the present instant; counts anew.
    mutating func hasNotMoved() -> Bool {
        defer {
            steps = 0
            stepsSince = now
        }
        return stepsSince == now
    }

    /// Stops a run whose events go on without end at one instant.
    private mutating func checkProgress() throws(ReplicationFailure) {
        steps &+= Int(EventCount.eventsPerPause)
        guard steps > Self.stepLimit, hasNotMoved() else { return }
        let event = calendar.isArrivalFirst ? calendar.firstArrival : calendar.root
        let isOfStrand = event.payload >> 28 < EventAction.arrive.rawValue
        let step = isOfStrand ? strand(event.subject).pointee.row.pointee.step : -1
        throw .noProgress(step: Int(step), time: now)
    }

    /// The strand that an event wakes and its row; nil when the event was cancelled.
    @inline(always)
    private mutating func wake(
        _ event: EventKey
    ) -> (strand: UnsafeMutablePointer<Strand>, row: UnsafeMutablePointer<Instruction>)? {
        let strand = strand(event.subject)
        if Self.mayBeCancelled(EventAction.wake.rawValue), !isStillOf(strand, event) { return nil }
        events.countOne()
        return (strand, wake(strand))
    }

    /// Performs an event that is neither an arrival nor a waking, up to the strand that it sets free, and that strand's
    /// row; nil when there is none.
    @inline(always)
    private mutating func begin(
        _ event: EventKey
    ) -> (strand: UnsafeMutablePointer<Strand>, row: UnsafeMutablePointer<Instruction>)? {
        let action = event.payload >> 28
        if action > EventAction.arrive.rawValue {
            changeSurroundings(action, event.subject)
            return nil
        }
        let strand = strand(event.subject)
        if !isStillOf(strand, event) { return nil }
        events.countOne()
        if action == EventAction.giveUp.rawValue {
            giveUp(strand)
        } else {
            reachJoinLimit(strand)
        }
        return (strand, strand.pointee.row)
    }

    /// Performs an event that belongs to no strand.
    @inline(never)
    private mutating func changeSurroundings(_ action: UInt32, _ subject: Int32) {
        switch EventAction(rawValue: action) {
        case .shift: changeCapacity(of: Int(subject))
        case .beginWindow: beginWindow()
        case .weekSlot: advanceWeek()
        case .giveBack: giveBackHeld(subject)
        case .groupLimit: reachGroupLimit(subject)
        case .wake, .giveUp, .joinLimit, .arrive, nil:
            preconditionFailure("an event of an unknown action")
        }
    }

    /// Whether events of an action may be cancelled, and each strand's last be known; in a plain run what has begun goes
    /// on to its end.
    @inline(__always)
    private static func mayBeCancelled(_ action: UInt32) -> Bool {
        Features.isGeneral ? action < EventAction.arrive.rawValue : action == EventAction.giveUp.rawValue
    }

    /// Whether an event that may be cancelled is still its strand's; if so the strand has none any more.
    @inline(always)
    private mutating func isStillOf(_ strand: UnsafeMutablePointer<Strand>, _ event: EventKey) -> Bool {
        guard strand.pointee.event == event.insertion else {
            cancelledEvents &-= 1
            return false
        }
        strand.pointee.event = 0
        return true
    }

    /// Schedules a strand's only event, unless it lies beyond the horizon.
    @inline(always)
    mutating func schedule(
        _ action: EventAction,
        of strand: UnsafeMutablePointer<Strand>,
        at time: SimulationTime,
        _ priority: EventPriority
    ) {
        // A plain run has no horizon.
        guard time < (Features.isGeneral ? horizon : .never) else { return }
        let insertion = calendar.insert(at: time, priority, payload: action.payload(strand.pointee.slot))
        if Self.mayBeCancelled(action.rawValue) { strand.pointee.event = insertion }
    }

    /// Forgets a strand's event, which will then be passed over.
    @inline(always)
    mutating func cancelEvent(of strand: UnsafeMutablePointer<Strand>) {
        guard strand.pointee.event != 0 else { return }
        strand.pointee.event = 0
        cancelledEvents &+= 1
    }

    /// Keeps the calendar small and its insertion numbers apart; neither changes the order of events.
    private mutating func tidyCalendar() {
        if cancelledEvents > 1024, cancelledEvents > calendar.count / 2 {
            removeCancelledEvents()
        }
        if calendar.nextInsertion > UInt32.max - (1 << 30) {
            // A cancelled event must not meet its owner's new number by accident.
            removeCancelledEvents()
            calendar.renumber { payload, new in
                guard Self.mayBeCancelled(payload >> 28) else { return }
                strands[Int32(payload & 0xfff_ffff)].pointee.event = new
            }
        }
    }

    private mutating func removeCancelledEvents() {
        calendar.removeAll { event in
            Self.mayBeCancelled(event.payload >> 28)
                && strands[event.subject].pointee.event != event.insertion
        }
        cancelledEvents = 0
    }

    private mutating func checkNobodyIsStuck() throws(ReplicationFailure) {
        guard present > 0 else { return }
        for slot in 0..<strands.capacity {
            let strand = strand(Int32(slot)).pointee
            if strand.state != .free, strand.state != .ended {
                let step = strand.row.pointee.step
                throw .waitsForever(step: Int(step), entities: Int(present))
            }
        }
    }
}
