import RandomStreams

/// One run of a program with its own chance.
public enum Replication {
    /// Runs a replication from its first event to its end.
    ///
    /// The result depends on the program, the seed and the index alone. Once the run is warm, events allocate
    /// nothing.
    ///
    /// - Parameters:
    ///   - tables: the program laid out for a seed.
    ///   - index: number of the replication, a part of the counter of every draw; traps beyond
    ///     `RandomStream.replications`.
    ///   - recording: which journeys are recorded.
    ///   - isCancelled: asked every 4,096 events whether to stop.
    /// - Returns: what was observed.
    /// - Throws: `ReplicationFailure` when the run cannot go on or a self-check fails.
    public static func run(
        _ tables: ReplicationTables,
        index: UInt32,
        recording: Recording = .none,
        isCancelled: () -> Bool = { false }
    ) throws(ReplicationFailure) -> ReplicationObservations {
        precondition(Int(index) < RandomStream.replications, "streams do not tell so many replications apart")
        if recording == .none, tables.isPlain {
            return try run(PlainRun.self, tables, index, recording, isCancelled)
        }
        return try run(GeneralRun.self, tables, index, recording, isCancelled)
    }

    /// Runs a replication with no more features than it needs.
    static func run<Features: RunFeatures>(
        _ features: Features.Type,
        _ tables: ReplicationTables,
        _ index: UInt32,
        _ recording: Recording,
        _ isCancelled: () -> Bool
    ) throws(ReplicationFailure) -> ReplicationObservations {
        var state = ReplicationState<Features>(tables, index: index, recording: recording)
        state.begin()
        try state.runEvents(isCancelled)
        state.settle()
        try state.check()
        return state.observations()
    }
}
