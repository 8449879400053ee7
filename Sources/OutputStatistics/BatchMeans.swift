/// The mean of one long run from consecutive batches that do not overlap.
///
/// Values left over after the last full batch are not used. Look at `lag1Autocorrelation`: batches that still depend
/// on each other give too short an interval. Source: Law (2015), section 9.5.3.
public struct BatchMeans: Sendable, Hashable {
    /// The mean of each batch.
    public let means: [Double]
    /// The mean of the batch means with its Student interval.
    public let estimate: Estimate

    /// Cuts a series into batches.
    ///
    /// - Precondition: `batches` is at least 1.
    public init(of series: [Double], batches: Int, level: Double = 0.95) {
        precondition(batches >= 1, "batch means need at least one batch, found \(batches)")
        let size = series.count / batches
        means =
            size == 0
            ? []
            : (0..<batches).map { batch in
                series[(batch * size)..<((batch + 1) * size)].reduce(0, +) / Double(size)
            }
        estimate = Estimate(meanOf: means, level: level)
    }

    /// The correlation of each batch with the next; nil when the batches do not vary.
    public var lag1Autocorrelation: Double? {
        guard let mean = estimate.value else { return nil }
        let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        guard squares > 0 else { return nil }
        let products = zip(means, means.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
        return products / squares
    }
}
