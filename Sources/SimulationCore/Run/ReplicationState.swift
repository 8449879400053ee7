import RandomStreams

/// Everything that changes during a replication.
struct ReplicationState: ~Copyable {
    let tables: ReplicationTables
    let index: UInt32
    let recording: Recording
    /// Whether anything is recorded at all.
    let isRecording: Bool
    let horizon: SimulationTime
    let warmUp: SimulationTime
    let kindCount: Int
    let classCount: Int
    let levelCount: Int
    let registerCount: Int
    let counterCount: Int
    let outcomeCount: Int
    let idleKind: UInt8
    let strandLimit: Int
    let bank: SamplerBank
    let tallyPlaces: TallyPlaces

    // Tables that nearly every event reads, kept at hand.
    let instructions: UnsafeMutablePointer<Instruction>
    let durations: UnsafeMutablePointer<DurationPlan>
    let draws: UnsafeMutablePointer<DrawPlan.Row>
    let keys: UnsafeMutablePointer<StreamKey>
    let requests: UnsafeMutablePointer<RequestRow>
    let parts: UnsafeMutablePointer<RequestPlan.Part>

    var now: SimulationTime = 0
    var calendar = EventCalendar()
    var strands: StrandTable
    var nodes = LineNodeTable()
    let pools: UnsafeMutablePointer<PoolState>
    /// Per pool and level: those inside.
    let lines: UnsafeMutablePointer<LineList>
    /// Per pool: time at each line length, and at each number busy.
    let lineTimes: UnsafeMutablePointer<SimulationTime>
    let busyTimes: UnsafeMutablePointer<SimulationTime>
    let arrivals: UnsafeMutablePointer<ArrivalState>
    /// Per class: gaps made ahead.
    let gaps: UnsafeMutablePointer<Double>
    let tallies: TallyTable
    /// The tallies' cells, kept at hand.
    let tallyCells: UnsafeMutablePointer<TallyCell>
    var ready = ReadyQueue()
    /// Moments of the replies to the request in hand; kept for its memory.
    var replies: [SimulationTime] = []

    /// Per class: those who arrived and left, in all and in the window.
    let counts: UnsafeMutablePointer<ClassCounts>
    /// Per class and outcome: those gone who arrived in the window.
    let outcomes: UnsafeMutablePointer<Int64>
    /// Per class and kind: their time.
    let kindSums: UnsafeMutablePointer<Int128>
    var responders: [ResponderObservations]
    var presentArea: Int128 = 0
    var presentSince: SimulationTime = 0
    var present: Int64 = 0
    /// Sum of the times in system of those gone, modulo 2⁶⁴.
    var staySum: Int64 = 0
    /// Whether the observed window has begun.
    var hasWindow = true
    /// Whether a run without a horizon has lost its last entity.
    var isOver = false
    /// Classes of which another entity will arrive.
    var classesToCome = 0
    /// Areas at the beginning of the observed window.
    var poolsAtWarmUp: [PoolState] = []
    var presentAtWarmUp: Int128 = 0
    var week: WeekState

    var events: Int64 = 0
    var cancelledEvents = 0
    /// Times that a strand went on at the present moment.
    var instantSteps = 0
    var loopsStopped: Int64 = 0
    var splitsMade: UInt32 = 0
    var joinings: Int64 = 0
    var arrivedInAll: Int64 = 0
    var stayMismatches = 0
    var journeys: [JourneyEvent] = []
    var failure: ReplicationFailure?
    var hasFailed = false

    init(_ tables: ReplicationTables, index: UInt32, recording: Recording) {
        let program = tables.program
        self.tables = tables
        instructions = tables.instructions
        durations = tables.durations
        draws = tables.draws
        keys = tables.keys
        requests = tables.requests
        parts = tables.parts
        tallyPlaces = TallyPlaces(program.tallies)
        registerCount = program.registerCount
        counterCount = program.counterCount
        outcomeCount = program.outcomeCount
        idleKind = program.idleKind
        strandLimit = program.strandLimit
        self.index = index
        self.recording = recording
        isRecording = recording != .none
        horizon = program.horizon
        warmUp = program.warmUp
        kindCount = program.kindCount
        classCount = program.classes.count
        levelCount = tables.levelCount
        bank = program.samplers
        strands = StrandTable(
            kindCount: program.kindCount,
            registerCount: program.registerCount,
            counterCount: program.counterCount
        )
        let poolCount = program.pools.count
        pools = .allocate(capacity: max(1, poolCount))
        lines = .allocate(capacity: max(1, poolCount * levelCount))
        lines.initialize(repeating: LineList(), count: poolCount * levelCount)
        let lengths = Int(PoolState.lastLength) + 1
        lineTimes = .allocate(capacity: max(1, poolCount * lengths))
        lineTimes.initialize(repeating: 0, count: poolCount * lengths)
        busyTimes = .allocate(capacity: max(1, poolCount * lengths))
        busyTimes.initialize(repeating: 0, count: poolCount * lengths)
        for (place, plan) in program.pools.enumerated() {
            let state = PoolState(
                plan,
                lineTimes: lineTimes + place * lengths,
                busyTimes: busyTimes + place * lengths
            )
            (pools + place).initialize(to: state)
        }
        arrivals = .allocate(capacity: max(1, classCount))
        gaps = .allocate(capacity: max(1, classCount * ArrivalState.gapsAhead))
        gaps.initialize(repeating: 0, count: classCount * ArrivalState.gapsAhead)
        var segments = 0
        for (place, plan) in program.classes.enumerated() {
            let state = ArrivalState(plan.arrivals, firstSegment: segments)
            segments = state.lastSegment
            (arrivals + place).initialize(to: state)
        }
        let table = TallyTable(program.tallies)
        tallyCells = table.cells
        tallies = table
        counts = .allocate(capacity: max(1, classCount))
        counts.initialize(repeating: ClassCounts(), count: classCount)
        outcomes = .allocate(capacity: max(1, classCount * outcomeCount))
        outcomes.initialize(repeating: 0, count: classCount * outcomeCount)
        kindSums = .allocate(capacity: max(1, classCount * kindCount))
        kindSums.initialize(repeating: 0, count: classCount * kindCount)
        responders = Array(repeating: ResponderObservations(), count: program.responders.count)
        week = WeekState(program.weekProfile, pools: poolCount)
    }

