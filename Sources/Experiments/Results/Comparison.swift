public import OutputStatistics

/// One measure of two designs on the same families.
public struct Comparison: Sendable, Hashable {
    /// The measure; its statistic is a mean or a share.
    public let id: MeasureID
    /// The unit of the difference.
    public let unit: MeasureUnit
    /// The design judged.
    public let design: String
    /// The design that it is compared with.
    public let reference: String
    /// How many comparisons of this measure share the joint level.
    public let family: Int
    /// The design's value minus the reference's, with its own interval.
    public let difference: Estimate
    /// The same with the half-width that holds for all comparisons of the measure at once.
    public let joint: Estimate
    /// The p-value adjusted for all comparisons of the measure (Holm); nil when it cannot be told.
    public let adjustedPValue: Double?
    /// The correlation that common random numbers reached; nil when either design does not vary.
    public let correlation: Double?
    /// Variance under independent chance over the variance reached; nil when the difference does not vary.
    public let varianceRatio: Double?

    /// What the joint interval says.
    public var verdict: Verdict {
        guard let interval = joint.interval else { return .cannotTell }
        if interval.contains(0) { return .notDistinguishable }
        let isGreater = interval.lower > 0
        switch id.quantity.preference {
        case .smaller: return isGreater ? .worse : .better
        case .greater: return isGreater ? .better : .worse
        case .neither: return isGreater ? .greater : .smaller
        }
    }

    /// What a comparison says.
    public enum Verdict: String, Sendable, Hashable {
        /// The design is better.
        case better
        /// The design is worse.
        case worse
        /// The design's value is greater, and neither way is better.
        case greater
        /// The design's value is smaller, and neither way is better.
        case smaller
        /// The interval of the difference contains zero.
        case notDistinguishable = "not distinguishable"
        /// There is no interval.
        case cannotTell = "cannot tell"
    }
}

extension Comparison {
    /// Pairs of designs, by index: each judged against its reference.
    typealias Pair = (design: Int, reference: Int)

    /// Compares every measure that both designs of a pair have; one joint level holds over a measure's pairs.
    static func all(of designs: [DesignResult], pairs: [Pair], level: Double) -> [Comparison] {
        guard let first = designs.first else { return [] }
        var ids = first.series
        for design in designs.dropFirst() {
            let known = Set(ids.map(\.id))
            ids += design.series.filter { !known.contains($0.id) }
        }
        let series = designs.map { design in
            Dictionary(design.series.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return ids.flatMap { measure in
            compare(measure, series.map { $0[measure.id] }, designs.map(\.name), pairs: pairs, level: level)
        }
    }

    private static func compare(
        _ measure: MeasureSeries,
        _ series: [MeasureSeries?],
        _ names: [String],
        pairs: [Pair],
        level: Double
    ) -> [Comparison] {
        var known: [Pair] = []
        var differences: [PairedDifference] = []
        for pair in pairs {
            guard let design = series[pair.design], let reference = series[pair.reference] else { continue }
            known.append(pair)
            differences.append(PairedDifference(design.ratio, minus: reference.ratio, level: level))
        }
        let adjustment = HolmAdjustment(differences, level: level)
        return known.enumerated().map { place, pair in
            Comparison(
                id: measure.id,
                unit: measure.unit,
                design: names[pair.design],
                reference: names[pair.reference],
                family: known.count,
                difference: differences[place].estimate,
                joint: adjustment.jointEstimates[place],
                adjustedPValue: adjustment.adjustedPValues[place],
                correlation: differences[place].correlation,
                varianceRatio: differences[place].varianceRatio
            )
        }
    }
}
