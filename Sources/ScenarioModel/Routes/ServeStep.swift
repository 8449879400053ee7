/// Wait for staff and be served.
public struct ServeStep: Sendable, Hashable {
    /// What is needed, all at once; never empty.
    public var by: [PoolUse]
    /// The skill that is needed, or nil where anybody will do.
    public var skill: String?
    /// Who of named staff serves a family that knows them, or nil for anybody.
    public var person: PersonRule?
    /// Service time.
    public var takes: DurationLaw
    /// By what the service time is multiplied, taken as 0 when below; nil for 1.
    public var factor: AttributeExpression?
    /// How long staff stay busy with notes after the service, while the family goes on; nil for not at all.
    public var notes: DurationLaw?
    /// How many families are served together, or nil for one by one.
    public var group: Group?
    /// Priority in the line, or nil for the class's.
    public var priority: Int?
    /// In what time from coming to the step the service is due, for lines in order of due dates; nil for as its class.
    public var dueIn: DurationLaw?
    /// How long the family would wait, on open time.
    public var patience: StepPatience
    /// Chance of turning away on sight of a line, by its length.
    public var balking: [BalkingRule]
    /// Whether the family is absent and only staff work on the case.
    public var isOfficeWork: Bool
    /// Steps of a family that gives up waiting; nil means that it leaves with the outcome `gave up`.
    public var onGivingUp: [Step]?
    /// Steps of a family that turns away on sight of the line; nil means that it leaves as `balked`.
    public var onBalking: [Step]?
    /// Steps of a family that finds the line full; nil means that it leaves as `refused`.
    public var onRefusal: [Step]?
    /// Steps of a family that is sent home at closing; nil means that it comes again when the first pool next opens.
    public var onSendingHome: [Step]?

    /// Families who wait for each other and are served together; in line they stand as one.
    public struct Group: Sendable, Hashable {
        /// So many begin at once, 2 or more.
        public var size: Int
        /// So many are enough when the limit has passed, 1 to the size.
        public var least: Int
        /// How long the first waits for others at most, or nil for as long as it takes.
        public var within: DurationLaw?

        /// Makes a group from its parts.
        public init(size: Int, least: Int = 1, within: DurationLaw? = nil) {
            self.size = size
            self.least = least
            self.within = within
        }
    }

    /// Patience at one step.
    public enum StepPatience: Sendable, Hashable {
        /// As the family's class.
        case ofClass
        /// Waits for ever.
        case unlimited
        /// A law of its own.
        case law(DurationLaw)
    }

    /// Steps of families who are not served as they came: those who give up, turn away, find the line full, are sent home.
    public var exits: [[Step]] { [onGivingUp, onBalking, onRefusal, onSendingHome].compactMap(\.self) }

    /// Makes a step from its parts.
    public init(
        by: [PoolUse],
        skill: String? = nil,
        person: PersonRule? = nil,
        takes: DurationLaw,
        factor: AttributeExpression? = nil,
        notes: DurationLaw? = nil,
        group: Group? = nil,
        priority: Int? = nil,
        dueIn: DurationLaw? = nil,
        patience: StepPatience = .ofClass,
        balking: [BalkingRule] = [],
        isOfficeWork: Bool = false,
        onGivingUp: [Step]? = nil,
        onBalking: [Step]? = nil,
        onRefusal: [Step]? = nil,
        onSendingHome: [Step]? = nil
    ) {
        self.by = by
        self.skill = skill
        self.person = person
        self.takes = takes
        self.factor = factor
        self.notes = notes
        self.group = group
        self.priority = priority
        self.dueIn = dueIn
        self.patience = patience
        self.balking = balking
        self.isOfficeWork = isOfficeWork
        self.onGivingUp = onGivingUp
        self.onBalking = onBalking
        self.onRefusal = onRefusal
        self.onSendingHome = onSendingHome
    }
}

/// So many units of a pool.
public struct PoolUse: Sendable, Hashable {
    /// Name of the pool.
    public var pool: String
    /// Units taken, 1 or more.
    public var units: Int

    /// Makes a use from its parts.
    public init(pool: String, units: Int = 1) {
        self.pool = pool
        self.units = units
    }
}

/// Chance of turning away when so many are waiting.
public struct BalkingRule: Sendable, Hashable {
    /// Applies when at least this many families are waiting.
    public var fromLength: Int
    /// Chance of turning away, 0 to 1.
    public var chance: Double

    /// Makes a rule from its parts.
    public init(fromLength: Int, chance: Double) {
        self.fromLength = fromLength
        self.chance = chance
    }
}

/// Keep staff or rooms while steps are done.
public struct KeepStep: Sendable, Hashable {
    /// What is kept, taken all at once; never empty.
    ///
    /// Of a pool of cases one is kept so that the family is assigned to one of its members.
    public var by: [PoolUse]
    /// Who of named staff is kept for a family that knows them, or nil for anybody.
    public var person: PersonRule?
    /// Priority in the line, or nil for the class's.
    public var priority: Int?
    /// How long the family would wait, on open time.
    public var patience: ServeStep.StepPatience
    /// Steps done meanwhile.
    public var steps: [Step]
    /// Steps of a family that gives up waiting; nil means that it leaves with the outcome `gave up`.
    public var onGivingUp: [Step]?
    /// Steps of a family that is sent home at closing; nil means that it comes again when the first pool next opens.
    public var onSendingHome: [Step]?

    /// Makes a step from its parts.
    public init(
        by: [PoolUse],
        person: PersonRule? = nil,
        priority: Int? = nil,
        patience: ServeStep.StepPatience = .ofClass,
        steps: [Step],
        onGivingUp: [Step]? = nil,
        onSendingHome: [Step]? = nil
    ) {
        self.by = by
        self.person = person
        self.priority = priority
        self.patience = patience
        self.steps = steps
        self.onGivingUp = onGivingUp
        self.onSendingHome = onSendingHome
    }
}
