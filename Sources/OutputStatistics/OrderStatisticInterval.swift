import GSLFunctions

/// Which of n independent values, in ascending order, enclose a quantile of their law.
///
/// The interval holds for any law; it suits one value from each replication. Ranks count from 1. With too few values
/// an end is missing, which says that more replications are needed.
/// Source: the binomial law of the count below the quantile; David and Nagaraja (2003), section 7.1.
public struct OrderStatisticInterval: Sendable, Hashable {
    /// The rank of the lower end; nil when no value is low enough.
    public let lowerRank: Int?
    /// The rank of the upper end; nil when no value is high enough.
    public let upperRank: Int?
    /// The probability that the ends, a missing one taken as unbounded, enclose the quantile: at least the level.
    public let coverage: Double

    /// Finds the ranks for a number of values, a probability strictly between 0 and 1, and a level.
    ///
    /// Throws when the arguments are out of range or GSL gives no probability.
    public init(count: Int, probability: Double, level: Double = 0.95) throws {
        let tail = (1 - level) / 2
        let lower = try Self.binomialQuantile(tail, trials: count, chance: probability)
        let upper = try Self.binomialQuantile(1 - tail, trials: count, chance: probability) + 1
        lowerRank = lower >= 1 ? lower : nil
        upperRank = upper <= count ? upper : nil
        let belowUpper = try binomialProbability(atMost: upper - 1, trials: count, chance: probability)
        let belowLower = try binomialProbability(atMost: lower - 1, trials: count, chance: probability)
        coverage = belowUpper - belowLower
    }

    /// The two ends among values in ascending order; a missing end is nil.
    public func ends(amongSorted values: [Double]) -> (lower: Double?, upper: Double?) {
        (lowerRank.map { values[$0 - 1] }, upperRank.map { values[$0 - 1] })
    }

    /// The smallest count whose probability of not being exceeded reaches a given one.
    private static func binomialQuantile(_ probability: Double, trials: Int, chance: Double) throws -> Int {
        var (low, high) = (0, trials)
        while low < high {
            let middle = (low + high) / 2
            if try binomialProbability(atMost: middle, trials: trials, chance: chance) >= probability {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
