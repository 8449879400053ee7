public import RandomStreams
public import SimulationCore

/// A program written by hand for a test: small, readable, and deterministic unless a draw is asked for.
///
/// Times are bare ticks. Kinds of time are those of `Kind`. Row 0 ends a strand, so that a row without an unwinding
/// of its own unwinds to nothing.
public struct TinyProgram {
    /// The program so far; tests may change what the builder does not offer.
    public var program: Program
    /// Whether tallies keep sketches.
    public var isSketched = true
    private var samplers: [Sampler] = []
    /// First of the rows that give a request's resources back and end.
    private var unwinding: [Int32] = []
    private var servingDurations: Set<Int32> = []

    /// Kinds of time, strongest first.
    public enum Kind {
        /// Being served.
        public static let service: UInt8 = 0
        /// In a line while the pool is open.
        public static let waiting: UInt8 = 1
        /// In a line while the pool is closed.
        public static let closed: UInt8 = 2
        /// Delayed, or waiting for other strands.
        public static let away: UInt8 = 3
    }

    /// Makes a program of one ending row.
    public init() {
        program = Program(samplers: SamplerBank([]), tallies: TallyLayout())
        program.kindCount = 4
        program.idleKind = Kind.away
        program.outcomeCount = 3
        program.instructions = [Instruction(.end)]
    }

    // MARK: Chance and time

    /// Adds a draw from a sampler.
    public mutating func draw(_ sampler: Sampler) -> Int32 {
        samplers.append(sampler)
        return addDraw(sampler: Int32(samplers.count - 1))
    }

    /// Adds a draw of a bare uniform number.
    public mutating func chance() -> Int32 {
        addDraw(sampler: -1)
    }

    private mutating func addDraw(sampler: Int32) -> Int32 {
        program.draws.append(DrawPlan(purpose: "draw \(program.draws.count)", sampler: sampler))
        return Int32(program.draws.count - 1)
    }

    /// Adds a duration of constant length.
    public mutating func lasting(
        _ length: Double,
        on clock: DurationPlan.Clock = .elapsed,
        of shiftTable: Int32 = -1
    ) -> Int32 {
        guard let sampler = try? Sampler.constant(length) else { preconditionFailure("a length is finite") }
        return lasting(sampler, on: clock, of: shiftTable)
    }

    /// Adds a duration of drawn length.
    public mutating func lasting(
        _ sampler: Sampler,
        on clock: DurationPlan.Clock = .elapsed,
        of shiftTable: Int32 = -1
    ) -> Int32 {
        let draw = draw(sampler)
        program.durations.append(DurationPlan(draw: draw, clock: clock, shiftTable: shiftTable))
        return Int32(program.durations.count - 1)
    }

    /// Adds a calendar that is open in these ranges, each a day of its own.
    public mutating func calendar(_ open: Range<SimulationTime>...) -> Int32 {
        program.shiftTables.append(
            ShiftTable(
                opens: open.map(\.lowerBound),
                closes: open.map(\.upperBound),
                days: Array(open.indices)
            )
        )
        return Int32(program.shiftTables.count - 1)
    }

    // MARK: Resources

    /// Adds a pool with a constant number of servers.
    public mutating func pool(
        _ servers: Int32,
        lineLimit: Int32 = -1,
        order: LineOrder = .joining,
        preemption: Preemption? = nil
    ) -> Int32 {
        pool(
            [CapacityChange(moment: 0, servers: servers)],
            lineLimit: lineLimit,
            order: order,
            preemption: preemption
        )
    }

    /// Adds a pool whose servers change.
    public mutating func pool(
        _ capacity: [CapacityChange],
        lineLimit: Int32 = -1,
        order: LineOrder = .joining,
        dayEnd: DayEnd = .servesThoseInside,
        preemption: Preemption? = nil
    ) -> Int32 {
        program.pools.append(
            PoolPlan(
                capacity: capacity,
                lineLimit: lineLimit,
                order: order,
                dayEnd: dayEnd,
                preemption: preemption
            )
        )
        return Int32(program.pools.count - 1)
    }

    /// Adds a request for one unit of each of these pools.
    public mutating func request(_ pools: Int32..., priority: Int32 = -1) -> Int32 {
        request(parts: pools.map { RequestPlan.Part(pool: $0, units: 1) }, priority: priority)
    }

    /// Adds a request for these units.
    public mutating func request(parts: [RequestPlan.Part], priority: Int32 = -1) -> Int32 {
        let index = Int32(program.requests.count)
        var plan = RequestPlan(
            parts: parts,
            priority: priority,
            waitingKind: Kind.waiting,
            closedKind: Kind.closed
        )
        plan.isHelp = true
        plan.isToldApart = true
        plan.refusalRow = 0
        program.requests.append(plan)
        unwinding.append(rows([Instruction(.release, first: index), Instruction(.end)]))
        return index
    }

    /// Lets those who ask for a request give up after a duration, and go on at a row.
    public mutating func setPatience(_ duration: Int32, of request: Int32, givingUpAt row: Int32 = 0) {
        program.requests[Int(request)].patience = [duration]
        program.requests[Int(request)].givingUpRow = row
    }

    // MARK: Rows and entities

    /// Index of the next row.
    public var nextRow: Int32 { Int32(program.instructions.count) }

