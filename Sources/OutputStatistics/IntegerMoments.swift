/// Mean and standard deviation of whole numbers from their exact sums.
///
/// The sums are exact, so merging is exact and independent of order. The squares are centred in whole numbers before
/// anything is rounded, so nothing cancels: values of 10¹⁵ that differ by 1 keep all digits of their deviation.
public struct IntegerMoments: Sendable, Hashable {
    /// How many values were added.
    public private(set) var count: Int
    /// The sum of the values.
    public private(set) var sum: Int128
    /// The sum of the values' squares.
    public private(set) var sumOfSquares: UInt128

    /// Creates moments from their sums.
    ///
    /// - Precondition: `count` is not negative.
    public init(count: Int = 0, sum: Int128 = 0, sumOfSquares: UInt128 = 0) {
        precondition(count >= 0, "a count is not negative, found \(count)")
        self.count = count
        self.sum = sum
        self.sumOfSquares = sumOfSquares
    }

    /// Adds one value.
    public mutating func add(_ value: Int64) {
        count += 1
        sum += Int128(value)
        sumOfSquares += UInt128(value.magnitude) * UInt128(value.magnitude)
    }

    /// Adds all values of other moments, exactly.
    public mutating func merge(_ other: IntegerMoments) {
        count += other.count
        sum += other.sum
        sumOfSquares += other.sumOfSquares
    }

    /// The mean; nil when there are no values.
    public var mean: Double? {
        guard count > 0 else { return nil }
        let (whole, rest) = nearestMean
        return Double(whole) + Double(rest) / Double(count)
    }

    /// The sample variance (divisor n − 1); nil below two values.
    public var variance: Double? {
        guard count > 1 else { return nil }
        let (whole, rest) = nearestMean
        // Σ(x − w)² = Σx² − w(Σx + r), and |r| ≤ n/2 keeps r²/n at most half of it.
        let aroundWhole = Int128(bitPattern: sumOfSquares) - whole * (sum + rest)
        let (correction, remainder) = (rest * rest).quotientAndRemainder(dividingBy: Int128(count))
        let deviations = Double(aroundWhole - correction) - Double(remainder) / Double(count)
        return max(0, deviations) / Double(count - 1)
    }

    /// The sample standard deviation; nil below two values.
    public var standardDeviation: Double? {
        variance?.squareRoot()
    }

    /// The whole number nearest to the mean and what the sum exceeds its multiple by.
    private var nearestMean: (whole: Int128, rest: Int128) {
        let number = Int128(count)
        var (whole, rest) = sum.quotientAndRemainder(dividingBy: number)
        if rest * 2 > number {
            whole += 1
            rest -= number
        } else if rest * 2 < -number {
            whole -= 1
            rest += number
        }
        return (whole, rest)
    }
}
