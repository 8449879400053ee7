/// How narrow an interval has to be.
public struct PrecisionTarget: Sendable, Hashable, Codable {
    /// What the half-width is held against.
    public enum Limit: Sendable, Hashable, Codable {
        /// A share of the value's magnitude, such as 0.05.
        case relative(Double)
        /// A half-width in the unit of the value.
        case absolute(Double)
        /// Either of the two: for values that may lie near zero, where a share of the value is never reached.
        case either(relative: Double, absolute: Double)
    }

    /// What the half-width is held against.
    public let limit: Limit

    /// Creates a target.
    public init(_ limit: Limit) {
        self.limit = limit
    }

    /// Whether an estimate is precise enough; false when its half-width cannot be told.
    public func isMet(by estimate: Estimate) -> Bool {
        guard let value = estimate.value, let halfWidth = estimate.halfWidth else { return false }
        return switch limit {
        case .relative(let share): halfWidth <= share * value.magnitude
        case .absolute(let width): halfWidth <= width
        case .either(let share, let width): halfWidth <= max(share * value.magnitude, width)
        }
    }

    /// The target with its relative limit γ lowered to γ / (1 + γ), the error relative to the true value.
    ///
    /// Source: Law (2015), section 9.4.1.
    public var relativeToTruth: PrecisionTarget {
        switch limit {
        case .relative(let share): PrecisionTarget(.relative(share / (1 + share)))
        case .absolute: self
        case .either(let share, let width):
            PrecisionTarget(.either(relative: share / (1 + share), absolute: width))
        }
    }
}
