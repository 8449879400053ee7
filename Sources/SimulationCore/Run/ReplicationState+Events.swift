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
        isOver = classesToCome == 0 && horizon == .never
    }

    /// Runs event after event until the horizon or until nothing is left to happen.
    mutating func runEvents(_ isCancelled: () -> Bool) throws(ReplicationFailure) {
        while let event = calendar.takeFirst() {
            let time = event.time
            if time >= horizon { break }
            if time != now {
                now = time
                instantSteps = 0
            }
            perform(event)
            if hasFailed, let failure { throw failure }
            if isOver { break }
            if events & 4095 == 0 {
                if isCancelled() { throw .cancelled }
                if events >= program.eventLimit { throw .tooManyEvents(limit: program.eventLimit) }
                tidyCalendar()
            }
        }
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

    /// Performs an event, and lets the strands that it set free go on.
    @inline(always)
    private mutating func perform(_ event: EventKey) {
        var slot = begin(event)
        if slot < 0 { slot = ready.takeFirst() }
        while slot >= 0 {
            proceed(slot)
            slot = ready.takeFirst()
        }
    }

    /// Performs an event up to the strand that it sets free, or -1 when there is none.
    @inline(always)
    private mutating func begin(_ event: EventKey) -> Int32 {
        let subject = Int32(truncatingIfNeeded: event.payload & 0xfff_ffff)
        switch EventAction(rawValue: event.payload >> 28) {
        case .wake:
            guard takeEvent(event, of: subject) else { return -1 }
            wake(subject)
            return subject
        case .arrive:
            events &+= 1
            return arrive(subject)
        case .giveUp:
            guard takeEvent(event, of: subject) else { return -1 }
            giveUp(subject)
            return subject
        case .joinLimit:
            guard takeEvent(event, of: subject) else { return -1 }
            reachJoinLimit(subject)
            return subject
        case .shift:
            changeCapacity(of: Int(subject))
        case .beginWindow:
            beginWindow()
        case .weekSlot:
            advanceWeek()
        case nil:
            preconditionFailure("an event of an unknown action")
        }
        return -1
    }

    /// Whether an event still belongs to its strand; if so the strand has none any more.
    @inline(always)
    private mutating func takeEvent(_ event: EventKey, of slot: Int32) -> Bool {
        let strand = strand(slot)
        guard strand.pointee.hasEvent, strand.pointee.event == event.insertion else {
            cancelledEvents &-= 1
            return false
        }
        strand.pointee.hasEvent = false
        events &+= 1
        return true
    }

    /// Schedules a strand's only event, unless it lies beyond the horizon.
    @inline(always)
    mutating func schedule(
        _ action: EventAction,
        of slot: Int32,
        at time: SimulationTime,
        _ priority: EventPriority
    ) {
        guard time < horizon else { return }
        let strand = strand(slot)
        strand.pointee.event = calendar.insert(at: time, priority, payload: action.payload(slot))
        strand.pointee.hasEvent = true
    }

    /// Forgets a strand's event, which will then be passed over.
    @inline(always)
    mutating func cancelEvent(of strand: UnsafeMutablePointer<Strand>) {
        guard strand.pointee.hasEvent else { return }
        strand.pointee.hasEvent = false
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
            let slots = strands.slots
            calendar.renumber { payload, new in
                guard payload >> 28 <= EventAction.joinLimit.rawValue else { return }
                slots[Int(payload & 0xfff_ffff)].event = new
            }
        }
    }

    private mutating func removeCancelledEvents() {
        let slots = strands.slots
        calendar.removeAll { event in
            guard event.payload >> 28 <= EventAction.joinLimit.rawValue else { return false }
            let owner = slots + Int(event.payload & 0xfff_ffff)
            return !owner.pointee.hasEvent || owner.pointee.event != event.insertion
        }
        cancelledEvents = 0
    }

    private mutating func checkNobodyIsStuck() throws(ReplicationFailure) {
        guard present > 0 else { return }
        for slot in 0..<strands.capacity {
            let strand = strands.slots[slot]
            if strand.state != .free, strand.state != .ended {
                let step = instructions[Int(strand.row)].step
                throw .waitsForever(step: Int(step), entities: Int(present))
            }
        }
    }
}
