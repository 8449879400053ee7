/// A choice by one draw.
public struct ChoicePlan: Sendable, Hashable {
    /// The draw, a bare uniform.
    public var draw: Int32
    /// The ways, in order.
    public var options: [Option]
    /// Row when no option is taken.
    public var otherwise: Int32

    /// A way with a chance.
    public struct Option: Sendable, Hashable {
        /// The chance, unless a register holds it.
        public var chance: Double
        /// Register that holds the chance, or -1.
        public var register: Int32
        /// Row to go to.
        public var row: Int32

        /// Makes an option from its parts.
        public init(chance: Double, register: Int32 = -1, row: Int32) {
            self.chance = chance
            self.register = register
            self.row = row
        }
    }

    /// Makes a choice from its parts.
    public init(draw: Int32, options: [Option], otherwise: Int32) {
        self.draw = draw
        self.options = options
        self.otherwise = otherwise
    }
}

/// A condition on an entity or on the state of a line.
public enum TestPlan: Sendable, Hashable {
    /// A register compared with a number.
    case register(Int32, Comparison, Double)
    /// 1 while the moments until which something is had all lie ahead, else 0, compared with a number.
    case lasting(HeldPlan, Comparison, Double)
    /// The number of strands in a pool's line compared with a number.
    case lineLength(pool: Int32, Comparison, Double)
    /// The entity's class is one of these, by class.
    case classMembership([Bool])

    /// Ways to compare.
    public enum Comparison: UInt8, Sendable, Hashable {
        /// Less.
        case less
        /// Less or equal.
        case lessOrEqual
        /// Equal.
        case equal
        /// Not equal.
        case notEqual
        /// Greater or equal.
        case greaterOrEqual
        /// Greater.
        case greater

        /// Whether the comparison holds.
        @inlinable
        public func holds(_ left: Double, _ right: Double) -> Bool {
            switch self {
            case .less: left < right
            case .lessOrEqual: left <= right
            case .equal: left == right
            case .notEqual: left != right
            case .greaterOrEqual: left >= right
            case .greater: left > right
            }
        }
    }
}

/// A loop: its rounds are numbered in one field of the occurrence.
public struct LoopPlan: Sendable, Hashable {
    /// Nesting level, 1 to 3.
    public var level: Int32
    /// How the number of rounds is found.
    public var rule: Rule
    /// Most rounds, 1 to 4095.
    public var limit: Int32

    /// How the number of rounds is found.
    public enum Rule: Sendable, Hashable {
        /// A draw, rounded half to even.
        case drawn(draw: Int32)
        /// A register, rounded half to even.
        case register(Int32)
        /// One, and another with a chance after each.
        case again(draw: Int32, chance: Double, register: Int32)
    }

    /// Makes a loop from its parts.
    public init(level: Int32, rule: Rule, limit: Int32) {
        self.level = level
        self.rule = rule
        self.limit = limit
    }
}

/// Strands that start together.
public struct SplitPlan: Sendable, Hashable {
    /// The branches, in order.
    public var branches: [Branch]
    /// How many ends of those awaited are waited for, or -1 for all; when fewer start, all of these.
    public var waitFor: Int32
    /// Duration of the longest wait, or -1.
    public var limit: Int32

    /// Strands that start at one row.
    public struct Branch: Sendable, Hashable {
        /// The row.
        public var row: Int32
        /// Role of the members of whom each starts a strand, or -1 for one strand.
        public var role: Int32
        /// Whether their ends count.
        public var isAwaited: Bool

        /// Makes a branch from its parts.
        public init(row: Int32, role: Int32 = -1, isAwaited: Bool = true) {
            self.row = row
            self.role = role
            self.isAwaited = isAwaited
        }
    }

    /// Makes a split from its parts.
    public init(branches: [Branch], waitFor: Int32, limit: Int32 = -1) {
        self.branches = branches
        self.waitFor = waitFor
        self.limit = limit
    }

    /// Makes a split of one strand from each of these rows.
    public init(rows: [Int32], waitFor: Int32, limit: Int32 = -1) {
        self.init(branches: rows.map { Branch(row: $0) }, waitFor: waitFor, limit: limit)
    }
}

/// Strands that wait for each other and then are served together, as one.
public struct GroupPlan: Sendable, Hashable {
    /// So many begin at once.
    public var size: Int32
    /// So many are enough when the limit has passed.
    public var least: Int32
    /// Duration of the longest wait of the first for others, or -1.
    public var limit: Int32

    /// Makes a group from its parts.
    public init(size: Int32, least: Int32, limit: Int32 = -1) {
        self.size = size
        self.least = least
        self.limit = limit
    }
}

