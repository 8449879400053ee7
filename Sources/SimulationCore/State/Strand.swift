import RandomStreams

/// One thread of an entity's journey; the first strand of an entity also keeps what belongs to the whole.
///
/// What nearly every event touches stands first.
struct Strand {
    /// The strand's own slot.
    let slot: Int32
    /// Slot of the entity's first strand.
    var root: Int32 = -1
    /// Present row of the program.
    var row: UnsafeMutablePointer<Instruction>
    /// Insertion number of the strand's event, or 0 when it has none, as at its end.
    var event: UInt32 = 0
    var state = State.free
    var kind: UInt8 = 0
    var isUnwinding = false
    /// Whether the entity leaves, by the doing of another of its strands.
    var isBrokenOff = false
    /// The books of its class.
    var account: UnsafeMutablePointer<ClassAccount>
    var classIndex: Int32 = 0
    /// Number of the entity in its class, from 0.
    var ordinal: UInt32 = 0
    /// Place among parallel occurrences of a step.
    var occurrence = Occurrence()
    /// When the strand joined its line.
    var joinTime: SimulationTime = 0
    /// When its present service, delay or closed stretch of waiting began.
    var since: SimulationTime = 0
    /// Since when it has been indoors, from service to service without a pause, or `.never`.
    var indoorsSince: SimulationTime = .never
    /// Length of the service that it waits for, or -1 when that is found as the service begins; then of the one in hand.
    var lengthAhead: SimulationTime = -1
    /// What it waits for, while it waits.
    var request: UnsafeMutablePointer<RequestRow>?

    // What the next lines say belongs to the entity and is kept by its first strand.

    var arrivalTime: SimulationTime = 0
    /// When the present kind of time began.
    var kindSince: SimulationTime = 0
    /// Start of the first help, or -1.
    var helpTime: SimulationTime = -1
    /// Time so far of kinds that are not the entity's own.
    var awayTime: SimulationTime = 0
    var strandCount: Int32 = 1
    var outcome: UInt16 = 0
    /// Kinds that run at present, as bits; kept while there are several strands.
    var kindMask: UInt16 = 0
    /// Whether it waits and is served for a group; the strand's own.
    var isLeading = false
    /// Whether it has been let in to a line that had no room; the strand's own.
    var isLetIn = false
    /// Ends still waited for; the strand's own.
    var endsAwaited: UInt16 = 0
    /// Strands waiting ahead when it joined; for the record only.
    var ahead: Int32 = 0
    /// Number among all arrivals of the run, from 0; known to every strand.
    var number: Int64 = 0

    // The rest is the strand's own again.

    /// Closed time of the present wait so far; the present closed stretch is added at its end.
    var closedTime: SimulationTime = 0
    /// Patience left while its clock stands still, or `.never`.
    var patienceLeft: SimulationTime = .never
    /// Rounds left in each level of loops.
    var rounds: (UInt16, UInt16, UInt16) = (0, 0, 0)
    /// Whether the clock of patience stands still because the pool is closed.
    var isClosedOut = false
    /// Whether it waits to go on with a service that was suspended.
    var isResuming = false
    /// Slot of the strand that split this one off, or -1.
    var parent: Int32 = -1
    /// Number of the split that it waits for.
    var splitNumber: UInt32 = 0
    /// Number of the split that started it, or 0 where that does not wait for its end.
    var origin: UInt32 = 0
    /// Who dealt with it last: 128 × request + 2 + server told apart, or 128 × request + 1; 0 for nobody yet.
    var metLast: Int32 = 0
    /// Neighbours in the ring of the entity's strands; kept while there are several.
    var next: Int32 = -1
    var previous: Int32 = -1

    /// Makes a strand of a spare slot.
    init(
        slot: Int32,
        at row: UnsafeMutablePointer<Instruction>,
        _ account: UnsafeMutablePointer<ClassAccount>
    ) {
        self.slot = slot
        self.row = row
        self.account = account
    }

    /// Makes this the first strand of a new entity, about to go on.
    ///
    /// What is set elsewhere before it is read is left alone.
    @inline(__always)
    mutating func begin(
        of classIndex: Int32,
        _ account: UnsafeMutablePointer<ClassAccount>,
        ordinal: UInt32,
        at row: UnsafeMutablePointer<Instruction>,
        _ now: SimulationTime
    ) {
        self.row = row
        state = .ready
        self.classIndex = classIndex
        self.account = account
        self.ordinal = ordinal
        occurrence = Occurrence()
        arrivalTime = now
        helpTime = -1
        awayTime = 0
        outcome = 0
    }

