/// A mergeable summary of whole numbers, ticks of time as a rule, from which quantiles and shares are read.
///
/// Below `exactLimit` values it keeps them all and answers exactly; above, it keeps counts in the buckets of
/// `SketchLayout` and answers within a relative error of 2⁻⁸. Merging is exact and independent of order.
public struct QuantileSketch: Sendable, Hashable {
    /// From so many values on, only counts are kept.
    public static let exactLimit = 1000

    /// How many values the sketch holds.
    public let count: Int

    private let contents: Contents

    private enum Contents: Hashable {
        /// All values, ascending.
        case values([Int64])
        /// Counts of consecutive buckets from `first` on; the counts at both ends are above zero.
        case buckets(first: Int, counts: [Int64])
    }

    /// Creates a sketch of no values.
    public init() {
        count = 0
        contents = .values([])
    }

    /// Creates a sketch from a recorder's counts by bucket and, if it kept all of them, its values.
    ///
    /// The values are used when there are fewer than `exactLimit` and as many as the counts add up to; the counts
    /// may then also be empty. Trailing buckets without values may be left out.
    /// - Precondition: no count and no value is negative, and there are at most `SketchLayout.bucketCount` counts.
    public init(counts: [Int64], exactValues: [Int64] = []) {
        precondition(counts.count <= SketchLayout.bucketCount, "too many buckets: \(counts.count)")
        precondition(counts.allSatisfy { $0 >= 0 }, "a count is not negative")
        let total = Int(counts.reduce(0, +))
        if exactValues.count < Self.exactLimit, total == exactValues.count || total == 0 {
            self.init(sorted: exactValues.sorted())
        } else {
            self.init(first: 0, counts: total == 0 ? Self.bucketed(exactValues) : counts)
        }
    }

    /// Creates a sketch of values, none of them negative.
    public init(_ values: some Sequence<Int64>) {
        self.init(counts: [], exactValues: Array(values))
    }

    /// Whether every value is kept.
    public var isExact: Bool {
        if case .values = contents { true } else { false }
    }

    /// The sketch of the values of both.
    public func merged(with other: QuantileSketch) -> QuantileSketch {
        if count == 0 { return other }
        if other.count == 0 { return self }
        if case .values(let mine) = contents, case .values(let others) = other.contents,
            count + other.count < Self.exactLimit
        {
            return QuantileSketch(sorted: (mine + others).sorted())
        }
        let (one, two) = (buckets, other.buckets)
        let first = min(one.first, two.first)
        let end = max(one.first + one.counts.count, two.first + two.counts.count)
        var counts = [Int64](repeating: 0, count: end - first)
        for part in [one, two] {
            for (offset, count) in part.counts.enumerated() {
                counts[part.first - first + offset] += count
            }
        }
        return QuantileSketch(first: first, counts: counts)
    }

    /// The value below which a share of the values lies; nil when there are none.
    ///
    /// Convention: type 7 of Hyndman and Fan (1996), linear between the order statistics around rank (n − 1)p; above
    /// `exactLimit` each order statistic is the middle of its bucket.
    /// - Precondition: `probability` lies in 0...1.
    public func quantile(_ probability: Double) -> Double? {
        precondition((0...1).contains(probability), "a probability lies in 0...1, found \(probability)")
        guard count > 0 else { return nil }
        let position = Double(count - 1) * probability
        let rank = min(Int(position), count - 1)
        let lower = orderStatistic(rank)
        let fraction = position - Double(rank)
        guard fraction > 0, rank + 1 < count else { return lower }
        return lower + (orderStatistic(rank + 1) - lower) * fraction
    }

