/// A number worked out from an entity's registers and the lengths of lines, in postfix order.
public struct ExpressionPlan: Sendable, Hashable {
    /// What is done in turn; the value is what is left.
    public var operations: [Operation]

    /// Something done with the numbers worked out so far.
    public enum Operation: Sendable, Hashable {
        /// Adds a number to them.
        case number(Double)
        /// Adds a register's value.
        case register(Int32)
        /// Adds the number of strands in a pool's line.
        case lineLength(pool: Int32)
        /// Puts the sum of the last two in their place.
        case sum
        /// Puts the last but one less the last in their place.
        case difference
        /// Puts the product of the last two in their place.
        case product
        /// Puts the smaller of the last two in their place.
        case least
        /// Puts the larger of the last two in their place.
        case greatest
    }

    /// Makes a plan from its operations.
    public init(_ operations: [Operation]) { self.operations = operations }

    /// Whether the operations find the numbers that they need, and leave one.
    var isSound: Bool {
        var count = 0
        for operation in operations {
            switch operation {
            case .number, .register, .lineLength: count += 1
            case .sum, .difference, .product, .least, .greatest:
                guard count >= 2 else { return false }
                count -= 1
            }
        }
        return count == 1
    }
}

/// A register's new value.
public struct AssignmentPlan: Sendable, Hashable {
    /// The register.
    public var register: Int32
    /// The expression that it is worked out by, or -1.
    public var expression: Int32
    /// The draw that it is drawn by, or -1.
    public var draw: Int32
    /// Whether it is a whole number, 0 or more.
    public var isCount: Bool
    /// Where the register holds a moment: how long what the entity comes to have by a value above 0 lasts; nil for numbers.
    public var lasts: LastingPlan?
    /// Where the moment belongs to a member: its number, or -1.
    public var member: Int32
    /// Whether it belongs to the member on whose way the strand is, whose number is added to the register.
    public var isOwn: Bool

    /// Makes a plan from its parts.
    public init(
        register: Int32,
        expression: Int32 = -1,
        draw: Int32 = -1,
        isCount: Bool = false,
        lasts: LastingPlan? = nil,
        member: Int32 = -1,
        isOwn: Bool = false
    ) {
        self.register = register
        self.member = member
        self.isOwn = isOwn
        self.expression = expression
        self.draw = draw
        self.isCount = isCount
        self.lasts = lasts
    }
}

/// How long something lasts that an entity comes to have; a register holds the moment of its end, or 0 where there is nothing.
public struct LastingPlan: Sendable, Hashable {
    /// The duration, or -1 for ever.
    public var duration: Int32

    /// Makes a plan from its parts.
    public init(duration: Int32) { self.duration = duration }
}

/// Where it is noted until when an entity, or each of its members of a role, has something.
public struct HeldPlan: Sendable, Hashable {
    /// The register; of members that of the first, the others follow.
    public var register: Int32
    /// The role of the members who each have one; -1 for one of the entity's.
    public var role: Int32
    /// How many registers there are.
    public var count: Int32
    /// Whether only the one of the member is meant on whose way the strand is.
    public var isOwn: Bool

    /// Makes a plan from its parts.
    public init(register: Int32, role: Int32 = -1, count: Int32 = 1, isOwn: Bool = false) {
        self.register = register
        self.role = role
        self.count = count
        self.isOwn = isOwn
    }
}