    /// Begins what only a general run looks at.
    @inline(__always)
    mutating func beginApart(number: Int64, kind: UInt8) {
        root = slot
        self.kind = kind
        kindSince = arrivalTime
        isUnwinding = false
        isBrokenOff = false
        isResuming = false
        isLeading = false
        isLetIn = false
        indoorsSince = .never
        strandCount = 1
        self.number = number
        parent = -1
        metLast = 0
    }

    /// Makes this the only strand in its ring.
    mutating func becomeRing() {
        next = slot
        previous = slot
    }

    /// What a strand is doing; a plain run only tells spare strands from others.
    enum State: UInt8 {
        case free
        /// About to go on at this instant.
        case ready
        /// Held up until a known time.
        case timed
        /// In a waiting line.
        case waiting
        /// Waiting for room in a line.
        case blocked
        /// Waiting for other strands to end.
        case joining
        /// Waiting for members of its entity.
        case engaging
        /// Waiting for a group to form, or for its first strand to be done.
        case gathered
        /// Ended, but kept as the root of others.
        case ended
    }
}

/// All strands of a run in slots that are used again, with what each has beside it.
///
/// A slot holds a strand and, for the first strand of an entity, the entity's times by kind.
struct StrandTable: ~Copyable {
    private var slots: UnsafeMutableRawPointer
    private(set) var capacity: Int
    private var spare: UnsafeMutablePointer<Int32>
    private var spareCount: Int
    /// Per slot: strands in each kind, kept while there are several strands.
    private(set) var kindCounts: UnsafeMutablePointer<UInt32>
    /// Per slot, `partShift` apart: places in waiting lines.
    private(set) var nodes: UnsafeMutablePointer<LineNode>
    /// Per place in waiting lines: smaller goes first; 0 in lines without keys.
    private(set) var lineKeys: UnsafeMutablePointer<Int64>
    private(set) var registers: UnsafeMutablePointer<Double>
    private(set) var counters: UnsafeMutablePointer<Int32>
    /// Per slot and place: the server told apart that a strand holds.
    private(set) var servers: UnsafeMutablePointer<UInt8>
    /// Per slot, where items are told apart: those that the strand has selected, as bits.
    private var selections: UnsafeMutablePointer<UInt64>
    private let selectionCount: Int
    private let serverPlaces: Int
    let partShift: Int
    private let kindCount: Int
    /// Slots that are not exceeded unless one is taken from an exhausted table.
    private let limit: Int
    private let noRow: UnsafeMutablePointer<Instruction>
    private let noAccount: UnsafeMutablePointer<ClassAccount>
    private let registerCount: Int
    private let counterCount: Int

    /// Bytes from slot to slot, and from a slot's beginning to its times by kind.
    private static var slotBytes: Int { 320 }
    private static var timesOffset: Int { 192 }

    /// Most kinds of time.
    static var kindLimit: Int { (slotBytes - timesOffset) / MemoryLayout<SimulationTime>.stride }

    /// Makes a table of spare slots; spare strands stand at any row and are of any class.
    ///
    /// The table is exhausted when `limit` slots, 1 or more, are in use.
    init(
        kindCount: Int,
        partCount: Int,
        registerCount: Int,
        counterCount: Int,
        serverPlaces: Int,
        tellsItemsApart: Bool,
        row: UnsafeMutablePointer<Instruction>,
        account: UnsafeMutablePointer<ClassAccount>,
        limit: Int
    ) {
        precondition(MemoryLayout<Strand>.size <= Self.timesOffset, "a strand has outgrown its slot")
        noRow = row
        noAccount = account
        self.limit = limit
        self.kindCount = kindCount
        partShift = Self.roomShift(partCount)
        self.registerCount = registerCount
        self.counterCount = counterCount
        self.serverPlaces = serverPlaces
        selectionCount = tellsItemsApart ? 1 : 0
        self.capacity = 0
        spareCount = 0
        slots = .allocate(byteCount: 1, alignment: 64)
        spare = .allocate(capacity: 1)
        kindCounts = .allocate(capacity: 1)
        nodes = .allocate(capacity: 1)
        lineKeys = .allocate(capacity: 1)
        registers = .allocate(capacity: 1)
        counters = .allocate(capacity: 1)
        servers = .allocate(capacity: 1)
        selections = .allocate(capacity: 1)
        grow(to: min(64, limit))
    }

