import OutputStatistics
import Testing

struct QuantileIntervalTests {
    /// Reference: SciPy's binomial quantiles, recomputed for this project (METHODS 4).
    @Test(arguments: [
        (100, 0.9, 84, 96, 0.955690107191), (100, 0.5, 40, 61, 0.964799799782),
        (1000, 0.95, 936, 964, 0.958095268223), (59, 0.95, 52, nil, 0.991136257011),
        (500, 0.99, 490, 500, 0.980185949858),
    ])
    func `order statistics enclose a quantile`(
        _ count: Int,
        _ probability: Double,
        _ lower: Int,
        _ upper: Int?,
        _ coverage: Double
    ) throws {
        let interval = try OrderStatisticInterval(count: count, probability: probability)
        #expect(interval.lowerRank == lower)
        #expect(interval.upperRank == upper)
        #expect(agrees(interval.coverage, coverage, within: 1e-11))
    }

    @Test func `the ends are read from the values in ascending order`() throws {
        let interval = try OrderStatisticInterval(count: 59, probability: 0.95)
        let ends = interval.ends(amongSorted: (1...59).map(Double.init))
        #expect(ends.lower == 52)
        #expect(ends.upper == nil)
    }

    @Test func `sectioning is centred at the overall value`() {
        let estimate = Estimate(overall: 10, sections: [9, 12, 10, 13])
        #expect(estimate.value == 10)
        // Squares 1 + 4 + 0 + 9 over (b − 1) b, and t at 0.975 with 3 degrees of freedom.
        #expect(agrees(estimate.standardError, (14.0 / 12).squareRoot(), within: 1e-15))
        #expect(agrees(estimate.halfWidth, 3.182446305284263 * (14.0 / 12).squareRoot(), within: 1e-10))
    }

    @Test func `the pooled quantile is estimated, not the mean of quantiles`() {
        let sketches = [QuantileSketch([1, 2, 3]), QuantileSketch([4, 5, 6, 7, 8, 9, 10])]
        let estimate = Estimate(quantile: 0.5, of: sketches)
        #expect(estimate.value == 5.5)
        #expect(estimate.count == 2)
    }

    @Test func `what sections cannot tell is said with its reason`() {
        #expect(Estimate(quantile: 0.5, of: []).missing == .noObservations)
        #expect(Estimate(quantile: 0.5, of: [QuantileSketch([4])]).missing == .oneReplication)
        let lonely = Estimate(quantile: 0.5, of: [QuantileSketch(), QuantileSketch([4]), QuantileSketch()])
        #expect(lonely.missing == .oneInformativeReplication)
        #expect(lonely.value == 4)
    }

    /// 4,000 experiments of 20 replications of 50 exponential waits; the 90 % quantile is −ln 0.1 of the mean.
    ///
    /// Seed 17, nominal coverage 95 %. The bound is 4.42 standard errors, two-sided 1e-5: ±1.53 %.
    @Test func `the sectioning interval covers the true quantile as often as it says`() {
        var numbers = TestNumbers(seed: 17)
        var covered = 0
        for _ in 0..<4000 {
            let sketches = (0..<20).map { _ in
                QuantileSketch((0..<50).map { _ in Int64(numbers.exponential() * 900_000_000) })
            }
            let estimate = Estimate(quantile: 0.9, of: sketches)
            if estimate.interval?.contains(2.302585092994046 * 900_000_000) == true {
                covered += 1
            }
        }
        #expect(abs(Double(covered) / 4000 - 0.95) <= 0.0153, "coverage \(covered) of 4,000")
    }

    /// Reference: SciPy (METHODS 4).
    @Test func `proportions have the intervals of Wilson and of Clopper and Pearson`() throws {
        let wilson = try ConfidenceInterval.wilson(successes: 87, trials: 100)
        #expect(agrees(wilson.lower, 0.7901964855992357, within: 1e-12))
        #expect(agrees(wilson.upper, 0.9224283257275948, within: 1e-12))
        let exact = try ConfidenceInterval.clopperPearson(successes: 87, trials: 100)
        #expect(agrees(exact.lower, 0.7879593229125502, within: 1e-10))
        #expect(agrees(exact.upper, 0.9289269538145705, within: 1e-10))
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 5), (1, 1)])
    func `extreme proportions stay between nothing and all`(_ successes: Int, _ trials: Int) throws {
        for interval in [
            try ConfidenceInterval.wilson(successes: successes, trials: trials),
            try ConfidenceInterval.clopperPearson(successes: successes, trials: trials),
        ] {
            #expect(interval.lower >= 0 && interval.upper <= 1)
            #expect(successes > 0 || interval.lower == 0)
            #expect(successes < trials || interval.upper == 1)
        }
    }
}
