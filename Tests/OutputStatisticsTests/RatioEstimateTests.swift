import OutputStatistics
import Testing

/// Reference values for data set B: NumPy and SciPy, recomputed for this project (METHODS 4).
struct RatioEstimateTests {
    @Test func `the ratio of totals has the delta-method interval`() {
        let estimate = RatioEstimate(sums: setB.sums, counts: setB.counts).estimate
        #expect(agrees(estimate.value, 5.501474926253687, within: 1e-13))
        #expect(agrees(estimate.standardError, 0.21831280603694506, within: 1e-12))
        #expect(agrees(estimate.halfWidth, 0.5162277555882319, within: 1e-11))
        #expect(estimate.degreesOfFreedom == 7)
    }

    @Test func `the jackknife and Fieller's interval agree with theirs`() {
        let ratio = RatioEstimate(sums: setB.sums, counts: setB.counts)
        #expect(agrees(ratio.jackknife.value, 5.512242477114789, within: 1e-12))
        #expect(agrees(ratio.jackknife.standardError, 0.2199218705614558, within: 1e-12))
        #expect(agrees(ratio.fiellerInterval?.lower, 4.91721402369453, within: 1e-10))
        #expect(agrees(ratio.fiellerInterval?.upper, 5.964227037589176, within: 1e-10))
    }

    @Test func `the mean of the replications' own means is not the mean wait`() {
        let ownMeans = zip(setB.sums, setB.counts).map { $0 / $1 }
        #expect(agrees(Estimate(meanOf: ownMeans).value, 5.426106331533964, within: 1e-13))
        #expect(RatioEstimate(sums: setB.sums, counts: setB.counts).estimate.value != 5.426106331533964)
    }

    @Test func `with equal counts the ratio is the mean`() {
        let ratio = RatioEstimate(sums: setA.map { $0 * 4 }, counts: setA.map { _ in 4 })
        let mean = Estimate(meanOf: setA)
        #expect(agrees(ratio.estimate.value, mean.value ?? 0, within: 1e-14))
        #expect(agrees(ratio.estimate.standardError, mean.standardError ?? 0, within: 1e-13))
        #expect(agrees(ratio.jackknife.standardError, mean.standardError ?? 0, within: 1e-12))
    }

    @Test func `an empty replication adds nothing to the totals but counts as a replication`() {
        let ratio = RatioEstimate(sums: [10, 0, 14], counts: [2, 0, 2])
        #expect(ratio.estimate.value == 6)
        #expect(ratio.estimate.count == 3)
        // Terms (Y − 6N) / (4/3) are −1.5, 0 and 1.5.
        #expect(agrees(ratio.estimate.standardError, (4.5 / 2 / 3).squareRoot(), within: 1e-14))
    }

    @Test func `what cannot be told is said with its reason`() {
        #expect(RatioEstimate(sums: [], counts: []).estimate.missing == .noObservations)
        #expect(RatioEstimate(sums: [0, 0], counts: [0, 0]).estimate.missing == .noObservations)
        let one = RatioEstimate(sums: [12], counts: [3])
        #expect(one.estimate.value == 4)
        #expect(one.estimate.missing == .oneReplication)
        let lonely = RatioEstimate(sums: [0, 12, 0], counts: [0, 3, 0])
        #expect(lonely.estimate.value == 4)
        #expect(lonely.estimate.missing == .oneInformativeReplication)
        #expect(lonely.jackknife.halfWidth == nil)
        #expect(lonely.fiellerInterval == nil)
    }

    /// 10,000 experiments of 20 replications with random sizes: the true mean is 1, nominal coverage 95 %.
    ///
    /// Seed 42. The bound is 4.42 standard errors of a coverage, two-sided 1e-5: ±0.97 %.
    @Test func `the interval of a ratio covers the truth as often as it says`() {
        var numbers = TestNumbers(seed: 42)
        var covered = 0
        for _ in 0..<10_000 {
            var sums = [Double](repeating: 0, count: 20)
            var counts = sums
            for replication in 0..<20 {
                let families = 20 + Int(numbers.uniform() * 40)
                counts[replication] = Double(families)
                for _ in 0..<families {
                    sums[replication] += numbers.exponential()
                }
            }
            if RatioEstimate(sums: sums, counts: counts).estimate.interval?.contains(1) == true {
                covered += 1
            }
        }
        #expect(abs(Double(covered) / 10_000 - 0.95) <= 0.0097, "coverage \(covered) of 10,000")
    }
}
