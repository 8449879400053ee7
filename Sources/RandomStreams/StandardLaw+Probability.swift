internal import GSLFunctions

extension StandardLaw {
    /// The probability of a value strictly below a point.
    func below(_ point: Double) -> Double {
        switch self {
        case .constant: point > 0 ? 1 : 0
        case .uniform: min(max(point, 0), 1)
        case .triangular(let mode): Self.triangularBelow(point, mode: mode)
        case .exponential: -exponentialMinusOne(-max(point, 0))
        case .normal: established { () throws(GSLError) in try normalProbability(below: point) }
        case .lognormal(let sigma):
            point <= 0 ? 0 : StandardLaw.normal.below(naturalLogarithm(point) / sigma)
        case .weibull(let shape): -exponentialMinusOne(-power(max(point, 0), shape))
        case .tabulated(let law): law.below(point)
        case .geometric(let chance):
            point <= 0
                ? 0 : -exponentialMinusOne(point.rounded(.up) * logarithmOfOnePlus(-chance))
        case .bernoulli(let chance): point <= 0 ? 0 : point <= 1 ? 1 - chance : 1
        case .steps(let law): law.below(point)
        case .mixture(let weights, let components):
            zip(weights, components).reduce(0) { $0 + $1.0 * $1.1.below(point) }
        case .conditioned(let law): law.below(point)
        case .clamped(let base, let range):
            point <= range.lowerBound ? 0 : point > range.upperBound ? 1 : base.below(point)
        }
    }

    /// The probability of a value strictly above a point, with its digits far in the upper tail.
    func above(_ point: Double) -> Double {
        switch self {
        case .constant: point < 0 ? 1 : 0
        case .uniform: min(max(1 - point, 0), 1)
        case .triangular(let mode): Self.triangularBelow(1 - point, mode: 1 - mode)
        case .exponential: naturalExponential(-max(point, 0))
        case .normal: established { () throws(GSLError) in try normalProbability(above: point) }
        case .lognormal(let sigma):
            point <= 0 ? 1 : StandardLaw.normal.above(naturalLogarithm(point) / sigma)
        case .weibull(let shape): naturalExponential(-power(max(point, 0), shape))
        case .tabulated(let law): law.above(point)
        case .geometric(let chance):
            point < 0
                ? 1
                : naturalExponential((point.rounded(.down) + 1) * logarithmOfOnePlus(-chance))
        case .bernoulli(let chance): point < 0 ? 1 : point < 1 ? chance : 0
        case .steps(let law): law.above(point)
        case .mixture(let weights, let components):
            zip(weights, components).reduce(0) { $0 + $1.0 * $1.1.above(point) }
        case .conditioned(let law): law.above(point)
        case .clamped(let base, let range):
            point >= range.upperBound ? 0 : point < range.lowerBound ? 1 : base.above(point)
        }
    }

    /// The probability of a value inside a range, ends included.
    func probability(in range: ClosedRange<Double>) -> Double {
        if case .mixture(let weights, let components) = self {
            return zip(weights, components).reduce(0) { sum, part in
                sum + part.0 * part.1.law.probability(in: part.1.standardRange(range))
            }
        }
        let below = self.below(range.lowerBound)
        let above = self.above(range.upperBound)
        if below > 0.5 {
            return max(atLeast(range.lowerBound) - above, 0)
        }
        if above > 0.5 {
            return max(atMost(range.upperBound) - below, 0)
        }
        return max(1 - below - above, 0)
    }

    /// The probability of a value of at most a point, with its digits where the law has no single values.
    private func atMost(_ point: Double) -> Double {
        switch self {
        case .geometric: below(point.nextUp)
        default: isDiscrete ? 1 - above(point) : below(point)
        }
    }

    /// The probability of a value of at least a point.
    private func atLeast(_ point: Double) -> Double {
        switch self {
        case .geometric: above(point.nextDown)
        default: isDiscrete ? 1 - below(point) : above(point)
        }
    }

    private static func triangularBelow(_ point: Double, mode: Double) -> Double {
        if point <= 0 { return 0 }
        if point >= 1 { return 1 }
        return point <= mode ? point * point / mode : 1 - (1 - point) * (1 - point) / (1 - mode)
    }
}
