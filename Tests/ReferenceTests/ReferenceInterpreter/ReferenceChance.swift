import RandomStreams
import ScenarioModel

/// The draws of one replication, each from the stream of its purpose, class, family and occurrence.
final class ReferenceChance {
    private let seed: UInt64
    private let replication: UInt32
    private var banks: [Distribution: SamplerBank] = [:]

    init(seed: UInt64, replication: UInt32) {
        self.seed = seed
        self.replication = replication
    }

    /// The stream of a purpose for the family of a number in its class.
    func stream(
        _ purpose: String,
        _ familyClass: String,
        _ ordinal: Int,
        _ occurrence: Occurrence = Occurrence()
    ) -> RandomStream {
        RandomStream(
            key: StreamKey(seed: seed, purpose: purpose, type: familyClass),
            occurrence: occurrence,
            entity: UInt32(truncatingIfNeeded: ordinal),
            replication: replication
        )
    }

    /// A value of a law under a purpose.
    func value(
        _ law: Distribution,
        _ purpose: String,
        _ familyClass: String,
        _ ordinal: Int,
        _ occurrence: Occurrence = Occurrence()
    ) -> Double {
        bank(of: law).draw(0, stream(purpose, familyClass, ordinal, occurrence))
    }

    private func bank(of law: Distribution) -> SamplerBank {
        if let known = banks[law] { return known }
        do {
            let bank = SamplerBank([try Self.sampler(law)])
            banks[law] = bank
            return bank
        } catch {
            preconditionFailure("impossible law of chance: \(error)")
        }
    }

    private static func sampler(_ law: Distribution) throws(SamplerError) -> Sampler {
        switch law {
        case .constant(let value): return try .constant(value)
        case .uniform(let low, let high): return try .uniform(low: low, high: high)
        case .triangular(let low, let mode, let high):
            return try .triangular(low: low, mode: mode, high: high)
        case .pert(let low, let mode, let high): return try .pert(low: low, mode: mode, high: high)
        case .exponential(let mean): return try .exponential(mean: mean)
        case .erlang(let stages, let mean): return try .erlang(stages: stages, mean: mean)
        case .gamma(let shape, let mean): return try .gamma(shape: shape, mean: mean)
        case .weibull(let shape, let mean): return try .weibull(shape: shape, mean: mean)
        case .lognormal(let mean, let cv): return try .lognormal(mean: mean, coefficientOfVariation: cv)
        case .lognormalByMedian(let median, let sigma): return try .lognormal(median: median, sigma: sigma)
        case .beta(let alpha, let beta, let low, let high):
            return try .beta(alpha: alpha, beta: beta, low: low, high: high)
        case .normal(let mean, let deviation):
            return try .normal(mean: mean, standardDeviation: deviation)
        default: return try otherSampler(law)
        }
    }

    private static func otherSampler(_ law: Distribution) throws(SamplerError) -> Sampler {
        switch law {
        case .poisson(let mean): return try .poisson(mean: mean)
        case .geometric(let mean): return try .geometric(mean: mean)
        case .bernoulli(let chance): return try .bernoulli(chance: chance)
        case .categorical(let categories):
            return try .categorical(values: categories.map(\.value), weights: categories.map(\.weight))
        case .empirical(let values): return try .empirical(values: values)
        case .mixture(let parts):
            var samplers: [Sampler] = []
            for part in parts { samplers.append(try sampler(part.law)) }
            return try .mixture(weights: parts.map(\.weight), components: samplers)
        case .truncated(let inner, let low, let high, .conditioned):
            return try sampler(inner).conditioned(to: (low ?? -.infinity)...(high ?? .infinity))
        case .truncated(let inner, let low, let high, .clamped):
            return try sampler(inner).clamped(to: (low ?? -.infinity)...(high ?? .infinity))
        case .affine(let inner, let scale, let shift):
            return try sampler(inner).affine(scale: scale, shift: shift)
        default: preconditionFailure("a law without a sampler")
        }
    }
}
