/// Place of an event in the order of a run: time, then priority, then insertion.
struct EventKey {
    /// Time × 4 + priority (64 bits), insertion number (32 bits), payload (32 bits): one number to compare.
    private(set) var bits: UInt128

    /// Makes a key; the payload says what the event does (4 bits) and to whom (28 bits).
    @inline(__always)
    init(timeAndPriority: UInt64, insertion: UInt32, payload: UInt32) {
        bits = UInt128(timeAndPriority) << 64 | UInt128(UInt64(insertion) << 32 | UInt64(payload))
    }

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

    /// Whether this event comes before another; insertion numbers differ, so payloads do not matter.
    @inline(__always)
    func precedes(_ other: EventKey) -> Bool { bits < other.bits }
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

/// Events to come: a 4-ary heap in the order of `EventKey`.
///
/// An event is cancelled by its owner's forgetting the insertion number that `insert` returned: the owner then
/// does not know the event when it comes out. Taking the first event leaves a hole that the next insertion fills,
/// since most events schedule exactly one other. Inserting and taking cost O(log n).
struct EventCalendar: ~Copyable {
    private var events: UnsafeMutablePointer<EventKey>
    private var capacity: Int
    /// Number of events, not counting the hole.
    private(set) var count = 0
    /// Whether the root has been taken and not filled again.
    private var hasHole = false
    /// Insertion number of the next event.
    private(set) var nextInsertion: UInt32 = 0

    init(capacity: Int = 256) {
        self.capacity = capacity
        events = .allocate(capacity: capacity)
    }

    deinit { events.deallocate() }

    /// Adds an event and returns its insertion number, the handle for cancelling.
    @inline(__always)
    mutating func insert(at time: SimulationTime, _ priority: EventPriority, payload: UInt32) -> UInt32 {
        let insertion = nextInsertion
        nextInsertion &+= 1
        let event = EventKey(
            timeAndPriority: UInt64(bitPattern: time) << 2 | priority.rawValue,
            insertion: insertion,
            payload: payload
        )
        if hasHole {
            hasHole = false
            count &+= 1
            sinkHole(for: event)
        } else {
            if count == capacity { grow() }
            count &+= 1
            climb(from: count &- 1, event)
        }
        return insertion
    }

    /// Takes the first event, or returns nil when there is none.
    @inline(__always)
    mutating func takeFirst() -> EventKey? {
        if hasHole { closeHole() }
        guard count > 0 else { return nil }
        hasHole = true
        count &-= 1
        return events[0]
    }

    /// Gives the events new insertion numbers in their present order.
    ///
    /// - Parameter renumbered: is told the payload and the new number of each event.
    mutating func renumber(_ renumbered: (UInt32, UInt32) -> Void) {
        if hasHole { closeHole() }
        var all = UnsafeMutableBufferPointer(start: events, count: count)
        all.sort { $0.precedes($1) }
        for index in 0..<count {
            renumbered(events[index].payload, UInt32(index))
            events[index].insertion = UInt32(index)
        }
        nextInsertion = UInt32(count)
    }

    /// Removes the events that a test does not keep.
    mutating func removeAll(where isStale: (EventKey) -> Bool) {
        if hasHole { closeHole() }
        var kept = 0
        for index in 0..<count where !isStale(events[index]) {
            events[kept] = events[index]
            kept += 1
        }
        count = kept
        var rest = UnsafeMutableBufferPointer(start: events, count: count)
        rest.sort { $0.precedes($1) }
    }

    /// Moves the last event into the hole.
    private mutating func closeHole() {
        hasHole = false
        guard count > 0 else { return }
        let last = events[count]
        sinkHole(for: last)
    }

    /// Sinks the hole at the root to the bottom, then lets the event climb from there.
    @inline(__always)
    private mutating func sinkHole(for event: EventKey) {
        var hole = 0
        var child = 1
        while child &+ 3 < count {
            let left = events[child &+ 1].precedes(events[child]) ? child &+ 1 : child
            let right = events[child &+ 3].precedes(events[child &+ 2]) ? child &+ 3 : child &+ 2
            let least = events[right].precedes(events[left]) ? right : left
            events[hole] = events[least]
            hole = least
            child = 4 &* hole &+ 1
        }
        if child < count {
            var least = child
            var other = child &+ 1
            while other < count {
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
        larger.moveInitialize(from: events, count: count)
        events.deallocate()
        events = larger
        capacity *= 2
    }
}
