/// Let time pass.
public struct DelayStep: Sendable, Hashable {
    /// How long.
    public var takes: DurationLaw
    /// By what the length is multiplied, taken as 0 when below; nil for 1.
    public var factor: AttributeExpression?
    /// What the time counts as.
    public var kind: TimeKind

    /// Makes a step from its parts.
    public init(takes: DurationLaw, factor: AttributeExpression? = nil, kind: TimeKind = .atHome) {
        self.takes = takes
        self.factor = factor
        self.kind = kind
    }
}

/// Go one of several ways: by chance, or by the first condition that holds.
public struct ChooseStep: Sendable, Hashable {
    /// How the way is found.
    public var rule: Rule
    /// Steps when no option is taken; empty means that the family just goes on.
    public var otherwise: [Step]

    /// How the way is found.
    public enum Rule: Sendable, Hashable {
        /// By one draw against chances that add up to at most 1, in order.
        case chances([ChanceOption])
        /// The first condition that holds, in order.
        case conditions([ConditionOption])
    }

    /// A way taken with a chance.
    public struct ChanceOption: Sendable, Hashable {
        /// The chance.
        public var chance: Chance
        /// The steps.
        public var steps: [Step]

        /// Makes an option from its parts.
        public init(chance: Chance, steps: [Step]) {
            self.chance = chance
            self.steps = steps
        }
    }

    /// A way taken on a condition.
    public struct ConditionOption: Sendable, Hashable {
        /// The condition.
        public var condition: Condition
        /// The steps.
        public var steps: [Step]

        /// Makes an option from its parts.
        public init(condition: Condition, steps: [Step]) {
            self.condition = condition
            self.steps = steps
        }
    }

    /// Makes a step from its parts.
    public init(rule: Rule, otherwise: [Step] = []) {
        self.rule = rule
        self.otherwise = otherwise
    }
}

/// A chance, written as a number or as the name of an attribute that holds one.
public enum Chance: Sendable, Hashable {
    /// A number from 0 to 1.
    case value(Double)
    /// The family's attribute of this name.
    case attribute(String)
}

/// A condition on a family or on the state of the centre.
public indirect enum Condition: Sendable, Hashable {
    /// An attribute (or `documents`) compared with a number or a word's number.
    case attribute(String, Comparison, Double)
    /// The number of families waiting at a pool compared with a number.
    case waiting(pool: String, Comparison, Double)
    /// The family's class is one of these.
    case familyClass([String])
    /// All of them hold.
    case all([Condition])
    /// At least one of them holds.
    case any([Condition])

    /// Ways to compare.
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
        /// Less.
        case less = "<"
        /// Less or equal.
        case lessOrEqual = "<="
        /// Equal.
        case equal = "="
        /// Not equal.
        case notEqual = "!="
        /// Greater or equal.
        case greaterOrEqual = ">="
        /// Greater.
        case greater = ">"
    }
}

/// Go several ways at once, then unite.
public struct TogetherStep: Sendable, Hashable {
    /// The ways, at least two, or one that each member of a role goes.
    public var branches: [Branch]
    /// Which of them are waited for; the others go on by themselves.
    public var waitFor: Wait
    /// Longest wait for them on clock time, or nil.
    public var within: DurationLaw?

    /// A way, or as many as there are members of a role.
    public struct Branch: Sendable, Hashable {
        /// The role of the members who go this way, each by itself; nil for one way.
        public var each: String?
        /// The steps.
        public var steps: [Step]

        /// Makes a branch from its parts.
        public init(each: String? = nil, _ steps: [Step]) {
            self.each = each
            self.steps = steps
        }
    }

    /// Which ways are waited for.
    public enum Wait: Sendable, Hashable {
        /// All.
        case all
        /// So many, or all if there are fewer.
        case number(Int)
        /// Those of all members of a role.
        case members(of: String)
    }

    /// Makes a step from its parts.
    public init(branches: [Branch], waitFor: Wait = .all, within: DurationLaw? = nil) {
        self.branches = branches
        self.waitFor = waitFor
        self.within = within
    }
}

/// Do steps that members of the family take part in, who are busy meanwhile; if they are busy elsewhere, wait for them.
public struct MembersStep: Sendable, Hashable {
    /// Who they are, ordered by role.
    public var members: [Members]
    /// The steps.
    public var steps: [Step]

