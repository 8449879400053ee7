/// Several differences judged together, so that one level holds for all of them at once.
///
/// Tests and intervals are reported by two methods, on purpose. The p-values are adjusted by Holm's step-down
/// (Holm 1979), which no valid single-step use of the same p-values beats. Two-sided intervals that match Holm's
/// decisions and still say how great a rejected difference is do not exist in general (Strassburger and Bretz 2008;
/// Guilbaud 2008 treats the one-sided case), so the intervals have Bonferroni's width: valid together, under any
/// dependence, common random numbers included. Hence a difference may be significant by Holm while its joint interval
/// just touches zero; the adjusted p-value decides, the interval says how much.
public struct HolmAdjustment: Sendable, Hashable {
    /// The differences with half-widths that hold jointly, in the order given.
    public let jointEstimates: [Estimate]
    /// The adjusted p-values, in the order given; nil where there was none.
    public let adjustedPValues: [Double?]
    /// The level that holds for all differences at once.
    public let level: Double

    /// Adjusts all differences of one family of comparisons; a difference without a p-value still counts as one.
    public init(_ differences: [PairedDifference], level: Double = 0.95) {
        let number = Double(max(1, differences.count))
        self.level = level
        jointEstimates = differences.map { $0.estimate.atLevel(1 - (1 - level) / number) }
        let adjusted = Self.adjusted(differences.map { $0.pValue ?? 1 })
        adjustedPValues = zip(differences, adjusted).map { difference, value in
            difference.pValue == nil ? nil : value
        }
    }

    /// Whether a difference, by its place in the order given, is told from zero jointly with all others.
    public func isDistinguishable(_ index: Int) -> Bool {
        adjustedPValues[index].map { $0 <= 1 - level } ?? false
    }

    /// P-values adjusted by Holm's step-down: the i-th smallest times (k − i + 1), never falling, at most 1.
    public static func adjusted(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var greatest = 0.0
        for (rank, index) in order.enumerated() {
            greatest = max(greatest, min(1, Double(pValues.count - rank) * pValues[index]))
            adjusted[index] = greatest
        }
        return adjusted
    }
}
