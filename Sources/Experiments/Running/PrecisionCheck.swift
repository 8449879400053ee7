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
    /// The subject that failed last is the likeliest to fail again.
    private var lastFailed = 0

    /// A measure of a design, or its difference from the baseline.
    private struct Subject {
        let series: MeasureSeries
        let baseline: MeasureSeries?
        let design: String
        /// Confidence level at which the report shows it.
        let level: Double
        /// Series without observations in one of which the report leaves the measure out.
        let required: [MeasureSeries]
    }

    /// Takes the headline measures of designs, the baseline first, as the report shows them.
    init(_ goal: PrecisionGoal, of baseline: Scenario, _ designs: [DesignSeries], level: Double) {
        self.goal = goal
        subjects = ExperimentResult.headlines(of: baseline).flatMap { id -> [Subject] in
            let known = designs.filter { $0.series[id] != nil }
            guard let reference = designs[0].series[id] else { return [] }
            let isOfPool = if case .pool = id.subject { true } else { false }
            if isOfPool, known.count < designs.count { return [] }
            let required = isOfPool ? known.compactMap { $0.series[id] } : []
            // One joint level holds over all differences of a measure.
            let joint = 1 - (1 - level) / Double(max(1, known.count - 1))
            let shown = designs.count == 1 ? known : Array(known.dropFirst())
            return shown.compactMap { design in
                guard let series = design.series[id] else { return nil }
                return Subject(
                    series: series,
                    baseline: designs.count == 1 ? nil : reference,
                    design: design.name,
                    level: joint,
                    required: required
                )
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
        let level = subject.level
        let ratio = Self.ratio(subject.series, replications, level)
        // Of what nobody has met there is nothing to be said.
        guard let value = ratio.estimate.value,
            subject.required.allSatisfy({ $0.ratio.counts.prefix(replications).contains { $0 > 0 } })
        else { return nil }
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
