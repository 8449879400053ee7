/// How precisely the headline measures are to be known.
///
/// One design: the half-width of each measure is held against the measure's own value. Several designs: the joint
/// half-width of each difference from the baseline is held against the baseline's value, since a difference may be
/// zero. Values near zero are held against `leastScale` of their unit instead.
public struct PrecisionGoal: Sendable, Hashable {
    /// The half-width allowed, as a share of the value; above 0 and below 1.
    public let share: Double

    /// Fewest replications that a precision is judged from: intervals from fewer are rough.
    public static let leastReplications = 10

    /// Makes a goal.
    ///
    /// - Precondition: `share` lies strictly between 0 and 1.
    public init(share: Double) {
        precondition(share > 0 && share < 1, "a precision lies between 0 and 1, found \(share)")
        self.share = share
    }

    /// The half-width allowed around a value in a unit.
    public func limit(at value: Double, in unit: MeasureUnit) -> Double {
        share * max(value.magnitude, Self.leastScale(of: unit))
    }

    /// The value below which a share of the value would be too little to matter.
    static func leastScale(of unit: MeasureUnit) -> Double {
        switch unit {
        case .minutes: 10
        case .hours, .hoursPerWeek: 1
        case .share: 0.2
        case .roubles: 1000
        case .number, .families, .perFamily, .perWeek, .requests, .inLine, .servers: 1
        }
    }
}

/// Whether a precision was reached.
public struct PrecisionOutcome: Sendable, Hashable {
    /// What was asked for.
    public let goal: PrecisionGoal
    /// The measure that is farthest from the goal after the last replication, or nil when all meet it.
    public let widest: PrecisionShortfall?

    /// Whether all headline measures meet the goal.
    public var isReached: Bool { widest == nil }
}

/// A measure that is less precise than asked.
public struct PrecisionShortfall: Sendable, Hashable {
    /// The measure.
    public let id: MeasureID
    /// Its unit.
    public let unit: MeasureUnit
    /// The design.
    public let design: String
    /// The half-width reached, of the measure or of its difference from the baseline; nil when it cannot be told.
    public let halfWidth: Double?
    /// The half-width allowed.
    public let limit: Double

    /// How many times the half-width exceeds the one allowed.
    public var excess: Double { halfWidth.map { $0 / limit } ?? .infinity }
}
