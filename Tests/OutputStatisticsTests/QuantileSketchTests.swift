import OutputStatistics
import Testing

struct QuantileSketchTests {
    @Test func `every bucket begins where the last one ends`() {
        var next: Int64 = 0
        for index in 0..<SketchLayout.bucketCount {
            let bounds = SketchLayout.bounds(of: index)
            #expect(bounds.lowerBound == next)
            #expect(SketchLayout.index(of: bounds.lowerBound) == index)
            #expect(SketchLayout.index(of: bounds.upperBound) == index)
            let middle = SketchLayout.middle(of: index)
            let distance = max(middle - Double(bounds.lowerBound), Double(bounds.upperBound) - middle)
            #expect(distance <= SketchLayout.relativeError * max(1, Double(bounds.lowerBound)))
            next = bounds.upperBound &+ 1
        }
        #expect(next == Int64.min)
    }

    /// Reference: type 7 on data set A in tenths, NumPy.
    @Test(arguments: [(0.0, 27.0), (0.1, 30.6), (0.25, 33), (0.5, 39.5), (0.9, 59.3), (1, 62)])
    func `few values give exact quantiles of type 7`(_ probability: Double, _ expected: Double) {
        let sketch = QuantileSketch(setA.map { Int64(($0 * 10).rounded()) })
        #expect(sketch.isExact)
        #expect(agrees(sketch.quantile(probability), expected, within: 1e-13))
    }

    @Test func `many values give quantiles within the stated error`() {
        let values = Self.waits(count: 20_000, seed: 3)
        let sketch = QuantileSketch(values)
        #expect(!sketch.isExact && sketch.count == 20_000)
        let sorted = values.sorted()
        for percent in 0...1000 {
            let probability = Double(percent) / 1000
            let position = probability * 19_999
            let rank = min(Int(position), 19_998)
            let fraction = position - Double(rank)
            let exact = Double(sorted[rank]) * (1 - fraction) + Double(sorted[rank + 1]) * fraction
            let found = sketch.quantile(probability) ?? -1
            #expect(abs(found - exact) <= SketchLayout.relativeError * exact + 1e-9)
        }
    }

    @Test func `the share within a limit is exact for few values and near for many`() {
        let few = QuantileSketch([5, 10, 10, 20])
        #expect(few.share(atMost: 9) == 0.25)
        #expect(few.share(atMost: 10) == 0.75)
        #expect(few.share(atMost: -1) == 0)
        #expect(few.share(atMost: .max) == 1)
        let values = Self.waits(count: 50_000, seed: 5)
        let many = QuantileSketch(values)
        for limit in stride(from: Int64(0), through: 5_000_000_000, by: 97_000_000) {
            let exact = Double(values.count { $0 <= limit }) / 50_000
            #expect(abs((many.share(atMost: limit) ?? -1) - exact) < 0.002)
        }
        #expect(many.share(atMost: .max) == 1)
    }

    @Test func `the mean of the greatest values counts the last of them in part`() {
        let few = QuantileSketch([10, 20, 30, 40, 50])
        #expect(few.meanOfGreatest(0.2) == 50)
        #expect(few.meanOfGreatest(0.1) == 50)
        #expect(agrees(few.meanOfGreatest(0.3), (50 + 0.5 * 40) / 1.5, within: 1e-15))
        #expect(few.meanOfGreatest(1) == 30)
        let values = Self.waits(count: 20_000, seed: 6)
        let many = QuantileSketch(values)
        for share in [0.001, 0.1, 0.5, 1] {
            let number = Int((share * 20_000).rounded())
            let exact = values.sorted().suffix(number).reduce(0.0) { $0 + Double($1) } / Double(number)
            #expect(agrees(many.meanOfGreatest(share), exact, within: SketchLayout.relativeError))
        }
        // Exponential: the worst tenth waits 1 + ln 10 times as long as all do.
        let ratio = (many.meanOfGreatest(0.1) ?? 0) / (many.meanOfGreatest(1) ?? 1)
        #expect(abs(ratio - 3.3026) < 0.1)
        #expect(QuantileSketch().meanOfGreatest(0.1) == nil)
    }

    @Test func `merging is exact and independent of order and grouping`() {
        let parts = [300, 400, 250, 900, 0, 40].enumerated().map { index, count in
            QuantileSketch(Self.waits(count: count, seed: UInt64(index)))
        }
        let forward = parts.reduce(QuantileSketch()) { $0.merged(with: $1) }
        let backward = parts.reversed().reduce(QuantileSketch()) { $0.merged(with: $1) }
        let left = parts[0].merged(with: parts[1]).merged(with: parts[2])
        let right = parts[3].merged(with: parts[4].merged(with: parts[5]))
        #expect(forward == backward)
        #expect(forward == left.merged(with: right))
        let all = parts.indices.flatMap { index in
            Self.waits(count: parts[index].count, seed: UInt64(index))
        }
        #expect(forward == QuantileSketch(all))
        #expect(left.isExact && left.count == 950)
        #expect(left.exactValues == all.prefix(950).sorted())
    }

    @Test func `a recorder's counts and values make the same sketch`() {
        for count in [0, 1, 999, 1000, 3000] {
            let values = Self.waits(count: count, seed: 8)
            var counts = [Int64](repeating: 0, count: SketchLayout.bucketCount)
            for value in values {
                counts[SketchLayout.index(of: value)] += 1
            }
            let kept = count < QuantileSketch.exactLimit ? values : []
            let sketch = QuantileSketch(counts: counts, exactValues: kept)
            #expect(sketch == QuantileSketch(values))
            let restored = QuantileSketch(
                counts: sketch.countsByBucket,
                exactValues: sketch.exactValues ?? []
            )
            #expect(restored == sketch)
        }
    }

    @Test func `counts alone make a sketch that is never taken for exact`() {
        let sketch = QuantileSketch(counts: [0, 2, 1])
        #expect(!sketch.isExact)
        #expect(sketch.quantile(0.5) == 1)
        #expect(!sketch.merged(with: QuantileSketch([7])).isExact)
    }

    @Test func `no values have neither quantile nor share`() {
        #expect(QuantileSketch().quantile(0.5) == nil)
        #expect(QuantileSketch().share(atMost: 5) == nil)
        #expect(QuantileSketch().merged(with: QuantileSketch()) == QuantileSketch())
    }

    /// Exponential waits of 15 minutes in microseconds.
    private static func waits(count: Int, seed: UInt64) -> [Int64] {
        var numbers = TestNumbers(seed: seed)
        return (0..<count).map { _ in Int64(numbers.exponential() * 900_000_000) }
    }
}
