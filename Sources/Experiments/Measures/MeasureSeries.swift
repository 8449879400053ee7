public import OutputStatistics

/// What each replication contributes to a mean or a share: a sum and the number that it is divided by.
///
/// A mean over replications has the number 1 in each.
public struct MeasureSeries: Sendable, Hashable {
    /// The mean or share that it gives.
    public let id: MeasureID
    /// The unit of the ratio.
    public let unit: MeasureUnit
    /// Numerators and denominators by replication, with the ratio of their totals.
    public let ratio: RatioEstimate
    /// Whether the denominators count observed values.
    public let countsValues: Bool

    /// Makes a series of ratios.
    public init(
        _ id: MeasureID,
        in unit: MeasureUnit,
        sums: [Double],
        counts: [Double],
        level: Double,
        countsValues: Bool = true
    ) {
        self.id = id
        self.unit = unit
        self.countsValues = countsValues
        ratio = RatioEstimate(sums: sums, counts: counts, level: level)
    }

    /// Makes a series of one value per replication.
    public init(_ id: MeasureID, in unit: MeasureUnit, values: [Double], level: Double) {
        self.init(
            id,
            in: unit,
            sums: values,
            counts: Array(repeating: 1, count: values.count),
            level: level,
            countsValues: false
        )
    }

    /// The mean or share with its interval.
    public var measure: Measure {
        let observed = countsValues ? ratio.counts.reduce(0, +) : Double(ratio.counts.count)
        return Measure(id, in: unit, ratio.estimate, count: Int64(observed))
    }
}
