import RandomStreams

/// Everything that changes during a replication.
struct ReplicationState<Features: RunFeatures>: ~Copyable {
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
    let eventLimit: Int64
    /// Whether any pool's day ends.
    let tracksIndoors: Bool
    /// Whether some pool keeps servers for classes.
    let reserves: Bool
    /// Whether entities have registers or counters.
    let hasEntityData: Bool
    /// How many groupings there are.
    let groupingCount: Int
    let bank: SamplerBank
    /// First tally of counters, or -1 when none are kept.
    let counterTally: Int
    /// Whether entities have members.
    let hasRoles: Bool

    // Tables that nearly every event reads, kept at hand.
    let instructions: UnsafeMutablePointer<Instruction>
    let durations: UnsafeMutablePointer<DurationRow>
    let draws: UnsafeMutablePointer<DrawPlan.Row>
    let keys: UnsafeMutablePointer<StreamKey>
    let parts: UnsafeMutablePointer<RequestPlan.Part>

    var now: SimulationTime = 0
    var calendar: EventCalendar
    var strands: StrandTable
    /// Per request: what the run needs of it.
    let requests: UnsafeMutablePointer<RequestRow>
    let pools: UnsafeMutablePointer<PoolState>
    /// Per pool and level: those inside.
    let lines: UnsafeMutablePointer<LineList>
    /// Per pool: time at each line length, and at each number busy.
    let lineTimes: UnsafeMutablePointer<SimulationTime>
    let busyTimes: UnsafeMutablePointer<SimulationTime>
    /// Per pool and class: servers kept, and servers busy, of pools that keep some.
    let reserved: UnsafeMutablePointer<Int32>
    let busyByClass: UnsafeMutablePointer<Int32>
    /// Servers that are told apart, of one pool after another.
    let servers: UnsafeMutablePointer<ServerState>
    let arrivals: UnsafeMutablePointer<ArrivalState>
    /// Per class: moments of arrival drawn ahead.
    let moments: UnsafeMutablePointer<SimulationTime>
    /// Gaps between the moments that are being drawn.
    let gaps: UnsafeMutablePointer<Double>
    let tallies: TallyTable
    /// Per tally: where its next value goes; kept at hand, since the table itself would be copied to be read.
    let tallyRooms: TallyTable.Place
    var ready = ReadyQueue()
    /// Per group: those who wait for it to form; and the others of each group that is formed, by its first strand's slot.
    var gatherings: [Gathering]
    var followers: [Int32: [Int32]] = [:]
    /// Per pool: strands that wait for room in its line, in the order in which they came.
    var blocked: [[Int32]]
    /// Limits of gatherings to come.
    var groupLimits = PlaceTable<GroupLimit>()
    /// What is given back later than its strand goes on.
    var held = PlaceTable<HeldRequest>()
    /// Moments of the replies to the request in hand; kept for its memory.
    var replies: [SimulationTime] = []

    let accounts: UnsafeMutablePointer<ClassAccount>
    /// Per class and outcome: those gone who arrived in the window.
    let outcomes: UnsafeMutablePointer<Int64>
    /// Per grouping: what is kept of its values.
    let groupings: UnsafeMutablePointer<GroupingBooks>
    /// Per class and kind, `StrandTable.kindLimit` a class: time so far, also of those present; what a plain run has in
    /// tallies is added at its end.
    ///
    /// One row more holds that of those who came before the window.
    let kindSums: UnsafeMutablePointer<WideSum>
    /// Per kind of time: all bits set unless it is the entity's own.
    let awayMasks: UnsafeMutablePointer<Int64>
    var responders: [ResponderObservations]
    var present: Int64 = 0
    /// Sum of the times at which entities left, less that of those at which they came.
    var presentSum = WideSum()
    /// Sum of the times in system of those gone, modulo 2⁶⁴.
    var staySum: Int64 = 0
    /// Whether the observed window has begun.
    var hasWindow = true
    /// Whether the run stops before its horizon: it failed, or without a horizon it has lost its last entity.
    var isStopping = false
    /// Areas at the beginning of the observed window.
    var areasAtWarmUp: [PoolState.Areas] = []
    var presentAtWarmUp: Int128 = 0
    var week: WeekState

