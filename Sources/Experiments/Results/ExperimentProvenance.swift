public import ScenarioModel

/// Where an experiment's numbers come from: enough to repeat them.
public struct ExperimentProvenance: Sendable, Hashable {
    /// Name of the scenario.
    public let scenario: String
    /// Root of all chance.
    public let seed: UInt64
    /// Version of the layout of keys and counters that every draw followed.
    public let streamLayout: Int
    /// Replications that the numbers rest on.
    public let replications: Int
    /// Replications that were asked for; more than `replications` after an early stop.
    public let replicationsAsked: Int
    /// Whether the precision asked for was reached; nil when a number of replications was asked for.
    public let precision: PrecisionOutcome?
    /// When each run ends.
    public let horizon: Horizon
    /// What is left out at the start of each run.
    public let warmUp: TimeSpan
    /// Confidence level of the intervals.
    public let level: Double

    /// Whether the experiment was stopped before its end.
    public var isStoppedEarly: Bool { replications < replicationsAsked }
}