    deinit {
        slots.deallocate()
        spare.deallocate()
        kindCounts.deallocate()
        nodes.deallocate()
        lineKeys.deallocate()
        registers.deallocate()
        counters.deallocate()
        servers.deallocate()
        selections.deallocate()
    }

    /// Where a strand notes the items that it has selected, of those told apart.
    mutating func itemsSelected(_ strand: UnsafeMutablePointer<Strand>) -> UnsafeMutablePointer<UInt64> {
        selections + Int(strand.pointee.slot)
    }

    /// Where a strand notes the server that it holds, of those told apart.
    mutating func server(
        heldBy strand: UnsafeMutablePointer<Strand>,
        at place: Int32
    ) -> UnsafeMutablePointer<UInt8> {
        servers + Int(strand.pointee.slot) * serverPlaces + Int(place)
    }

    /// Number of slots in use.
    var inUse: Int { capacity &- spareCount }

    /// The strand in a slot; the pointer holds until a slot is taken.
    subscript(slot: Int32) -> UnsafeMutablePointer<Strand> {
        @inline(__always) get {
            (slots + Int(slot) &* Self.slotBytes).assumingMemoryBound(to: Strand.self)
        }
    }

    /// Time spent by kind by the entity of a first strand; 0 in spare slots.
    @inline(__always)
    static func times(of root: UnsafeMutablePointer<Strand>) -> UnsafeMutablePointer<SimulationTime> {
        (UnsafeMutableRawPointer(root) + timesOffset).assumingMemoryBound(to: SimulationTime.self)
    }

    /// Whether no slot is spare.
    var isExhausted: Bool {
        @inline(__always) get { spareCount == 0 }
    }

    /// Takes a slot out of the spare ones; its contents are whatever the last user left.
    @inline(__always)
    mutating func take() -> Int32 {
        if _slowPath(isExhausted) { grow(to: capacity < limit ? min(2 * capacity, limit) : 2 * capacity) }
        spareCount &-= 1
        return spare[spareCount]
    }

    /// Gives a slot back.
    @inline(__always)
    mutating func give(_ strand: UnsafeMutablePointer<Strand>) {
        strand.pointee.state = .free
        spare[spareCount] = strand.pointee.slot
        spareCount &+= 1
    }

    @inline(never)
    private mutating func grow(to larger: Int) {
        let new = UnsafeMutableRawPointer.allocate(byteCount: larger * Self.slotBytes, alignment: 64)
        new.copyMemory(from: slots, byteCount: capacity * Self.slotBytes)
        slots.deallocate()
        slots = new
        for slot in capacity..<larger {
            let strand = self[Int32(slot)]
            strand.initialize(to: Strand(slot: Int32(slot), at: noRow, noAccount))
            Self.times(of: strand).initialize(repeating: 0, count: Self.kindLimit)
        }
        kindCounts = enlarged(kindCounts, kindCount, to: larger, filler: 0)
        nodes = enlarged(nodes, 1 << partShift, to: larger, filler: LineNode())
        lineKeys = enlarged(lineKeys, 1 << partShift, to: larger, filler: 0)
        registers = enlarged(registers, registerCount, to: larger, filler: 0)
        counters = enlarged(counters, counterCount, to: larger, filler: 0)
        servers = enlarged(servers, serverPlaces, to: larger, filler: 0)
        selections = enlarged(selections, selectionCount, to: larger, filler: 0)
        spare.deallocate()
        spare = .allocate(capacity: larger)
        spareCount = larger - capacity
        for index in 0..<spareCount { spare[index] = Int32(larger - 1 - index) }
        capacity = larger
    }

    private func enlarged<Element: BitwiseCopyable>(
        _ table: UnsafeMutablePointer<Element>,
        _ perSlot: Int,
        to larger: Int,
        filler: Element
    ) -> UnsafeMutablePointer<Element> {
        let new = UnsafeMutablePointer<Element>.allocate(capacity: max(1, perSlot * larger))
        new.moveInitialize(from: table, count: perSlot * capacity)
        (new + perSlot * capacity).initialize(repeating: filler, count: perSlot * (larger - capacity))
        table.deallocate()
        return new
    }

    /// The least shift that leaves room for so many.
    private static func roomShift(_ count: Int) -> Int {
        count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
    }
}
