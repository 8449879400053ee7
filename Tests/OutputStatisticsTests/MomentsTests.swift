import OutputStatistics
import Testing

struct MomentsTests {
    /// NIST StRD NumAcc3 and NumAcc4: certified mean and standard deviation 0.1.
    @Test(arguments: [(1_000_000.2, 1e-8), (10_000_000.2, 1e-7)])
    func `moments pass the accuracy sets of NIST, whole and merged`(_ centre: Double, _ tolerance: Double) {
        var whole = RunningMoments()
        whole.add(centre)
        var parts = [RunningMoments(), RunningMoments(), RunningMoments()]
        parts[0].add(centre)
        for index in 0..<1000 {
            let value = centre + (index.isMultiple(of: 2) ? -0.1 : 0.1)
            whole.add(value)
            parts[index * 3 / 1000].add(value)
        }
        var merged = RunningMoments()
        for part in parts {
            merged.merge(part)
        }
        for moments in [whole, merged] {
            #expect(moments.count == 1001)
            #expect(agrees(moments.mean, centre, within: 1e-9))
            #expect(abs((moments.standardDeviation ?? 0) / 0.1 - 1) < tolerance)
        }
    }

    @Test func `merging moments is the same in any grouping up to rounding`() {
        var numbers = TestNumbers(seed: 7)
        let parts = (1...3).map { size in
            var moments = RunningMoments()
            for _ in 0..<(size * 10) {
                moments.add(numbers.uniform() * 50)
            }
            return moments
        }
        var left = parts[0]
        left.merge(parts[1])
        left.merge(parts[2])
        var tail = parts[1]
        tail.merge(parts[2])
        var right = parts[0]
        right.merge(tail)
        #expect(agrees(left.mean, right.mean ?? 0, within: 1e-13))
        #expect(agrees(left.variance, right.variance ?? 0, within: 1e-13))
        #expect(left.minimum == right.minimum && left.maximum == right.maximum)
        #expect(left.count == 60)
    }

    @Test func `moments of whole numbers do not cancel`() {
        var moments = IntegerMoments()
        for index in 0..<1000 {
            moments.add(1_000_000_000_000_000 + Int64(index % 2))
        }
        #expect(moments.mean == 1_000_000_000_000_000.5)
        #expect(agrees(moments.standardDeviation, (250.0 / 999).squareRoot(), within: 1e-15))
    }

    @Test func `whole moments stay exact at the limits of a long study`() {
        // A billion waits of about ten years in microseconds.
        let wait: Int64 = 315_360_000_000_000
        let count = 1_000_000_000
        let square = UInt128(wait) * UInt128(wait)
        let moments = IntegerMoments(
            count: count,
            sum: Int128(wait) * Int128(count),
            sumOfSquares: square * UInt128(count)
        )
        #expect(moments.mean == Double(wait))
        #expect(moments.variance == 0)
    }

    @Test func `whole moments agree with the two-pass formula and merge exactly`() {
        var numbers = TestNumbers(seed: 11)
        let values = (0..<500).map { _ in Int64(numbers.uniform() * 2000) - 1000 }
        var whole = IntegerMoments()
        var halves = [IntegerMoments(), IntegerMoments()]
        for (index, value) in values.enumerated() {
            whole.add(value)
            halves[index % 2].add(value)
        }
        halves[1].merge(halves[0])
        #expect(halves[1] == whole)
        let mean = values.reduce(0) { $0 + Double($1) } / 500
        let squares = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        #expect(agrees(whole.mean, mean, within: 1e-14))
        #expect(agrees(whole.variance, squares / 499, within: 1e-13))
    }

    @Test func `moments of too few values are absent`() {
        var moments = IntegerMoments()
        #expect(moments.mean == nil)
        moments.add(-5)
        #expect(moments.mean == -5)
        #expect(moments.variance == nil)
        #expect(RunningMoments().mean == nil)
    }
}
