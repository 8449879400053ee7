/// A value with its stated error, or the reason why the error cannot be told.
///
/// The half-width belongs to a two-sided Student interval; replications are the unit of observation.
public struct Estimate: Sendable, Hashable, Codable {
    /// The estimated value; nil when nothing was observed.
    public let value: Double?
    /// The standard error of the value; nil when it cannot be told.
    public let standardError: Double?
    /// Half the width of the confidence interval; nil when it cannot be told.
    public let halfWidth: Double?
    /// The confidence level of the half-width.
    public let level: Double
    /// How many replications (or sections, batches) the estimate rests on.
    public let count: Int
    /// The degrees of freedom of the standard error; nil when it cannot be told.
    public let degreesOfFreedom: Int?
    /// Why there is no half-width; nil when there is one.
    public let missing: MissingPrecision?

    /// Creates an estimate from its standard error.
    ///
    /// - Precondition: the value is finite, `degreesOfFreedom` is at least 1, and `level` lies strictly between 0
    ///   and 1.
    public init(value: Double, standardError: Double, degreesOfFreedom: Int, count: Int, level: Double) {
        precondition(value.isFinite && standardError >= 0, "not an estimate: \(value) and \(standardError)")
        precondition(degreesOfFreedom >= 1, "a standard error has at least one degree of freedom")
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1, found \(level)")
        let critical = CriticalValue.student(level: level, degreesOfFreedom: degreesOfFreedom)
        self.value = value
        self.standardError = standardError
        self.halfWidth = critical.map { $0 * standardError }
        self.level = level
        self.count = count
        self.degreesOfFreedom = degreesOfFreedom
        self.missing = critical == nil ? .noCriticalValue : nil
    }

    /// Creates an estimate whose precision cannot be told.
    public init(value: Double?, count: Int, level: Double, missing: MissingPrecision) {
        self.value = value
        self.standardError = nil
        self.halfWidth = nil
        self.level = level
        self.count = count
        self.degreesOfFreedom = nil
        self.missing = missing
    }

    /// The mean of independent values, one from each replication, with its Student interval.
    public init(meanOf values: [Double], level: Double = 0.95) {
        var moments = RunningMoments()
        for value in values {
            moments.add(value)
        }
        self.init(mean: moments, level: level)
    }

    /// The mean of independent values with its Student interval, from their moments.
    public init(mean moments: RunningMoments, level: Double = 0.95) {
        guard let mean = moments.mean else {
            self.init(value: nil, count: 0, level: level, missing: .noObservations)
            return
        }
        guard let variance = moments.variance else {
            self.init(value: mean, count: 1, level: level, missing: .oneReplication)
            return
        }
        self.init(
            value: mean,
            standardError: (variance / Double(moments.count)).squareRoot(),
            degreesOfFreedom: moments.count - 1,
            count: moments.count,
            level: level
        )
    }

    /// The confidence interval; nil when the half-width cannot be told.
    public var interval: ConfidenceInterval? {
        guard let value, let halfWidth else { return nil }
        return ConfidenceInterval(lower: value - halfWidth, upper: value + halfWidth, level: level)
    }

    /// The half-width as a share of the value's magnitude; nil when either cannot be told or the value is zero.
    public var relativeHalfWidth: Double? {
        guard let value, let halfWidth, value != 0 else { return nil }
        return halfWidth / value.magnitude
    }

    /// The same estimate with the half-width of another confidence level.
    public func atLevel(_ level: Double) -> Estimate {
        guard let value, let standardError, let degreesOfFreedom else {
            return Estimate(value: value, count: count, level: level, missing: missing ?? .noObservations)
        }
        return Estimate(
            value: value,
            standardError: standardError,
            degreesOfFreedom: degreesOfFreedom,
            count: count,
            level: level
        )
    }
}