    deinit {
        pools.deallocate()
        lines.deallocate()
        lineTimes.deallocate()
        busyTimes.deallocate()
        arrivals.deallocate()
        gaps.deallocate()
        counts.deallocate()
        outcomes.deallocate()
        kindSums.deallocate()
    }

    /// The program that runs.
    @inline(__always)
    var program: Program {
        _read { yield tables.program }
    }

    /// The strand in a slot.
    @inline(__always)
    mutating func strand(_ slot: Int32) -> UnsafeMutablePointer<Strand> {
        strands.slots + Int(slot)
    }

    /// The stream of a draw for a strand.
    @inline(__always)
    mutating func stream(_ draw: Int32, _ strand: UnsafeMutablePointer<Strand>) -> RandomStream {
        stream(draw, strand, strand.pointee.occurrence)
    }

    /// The stream of a draw for a strand at another occurrence.
    @inline(__always)
    mutating func stream(_ draw: Int32, _ strand: UnsafeMutablePointer<Strand>, _ occurrence: Occurrence)
        -> RandomStream
    {
        RandomStream(
            key: keys[Int(draw) &* classCount &+ Int(strand.pointee.classIndex)],
            occurrence: occurrence,
            entity: strand.pointee.ordinal,
            replication: index
        )
    }

    /// Records a value, 0 or more, in a tally.
    @inline(__always)
    mutating func tally(_ value: Int64, in place: Int) {
        tallyCells[place].record(value)
    }

    /// The value of a draw that has a sampler.
    @inline(__always)
    mutating func sample(_ draw: Int32, _ strand: UnsafeMutablePointer<Strand>, _ occurrence: Occurrence)
        -> Double
    {
        var stream = stream(draw, strand, occurrence)
        return bank.draw(Int(draws[Int(draw)].sampler), &stream)
    }
}

/// How many entities of a class came and went.
struct ClassCounts {
    var arrived: Int64 = 0
    var left: Int64 = 0
    var arrivedInWindow: Int64 = 0
}

/// Where the tallies that every journey needs are kept.
struct TallyPlaces {
    let timeInSystem: Int
    let timeToFirstHelp: Int
    let ownTime: Int
    let counters: Int
    /// Kinds of time that are the entity's own, as bits.
    let ownKinds: UInt32

    init(_ layout: TallyLayout) {
        timeInSystem = Int(layout.timeInSystem)
        timeToFirstHelp = Int(layout.timeToFirstHelp)
        ownTime = Int(layout.ownTime)
        counters = Int(layout.counters)
        ownKinds = layout.ownKinds.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt32($1.offset) : $0 }
    }
}

/// Strands about to go on at the present instant, first in, first out.
struct ReadyQueue: ~Copyable {
    private var slots: UnsafeMutablePointer<Int32>
    private var capacity = 64
    private var head = 0
    private var count = 0

    init() { slots = .allocate(capacity: 64) }

    deinit { slots.deallocate() }

    @inline(__always)
    mutating func append(_ slot: Int32) {
        if count == capacity { grow() }
        slots[(head &+ count) & (capacity &- 1)] = slot
        count &+= 1
    }

    /// Takes the first strand, or returns -1 when there is none.
    @inline(__always)
    mutating func takeFirst() -> Int32 {
        guard count > 0 else { return -1 }
        let slot = slots[head]
        head = (head &+ 1) & (capacity &- 1)
        count &-= 1
        return slot
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Int32>.allocate(capacity: capacity * 2)
        for place in 0..<count { larger[place] = slots[(head + place) & (capacity - 1)] }
        slots.deallocate()
        slots = larger
        capacity *= 2
        head = 0
    }
}