    /// The mean of the greatest values that make up a share of all; nil when there are none.
    ///
    /// A value that lies only partly in the share counts for that part (Acerbi and Tasche 2002). Above `exactLimit` each
    /// value is the middle of its bucket, so the mean is within a relative error of 2⁻⁸, too.
    /// - Precondition: `share` is above 0 and at most 1.
    public func meanOfGreatest(_ share: Double) -> Double? {
        precondition(share > 0 && share <= 1, "a share lies above 0 and up to 1, found \(share)")
        guard count > 0 else { return nil }
        let wanted = share * Double(count)
        var left = wanted
        var sum = 0.0
        for (value, number) in descending {
            let taken = min(left, Double(number))
            sum += value * taken
            left -= taken
            if left <= 0 { break }
        }
        return sum / wanted
    }

    /// The share of values at most as great as a limit; nil when there are none.
    ///
    /// Above `exactLimit` the values of the limit's own bucket are taken to lie evenly in it.
    public func share(atMost limit: Int64) -> Double? {
        guard count > 0 else { return nil }
        guard limit >= 0 else { return 0 }
        switch contents {
        case .values(let values):
            return Double(values.count { $0 <= limit }) / Double(count)
        case .buckets(let first, let counts):
            let bucket = SketchLayout.index(of: limit)
            let below = counts.prefix(max(0, bucket - first)).reduce(0, +)
            guard counts.indices.contains(bucket - first) else { return Double(below) / Double(count) }
            let bounds = SketchLayout.bounds(of: bucket)
            let covered = Double(limit - bounds.lowerBound) + 1
            let width = Double(bounds.upperBound - bounds.lowerBound) + 1
            return (Double(below) + Double(counts[bucket - first]) * covered / width) / Double(count)
        }
    }

    /// The counts by bucket, from bucket 0 to the last with a value, as `init(counts:exactValues:)` takes them.
    public var countsByBucket: [Int64] {
        let buckets = buckets
        return [Int64](repeating: 0, count: buckets.first) + buckets.counts
    }

    /// All values, ascending, when they are kept.
    public var exactValues: [Int64]? {
        if case .values(let values) = contents { values } else { nil }
    }
}

extension QuantileSketch {
    private init(sorted values: [Int64]) {
        precondition((values.first ?? 0) >= 0, "a sketch holds no negative value, found \(values.first ?? 0)")
        count = values.count
        contents = .values(values)
    }

    /// Drops empty buckets at both ends, so that equal sketches are equal in memory.
    private init(first: Int, counts: [Int64]) {
        count = Int(counts.reduce(0, +))
        let start = counts.firstIndex { $0 > 0 } ?? 0
        let end = counts.lastIndex { $0 > 0 }.map { $0 + 1 } ?? 0
        contents = .buckets(first: first + start, counts: Array(counts[start..<end]))
    }

    private var buckets: (first: Int, counts: [Int64]) {
        switch contents {
        case .buckets(let first, let counts): (first, counts)
        case .values(let values): (0, Self.bucketed(values))
        }
    }

    private static func bucketed(_ values: [Int64]) -> [Int64] {
        var counts = [Int64](repeating: 0, count: values.max().map { SketchLayout.index(of: $0) + 1 } ?? 0)
        for value in values {
            precondition(value >= 0, "a sketch holds no negative value, found \(value)")
            counts[SketchLayout.index(of: value)] += 1
        }
        return counts
    }

    /// Values, or middles of buckets, from the greatest down, with how often each occurs.
    private var descending: [(value: Double, number: Int64)] {
        switch contents {
        case .values(let values):
            values.reversed().map { (Double($0), 1) }
        case .buckets(let first, let counts):
            counts.indices.reversed().filter { counts[$0] > 0 }
                .map { (SketchLayout.middle(of: first + $0), counts[$0]) }
        }
    }

    /// The value of a rank, counted from 0 in ascending order.
    private func orderStatistic(_ rank: Int) -> Double {
        switch contents {
        case .values(let values):
            return Double(values[rank])
        case .buckets(let first, let counts):
            var passed: Int64 = 0
            for (offset, count) in counts.enumerated() {
                passed += count
                if passed > rank { return SketchLayout.middle(of: first + offset) }
            }
            preconditionFailure("rank \(rank) lies outside the sketch's \(count) values")
        }
    }
}
