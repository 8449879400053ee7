/// A ratio of totals over replications: the mean wait is the sum of waits over the number of families.
///
/// The mean of the replications' own means would weigh quiet replications too much and is not offered. A replication
/// with a denominator of zero adds nothing to either total but counts as a replication.
/// Source: Law (2015), section 9.5; Cochran (1977), section 6.5.
public struct RatioEstimate: Sendable, Hashable {
    /// The numerator of each replication.
    public let sums: [Double]
    /// The denominator of each replication: families, or time.
    public let counts: [Double]
    /// The ratio with its delta-method standard error and Student interval (degrees of freedom m − 1).
    public let estimate: Estimate

    /// Estimates a ratio from each replication's numerator and denominator.
    ///
    /// - Precondition: there are as many sums as counts, and no count is negative.
    public init(sums: [Double], counts: [Double], level: Double = 0.95) {
        precondition(sums.count == counts.count, "\(sums.count) sums but \(counts.count) counts")
        precondition(counts.allSatisfy { $0 >= 0 }, "a denominator is not negative")
        self.sums = sums
        self.counts = counts
        let number = sums.count
        let denominator = counts.reduce(0, +)
        let informative = counts.count { $0 > 0 }
        guard denominator > 0 else {
            estimate = Estimate(value: nil, count: number, level: level, missing: .noObservations)
            return
        }
        let ratio = sums.reduce(0, +) / denominator
        guard informative > 1 else {
            estimate = Estimate(
                value: ratio,
                count: number,
                level: level,
                missing: number == 1 ? .oneReplication : .oneInformativeReplication
            )
            return
        }
        let terms = Self.linearised(sums, counts, ratio: ratio)
        let squares = terms.reduce(0) { $0 + $1 * $1 }
        let error = (squares / Double(number - 1) / Double(number)).squareRoot()
        estimate = Estimate(
            value: ratio,
            standardError: error < Self.roundingNoise * abs(ratio) ? 0 : error,
            degreesOfFreedom: number - 1,
            count: number,
            level: level
        )
    }

    /// Relative size below which an error is that of the arithmetic, not of chance.
    static let roundingNoise = 1e-12

    /// Each replication's part in the error of the ratio: (Y − rN) / mean N; nil when nothing was observed.
    public var linearisedTerms: [Double]? {
        estimate.value.map { Self.linearised(sums, counts, ratio: $0) }
    }

    /// The ratio by the jackknife, which removes the bias of order 1/m, with its standard error and interval.
    public var jackknife: Estimate {
        guard let ratio = estimate.value, estimate.missing == nil else { return estimate }
        let number = Double(sums.count)
        let totals = (sum: sums.reduce(0, +), count: counts.reduce(0, +))
        let pseudoValues = zip(sums, counts).map { sum, count in
            number * ratio - (number - 1) * (totals.sum - sum) / (totals.count - count)
        }
        return Estimate(meanOf: pseudoValues, level: estimate.level)
    }

    /// The interval of Fieller (1954), exact for normal totals; nil when no bounded interval has the level.
    public var fiellerInterval: ConfidenceInterval? {
        guard estimate.missing == nil, let degreesOfFreedom = estimate.degreesOfFreedom else { return nil }
        let critical = CriticalValue.student(level: estimate.level, degreesOfFreedom: degreesOfFreedom)
        guard let critical else { return nil }
        let number = Double(sums.count)
        let moments = PairedMoments(sums, counts)
        let square = critical * critical / number
        let a = moments.secondMean * moments.secondMean - square * moments.secondVariance
        let b = moments.firstMean * moments.secondMean - square * moments.covariance
        let c = moments.firstMean * moments.firstMean - square * moments.firstVariance
        let discriminant = b * b - a * c
        guard a > 0, discriminant >= 0 else { return nil }
        let spread = discriminant.squareRoot()
        return ConfidenceInterval(lower: (b - spread) / a, upper: (b + spread) / a, level: estimate.level)
    }

    private static func linearised(_ sums: [Double], _ counts: [Double], ratio: Double) -> [Double] {
        let meanCount = counts.reduce(0, +) / Double(counts.count)
        return zip(sums, counts).map { sum, count in (sum - ratio * count) / meanCount }
    }
}
