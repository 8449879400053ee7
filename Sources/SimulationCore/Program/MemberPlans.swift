/// Members of an entity that are alike, such as its parents.
///
/// They are engaged while a strand of the entity needs them, and others of its strands wait for them meanwhile.
public struct RolePlan: Sendable, Hashable {
    /// Register that holds how many there are, 0 to 16.
    public var number: Int32
    /// Register that holds how many of them are engaged.
    public var engaged: Int32
    /// Register that holds their engaged time so far, in microseconds.
    public var time: Int32
    /// Register that holds the moment until which that time is summed.
    public var summedUntil: Int32

    /// Registers that a role has beside that of the number.
    public static let ownRegisters = 3

    /// Makes a role from its parts.
    public init(number: Int32, engaged: Int32, time: Int32, summedUntil: Int32) {
        self.number = number
        self.engaged = engaged
        self.time = time
        self.summedUntil = summedUntil
    }
}

/// Members of an entity who are needed together.
public struct EngagementPlan: Sendable, Hashable {
    /// Of each role, so many.
    public var parts: [Part]

    /// Members of one role.
    public struct Part: Sendable, Hashable {
        /// The role.
        public var role: Int32
        /// How many of them, or all if there are fewer.
        public var most: Int32

        /// Makes a part from its parts.
        public init(role: Int32, most: Int32) {
            self.role = role
            self.most = most
        }
    }

    /// Makes an engagement of its parts.
    public init(parts: [Part]) {
        self.parts = parts
    }
}
