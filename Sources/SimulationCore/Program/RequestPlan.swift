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
    /// Whether its waits count in tallies of groupings.
    public var isToldApart: Bool
    /// Whether the entity waits in person, and so is inside when the doors shut.
    public var isPresent: Bool
    /// Which of the pool's servers may be granted, where they are told apart.
    public var selection: ServerSelection?

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
        isToldApart = false
        isPresent = true
    }
}

/// Which servers of a pool a request may be granted, where they are told apart.
public struct ServerSelection: Sendable, Hashable {
    /// Those who are able to, as bits.
    public var able: UInt64
    /// Those of them who go before the others, as bits.
    public var preferred: UInt64
    /// What the entity's own server means to it.
    public var rule: Rule
    /// Register of the entity's own server: its number plus 1, or 0 for none; -1 when none is kept.
    public var register: Int32
    /// Whether a grant always makes the server the entity's own, rather than only its first.
    public var assigns: Bool
    /// Where a strand notes the server that it holds by this request.
    public var place: Int32

    /// What an entity's own server means to its request; without one, anybody able will do.
    public enum Rule: UInt8, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case anyone
        /// Only that server will do.
        case own
        /// Only that server will do while it is present, else anybody.
        case ownIfPresent
        /// That server if it is free, else anybody.
        case ownIfFree
        /// Anybody but that server, and who is granted becomes the entity's own.
        case another
    }

    /// Makes a selection from its parts.
    public init(
        able: UInt64,
        preferred: UInt64 = 0,
        rule: Rule = .anyone,
        register: Int32 = -1,
        assigns: Bool = false,
        place: Int32 = 0
    ) {
        self.able = able
        self.preferred = preferred
        self.rule = rule
        self.register = register
        self.assigns = assigns
        self.place = place
    }
}
