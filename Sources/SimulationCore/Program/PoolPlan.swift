/// A pool of servers and how many are present when.
public struct PoolPlan: Sendable, Hashable {
    /// Servers present, changing at moments; the first change is at 0.
    public var capacity: [CapacityChange]
    /// Most strands in the line, or -1 for no limit.
    public var lineLimit: Int32
    /// Order in which the line is served.
    public var order: LineOrder
    /// What a day's end means to those in line and in service.
    public var dayEnd: DayEnd
    /// What becomes of a service when a strand of a smaller level comes and nobody is free; nil when it goes on.
    ///
    /// A pool that suspends services, for this reason or at a day's end, is never one of several in a request.
    public var preemption: Preemption?
    /// Servers kept for each class, which may use the others too; empty for none.
    ///
    /// Such a pool has a line in the order of joining or of levels, or keys of its own, and suspends no services.
    public var reserved: [Int32]
    /// How servers stay away by chance; nil when they all come.
    public var absence: AbsencePlan?

    /// Makes a pool from its parts.
    public init(
        capacity: [CapacityChange],
        lineLimit: Int32 = -1,
        order: LineOrder = .joining,
        dayEnd: DayEnd = .servesThoseInside,
        preemption: Preemption? = nil,
        reserved: [Int32] = [],
        absence: AbsencePlan? = nil
    ) {
        self.capacity = capacity
        self.lineLimit = lineLimit
        self.order = order
        self.dayEnd = dayEnd
        self.preemption = preemption
        self.reserved = reserved
        self.absence = absence
    }

    /// Whether a service may be suspended.
    var suspends: Bool { preemption != nil || dayEnd == .suspendsServices }
}

/// How servers of a pool stay away for whole days, each by a chance of its own.
public struct AbsencePlan: Sendable, Hashable {
    /// The chance.
    public var chance: Double
    /// What the draws are keyed by.
    public var purpose: String
    /// Servers in all: the first of them are those present when fewer are.
    public var servers: Int32

    /// Makes a plan from its parts.
    public init(chance: Double, purpose: String, servers: Int32) {
        self.chance = chance
        self.purpose = purpose
        self.servers = servers
    }
}

/// What the end of a day means to those in line and in service.
public enum DayEnd: UInt8, Sendable, Hashable, CaseIterable {
    /// Strands in the line are served in overtime.
    case servesThoseInside
    /// The service in hand is finished; strands in the line wait for the next opening.
    case finishesServices
    /// The service in hand goes on at the next opening, before anything else; strands in the line wait for it.
    case suspendsServices
    /// The service in hand is finished; strands in the line go to their request's `sendingAwayRow`.
    case sendsAway
}

/// How an suspended service goes on.
public enum Preemption: UInt8, Sendable, Hashable, CaseIterable {
    /// What is left of it is served.
    case resume
    /// It begins anew.
    case restart
}

/// Order in which a line is served; among equals the order of joining.
public enum LineOrder: Sendable, Hashable {
    /// Who joined first goes first.
    case joining
    /// The smallest priority level goes first.
    case level
    /// Who joined last goes first.
    case lastJoined
    /// The shortest service goes first: as long as it would take, had it begun on joining.
    case length
    /// Who joined first goes first, each taken to have joined later by so much for its level.
    case joiningAfter([SimulationTime])
    /// Whose due date comes first goes first; who has none goes last.
    case dueDate
    /// Anyone, by one draw for each that is called up; the word that it is keyed by. For requests of one pool only.
    case drawn(purpose: String)
}

/// A change in the number of servers present.
public struct CapacityChange: Sendable, Hashable {
    /// When.
    public var moment: SimulationTime
    /// Servers present from then on.
    public var servers: Int32
    /// Whether a fall to no servers ends the day, rather than begins a break.
    public var endsDay: Bool
    /// Number of its day, for which absences hold.
    public var day: Int32
    /// When the next day begins, for a change that ends one; until then those who come are sent away, where they are.
    public var nextDay: SimulationTime

    /// Makes a change from its parts.
    public init(
        moment: SimulationTime,
        servers: Int32,
        endsDay: Bool = false,
        day: Int32 = 0,
        nextDay: SimulationTime = 0
    ) {
        self.moment = moment
        self.servers = servers
        self.endsDay = endsDay
        self.day = day
        self.nextDay = nextDay
    }
}

/// Resources seized all at once.
public struct RequestPlan: Sendable, Hashable {
    /// Pools and units; the first pool's hours rule patience.
    public var parts: [Part]
    /// Priority level, or -1 for the class's.
    public var priority: Int32
    /// Kind of time in the line while the first pool is open.
    public var waitingKind: UInt8
    /// Kind of time in the line while it is closed.
    public var closedKind: UInt8
    /// Duration of patience by class, -1 for none.
    public var patience: [Int32]
    /// Chances of turning away by line length, ascending; empty for none.
    public var balking: [BalkingStep]
    /// Draw for turning away.
    public var balkingDraw: Int32
    /// Row for those who give up.
    public var givingUpRow: Int32
    /// Row for those who turn away.
    public var balkingRow: Int32
    /// Row for those who find the line full.
    public var refusalRow: Int32
    /// Row for those whom a day's end sends away.
    public var sendingAwayRow: Int32
    /// First tally of waiting times; the class is added.
    public var waitTally: Int32
    /// First tally of waits of those who gave up; the class is added.
    public var givenUpTally: Int32
    /// First tally of waits on open time; the class is added.
    public var openWaitTally: Int32
    /// Duration until the due date by class, -1 for none; empty where no line asks for it.
    public var due: [Int32]
    /// Whether that duration begins with the arrival, rather than now.
    public var isDueByArrival: Bool
    /// Whether a grant is the beginning of help.
    public var isHelp: Bool
    /// Whether it is for a group, which is neither refused nor sent away.
    public var isForGroup: Bool
    /// Whether the entity waits in person, and so is inside when the doors shut.
    public var isPresent: Bool

    /// Units of one pool.
    public struct Part: Sendable, Hashable {
        /// The pool.
        public var pool: Int32
        /// Units, 1 or more.
        public var units: Int32

        /// Makes a part from its parts.
        public init(pool: Int32, units: Int32) {
            self.pool = pool
            self.units = units
        }
    }

    /// Chance of turning away from a length on.
    public struct BalkingStep: Sendable, Hashable {
        /// Shortest line it applies to.
        public var fromLength: Int32
        /// The chance.
        public var chance: Double

        /// Makes a step from its parts.
        public init(fromLength: Int32, chance: Double) {
            self.fromLength = fromLength
            self.chance = chance
        }
    }

    /// Makes a request for parts, with no patience, balking or tallies.
    public init(parts: [Part], priority: Int32 = -1, waitingKind: UInt8 = 0, closedKind: UInt8 = 0) {
        self.parts = parts
        self.priority = priority
        self.waitingKind = waitingKind
        self.closedKind = closedKind
        patience = []
        balking = []
        balkingDraw = -1
        givingUpRow = -1
        balkingRow = -1
        refusalRow = -1
        sendingAwayRow = -1
        waitTally = -1
        givenUpTally = -1
        openWaitTally = -1
        due = []
        isDueByArrival = false
        isHelp = false
        isForGroup = false
        isPresent = true
    }
}
