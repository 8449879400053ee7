import RandomStreams
import ScenarioCompiler
import SimulationCore

/// Designs run on the same families: every design has the same seed and the same replications.
///
///     let experiment = Experiment(designs: designs, replications: 40, seed: 1)
///     let result = try await experiment.run()
public struct Experiment: Sendable {
    /// The designs, the baseline first; never empty.
    public var designs: [ExperimentDesign]
    /// Replications of each design, at least 1; with a precision, the most that may be spent on it.
    public var replications: Int
    /// Root of all chance.
    public var seed: UInt64
    /// Most replications at work at once, at least 1; the result does not depend on it.
    public var threads: Int
    /// Confidence level of all intervals.
    public var level: Double
    /// How precise the headline measures are to be, or nil for a fixed number of replications.
    public var precision: PrecisionGoal?

    /// Makes an experiment from its parts.
    ///
    /// - Precondition: there is a design, a replication and a thread, and streams tell all replications apart.
    public init(
        designs: [ExperimentDesign],
        replications: Int,
        seed: UInt64,
        threads: Int = 1,
        level: Double = 0.95,
        precision: PrecisionGoal? = nil
    ) {
        precondition(!designs.isEmpty, "an experiment has at least one design")
        precondition(
            (1...RandomStream.replications).contains(replications),
            "an experiment has from 1 to 8,388,608 replications"
        )
        precondition(threads >= 1, "an experiment has at least one thread")
        precondition(
            precision == nil || replications >= PrecisionGoal.leastReplications,
            "a precision is judged from 10 replications on"
        )
        self.designs = designs
        self.replications = replications
        self.seed = seed
        self.threads = threads
        self.level = level
        self.precision = precision
    }

    /// Runs all replications, or as many as the precision needs, and estimates every measure.
    ///
    /// When the flag is raised, the result holds the replications that all designs have finished without a gap.
    ///
    /// - Parameters:
    ///   - cancellation: raised to stop early.
    ///   - progress: called after every finished replication with how many are done and how many there are, over all
    ///     designs; with a precision, as many as are foreseen.
    /// - Returns: the result; without any replication its measures are empty.
    /// - Throws: `ExperimentFailure` when a replication cannot go on or fails its self-checks.
    public func run(
        cancellation: CancellationFlag = CancellationFlag(),
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(ExperimentFailure) -> ExperimentResult {
        let runner = ReplicationRunner(experiment: self)
        if let precision {
            var search = PrecisionSearch(self, precision)
            try await search.run(runner, cancellation: cancellation, progress: progress)
            return search.result
        }
        var accumulators = designs.map {
            DesignAccumulator(tallies: $0.compiled.program.tallies.count, planned: replications)
        }
        try await runner.run(cancellation: cancellation, progress: progress) { observations in
            for (design, one) in observations.enumerated() { accumulators[design].add(one) }
        }
        return ExperimentResult(of: self, accumulators, asked: replications)
    }
}
