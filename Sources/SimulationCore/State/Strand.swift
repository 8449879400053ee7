import RandomStreams

/// One thread of an entity's journey; the first strand of an entity also keeps what belongs to the whole.
struct Strand {
    /// Slot of the entity's first strand.
    var root: Int32 = -1
    /// Slot of the strand that split this one off, or -1.
    var parent: Int32 = -1
    /// Present row of the program.
    var row: Int32 = 0
    var classIndex: Int32 = 0
    /// Number of the entity in its class, from 0.
    var ordinal: UInt32 = 0
    /// Insertion number of the strand's event; meaningless unless `hasEvent`.
    var event: UInt32 = 0
    var hasEvent = false
    var state = State.free
    var kind: UInt8 = 0
    var isUnwinding = false
    /// Place among parallel occurrences of a step.
    var occurrence = Occurrence()
    /// When the strand joined its line.
    var joinTime: SimulationTime = 0
    /// When its present service, delay or closed stretch of waiting began.
    var since: SimulationTime = 0
    /// Closed time of the present wait so far; the present closed stretch is added at its end.
    var closedTime: SimulationTime = 0
    /// Patience left while its clock stands still, or `.never`.
    var patienceLeft: SimulationTime = .never
    /// Whether the clock of patience stands still because the pool is closed.
    var isClosedOut = false
    /// First node in waiting lines, or -1.
    var firstNode: Int32 = -1
    /// Since when it has been indoors, from service to service without a pause, or `.never`.
    var indoorsSince: SimulationTime = .never
    /// Strands waiting ahead when it joined; for the record only.
    var ahead: Int32 = 0
    /// Rounds left in each level of loops.
    var rounds: (UInt16, UInt16, UInt16) = (0, 0, 0)
    /// Number of the split that it waits for or was started by.
    var splitNumber: UInt32 = 0
    /// Ends still waited for.
    var endsAwaited: Int32 = 0
    /// Number of the split that started it.
    var origin: UInt32 = 0
    /// Neighbours in the ring of the entity's strands.
    var next: Int32 = -1
    var previous: Int32 = -1

    // What follows belongs to the entity and is kept by its first strand.

    /// Number among all arrivals of the run, from 0.
    var number: Int64 = 0
    var arrivalTime: SimulationTime = 0
    /// When the present kind of time began.
    var kindSince: SimulationTime = 0
    /// Start of the first help, or -1.
    var helpTime: SimulationTime = -1
    /// Kinds that run at present, as bits; kept while there are several strands.
    var kindMask: UInt32 = 0
    /// Kinds that have had time so far, as bits.
    var usedKinds: UInt32 = 0
    var strandCount: Int32 = 1
    var outcome: Int32 = 0
    var isLeaving = false

    /// Makes this the first strand of a new entity, about to go on.
    ///
    /// What is set elsewhere before it is read is left alone.
    @inline(__always)
    mutating func begin(
        in slot: Int32,
        of classIndex: Int32,
        ordinal: UInt32,
        number: Int64,
        at row: Int32,
        kind: UInt8,
        _ now: SimulationTime
    ) {
        root = slot
        parent = -1
        self.row = row
        self.classIndex = classIndex
        self.ordinal = ordinal
        hasEvent = false
        state = .ready
        self.kind = kind
        isUnwinding = false
        indoorsSince = .never
        occurrence = Occurrence()
        rounds = (0, 0, 0)
        next = slot
        previous = slot
        self.number = number
        arrivalTime = now
        kindSince = now
        helpTime = -1
        usedKinds = 0
        strandCount = 1
        outcome = 0
        isLeaving = false
    }

    /// What a strand is doing.
    enum State: UInt8 {
        case free
        /// About to go on at this instant.
        case ready
        /// Held up until a known time.
        case timed
        /// In a waiting line.
        case waiting
        /// Waiting for other strands to end.
        case joining
        /// Ended, but kept as the root of others.
        case ended
    }
}

/// All strands of a run in slots that are used again.
struct StrandTable: ~Copyable {
    private(set) var slots: UnsafeMutablePointer<Strand>
    private(set) var capacity: Int
    private var spare: UnsafeMutablePointer<Int32>
    private var spareCount: Int
    /// Per slot: time spent by kind; 0 in spare slots.
    private(set) var kindTimes: UnsafeMutablePointer<SimulationTime>
    /// Per slot: strands in each kind, kept while there are several strands.
    private(set) var kindCounts: UnsafeMutablePointer<UInt32>
    private(set) var registers: UnsafeMutablePointer<Double>
    private(set) var counters: UnsafeMutablePointer<Int32>
    private let kindCount: Int
    private let registerCount: Int
    private let counterCount: Int

    init(kindCount: Int, registerCount: Int, counterCount: Int, capacity: Int = 64) {
        self.kindCount = kindCount
        self.registerCount = registerCount
        self.counterCount = counterCount
        self.capacity = capacity
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Strand(), count: capacity)
        spare = .allocate(capacity: capacity)
        for index in 0..<capacity { spare[index] = Int32(capacity - 1 - index) }
        spareCount = capacity
        kindTimes = Self.zeros(kindCount * capacity)
        kindCounts = Self.zeros(kindCount * capacity)
        registers = Self.zeros(registerCount * capacity)
        counters = Self.zeros(counterCount * capacity)
    }

    deinit {
        slots.deallocate()
        spare.deallocate()
        kindTimes.deallocate()
        kindCounts.deallocate()
        registers.deallocate()
        counters.deallocate()
    }

    /// Number of slots in use.
    var inUse: Int { capacity - spareCount }

    /// Takes a slot out of the spare ones; its contents are whatever the last user left.
    @inline(__always)
    mutating func take() -> Int32 {
        if spareCount == 0 { grow() }
        spareCount &-= 1
        return spare[spareCount]
    }

    /// Gives a slot back.
    @inline(__always)
    mutating func give(_ slot: Int32) {
        slots[Int(slot)].state = .free
        spare[spareCount] = slot
        spareCount &+= 1
    }

    private mutating func grow() {
        let larger = capacity * 2
        slots = Self.moved(slots, capacity, larger, filler: Strand())
        kindTimes = Self.moved(kindTimes, kindCount * capacity, kindCount * larger, filler: 0)
        kindCounts = Self.moved(kindCounts, kindCount * capacity, kindCount * larger, filler: 0)
        registers = Self.moved(registers, registerCount * capacity, registerCount * larger, filler: 0)
        counters = Self.moved(counters, counterCount * capacity, counterCount * larger, filler: 0)
        spare.deallocate()
        spare = .allocate(capacity: larger)
        spareCount = larger - capacity
        for index in 0..<spareCount { spare[index] = Int32(larger - 1 - index) }
        capacity = larger
    }

    private static func zeros<Element: AdditiveArithmetic>(_ count: Int) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
        pointer.initialize(repeating: .zero, count: count)
        return pointer
    }

    private static func moved<Element>(
        _ old: UnsafeMutablePointer<Element>,
        _ count: Int,
        _ larger: Int,
        filler: Element
    ) -> UnsafeMutablePointer<Element> {
        let new = UnsafeMutablePointer<Element>.allocate(capacity: max(1, larger))
        new.moveInitialize(from: old, count: count)
        (new + count).initialize(repeating: filler, count: larger - count)
        old.deallocate()
        return new
    }
}
