extension Sampler {
    /// The same law, given that the value lies in `range`, drawn by conditioning the uniform number.
    ///
    /// A bound may be infinite. Exponential, normal and lognormal laws are drawn by inversion from then on. The
    /// components of a mixture are conditioned each, with weights in proportion to their probability inside.
    ///
    /// - Throws: `SamplerError` when the range has no probability, or the law is clamped.
    public func conditioned(to range: ClosedRange<Double>) throws(SamplerError) -> Sampler {
        if law.isClamped {
            throw SamplerError(
                law: "conditioned",
                parameter: "law",
                found: "clamped",
                expected: "a law that is not clamped; condition first and clamp then"
            )
        }
        guard let conditioned = law.conditioned(to: standardRange(range)) else {
            throw SamplerError(
                law: "conditioned",
                parameter: "range",
                found: "\(range.lowerBound) to \(range.upperBound), which has no probability",
                expected: "a range that meets \(minimum) to \(maximum)"
            )
        }
        return Sampler(conditioned, location: location, scale: scale)
    }

    /// The same law, with a value outside `range` moved to its nearer end.
    ///
    /// A bound may be infinite.
    ///
    /// - Throws: `SamplerError` when no finite value can result.
    public func clamped(to range: ClosedRange<Double>) throws(SamplerError) -> Sampler {
        if range.lowerBound == .infinity || range.upperBound == -.infinity {
            throw SamplerError(
                law: "clamped",
                parameter: "range",
                found: "\(range.lowerBound) to \(range.upperBound)",
                expected: "a range that holds a finite number"
            )
        }
        return Sampler(law.clamped(to: standardRange(range)), location: location, scale: scale)
    }
}

extension StandardLaw {
    /// Whether values are clamped, in a component of a mixture at least.
    var isClamped: Bool {
        switch self {
        case .clamped: true
        case .mixture(_, let components): components.contains { $0.law.isClamped }
        default: false
        }
    }

    /// The law given a value in the range; nil when that has no probability, or the law is clamped.
    func conditioned(to range: ClosedRange<Double>) -> StandardLaw? {
        switch self {
        case .constant: range.contains(0) ? self : nil
        case .bernoulli(let chance):
            StepLaw(values: [0, 1], weights: [1 - chance, chance]).filtered(to: range).map(StandardLaw.steps)
        case .steps(let law): law.filtered(to: range).map(StandardLaw.steps)
        case .mixture(let weights, let components):
            Self.conditionedMixture(weights, components, to: range)
        case .conditioned(let law):
            law.range.overlaps(range)
                ? ConditionedLaw(law.base, range: law.range.clamped(to: range)).map(StandardLaw.conditioned)
                : nil
        case .clamped: nil
        default: ConditionedLaw(self, range: range).map(StandardLaw.conditioned)
        }
    }

    func clamped(to range: ClosedRange<Double>) -> StandardLaw {
        switch self {
        case .mixture(let weights, let components):
            .mixture(
                weights: weights,
                components: components.map {
                    Sampler(
                        $0.law.clamped(to: $0.standardRange(range)),
                        location: $0.location,
                        scale: $0.scale
                    )
                }
            )
        case .clamped(let base, let inner):
            .clamped(base, inner.clamped(to: range))
        default: .clamped(self, range)
        }
    }

    private static func conditionedMixture(
        _ weights: [Double],
        _ components: [Sampler],
        to range: ClosedRange<Double>
    ) -> StandardLaw? {
        var keptWeights: [Double] = []
        var kept: [Sampler] = []
        for (weight, component) in zip(weights, components) where weight > 0 {
            let inner = component.standardRange(range)
            guard let law = component.law.conditioned(to: inner) else { continue }
            keptWeights.append(weight * component.law.probability(in: inner))
            kept.append(Sampler(law, location: component.location, scale: component.scale))
        }
        let sum = keptWeights.reduce(0, +)
        return sum > 0 ? .mixture(weights: keptWeights.map { $0 / sum }, components: kept) : nil
    }
}
