import OutputStatistics
import ScenarioModel

/// What each replication of a design contributed to means and shares.
struct DesignSeries {
    let name: String
    let series: [MeasureID: MeasureSeries]

    init(_ design: ExperimentDesign, _ sums: DesignAccumulator, level: Double) {
        name = design.name
        let all = DesignReduction(design.compiled, sums, level: level).series
        series = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Holds the headline measures of the first n replications against a goal, for any n.
struct PrecisionCheck {
    private let goal: PrecisionGoal
    private let subjects: [Subject]
    private let level: Double
    /// The subject that failed last is the likeliest to fail again.
    private var lastFailed = 0

    /// A measure of a design, or its difference from the baseline.
    private struct Subject {
        let series: MeasureSeries
        let baseline: MeasureSeries?
        let design: String
    }

    /// Takes the headline measures of designs, the baseline first, that each has and the baseline has too.
    init(_ goal: PrecisionGoal, of baseline: Scenario, _ designs: [DesignSeries], level: Double) {
        self.goal = goal
        let others = designs.dropFirst()
        // One joint level holds over all differences of a measure.
        self.level = 1 - (1 - level) / Double(max(1, others.count))
        let headlines = ExperimentResult.headlines(of: baseline)
        let reference = designs[0]
        if others.isEmpty {
            subjects = headlines.compactMap { id in
                reference.series[id].map { Subject(series: $0, baseline: nil, design: reference.name) }
            }
        } else {
            subjects = headlines.flatMap { id in
                others.compactMap { design in
                    guard let series = design.series[id], let baseline = reference.series[id] else {
                        return nil
                    }
                    return Subject(series: series, baseline: baseline, design: design.name)
                }
            }
        }
    }

    /// Whether every subject meets the goal after so many replications.
    mutating func isMet(after replications: Int) -> Bool {
        for offset in subjects.indices {
            let place = (lastFailed + offset) % subjects.count
            if shortfall(of: subjects[place], after: replications) != nil {
                lastFailed = place
                return false
            }
        }
        return true
    }

    /// The subject farthest from the goal after so many replications, or nil when all meet it.
    func widest(after replications: Int) -> PrecisionShortfall? {
        subjects.compactMap { shortfall(of: $0, after: replications) }.max { $0.excess < $1.excess }
    }

    private func shortfall(of subject: Subject, after replications: Int) -> PrecisionShortfall? {
        let ratio = Self.ratio(subject.series, replications, level)
        // Of what nobody has met there is nothing to be said.
        guard let value = ratio.estimate.value else { return nil }
        var estimate = ratio.estimate
        var scale = value
        if let baseline = subject.baseline {
            let reference = Self.ratio(baseline, replications, level)
            guard let value = reference.estimate.value else { return nil }
            estimate = PairedDifference(ratio, minus: reference, level: level).estimate
            scale = value
        }
        let limit = goal.limit(at: scale, in: subject.series.unit)
        if let halfWidth = estimate.halfWidth, halfWidth <= limit { return nil }
        return PrecisionShortfall(
            id: subject.series.id,
            unit: subject.series.unit,
            design: subject.design,
            halfWidth: estimate.halfWidth,
            limit: limit
        )
    }

    private static func ratio(_ series: MeasureSeries, _ number: Int, _ level: Double) -> RatioEstimate {
        RatioEstimate(
            sums: Array(series.ratio.sums.prefix(number)),
            counts: Array(series.ratio.counts.prefix(number)),
            level: level
        )
    }
}