    /// Members of one role.
    public struct Members: Sendable, Hashable {
        /// The role.
        public var role: String
        /// How many of them, or all if there are fewer; nil for all.
        public var most: Int?

        /// Makes members from their parts.
        public init(role: String, most: Int?) {
            self.role = role
            self.most = most
        }
    }

    /// Makes a step from its parts.
    public init(members: [Members], steps: [Step]) {
        self.members = members
        self.steps = steps
    }
}

/// Do steps several times.
public struct RepeatStep: Sendable, Hashable {
    /// How the number of rounds is found.
    public var rule: Rule
    /// Pause between rounds, at home; nil means none.
    public var every: DurationLaw?
    /// Most rounds, 1 to 4095; a family that reaches it stops there and is reported.
    public var atMost: Int
    /// The steps of one round.
    public var steps: [Step]

    /// How the number of rounds is found.
    public enum Rule: Sendable, Hashable {
        /// Drawn at the start, rounded half to even; may be 0.
        case times(Distribution)
        /// The family's attribute (or `documents`) of this name, rounded half to even.
        case timesAttribute(String)
        /// At least once, and once more with this chance after each round.
        case again(Chance)
    }

    /// Makes a step from its parts.
    public init(rule: Rule, every: DurationLaw? = nil, atMost: Int = 1000, steps: [Step]) {
        self.rule = rule
        self.every = every
        self.atMost = atMost
        self.steps = steps
    }
}

/// Travel to a place, do steps there, travel back: one trip.
public struct VisitStep: Sendable, Hashable {
    /// Time of the way, drawn for each direction; nil means that the way takes no time.
    public var travel: DurationLaw?
    /// The family sets out so as to arrive while this calendar is open, and waits at home until then; nil means at once.
    ///
    /// When that is on another day, it arrives at an hour drawn evenly over that day's open time, so that not everybody
    /// stands at the door at opening.
    public var during: CalendarUse?
    /// The steps at the place.
    public var steps: [Step]

    /// Makes a step from its parts.
    public init(travel: DurationLaw? = nil, during: CalendarUse? = nil, steps: [Step]) {
        self.travel = travel
        self.during = during
        self.steps = steps
    }
}

/// Follow another route, then go on.
public struct UseStep: Sendable, Hashable {
    /// Name of the route.
    public var route: String
    /// Whether the step has a name of its own; the steps of the route are then named `NAME/STEP`.
    public var isNamed: Bool

    /// Makes a step from its parts.
    public init(route: String, isNamed: Bool = false) {
        self.route = route
        self.isNamed = isNamed
    }
}

/// Ask other agencies for documents and wait for the answers.
public struct LookupStep: Sendable, Hashable {
    /// Chance that a document is looked up rather than brought by the family, 0 to 1; of documents that are counted.
    public var lookedUpShare: Double
    /// Kinds of document of which those that the family has not are looked up, ordered by name; empty where documents are
    /// only counted.
    public var documents: [String]
    /// How many answers are waited for; nil means all.
    public var waitFor: Int?
    /// Whether the family waits at the centre rather than at home.
    public var familyWaitsAtCentre: Bool
    /// Office work before sending, or nil for none.
    public var handling: Handling?

    /// Office work on the requests, in one go: the sum over the documents looked up.
    public struct Handling: Sendable, Hashable {
        /// Whose work.
        public var by: [PoolUse]
        /// Time per document.
        public var takes: DurationLaw
        /// Priority in the line, or nil for the class's.
        public var priority: Int?

        /// Makes handling from its parts.
        public init(by: [PoolUse], takes: DurationLaw, priority: Int? = nil) {
            self.by = by
            self.takes = takes
            self.priority = priority
        }
    }

    /// Makes a step from its parts.
    public init(
        lookedUpShare: Double = 1,
        documents: [String] = [],
        waitFor: Int? = nil,
        familyWaitsAtCentre: Bool = false,
        handling: Handling? = nil
    ) {
        self.lookedUpShare = lookedUpShare
        self.documents = documents
        self.waitFor = waitFor
        self.familyWaitsAtCentre = familyWaitsAtCentre
        self.handling = handling
    }
}
