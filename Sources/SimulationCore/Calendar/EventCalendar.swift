/// Place of an event in the order of a run: time, then priority, then insertion.
struct EventKey {
    /// Time × 4 + priority (64 bits), insertion number (32 bits), payload (32 bits): one number to compare.
    private(set) var bits: UInt128

    /// Makes a key; the payload says what the event does (4 bits) and to whom (28 bits).
    @inline(__always)
    init(timeAndPriority: UInt64, insertion: UInt32, payload: UInt32) {
        bits = UInt128(timeAndPriority) << 64 | UInt128(UInt64(insertion) << 32 | UInt64(payload))
    }

    /// Stands where there is no event; every event precedes it.
    static var none: EventKey {
        EventKey(timeAndPriority: .max, insertion: .max, payload: .max)
    }

    /// Whether this stands where there is no event.
    @inline(__always)
    var isNone: Bool { bits == .max }

    /// Time × 4 + priority.
    @inline(__always)
    var timeAndPriority: UInt64 { UInt64(truncatingIfNeeded: bits >> 64) }

    /// When the event takes place.
    @inline(__always)
    var time: SimulationTime { SimulationTime(truncatingIfNeeded: timeAndPriority >> 2) }

    /// Insertion number; renumbered before it runs out.
    @inline(__always)
    var insertion: UInt32 {
        get { UInt32(truncatingIfNeeded: bits >> 32) }
        set { self = EventKey(timeAndPriority: timeAndPriority, insertion: newValue, payload: payload) }
    }

    /// What the event does (4 bits) and to whom (28 bits).
    @inline(__always)
    var payload: UInt32 { UInt32(truncatingIfNeeded: bits) }

    /// To whom it happens.
    @inline(__always)
    var subject: Int32 { Int32(truncatingIfNeeded: payload & 0xfff_ffff) }

    /// Whether this event comes before another; insertion numbers differ, so payloads do not matter.
    @inline(__always)
    func precedes(_ other: EventKey) -> Bool { bits < other.bits }

    /// 1 if this event comes before another, otherwise 0.
    @inline(__always)
    func asOne(ifBefore other: EventKey) -> Int {
        Int(truncatingIfNeeded: bits.subtractingReportingOverflow(other.bits).overflow ? 1 : 0)
    }
}

/// Order among events of one instant; smaller goes first.
enum EventPriority: UInt64 {
    /// Ends of service, so that releases come before seizes.
    case release
    /// Changes of capacity and of the observed window.
    case shift
    /// Arrivals and ends of delays.
    case flow
    /// Ends of patience and of limited waits.
    case limit
}

/// Events to come: a 4-ary heap in the order of `EventKey`, and beside it the next arrival of each arrival process.
///
/// An event is cancelled by its owner's forgetting the insertion number that `insert` returned: the owner then
/// does not know the event when it comes out. Taking the first event leaves a hole that the next insertion fills,
/// since most events schedule exactly one other. Inserting and taking cost O(log n).
///
/// A process's arrivals come in order anyway, so that only its next one need wait here; setting it costs
/// O(processes).
struct EventCalendar: ~Copyable {
    /// The heap; `.none` at its root when it is empty and has no hole.
    private var events: UnsafeMutablePointer<EventKey>
    private var capacity: Int
    /// Number of events in the heap, counting the hole.
    private var filled = 0
    /// Whether the root has been taken and not filled again.
    private var hasHole = false
    /// Insertion number of the next event; never 0.
    private(set) var nextInsertion: UInt32 = 1
    /// The first arrival of all processes.
    private(set) var firstArrival = EventKey.none
    /// The next arrival of each process when there are several.
    private let arrivals: UnsafeMutablePointer<EventKey>
    private let processCount: Int

    init(arrivalProcesses processCount: Int = 0, capacity: Int = 256) {
        self.capacity = capacity
        events = .allocate(capacity: capacity)
        events[0] = .none
        self.processCount = processCount
        arrivals = .allocate(capacity: max(1, processCount))
        arrivals.initialize(repeating: .none, count: processCount)
    }

    deinit {
        events.deallocate()
        arrivals.deallocate()
    }

    /// Adds an event and returns its insertion number, the handle for cancelling.
    @inline(__always)
    mutating func insert(at time: SimulationTime, _ priority: EventPriority, payload: UInt32) -> UInt32 {
        let event = newEvent(at: time, priority, payload: payload)
        if hasHole {
            hasHole = false
            sinkHole(for: event)
        } else {
            if filled == capacity { grow() }
            filled &+= 1
            climb(from: filled &- 1, event)
        }
        return event.insertion
    }

    /// Gives an arrival process its next arrival, in place of the one it had.
    @inline(__always)
    mutating func setArrival(
        of process: Int,
        at time: SimulationTime,
        _ priority: EventPriority,
        payload: UInt32
    ) {
        setArrival(of: process, newEvent(at: time, priority, payload: payload))
    }

