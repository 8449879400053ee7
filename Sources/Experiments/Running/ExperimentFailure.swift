public import SimulationCore

/// A replication that could not be finished, with its place.
public struct ExperimentFailure: Error, Sendable, Hashable {
    /// The design.
    public let design: String
    /// Index of the replication.
    public let replication: Int
    /// Why it stopped.
    public let reason: ReplicationFailure

    /// Makes a failure from its parts.
    public init(design: String, replication: Int, reason: ReplicationFailure) {
        self.design = design
        self.replication = replication
        self.reason = reason
    }
}