    var events = EventCount()
    var cancelledEvents = 0
    /// Events when a deadlock was last looked for.
    var deadlockSearchedAt: Int64 = 0
    /// Events, and rows that led elsewhere than to the next one, counted since an instant.
    var steps = 0
    var stepsSince: SimulationTime = -1
    var loopsStopped: Int64 = 0
    var splitsMade: UInt32 = 0
    var joinings: Int64 = 0
    var arrivedInAll: Int64 = 0
    var journeys: [JourneyEvent] = []
    var failure: ReplicationFailure?

    init(_ tables: ReplicationTables, index: UInt32, recording: Recording) {
        let program = tables.program
        self.tables = tables
        instructions = tables.instructions
        durations = tables.durations
        draws = tables.draws
        keys = tables.keys
        parts = tables.parts
        counterTally = program.counterCount > 0 ? Int(program.tallies.counters) : -1
        registerCount = program.registerCount
        counterCount = program.counterCount
        hasRoles = !program.roles.isEmpty
        outcomeCount = program.outcomeCount
        idleKind = program.idleKind
        strandLimit = program.strandLimit
        eventLimit = program.eventLimit
        tracksIndoors = program.pools.contains { $0.capacity.contains(where: \.endsDay) }
        reserves = program.reserves
        hasEntityData = program.registerCount + program.counterCount > 0
        groupingCount = program.groupings.count
        groupings = ReplicationTables.copied(
            program.groupings.map { GroupingBooks($0, outcomeCount: program.outcomeCount) }
        )
        self.index = index
        self.recording = recording
        isRecording = recording != .none
        horizon = program.horizon
        warmUp = program.warmUp
        kindCount = program.kindCount
        classCount = program.classes.count
        levelCount = tables.levelCount
        bank = program.samplers
        tallies = TallyTable(program.tallies, equals: Features.isGeneral ? [:] : tables.equalTallies)
        tallyRooms = tallies.places
        outcomes = .allocate(capacity: max(1, classCount * outcomeCount))
        outcomes.initialize(repeating: 0, count: classCount * outcomeCount)
        kindSums = .allocate(capacity: (classCount + 1) * StrandTable.kindLimit)
        kindSums.initialize(repeating: WideSum(), count: (classCount + 1) * StrandTable.kindLimit)
        accounts = .allocate(capacity: max(1, classCount))
        var keepsFirstHelp = false
        for place in 0..<classCount {
            let account = ClassAccount(
                of: place,
                program.tallies,
                tallies,
                outcomes: outcomes + place * outcomeCount,
                kindSums: kindSums + place * StrandTable.kindLimit
            )
            (accounts + place).initialize(to: account)
            if account.timeToFirstHelp != nil { keepsFirstHelp = true }
        }
        strands = StrandTable(
            kindCount: program.kindCount,
            partCount: program.requests.map(\.parts.count).max() ?? 1,
            registerCount: program.registerCount,
            counterCount: program.counterCount,
            serverPlaces: 1 + Int(program.requests.compactMap(\.selection?.place).max() ?? -1),
            tellsItemsApart: program.itemRequests.contains { !$0.items.isEmpty },
            row: tables.instructions,
            account: accounts,
            limit: max(1, program.strandLimit)
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
        reserved = .allocate(capacity: max(1, poolCount * classCount))
        reserved.initialize(repeating: 0, count: poolCount * classCount)
        busyByClass = .allocate(capacity: max(1, poolCount * classCount))
        busyByClass.initialize(repeating: 0, count: poolCount * classCount)
        let serverPlans = program.pools.flatMap(\.servers)
        servers = .allocate(capacity: max(1, serverPlans.count))
        for (place, plan) in serverPlans.enumerated() { (servers + place).initialize(to: ServerState(plan)) }
        var firstServer = 0
        for (place, plan) in program.pools.enumerated() {
            for (other, servers) in plan.reserved.enumerated() {
                reserved[place * classCount + other] = servers
            }
            let state = PoolState(
                plan,
                lines: lines + place * levelCount,
                lineTimes: lineTimes + place * lengths,
                busyTimes: busyTimes + place * lengths,
                reserved: reserved + place * classCount,
                busyByClass: busyByClass + place * classCount,
                servers: servers + firstServer
            )
            firstServer += plan.servers.count
            (pools + place).initialize(to: state)
        }
        requests = RequestRow.table(tables, keepsFirstHelp: keepsFirstHelp, pools)
        arrivals = .allocate(capacity: max(1, classCount))
        moments = .allocate(capacity: max(1, classCount * (ArrivalState.momentsAhead + 1)))
        moments.initialize(repeating: .never, count: classCount * (ArrivalState.momentsAhead + 1))
        gaps = .allocate(capacity: ArrivalState.momentsAhead)
        gaps.initialize(repeating: 0, count: ArrivalState.momentsAhead)
        calendar = EventCalendar(arrivalProcesses: classCount)
        var segments = 0
        for (place, plan) in program.classes.enumerated() {
            let state = ArrivalState(
                plan.arrivals,
                entry: tables.instructions + Int(plan.entry),
                account: accounts + place,
                firstSegment: segments,
                moments: moments + place * (ArrivalState.momentsAhead + 1)
            )
            segments = state.lastSegment
            (arrivals + place).initialize(to: state)
        }
        awayMasks = .allocate(capacity: StrandTable.kindLimit)
        awayMasks.initialize(repeating: -1, count: StrandTable.kindLimit)
        for (kind, isOwn) in program.tallies.ownKinds.enumerated() where isOwn { awayMasks[kind] = 0 }
        blocked = Array(repeating: [], count: program.pools.count)
        gatherings = Array(repeating: Gathering(), count: program.groups.count)
        responders = Array(repeating: ResponderObservations(), count: program.responders.count)
        week = WeekState(program.weekProfile, pools: poolCount)
    }

    deinit {
        requests.deallocate()
        pools.deallocate()
        lines.deallocate()
        lineTimes.deallocate()
        busyTimes.deallocate()
        reserved.deallocate()
        busyByClass.deallocate()
        servers.deallocate()
        arrivals.deallocate()
        moments.deallocate()
        gaps.deallocate()
        accounts.deallocate()
        outcomes.deallocate()
        kindSums.deallocate()
        awayMasks.deallocate()
        for place in 0..<groupingCount { groupings[place].deallocate() }
        groupings.deallocate()
    }

    /// The program that runs.
    @inline(__always)
    var program: Program {
        _read { yield tables.program }
    }

    /// The strand in a slot.
    @inline(__always)
    mutating func strand(_ slot: Int32) -> UnsafeMutablePointer<Strand> {
        strands[slot]
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
        stream(under: keys + Int(draw) &* classCount, strand, occurrence)
    }

    /// The stream of the draw of these keys by class, for a strand at an occurrence.
    @inline(__always)
    mutating func stream(
        under keys: UnsafeMutablePointer<StreamKey>,
        _ strand: UnsafeMutablePointer<Strand>,
        _ occurrence: Occurrence
    ) -> RandomStream {
        RandomStream(
            key: keys[Int(strand.pointee.classIndex)],
            occurrence: occurrence,
            entity: strand.pointee.ordinal,
            replication: index
        )
    }

    /// The stream of a number of what belongs to no entity, or of a class.
    mutating func sharedStream(_ purpose: String, _ number: UInt32, class name: String = "") -> RandomStream {
        RandomStream(
            key: StreamKey(seed: tables.seed, purpose: purpose, type: name),
            occurrence: Occurrence(),
            entity: number,
            replication: index
        )
    }

    /// Records a value, 0 or more, in a tally.
    @inline(__always)
    mutating func tally(_ value: Int64, in place: Int) {
        tally(value, at: tallyRooms + place)
    }

    /// Records a value, 0 or more, in the tally of a place.
    @inline(__always)
    mutating func tally(_ value: Int64, at place: TallyTable.Place) {
        if _slowPath(TallyTable.record(value, at: place)) { tallies.addUp(place) }
    }

    /// The value of a draw that has a sampler.
    @inline(__always)
    mutating func sample(_ draw: Int32, _ strand: UnsafeMutablePointer<Strand>, _ occurrence: Occurrence)
        -> Double
    {
        bank.draw(Int(draws[Int(draw)].sampler), stream(draw, strand, occurrence))
    }
}