    /// Leaves an arrival process without a next arrival.
    mutating func clearArrival(of process: Int) {
        setArrival(of: process, .none)
    }

    /// Number of events to come, not counting arrivals.
    var count: Int { hasHole ? filled - 1 : filled }

    /// Whether any arrival is to come.
    var hasArrival: Bool { !firstArrival.isNone }

    /// Whether the first event is the first arrival; no when nothing is to come.
    ///
    /// A process whose arrival has come must be given its next one, or cleared, before this is asked again.
    var isArrivalFirst: Bool {
        @inline(__always) mutating get {
            if _slowPath(hasHole) { closeHole() }
            return firstArrival.precedes(events[0])
        }
    }

    /// The first event other than arrivals, or `.none`; nothing was taken since `isArrivalFirst` was asked.
    var root: EventKey {
        @inline(__always) get { events[0] }
    }

    /// Removes the first event other than arrivals, when there is one.
    @inline(__always)
    mutating func removeRoot() { hasHole = true }

    /// Gives the events new insertion numbers in their present order.
    ///
    /// - Parameter renumbered: is told the payload and the new number of each event.
    mutating func renumber(_ renumbered: (UInt32, UInt32) -> Void) {
        if hasHole { closeHole() }
        if processCount == 1 { arrivals[0] = firstArrival }
        let expected = (0..<processCount).filter { !arrivals[$0].isNone }
        var all = (0..<filled).map { (key: events[$0], process: -1) }
        all += expected.map { (key: arrivals[$0], process: $0) }
        all.sort { $0.key.precedes($1.key) }
        var place = 0
        for (index, entry) in all.enumerated() {
            var key = entry.key
            key.insertion = UInt32(index + 1)
            renumbered(key.payload, key.insertion)
            if entry.process < 0 {
                events[place] = key
                place += 1
            } else {
                arrivals[entry.process] = key
            }
        }
        nextInsertion = UInt32(all.count + 1)
        findFirstArrival()
    }

    @inline(__always)
    private mutating func newEvent(at time: SimulationTime, _ priority: EventPriority, payload: UInt32)
        -> EventKey
    {
        let insertion = nextInsertion
        nextInsertion &+= 1
        return EventKey(
            timeAndPriority: UInt64(bitPattern: time) << 2 | priority.rawValue,
            insertion: insertion,
            payload: payload
        )
    }

    @inline(__always)
    private mutating func setArrival(of process: Int, _ event: EventKey) {
        if processCount == 1 {
            firstArrival = event
        } else {
            arrivals[process] = event
            findFirstArrival()
        }
    }

    @inline(never)
    private mutating func findFirstArrival() {
        firstArrival = .none
        for process in 0..<processCount where arrivals[process].precedes(firstArrival) {
            firstArrival = arrivals[process]
        }
    }

    /// Removes the events that a test does not keep.
    mutating func removeAll(where isStale: (EventKey) -> Bool) {
        if hasHole { closeHole() }
        var kept = 0
        for index in 0..<filled where !isStale(events[index]) {
            events[kept] = events[index]
            kept += 1
        }
        filled = kept
        if filled == 0 { events[0] = .none }
        var rest = UnsafeMutableBufferPointer(start: events, count: filled)
        rest.sort { $0.precedes($1) }
    }

    /// Moves the last event into the hole.
    private mutating func closeHole() {
        hasHole = false
        filled -= 1
        if filled == 0 {
            events[0] = .none
        } else {
            sinkHole(for: events[filled])
        }
    }

    /// Sinks the hole at the root to the bottom, then lets the event climb from there.
    @inline(__always)
    private mutating func sinkHole(for event: EventKey) {
        var hole = 0
        var child = 1
        while child &+ 3 < filled {
            // No branches: which child goes first cannot be foreseen.
            let left = child &+ events[child &+ 1].asOne(ifBefore: events[child])
            let right = child &+ 2 &+ events[child &+ 3].asOne(ifBefore: events[child &+ 2])
            let least = left &+ (right &- left) &* events[right].asOne(ifBefore: events[left])
            events[hole] = events[least]
            hole = least
            child = 4 &* hole &+ 1
        }
        if child < filled {
            var least = child
            var other = child &+ 1
            while other < filled {
                if events[other].precedes(events[least]) { least = other }
                other &+= 1
            }
            events[hole] = events[least]
            hole = least
        }
        climb(from: hole, event)
    }

    /// Moves an event up from a free place until its parent precedes it.
    @inline(__always)
    private mutating func climb(from start: Int, _ event: EventKey) {
        var place = start
        while place > 0 {
            let parent = (place &- 1) >> 2
            if !event.precedes(events[parent]) { break }
            events[place] = events[parent]
            place = parent
        }
        events[place] = event
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<EventKey>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: events, count: filled)
        events.deallocate()
        events = larger
        capacity *= 2
    }
}
