public import OutputStatistics

/// A measure with its estimate.
public struct Measure: Sendable, Hashable {
    /// What it is.
    public let id: MeasureID
    /// The unit of the value and the half-width.
    public let unit: MeasureUnit
    /// The value; nil when nothing was observed.
    public let value: Double?
    /// Half the width of the confidence interval; nil when there is none.
    public let halfWidth: Double?
    /// Why there is no half-width; nil when there is one.
    public let gap: PrecisionGap?
    /// How many values were observed; of means over time, how many replications.
    public let count: Int64

    /// Makes a measure with the error of an estimate.
    public init(_ id: MeasureID, in unit: MeasureUnit, _ estimate: Estimate, count: Int64) {
        self.id = id
        self.unit = unit
        value = estimate.value
        halfWidth = estimate.halfWidth
        gap = estimate.halfWidth == nil ? PrecisionGap(estimate.missing ?? .noCriticalValue) : nil
        self.count = count
    }

    /// Makes a measure that only describes what was observed.
    public init(_ id: MeasureID, in unit: MeasureUnit, observed value: Double?, count: Int64) {
        self.id = id
        self.unit = unit
        self.value = value
        halfWidth = nil
        gap = value == nil ? .noObservations : .descriptive
        self.count = count
    }
}

/// Why a measure has no half-width.
public enum PrecisionGap: String, Sendable, Hashable {
    /// Nothing was observed.
    case noObservations = "no observations"
    /// One replication shows no variation between replications.
    case oneReplication = "one replication"
    /// All observations come from one replication.
    case oneInformativeReplication = "one replication with observations"
    /// No bounded interval has the stated level.
    case unboundedInterval = "unbounded interval"
    /// The quantile of the reference law could not be computed.
    case noCriticalValue = "no critical value"
    /// The value describes what was observed and estimates nothing.
    case descriptive = "descriptive"

    init(_ missing: MissingPrecision) {
        switch missing {
        case .noObservations: self = .noObservations
        case .oneReplication: self = .oneReplication
        case .oneInformativeReplication: self = .oneInformativeReplication
        case .unboundedInterval: self = .unboundedInterval
        case .noCriticalValue: self = .noCriticalValue
        }
    }
}
