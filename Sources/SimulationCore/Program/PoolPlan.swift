/// A pool of servers and how many are present when.
public struct PoolPlan: Sendable, Hashable {
    /// Servers present, changing at moments; the first change is at 0.
    public var capacity: [CapacityChange]
    /// Most strands in the line, or -1 for no limit.
    public var lineLimit: Int32
    /// Whether strands for which the line has no room wait at a row `enter`, and are never refused.
    public var blocks: Bool
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
    /// Servers that are told apart, 64 at most; empty when they are interchangeable.
    ///
    /// Requests of such a pool are for one unit of it alone; none are kept for classes, and its line is not in random
    /// order.
    public var servers: [ServerPlan]
    /// How strands stand before servers that are told apart and have lines of their own; nil when they share one line.
    ///
    /// Such a pool suspends services only at a day's end.
    public var ownLines: OwnLines?

    /// Makes a pool from its parts.
    public init(
        capacity: [CapacityChange],
        lineLimit: Int32 = -1,
        blocks: Bool = false,
        order: LineOrder = .joining,
        dayEnd: DayEnd = .servesThoseInside,
        preemption: Preemption? = nil,
        reserved: [Int32] = [],
        absence: AbsencePlan? = nil,
        servers: [ServerPlan] = [],
        ownLines: OwnLines? = nil
    ) {
        self.capacity = capacity
        self.lineLimit = lineLimit
        self.blocks = blocks
        self.order = order
        self.dayEnd = dayEnd
        self.preemption = preemption
        self.reserved = reserved
        self.absence = absence
        self.servers = servers
        self.ownLines = ownLines
    }

    /// Whether a service may be suspended.
    var suspends: Bool { preemption != nil || dayEnd == .suspendsServices }
}

/// Lines of servers' own: who joins chooses the shortest.
public struct OwnLines: Sendable, Hashable {
    /// How many fewer must be ahead of a strand in another line for it to change to that line's end, 1 or more; 0 when
    /// nobody changes lines.
    public var jockeying: Int32

    /// Makes such lines from their parts.
    public init(jockeying: Int32 = 0) { self.jockeying = jockeying }
}

/// A server that is told apart from the others of its pool.
public struct ServerPlan: Sendable, Hashable {
    /// What the lengths of its services are divided by.
    public var speed: Double
    /// How many it may have at once, 1 or more.
    public var places: Int32

    /// Makes a server from its parts.
    public init(speed: Double = 1, places: Int32 = 1) {
        self.speed = speed
        self.places = places
    }
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

/// How a suspended service goes on.
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
    /// Servers present from then on; of servers that are told apart, their places.
    public var servers: Int32
    /// Which of servers that are told apart are present, as bits.
    public var present: UInt64
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
        present: UInt64 = 0,
        endsDay: Bool = false,
        day: Int32 = 0,
        nextDay: SimulationTime = 0
    ) {
        self.moment = moment
        self.servers = servers
        self.present = present
        self.endsDay = endsDay
        self.day = day
        self.nextDay = nextDay
    }
}
