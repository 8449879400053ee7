/// Count, mean and variance of values taken one at a time, without cancellation and without keeping them.
///
/// Source: Welford (1962) for one value; Chan, Golub and LeVeque (1983) for merging. The rounding of a merge depends
/// on its order: merge in index order where the same digits are due.
public struct RunningMoments: Sendable, Hashable, Codable {
    /// How many values were added.
    public private(set) var count = 0
    /// The sum of squared deviations from the mean.
    public private(set) var sumOfSquaredDeviations = 0.0
    /// The smallest value; infinity when there is none.
    public private(set) var minimum = Double.infinity
    /// The greatest value; minus infinity when there is none.
    public private(set) var maximum = -Double.infinity

    private var runningMean = 0.0

    /// Creates moments of no values.
    public init() {}

    /// The mean; nil when there are no values.
    public var mean: Double? {
        count > 0 ? runningMean : nil
    }

    /// The sample variance (divisor n − 1); nil below two values.
    public var variance: Double? {
        count > 1 ? sumOfSquaredDeviations / Double(count - 1) : nil
    }

    /// The sample standard deviation; nil below two values.
    public var standardDeviation: Double? {
        variance?.squareRoot()
    }

    /// Adds one value.
    public mutating func add(_ value: Double) {
        count += 1
        let deviation = value - runningMean
        runningMean += deviation / Double(count)
        sumOfSquaredDeviations += deviation * (value - runningMean)
        minimum = min(minimum, value)
        maximum = max(maximum, value)
    }

    /// Adds all values of other moments.
    public mutating func merge(_ other: RunningMoments) {
        guard other.count > 0 else { return }
        guard count > 0 else {
            self = other
            return
        }
        let total = Double(count + other.count)
        let deviation = other.runningMean - runningMean
        let share = Double(other.count) / total
        sumOfSquaredDeviations += other.sumOfSquaredDeviations + deviation * deviation * Double(count) * share
        runningMean += deviation * share
        count += other.count
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }
}
