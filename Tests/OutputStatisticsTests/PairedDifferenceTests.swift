import OutputStatistics
import Testing

/// Reference values: SciPy's paired t test, recomputed for this project (METHODS 5).
struct PairedDifferenceTests {
    @Test func `a paired difference of means has the paired t interval`() {
        let difference = PairedDifference(designs.first, minus: designs.second)
        #expect(agrees(difference.estimate.value, 0.5499999999999998, within: 1e-11))
        let standardError = 0.2798809270624443 / 10.0.squareRoot()
        #expect(agrees(difference.estimate.standardError, standardError, within: 1e-11))
        #expect(agrees(difference.estimate.interval?.lower, 0.3497852459764084, within: 1e-11))
        #expect(agrees(difference.estimate.interval?.upper, 0.7502147540235913, within: 1e-11))
        #expect(agrees(difference.pValue, 0.00015617147017812683, within: 1e-11))
        #expect(difference.isDistinguishable)
    }

    @Test func `what pairing gained is told`() {
        let difference = PairedDifference(designs.first, minus: designs.second)
        #expect(agrees(difference.correlation, 0.9615545983781216, within: 1e-11))
        #expect(agrees(difference.varianceRatio, 12.727659574468097, within: 1e-11))
    }

    @Test func `ratios with equal counts differ as means do`() {
        let counts = [Double](repeating: 5, count: 10)
        let difference = PairedDifference(
            RatioEstimate(sums: designs.first.map { $0 * 5 }, counts: counts),
            minus: RatioEstimate(sums: designs.second.map { $0 * 5 }, counts: counts)
        )
        #expect(agrees(difference.estimate.value, 0.55, within: 1e-12))
        #expect(agrees(difference.pValue, 0.00015617147017812683, within: 1e-11))
        #expect(agrees(difference.varianceRatio, 12.727659574468097, within: 1e-10))
    }

    @Test func `ratios against themselves differ by exactly nothing`() {
        let ratio = RatioEstimate(sums: setB.sums, counts: setB.counts)
        let difference = PairedDifference(ratio, minus: ratio)
        #expect(difference.estimate.value == 0)
        #expect(difference.estimate.halfWidth == 0)
        #expect(difference.pValue == 1)
        #expect(difference.varianceRatio == nil)
        #expect(!difference.isDistinguishable)
    }

    @Test func `exchanging the designs changes only the sign`() {
        let first = RatioEstimate(sums: setB.sums, counts: setB.counts)
        let second = RatioEstimate(sums: setB.sums.map { $0 * $0 / 200 }, counts: setB.counts.reversed())
        let forward = PairedDifference(first, minus: second)
        let backward = PairedDifference(second, minus: first)
        #expect(agrees(forward.estimate.value, -(backward.estimate.value ?? 0), within: 1e-14))
        #expect(agrees(forward.estimate.halfWidth, backward.estimate.halfWidth ?? 0, within: 1e-13))
        #expect(agrees(forward.pValue, backward.pValue ?? 0, within: 1e-13))
    }

    @Test func `a design without observations leaves the difference unknown`() {
        let full = RatioEstimate(sums: [10, 12], counts: [2, 2])
        let empty = RatioEstimate(sums: [0, 0], counts: [0, 0])
        let lonely = RatioEstimate(sums: [0, 12], counts: [0, 2])
        #expect(PairedDifference(full, minus: empty).estimate.missing == .noObservations)
        #expect(PairedDifference(full, minus: lonely).estimate.missing == .oneInformativeReplication)
        #expect(PairedDifference(full, minus: lonely).estimate.value == -0.5)
        #expect(PairedDifference([1], minus: [2]).estimate.missing == .oneReplication)
        #expect(PairedDifference([1], minus: [2]).pValue == nil)
    }

    /// 10,000 experiments of 30 paired replications whose true means are equal, nominal coverage 95 %.
    ///
    /// Seed 9. The bound is 4.42 standard errors of a coverage, two-sided 1e-5: ±0.97 %.
    @Test func `the interval of a paired difference of ratios covers the truth as often as it says`() {
        var numbers = TestNumbers(seed: 9)
        var covered = 0
        var correlation = 0.0
        for _ in 0..<10_000 {
            var terms: [[Double]] = [[], [], [], []]
            for _ in 0..<30 {
                var replication = [0.0, 0, 0, 0]
                for _ in 0..<(10 + Int(numbers.uniform() * 20)) {
                    let shared = numbers.exponential()
                    for design in 0..<2 where numbers.uniform() < 0.8 {
                        replication[design * 2] += shared + numbers.exponential()
                        replication[design * 2 + 1] += 1
                    }
                }
                for index in 0..<4 {
                    terms[index].append(replication[index])
                }
            }
            let difference = PairedDifference(
                RatioEstimate(sums: terms[0], counts: terms[1]),
                minus: RatioEstimate(sums: terms[2], counts: terms[3])
            )
            correlation += (difference.correlation ?? 0) / 10_000
            if difference.estimate.interval?.contains(0) == true {
                covered += 1
            }
        }
        #expect(abs(Double(covered) / 10_000 - 0.95) <= 0.0097, "coverage \(covered) of 10,000")
        #expect(correlation > 0.2, "mean correlation \(correlation)")
    }
}
