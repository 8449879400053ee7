import OutputStatistics
import Testing

@testable import SimulationCore

struct LeadingBitCountsTests {
    @Test func `every bucket's first, middle and last value are counted in it`() {
        let counts = LeadingBitCounts()
        defer { counts.deallocate() }
        var expected = [Int64](repeating: 0, count: SketchLayout.bucketCount)
        for bucket in expected.indices {
            let bounds = SketchLayout.bounds(of: bucket)
            let middle = bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) / 2
            for value in [bounds.lowerBound, middle] {
                counts.count(value)
                expected[bucket] += 1
            }
            for _ in 0..<bucket % 5 {
                counts.count(bounds.upperBound)
                expected[bucket] += 1
            }
        }
        #expect(counts.byBucket == expected)
    }

    @Test func `values below the limit are counted alike from their doubled form`() {
        let (plain, doubled) = (LeadingBitCounts(), LeadingBitCounts())
        defer {
            plain.deallocate()
            doubled.deallocate()
        }
        let powers = (0..<51).map { Int64(1) << $0 }
        for value in powers.flatMap({ [$0 - 1, $0, $0 + $0 / 3] }) + [LeadingBitCounts.limit - 1] {
            plain.count(value)
            doubled.count(doubledPlusOne: Double(2 * value + 1))
        }
        #expect(plain.byBucket == doubled.byBucket)
        #expect(plain.byBucket.reduce(0, +) == 154)
    }
}
