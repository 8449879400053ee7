public import RandomStreams

/// A compiled scenario: flat tables of whole numbers, immutable, shared by all threads.
///
/// The program knows entities, pools and numbered kinds, steps and counters; the words behind the numbers are
/// kept by the compiler.
public struct Program: Sendable {
    /// The rows; an entity starts at its class's entry.
    public var instructions: [Instruction] = []
    /// Pools, in the order of their names.
    public var pools: [PoolPlan] = []
    /// Entity classes, in the order of their names.
    public var classes: [ClassPlan] = []
    /// What is seized at once.
    public var requests: [RequestPlan] = []
    /// Calendars of working time.
    public var shiftTables: [ShiftTable] = []
    /// Lengths of time.
    public var durations: [DurationPlan] = []
    /// Sources of chance.
    public var draws: [DrawPlan] = []
    /// Samplers that draws refer to.
    public var samplers: SamplerBank
    /// Choices by chance.
    public var choices: [ChoicePlan] = []
    /// Conditions.
    public var tests: [TestPlan] = []
    /// Numbers worked out from registers.
    public var expressions: [ExpressionPlan] = []
    /// What rows `set` do, all of one row at once.
    public var assignments: [[AssignmentPlan]] = []
    /// Loops.
    public var loops: [LoopPlan] = []
    /// Splits.
    public var splits: [SplitPlan] = []
    /// Roles of an entity's members.
    public var roles: [RolePlan] = []
    /// Members needed together.
    public var engagements: [EngagementPlan] = []
    /// Groups that are served together.
    public var groups: [GroupPlan] = []
    /// Requests for replies to items.
    public var itemRequests: [ItemRequestPlan] = []
    /// Bodies that reply.
    public var responders: [ResponderPlan] = []
    /// Registers by whose values entities are told apart.
    public var groupings: [GroupingPlan] = []
    /// Tallies to keep.
    public var tallies: TallyLayout
    /// Registers per entity.
    public var registerCount = 0
    /// Counters per entity.
    public var counterCount = 0
    /// Number of outcomes.
    public var outcomeCount = 0
    /// Number of kinds of time; when several run at once, the smaller index wins.
    public var kindCount = 1
    /// Kind of time of a strand that waits for others; the weakest.
    public var idleKind: UInt8 = 0
    /// End of the run, or `.never` to run until the last entity has left.
    public var horizon: SimulationTime = .never
    /// Start of the observed window, at most the horizon.
    public var warmUp: SimulationTime = 0
    /// Moments at which the hour-of-week profile moves on, or nil to keep none.
    public var weekProfile: WeekProfilePlan?
    /// Most events of a run.
    public var eventLimit: Int64 = 10_000_000_000
    /// Most strands present at once.
    public var strandLimit = 10_000_000

    /// Most outcomes.
    public static let outcomeLimit = Int(UInt16.max)

    /// Makes an empty program around its samplers and tallies.
    public init(samplers: SamplerBank, tallies: TallyLayout) {
        self.samplers = samplers
        self.tallies = tallies
    }

    /// Stream keys of every draw and class under a seed, indexed by draw × number of classes + class.
    public func streamKeys(seed: UInt64) -> [StreamKey] {
        draws.flatMap { draw in
            classes.map { StreamKey(seed: seed, purpose: draw.purpose, type: $0.name) }
        }
    }
}

/// A source of chance: what is drawn and by what name it is keyed.
public struct DrawPlan: Sendable, Hashable {
    /// Kind and step, such as `service@intake`: the key of its streams.
    public var purpose: String
    /// Index in the sampler bank, or -1 for a bare uniform.
    public var sampler: Int32

    /// Makes a source from its parts.
    public init(purpose: String, sampler: Int32) {
        self.purpose = purpose
        self.sampler = sampler
    }
}

/// A class of entities.
public struct ClassPlan: Sendable {
    /// Name, part of the key of its streams.
    public var name: String
    /// Pattern of arrivals.
    public var arrivals: ArrivalPlan
    /// First row.
    public var entry: Int32
    /// Priority level in lines, 0 first.
    public var priority: Int32
    /// Registers filled at arrival, in order.
    public var registers: [RegisterPlan]

    /// Makes a class from its parts.
    public init(
        name: String,
        arrivals: ArrivalPlan,
        entry: Int32,
        priority: Int32,
        registers: [RegisterPlan] = []
    ) {
        self.name = name
        self.arrivals = arrivals
        self.entry = entry
        self.priority = priority
        self.registers = registers
    }
}

/// A register filled at arrival.
public struct RegisterPlan: Sendable, Hashable {
    /// The register.
    public var register: Int32
    /// The draw that fills it.
    public var draw: Int32
    /// Whether the value is rounded half to even, and to 0 from below.
    public var isCount: Bool
    /// Where the register holds a moment: how long what the entity has by a value above 0 lasts; nil for numbers.
    public var lasts: LastingPlan?
    /// Where it belongs to a member: its number, part of the key of its chance; or -1.
    public var member: Int32

    /// Makes a plan from its parts.
    public init(
        register: Int32,
        draw: Int32,
        isCount: Bool,
        lasts: LastingPlan? = nil,
        member: Int32 = -1
    ) {
        self.member = member
        self.register = register
        self.draw = draw
        self.isCount = isCount
        self.lasts = lasts
    }
}

/// When the hour-of-week profile moves on.
public struct WeekProfilePlan: Sendable, Hashable {
    /// Moments of change, ascending from 0.
    public var moments: [SimulationTime]
    /// Slot, 0 to 167 from Monday 0 h, that begins at each moment.
    public var slots: [UInt8]

    /// Makes a plan from its parts.
    public init(moments: [SimulationTime], slots: [UInt8]) {
        self.moments = moments
        self.slots = slots
    }
}
