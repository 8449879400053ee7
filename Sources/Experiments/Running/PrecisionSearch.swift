import OutputStatistics
import ScenarioCompiler
import SimulationCore

/// Runs replications until the headline measures are precise enough, by the look-ahead rule of `StoppingRule`.
///
/// Replications may be computed ahead, but the result rests on the first N by index, where N depends on the
/// replications alone and on no thread. At the cap no replications follow that could be looked at, so there meeting
/// the goal is enough.
struct PrecisionSearch {
    private static let rule = StoppingRule.lookAhead(first: PrecisionGoal.leastReplications)

    private let experiment: Experiment
    private let goal: PrecisionGoal
    /// What the result will rest on for certain.
    private var settled: [DesignAccumulator]
    /// All replications so far, in sums only.
    private var sums: [DesignAccumulator]
    /// By index, observations of all designs that the result may not rest on.
    private var pending: [[ReplicationObservations]] = []
    /// Whether the goal is met after n replications, from n = 0 on.
    private var isMet: [Bool] = [false]
    private var outcome: PrecisionOutcome?
    private var isFinished = false

    init(_ experiment: Experiment, _ goal: PrecisionGoal) {
        self.experiment = experiment
        self.goal = goal
        settled = experiment.designs.map {
            DesignAccumulator(tallies: $0.compiled.program.tallies.count, planned: nil)
        }
        sums = settled
    }

    /// What was found out.
    var result: ExperimentResult {
        let number = settled[0].replications.count
        return ExperimentResult(
            of: experiment,
            settled,
            asked: isFinished ? number : experiment.replications,
            precision: outcome
        )
    }

    mutating func run(
        _ runner: ReplicationRunner,
        cancellation: CancellationFlag,
        progress: (_ done: Int, _ total: Int) -> Void
    ) async throws(ExperimentFailure) {
        var batchEnd = min(PrecisionGoal.leastReplications, experiment.replications)
        while true {
            var arrived: [[ReplicationObservations]] = []
            try await runner.run(
                indices: available..<batchEnd,
                cancellation: cancellation,
                progress: progress
            ) { arrived.append($0) }
            for observations in arrived { take(observations) }
            if available < batchEnd { return stop(at: available) }
            guard let next = judge(cancellation) else { return }
            if cancellation.isRaised { return stop(at: available) }
            batchEnd = next
        }
    }

    private var available: Int { sums[0].replications.count }

    private mutating func take(_ observations: [ReplicationObservations]) {
        for (design, one) in observations.enumerated() { sums[design].addSums(of: one) }
        pending.append(observations)
    }

    /// Judges the replications so far; returns up to which index to go on, or nil at the end.
    private mutating func judge(_ cancellation: CancellationFlag) -> Int? {
        let series = zip(experiment.designs, sums).map { DesignSeries($0, $1, level: experiment.level) }
        let scenario = experiment.designs[0].compiled.scenario
        var check = PrecisionCheck(goal, of: scenario, series, level: experiment.level)
        for number in isMet.count..<(available + 1) {
            if cancellation.isRaised { return available }
            isMet.append(check.isMet(after: number))
        }
        let verdict = Self.rule.verdict(available: available) { isMet[$0] }
        switch verdict {
        case .reached(let number):
            finish(at: number, widest: nil)
            return nil
        case .undecided where available == experiment.replications:
            finish(at: available, widest: check.widest(after: available))
            return nil
        case .undecided(let needed) where isMet[available]:
            // The look-ahead is under way.
            return min(needed, experiment.replications)
        case .undecided:
            settle(available)
            return min(foreseen(check.widest(after: available)), experiment.replications)
        }
    }

    /// Up to which index to go on: half-widths fall with the root of the number; not too far, since they vary.
    private func foreseen(_ widest: PrecisionShortfall?) -> Int {
        let excess = widest?.excess ?? 1
        let number = Double(available)
        let wanted = min(0.9 * number * excess * excess, 2 * number)
        return max(available + 1 + available / 20, Int(wanted))
    }

    private mutating func finish(at number: Int, widest: PrecisionShortfall?) {
        stop(at: number)
        isFinished = true
        outcome = PrecisionOutcome(goal: goal, widest: widest)
    }

    private mutating func stop(at number: Int) {
        settle(number)
        pending = []
    }

    /// Adds the replications up to a number to what the result rests on.
    private mutating func settle(_ number: Int) {
        let more = number - settled[0].replications.count
        for observations in pending.prefix(more) {
            for (design, one) in observations.enumerated() { settled[design].add(one) }
        }
        pending.removeFirst(more)
    }
}