/// Items sent to responders, and how many replies are waited for.
public struct ItemRequestPlan: Sendable, Hashable {
    /// Register that holds the number of items.
    public var register: Int32
    /// Draw (bare uniform) that selects an item.
    public var selectionDraw: Int32
    /// Chance that an item is selected.
    public var selectionChance: Double
    /// Draw (bare uniform) of an item's responder.
    public var responderDraw: Int32
    /// Responders with the cumulative chance of each, ending at 1.
    public var responders: [Route]
    /// Replies waited for, or -1 for all.
    public var waitFor: Int32
    /// Counter of items not selected, or -1.
    public var unselectedCounter: Int32
    /// Items that are told apart, 64 at most; empty where a register holds how many there are.
    ///
    /// Those that the entity has not are selected, and it has them when all replies have come.
    public var items: [Item]

    /// An item that is told apart.
    public struct Item: Sendable, Hashable {
        /// Its number, part of the key of its chance.
        public var number: Int32
        /// Register of the moment until which the entity has it.
        public var register: Int32
        /// Role of the member whose item it is, or -1.
        public var role: Int32
        /// The member's number; -1 for the member on whose way the strand is, whose number is added to the register.
        public var member: Int32
        /// Place of its responder among `responders`.
        public var route: Int32
        /// How long it lasts.
        public var lasts: LastingPlan

        /// Makes an item from its parts.
        public init(
            number: Int32,
            register: Int32,
            role: Int32 = -1,
            member: Int32 = -1,
            route: Int32,
            lasts: LastingPlan
        ) {
            self.number = number
            self.register = register
            self.role = role
            self.member = member
            self.route = route
            self.lasts = lasts
        }
    }

    /// A responder and the chance up to it; draws of its own for this request.
    public struct Route: Sendable, Hashable {
        /// The responder.
        public var responder: Int32
        /// Cumulative chance.
        public var cumulative: Double
        /// Draw (bare uniform) of the channel.
        public var channelDraw: Int32
        /// Draws of each channel of the responder, its fall-back last.
        public var channels: [ChannelDraws]
        /// Duration after which the fall-back is turned to; ignored without one.
        public var fallBackAfter: Int32

        /// Makes a route from its parts.
        public init(
            responder: Int32,
            cumulative: Double,
            channelDraw: Int32,
            channels: [ChannelDraws],
            fallBackAfter: Int32 = -1
        ) {
            self.responder = responder
            self.cumulative = cumulative
            self.channelDraw = channelDraw
            self.channels = channels
            self.fallBackAfter = fallBackAfter
        }
    }

    /// Durations and draws of one channel.
    public struct ChannelDraws: Sendable, Hashable {
        /// Duration until the answer.
        public var answer: Int32
        /// Draw (bare uniform) of failure.
        public var failure: Int32
        /// Duration of the pause before another try.
        public var pause: Int32

        /// Makes draws from their parts.
        public init(answer: Int32, failure: Int32, pause: Int32) {
            self.answer = answer
            self.failure = failure
            self.pause = pause
        }
    }

    /// Makes a request from its parts.
    public init(
        register: Int32,
        selectionDraw: Int32,
        selectionChance: Double,
        responderDraw: Int32,
        responders: [Route],
        waitFor: Int32,
        unselectedCounter: Int32,
        items: [Item] = []
    ) {
        self.register = register
        self.selectionDraw = selectionDraw
        self.selectionChance = selectionChance
        self.responderDraw = responderDraw
        self.responders = responders
        self.waitFor = waitFor
        self.unselectedCounter = unselectedCounter
        self.items = items
    }
}

/// A body that replies through channels.
public struct ResponderPlan: Sendable, Hashable {
    /// Channels with cumulative chances ending at 1.
    public var channels: [Channel]
    /// The channel turned to when no reply has come, or nil.
    public var fallBack: Channel?
    /// Tally of times from sending to the reply.
    public var tally: Int32

    /// One way of replying.
    public struct Channel: Sendable, Hashable {
        /// Cumulative chance of the channel.
        public var cumulative: Double
        /// Chance that a reply is a failure.
        public var failureChance: Double
        /// Tries after the first.
        public var retries: Int32

        /// Makes a channel from its parts.
        public init(cumulative: Double, failureChance: Double, retries: Int32) {
            self.cumulative = cumulative
            self.failureChance = failureChance
            self.retries = retries
        }
    }

    /// Makes a responder from its parts.
    public init(channels: [Channel], fallBack: Channel?, tally: Int32) {
        self.channels = channels
        self.fallBack = fallBack
        self.tally = tally
    }
}
