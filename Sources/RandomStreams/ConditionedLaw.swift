/// A continuous or geometric law, given that its value lies in a range: inversion on a part of 0...1.
struct ConditionedLaw: Sendable, Hashable {
    let base: StandardLaw
    /// Inside the base's support; whole ends for a geometric law.
    let range: ClosedRange<Double>
    /// The base's probability strictly below the range.
    let massBelow: Double
    /// The base's probability inside the range.
    let mass: Double
    /// The base's probability strictly above the range.
    let massAbove: Double

    /// Fails when the range has no probability.
    init?(_ base: StandardLaw, range: ClosedRange<Double>) {
        var low = max(range.lowerBound, base.support.lowerBound)
        var high = min(range.upperBound, base.support.upperBound)
        if base.isDiscrete {
            low.round(.up)
            high.round(.down)
        }
        guard low <= high else { return nil }
        self.base = base
        self.range = low...high
        massBelow = base.below(low)
        massAbove = base.above(high)
        mass = base.probability(in: low...high)
        guard mass > 0 else { return nil }
    }

    func quantile(_ probability: Double, complement: Double) -> Double? {
        let lower = massBelow + probability * mass
        let upper = massAbove + complement * mass
        let value =
            lower < 0.5
            ? base.quantile(lower, complement: 1 - lower)
            : base.quantile(1 - upper, complement: upper)
        return value.map { min(max($0, range.lowerBound), range.upperBound) }
    }

    func below(_ point: Double) -> Double {
        if point <= range.lowerBound { return 0 }
        if point > range.upperBound { return 1 }
        if base.isDiscrete { return base.probability(in: range.lowerBound...point.nextDown) / mass }
        return min(base.probability(in: range.lowerBound...point) / mass, 1)
    }

    func above(_ point: Double) -> Double {
        if point >= range.upperBound { return 0 }
        if point < range.lowerBound { return 1 }
        if base.isDiscrete { return base.probability(in: point.nextUp...range.upperBound) / mass }
        return min(base.probability(in: point...range.upperBound) / mass, 1)
    }
}
