extension StandardLaw {
    /// Mean and variance: exact where a closed form exists, by quadrature for a conditioned law.
    var moments: Moments {
        switch self {
        case .constant: Moments(mean: 0, variance: 0)
        case .uniform: Moments(mean: 0.5, variance: 1.0 / 12)
        case .triangular(let mode): Moments(mean: (1 + mode) / 3, variance: (1 - mode + mode * mode) / 18)
        case .exponential: Moments(mean: 1, variance: 1)
        case .normal: Moments(mean: 0, variance: 1)
        case .lognormal(let sigma):
            Moments(
                mean: naturalExponential(sigma * sigma / 2),
                variance: exponentialMinusOne(sigma * sigma) * naturalExponential(sigma * sigma)
            )
        case .weibull(let shape): Self.weibullMoments(shape)
        case .tabulated(.gamma(let shape)): Moments(mean: shape, variance: shape)
        case .tabulated(.beta(let alpha, let beta)):
            Moments(
                mean: alpha / (alpha + beta),
                variance: alpha / (alpha + beta) * (beta / (alpha + beta)) / (alpha + beta + 1)
            )
        case .geometric(let chance):
            Moments(mean: (1 - chance) / chance, variance: (1 - chance) / chance / chance)
        case .bernoulli(let chance): Moments(mean: chance, variance: chance * (1 - chance))
        case .steps(let law): Moments(mean: law.mean, variance: law.variance)
        case .mixture(let weights, let components):
            Moments(weights: weights, parts: components.map(\.moments))
        case .conditioned(let law): law.moments
        case .clamped(let base, let range): Self.clampedMoments(base, range)
        }
    }

    private static func weibullMoments(_ shape: Double) -> Moments {
        let mean = gammaFunction(1 + 1 / shape)
        return Moments(mean: mean, variance: gammaFunction(1 + 2 / shape) - mean * mean)
    }

    /// Three parts: the values moved to either end, and those between.
    private static func clampedMoments(_ base: StandardLaw, _ range: ClosedRange<Double>) -> Moments {
        let below = base.below(range.lowerBound)
        let above = base.above(range.upperBound)
        var weights: [Double] = []
        var parts: [Moments] = []
        if below > 0 {
            weights.append(below)
            parts.append(Moments(mean: range.lowerBound, variance: 0))
        }
        if above > 0 {
            weights.append(above)
            parts.append(Moments(mean: range.upperBound, variance: 0))
        }
        if let between = base.conditioned(to: range) {
            weights.append(base.probability(in: range))
            parts.append(between.moments)
        }
        return Moments(weights: weights, parts: parts)
    }
}

/// The mean of a law and the variance about it.
struct Moments {
    let mean: Double
    let variance: Double

    init(mean: Double, variance: Double) {
        self.mean = mean
        self.variance = variance
    }

    /// The moments of a mixture; the weights sum to 1.
    init(weights: [Double], parts: [Moments]) {
        let mean = zip(weights, parts).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.0 * $1.1.mean }
        self.mean = mean
        variance = zip(weights, parts).reduce(0) { sum, part in
            let distance = part.1.mean - mean
            return part.0 == 0 ? sum : sum + part.0 * (part.1.variance + distance * distance)
        }
    }
}

extension ConditionedLaw {
    /// Closed for a geometric law, else by quadrature of the inverse (relative error below 1e-9).
    var moments: Moments {
        if case .geometric(let chance) = base {
            return geometricMoments(chance)
        }
        if case .triangular(let mode) = base, range.lowerBound < mode, mode < range.upperBound {
            // The inverse bends at the mode, where a quadrature would lose digits.
            let parts = [range.lowerBound...mode, mode...range.upperBound]
                .compactMap { ConditionedLaw(base, range: $0) }
            return Moments(weights: parts.map { $0.mass / mass }, parts: parts.map(\.moments))
        }
        let mean = QuantileQuadrature.mean { quantile($0, complement: $1) ?? .nan }
        let variance = QuantileQuadrature.mean { probability, complement in
            let distance = (quantile(probability, complement: complement) ?? .nan) - mean
            return distance * distance
        }
        return Moments(mean: mean, variance: variance)
    }

    /// Without memory, the part above the lower end is a geometric law cut at the range's length.
    private func geometricMoments(_ chance: Double) -> Moments {
        let failure = 1 - chance
        let length = range.upperBound - range.lowerBound
        if length <= 100_000 {
            let values = (0...Int(length)).map { Double($0) }
            let law = StepLaw(values: values, weights: values.map { power(failure, $0) })
            return Moments(mean: range.lowerBound + law.mean, variance: law.variance)
        }
        let kept = naturalExponential((length + 1) * logarithmOfOnePlus(-chance))
        let odds = length.isFinite ? kept / (1 - kept) : 0
        let count = length.isFinite ? length + 1 : 0
        return Moments(
            mean: range.lowerBound + failure / chance - count * odds,
            variance: failure / chance / chance - count * count * odds * (1 + odds)
        )
    }
}

/// Integrals of a function of the probability over 0...1, on panels that halve towards both ends.
private enum QuantileQuadrature {
    /// Nodes on -1...1 and weights of the Gauss-Legendre rule of 8 points.
    static let rule = [
        (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
        (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ]

    /// Panels are added until they matter no more; the tails of a heavy law reach down to 2⁻¹⁰⁰⁰.
    static func mean(of function: (_ probability: Double, _ complement: Double) -> Double) -> Double {
        var sum = 0.0
        var magnitude = 0.0
        for binade in 1...1000 {
            let panels = binadePanels(binade, function)
            sum += panels.sum
            magnitude += panels.magnitude
            if binade > 8 && panels.magnitude <= 1e-17 * magnitude { break }
        }
        return sum
    }

    /// The integral over the distances from 2^-(binade + 1) to 2^-binade from either end.
    private static func binadePanels(
        _ binade: Int,
        _ function: (_ probability: Double, _ complement: Double) -> Double
    ) -> (sum: Double, magnitude: Double) {
        let start = Double(sign: .plus, exponent: -binade - 1, significand: 1)
        let half = start / 8
        var sum = 0.0
        var magnitude = 0.0
        for quarter in 0..<4 {
            let centre = start + half * Double(2 * quarter + 1)
            for (node, weight) in rule {
                for tail in [centre - half * node, centre + half * node] {
                    let values = (function(tail, 1 - tail), function(1 - tail, tail))
                    sum += half * weight * (values.0 + values.1)
                    magnitude += half * weight * (abs(values.0) + abs(values.1))
                }
            }
        }
        return (sum, magnitude)
    }
}
