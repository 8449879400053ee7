import ScenarioCompiler
public import SimulationCore

/// Runs the replications of all designs on several threads and hands them on in the order of their index.
///
/// At most `threads` replications run at once. None is started that lies more than four times as many ahead of the
/// first that is still missing, so memory does not grow with the number of replications.
public struct ReplicationRunner: Sendable {
    private let experiment: Experiment
    private let tables: [ReplicationTables]

    /// Lays the designs' programs out for the experiment's seed.
    public init(experiment: Experiment) {
        self.experiment = experiment
        tables = experiment.designs.map {
            ReplicationTables(program: $0.compiled.program, seed: experiment.seed)
        }
    }

    /// Runs replications, or those that were finished without a gap when the flag is raised.
    ///
    /// - Parameters:
    ///   - indices: which replications; by default all of the experiment.
    ///   - cancellation: raised to stop early.
    ///   - progress: called with the places finished (replications times designs) and those up to the last index.
    ///   - take: called once for every index, in order, with the observations of all designs.
    /// - Throws: `ExperimentFailure`, of the first replication in order that fails.
    public func run(
        indices: Range<Int>? = nil,
        cancellation: CancellationFlag,
        progress: (_ done: Int, _ total: Int) -> Void,
        take: ([ReplicationObservations]) -> Void
    ) async throws(ExperimentFailure) {
        let indices = indices ?? 0..<experiment.replications
        let start = indices.lowerBound * tables.count
        let end = indices.upperBound * tables.count
        var waiting = OrderedResults(designs: tables.count, first: start)
        var next = start
        var done = start
        await withTaskGroup(of: Finished.self) { group in
            func startWhatFits(running: Int) {
                var running = running
                while running < experiment.threads, next < end,
                    next < waiting.first + 4 * experiment.threads,
                    !cancellation.isRaised, waiting.failures.isEmpty
                {
                    let place = next
                    group.addTask { finish(place, cancellation) }
                    next += 1
                    running += 1
                }
            }
            startWhatFits(running: 0)
            while let finished = await group.next() {
                done += 1
                waiting.insert(finished)
                startWhatFits(running: next - done)
                while let observations = waiting.nextIndex() { take(observations) }
                startWhatFits(running: next - done)
                progress(done, end)
            }
        }
        guard let failure = waiting.failures.min(by: { $0.place < $1.place }) else { return }
        throw ExperimentFailure(
            design: experiment.designs[failure.place % tables.count].name,
            replication: failure.place / tables.count,
            reason: failure.reason
        )
    }

    /// Places run through the designs of one index, then go on to the next index.
    private func finish(_ place: Int, _ cancellation: CancellationFlag) -> Finished {
        let table = tables[place % tables.count]
        let index = UInt32(place / tables.count)
        do {
            let observations = try Replication.run(
                table,
                index: index,
                isCancelled: { cancellation.isRaised }
            )
            return Finished(place: place, result: .success(observations))
        } catch {
            return Finished(place: place, result: .failure(error))
        }
    }
}

/// A replication that has ended.
private struct Finished: Sendable {
    var place: Int
    var result: Result<ReplicationObservations, ReplicationFailure>
}

/// Replications that wait for those before them.
private struct OrderedResults {
    /// The first place not yet handed on.
    private(set) var first: Int
    private(set) var failures: [(place: Int, reason: ReplicationFailure)] = []
    private var finished: [ReplicationObservations?] = []
    private let designs: Int

    init(designs: Int, first: Int) {
        self.designs = designs
        self.first = first
    }

    mutating func insert(_ one: Finished) {
        switch one.result {
        case .failure(.cancelled): break
        case .failure(let reason): failures.append((one.place, reason))
        case .success(let observations):
            let offset = one.place - first
            while finished.count <= offset { finished.append(nil) }
            finished[offset] = observations
        }
    }

    /// The observations of the next index, once all designs have finished it.
    mutating func nextIndex() -> [ReplicationObservations]? {
        let next = finished.prefix(designs).compactMap { $0 }
        guard next.count == designs else { return nil }
        finished.removeFirst(designs)
        first += designs
        return next
    }
}