    /// Adds rows and returns the index of the first.
    @discardableResult
    public mutating func rows(_ rows: [Instruction]) -> Int32 {
        program.instructions += rows
        return nextRow - Int32(rows.count)
    }

    /// Rows that seize a request, serve for a duration and release.
    public mutating func visit(_ request: Int32, _ duration: Int32) -> [Instruction] {
        [seize(request), serve(duration, holding: request), release(request)]
    }

    /// A row that seizes.
    public func seize(_ request: Int32) -> Instruction {
        Instruction(.seize, kind: Kind.waiting, first: request)
    }

    /// A row that serves while it holds a request.
    public mutating func serve(_ duration: Int32, holding request: Int32) -> Instruction {
        servingDurations.insert(duration)
        return Instruction(
            .serve,
            kind: Kind.service,
            first: duration,
            second: program.requests[Int(request)].parts[0].pool,
            unwind: unwinding[Int(request)]
        )
    }

    /// A row that releases.
    public func release(_ request: Int32) -> Instruction {
        Instruction(.release, first: request)
    }

    /// A row that delays, while it holds a request or nothing.
    public func delay(_ duration: Int32, kind: UInt8 = Kind.away, holding request: Int32 = -1) -> Instruction
    {
        Instruction(
            .delay,
            kind: kind,
            first: duration,
            unwind: request < 0 ? 0 : unwinding[Int(request)]
        )
    }

    /// Adds one entity, of a class of its own, that arrives at a moment above 0 and goes along rows to the end.
    public mutating func entity(at moment: Double, priority: Int32 = 0, _ route: [Instruction]) {
        entities(every: moment, limit: 1, priority: priority, from: rows(route + [Instruction(.end)]))
    }

    /// Adds a class of entities that arrive at equal gaps and begin at a row.
    public mutating func entities(every gap: Double, limit: Int64, priority: Int32 = 0, from row: Int32) {
        let duration = lasting(gap)
        addClass(
            ArrivalPlan(
                pattern: .renewal(duration: duration),
                limit: limit,
                draw: program.durations[Int(duration)].draw
            ),
            priority: priority,
            from: row
        )
    }

    /// Adds a class of entities that arrive by chance at a rate per tick and begin at a row.
    public mutating func entities(rate: Double, limit: Int64, priority: Int32 = 0, from row: Int32) {
        let segment = RateSegment(begins: 0, ends: .never, rate: rate)
        addClass(
            ArrivalPlan(pattern: .rate([segment]), limit: limit, draw: chance()),
            priority: priority,
            from: row
        )
    }

    private mutating func addClass(_ arrivals: ArrivalPlan, priority: Int32, from row: Int32) {
        program.classes.append(
            ClassPlan(
                name: "class \(program.classes.count)",
                arrivals: arrivals,
                entry: row,
                priority: priority
            )
        )
    }

    /// Gives every class a register that holds a constant.
    public mutating func register(_ value: Double) -> Int32 {
        guard let sampler = try? Sampler.constant(value) else { preconditionFailure("a value is finite") }
        let plan = RegisterPlan(register: Int32(program.registerCount), draw: draw(sampler), isCount: false)
        program.registerCount += 1
        for place in program.classes.indices { program.classes[place].registers.append(plan) }
        return plan.register
    }

    // MARK: Running

    /// The finished program: with its samplers, and with every tally that a compiler asks for.
    public func finished() -> Program {
        var result = program
        let classes = program.classes.count
        result.samplers = SamplerBank(samplers)
        var layout = TallyLayout(ownKinds: [true, true, false, false])
        layout.timeInSystem = layout.add(classes, sketched: isSketched)
        layout.timeToFirstHelp = layout.add(classes, sketched: isSketched)
        layout.ownTime = layout.add(classes, sketched: isSketched)
        layout.counters = layout.add(classes * program.counterCount, sketched: isSketched)
        for place in result.requests.indices {
            let patience = result.requests[place].patience
            if patience.count == 1 {
                result.requests[place].patience = Array(repeating: patience[0], count: classes)
            }
            result.requests[place].waitTally = layout.add(classes, sketched: isSketched)
            result.requests[place].openWaitTally = layout.add(classes, sketched: isSketched)
            result.requests[place].givenUpTally = layout.add(classes, sketched: isSketched)
        }
        for duration in servingDurations.sorted() {
            result.durations[Int(duration)].tally = layout.add(classes, sketched: isSketched)
        }
        for place in result.groupings.indices {
            let values = Int(result.groupings[place].valueCount)
            result.groupings[place].timeInSystem = layout.add(values, sketched: isSketched)
            result.groupings[place].timeToFirstHelp = layout.add(values, sketched: isSketched)
            result.groupings[place].ownTime = layout.add(values, sketched: isSketched)
            result.groupings[place].waits = layout.add(values, sketched: isSketched)
        }
        for place in result.responders.indices where result.responders[place].tally < 0 {
            result.responders[place].tally = layout.add(1, sketched: isSketched)
        }
        result.tallies = layout
        return result
    }

    /// Runs one replication and records every journey.
    public func run(seed: UInt64 = 1, index: UInt32 = 0) throws -> ReplicationObservations {
        let tables = ReplicationTables(program: finished(), seed: seed)
        return try Replication.run(tables, index: index, recording: .all)
    }

    /// The journeys of one replication, one line for each event.
    public func timetable() throws -> [String] {
        try run().journeys.map(\.line)
    }
}
