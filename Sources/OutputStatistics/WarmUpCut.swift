/// Where a series has left its start behind, by the marginal standard error rule MSER-5.
///
/// Apply it to the average over replications, one measure at a time; the warm-up is the longest cut of all measures.
/// Source: White (1997); White, Cobb and Spratt (2000).
public struct WarmUpCut: Sendable, Hashable {
    /// How many batches to delete.
    public let batches: Int
    /// How many values to delete.
    public let observations: Int
    /// The least marginal standard error, the statistic of the rule.
    public let statistic: Double
    /// The mean of what remains.
    public let truncatedMean: Double
    /// Whether the rule found its minimum inside its search; if not, the run is too short to tell.
    public let isConclusive: Bool

    /// Applies the rule to a series; nil when it has fewer than two batches.
    ///
    /// The search covers cuts of up to half the batches; values after the last full batch are not used.
    /// - Precondition: `batchSize` is at least 1.
    public init?(in series: [Double], batchSize: Int = 5) {
        precondition(batchSize >= 1, "a batch holds at least one value, found \(batchSize)")
        let number = series.count / batchSize
        guard number >= 2 else { return nil }
        let means = BatchMeans(of: Array(series.prefix(number * batchSize)), batches: number).means
        var best = (batches: 0, statistic: Double.infinity, mean: 0.0)
        var remaining = RunningMoments()
        for cut in stride(from: number - 1, through: 0, by: -1) {
            remaining.add(means[cut])
            guard cut <= number / 2, let mean = remaining.mean else { continue }
            let size = Double(remaining.count)
            let statistic = remaining.sumOfSquaredDeviations / (size * size)
            if statistic <= best.statistic {
                best = (cut, statistic, mean)
            }
        }
        batches = best.batches
        observations = best.batches * batchSize
        statistic = best.statistic
        truncatedMean = best.mean
        isConclusive = best.batches < number / 2
    }
}
