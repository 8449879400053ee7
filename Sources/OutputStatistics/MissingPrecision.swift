/// Why the precision of an estimate cannot be told.
public enum MissingPrecision: String, Sendable, Hashable, Codable {
    /// Nothing was observed, so there is no value either.
    case noObservations
    /// One replication shows no variation between replications.
    case oneReplication
    /// All observations come from one replication, the others saw none.
    case oneInformativeReplication
    /// The denominator is too uncertain: no bounded interval has the stated level.
    case unboundedInterval
    /// The quantile of the reference law could not be computed.
    case noCriticalValue
}
