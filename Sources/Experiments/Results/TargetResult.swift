public import OutputStatistics
public import ScenarioModel

/// A target, judged.
public struct TargetResult: Sendable, Hashable {
    /// The target.
    public let target: Target
    /// Share of families within the limit; nil when nobody was observed.
    public let share: Double?
    /// The interval of the share; nil when it cannot be told.
    public let interval: ConfidenceInterval?
    /// Families judged, over all replications.
    public let count: Int64
    /// Whether it is met.
    public let verdict: Verdict

    /// Whether a target is met.
    public enum Verdict: String, Sendable, Hashable {
        /// The whole interval lies at the share asked for or above.
        case met
        /// The whole interval lies below the share asked for.
        case missed
        /// The interval leaves it open.
        case cannotTell = "cannot tell"
    }

    /// Judges a target by what each replication observed.
    ///
    /// The interval is that of the ratio over replications. Where the replications show no variation, as when all
    /// families were within the limit, it is that of independent families (Clopper and Pearson).
    init(_ target: Target, within: [Double], judged: [Double], level: Double) {
        self.target = target
        let ratio = RatioEstimate(sums: within, counts: judged, level: level)
        share = ratio.estimate.value
        count = Int64(judged.reduce(0, +))
        let interval = Self.interval(of: ratio, level: level)
        self.interval = interval
        guard let interval else {
            verdict = .cannotTell
            return
        }
        if interval.lower >= target.share {
            verdict = .met
        } else {
            verdict = interval.upper < target.share ? .missed : .cannotTell
        }
    }

    private static func interval(of ratio: RatioEstimate, level: Double) -> ConfidenceInterval? {
        guard let found = ratio.estimate.interval else { return nil }
        guard ratio.estimate.standardError == 0 else {
            return ConfidenceInterval(
                lower: max(0, found.lower),
                upper: min(1, found.upper),
                level: level
            )
        }
        let successes = Int(ratio.sums.reduce(0, +))
        let trials = Int(ratio.counts.reduce(0, +))
        do {
            return try .clopperPearson(successes: successes, trials: trials, level: level)
        } catch {
            return nil
        }
    }
}
