import OutputStatistics

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
