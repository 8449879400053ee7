/// The difference of two designs over the same replications, under common random numbers.
///
/// Pairing replication by replication keeps what the designs share out of the error; `varianceRatio` says how many
/// times fewer replications that needs than independent chance. Source: Law (2015), section 10.2.1; for ratios the
/// delta method on the difference of the linearised terms (Y₁ − r₁N₁)/N̄₁ − (Y₂ − r₂N₂)/N̄₂.
public struct PairedDifference: Sendable, Hashable {
    /// The first value minus the second, with the paired Student interval.
    public let estimate: Estimate
    /// The correlation reached between the designs; nil when either does not vary.
    public let correlation: Double?
    /// The variance under independent chance over the variance reached; nil when the difference does not vary.
    public let varianceRatio: Double?
    /// The two-sided probability of so great a difference between equal designs; nil when it cannot be told.
    public let pValue: Double?

    /// The difference of means of two lists with one value from each replication, in the same order.
    ///
    /// - Precondition: both lists have the same length.
    public init(_ first: [Double], minus second: [Double], level: Double = 0.95) {
        precondition(first.count == second.count, "\(first.count) values against \(second.count)")
        let estimate = Estimate(meanOf: zip(first, second).map { $0 - $1 }, level: level)
        self.init(estimate, pairing: estimate.missing == nil ? PairedMoments(first, second) : nil)
    }

    /// The difference of two ratios over the same replications, in the same order.
    ///
    /// - Precondition: both ratios have the same number of replications.
    public init(_ first: RatioEstimate, minus second: RatioEstimate, level: Double = 0.95) {
        let number = first.sums.count
        precondition(number == second.sums.count, "\(number) replications against \(second.sums.count)")
        guard let firstRatio = first.estimate.value, let secondRatio = second.estimate.value,
            let firstTerms = first.linearisedTerms, let secondTerms = second.linearisedTerms
        else {
            let unknown = Estimate(value: nil, count: number, level: level, missing: .noObservations)
            self.init(unknown, pairing: nil)
            return
        }
        // Equal in every replication but for the arithmetic is equal.
        let noise = RatioEstimate.roundingNoise * max(abs(firstRatio), abs(secondRatio))
        let difference = abs(firstRatio - secondRatio) <= noise ? 0 : firstRatio - secondRatio
        if let missing = first.estimate.missing ?? second.estimate.missing {
            let imprecise = Estimate(value: difference, count: number, level: level, missing: missing)
            self.init(imprecise, pairing: nil)
            return
        }
        let terms = Estimate(meanOf: zip(firstTerms, secondTerms).map { $0 - $1 }, level: level)
        let estimate = Estimate(
            value: difference,
            standardError: (terms.standardError ?? 0) <= noise ? 0 : terms.standardError ?? 0,
            degreesOfFreedom: number - 1,
            count: number,
            level: level
        )
        self.init(estimate, pairing: PairedMoments(firstTerms, secondTerms))
    }

    /// Whether the interval leaves out zero; false when the half-width cannot be told.
    public var isDistinguishable: Bool {
        estimate.interval.map { !$0.contains(0) } ?? false
    }

    private init(_ estimate: Estimate, pairing: PairedMoments?) {
        self.estimate = estimate
        correlation = pairing?.correlation
        guard let pairing, let value = estimate.value, let standardError = estimate.standardError,
            let degreesOfFreedom = estimate.degreesOfFreedom
        else {
            varianceRatio = nil
            pValue = nil
            return
        }
        guard standardError > 0 else {
            varianceRatio = nil
            pValue = value == 0 ? 1 : 0
            return
        }
        let independent = (pairing.firstVariance + pairing.secondVariance) / Double(estimate.count)
        varianceRatio = independent / (standardError * standardError)
        pValue = CriticalValue.studentPValue(value / standardError, degreesOfFreedom: degreesOfFreedom)
    }
}
