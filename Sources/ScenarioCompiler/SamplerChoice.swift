public import RandomStreams
public import ScenarioModel

/// Makes samplers out of laws as a planner writes them.
public enum SamplerChoice {
    /// The sampler of a law, in the law's own unit.
    ///
    /// - Throws: `CompilationError` when the parameters are impossible.
    public static func sampler(for law: Distribution) throws(CompilationError) -> Sampler {
        do {
            return try translate(law)
        } catch {
            throw CompilationError(
                english: "impossible law of chance: \(error)",
                russian: "невозможный закон распределения: \(error)"
            )
        }
    }

    private static func translate(_ law: Distribution) throws(SamplerError) -> Sampler {
        switch law {
        case .constant(let value): try .constant(value)
        case .uniform(let low, let high): try .uniform(low: low, high: high)
        case .triangular(let low, let mode, let high): try .triangular(low: low, mode: mode, high: high)
        case .pert(let low, let mode, let high): try .pert(low: low, mode: mode, high: high)
        case .exponential(let mean): try .exponential(mean: mean)
        case .erlang(let stages, let mean): try .erlang(stages: stages, mean: mean)
        case .gamma(let shape, let mean): try .gamma(shape: shape, mean: mean)
        case .weibull(let shape, let mean): try .weibull(shape: shape, mean: mean)
        case .lognormal(let mean, let cv): try .lognormal(mean: mean, coefficientOfVariation: cv)
        case .lognormalByMedian(let median, let sigma): try .lognormal(median: median, sigma: sigma)
        case .beta(let alpha, let beta, let low, let high):
            try .beta(alpha: alpha, beta: beta, low: low, high: high)
        case .normal(let mean, let deviation): try .normal(mean: mean, standardDeviation: deviation)
        default: try translateCompound(law)
        }
    }

    private static func translateCompound(_ law: Distribution) throws(SamplerError) -> Sampler {
        switch law {
        case .poisson(let mean): return try .poisson(mean: mean)
        case .geometric(let mean): return try .geometric(mean: mean)
        case .bernoulli(let chance): return try .bernoulli(chance: chance)
        case .categorical(let categories):
            return try .categorical(values: categories.map(\.value), weights: categories.map(\.weight))
        case .empirical(let values): return try .empirical(values: values)
        case .mixture(let components):
            var parts: [Sampler] = []
            for component in components { parts.append(try translate(component.law)) }
            return try .mixture(weights: components.map(\.weight), components: parts)
        case .truncated(let inner, let low, let high, let manner):
            let sampler = try translate(inner)
            let range = (low ?? -.infinity)...(high ?? .infinity)
            switch manner {
            case .conditioned: return try sampler.conditioned(to: range)
            case .clamped: return try sampler.clamped(to: range)
            }
        case .affine(let inner, let scale, let shift):
            return try translate(inner).affine(scale: scale, shift: shift)
        case .constant, .uniform, .triangular, .pert, .exponential, .erlang, .gamma, .weibull, .lognormal,
            .lognormalByMedian, .beta, .normal:
            return try translate(law)
        }
    }
}
