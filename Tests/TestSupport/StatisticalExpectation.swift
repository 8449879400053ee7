import OutputStatistics
public import SimulationCore

/// What theory says of a mean, and how a run of replications is judged against it.
///
/// The bound is Student's t at two-sided 1e-5 times the standard error of the ratio estimator over replications; the
/// half-width itself must be small enough to notice the fault that the test is for.
public struct StatisticalExpectation: Sendable {
    /// The theoretical value.
    public let theory: Double
    /// Where it comes from.
    public let source: String
    /// Largest half-width allowed, as a share of the theory.
    public let largestHalfWidth: Double

    /// Makes an expectation.
    public init(_ theory: Double, source: String, largestHalfWidth: Double = 0.01) {
        self.theory = theory
        self.source = source
        self.largestHalfWidth = largestHalfWidth
    }

    /// Judges sums and counts of replications; nil when they agree, else what is wrong.
    public func complaint(sums: [Double], counts: [Double]) -> String? {
        let estimate = RatioEstimate(sums: sums, counts: counts, level: 1 - 1e-5).estimate
        guard let value = estimate.value, let halfWidth = estimate.halfWidth else { return "no estimate" }
        let figures =
            "theory \(theory) (\(source)), estimate \(value) ± \(halfWidth), \(sums.count) replications"
        if halfWidth > largestHalfWidth * abs(theory) { return "too noisy to see a fault: \(figures)" }
        return abs(value - theory) > halfWidth ? "differs: \(figures)" : nil
    }

    /// Judges tallies of times, one a replication, in a unit of so many microseconds.
    public func complaint(_ tallies: [TallySums], unit: Double = 60e6) -> String? {
        complaint(sums: tallies.map { Double($0.sum) / unit }, counts: tallies.map { Double($0.count) })
    }
}
