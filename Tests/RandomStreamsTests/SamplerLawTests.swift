// Every continuous sampler against a distribution function that does not come from the sampler.
import Foundation
import GSLFunctions
import RandomStreams
import Testing

/// A sampler and what its law says, from closed forms or GSL.
struct LawCase: Sendable, CustomTestStringConvertible {
    let name: String
    let sampler: Sampler
    let mean: Double
    let variance: Double
    let below: @Sendable (Double) throws -> Double

    var testDescription: String { name }

    init(
        _ name: String,
        _ sampler: Sampler,
        mean: Double,
        variance: Double,
        below: @escaping @Sendable (Double) throws -> Double
    ) {
        self.name = name
        self.sampler = sampler
        self.mean = mean
        self.variance = variance
        self.below = below
    }
}

/// Draws of one sampler for entities 0, 1, 2, … in a fixed place of the random numbers.
func draws(_ sampler: Sampler, count: Int, seed: UInt64 = 2_026) -> [Double] {
    let bank = SamplerBank([sampler])
    let key = StreamKey(seed: seed, purpose: "test", type: "sampler")
    return (0..<count).map { entity in
        let stream = RandomStream(
            key: key,
            occurrence: Occurrence(),
            entity: UInt32(entity),
            replication: 0
        )
        return bank.draw(0, stream)
    }
}

private func gammaCase(shape: Double, mean: Double) throws -> LawCase {
    LawCase(
        "gamma of shape \(shape)",
        try .gamma(shape: shape, mean: mean),
        mean: mean,
        variance: mean * mean / shape
    ) {
        try gammaProbability(below: $0, shape: shape, scale: mean / shape)
    }
}

private func betaCase(_ alpha: Double, _ beta: Double, low: Double, high: Double) throws -> LawCase {
    let sum = alpha + beta
    return LawCase(
        "beta of shapes \(alpha) and \(beta)",
        try .beta(alpha: alpha, beta: beta, low: low, high: high),
        mean: low + (high - low) * alpha / sum,
        variance: (high - low) * (high - low) * alpha * beta / (sum * sum * (sum + 1))
    ) {
        try betaProbability(below: ($0 - low) / (high - low), alpha: alpha, beta: beta)
    }
}

private func lognormalBelow(median: Double, sigma: Double) -> @Sendable (Double) throws -> Double {
    { try normalProbability(below: Foundation.log($0 / median) / sigma) }
}

/// Mean and variance of gamma, beta, lognormal, triangular and Weibull laws: Johnson, Kotz and Balakrishnan.
private func continuousCases() throws -> [LawCase] {
    let sigma = Foundation.log(1 + 0.64).squareRoot()
    return [
        LawCase("uniform", try .uniform(low: -2, high: 5), mean: 1.5, variance: 49.0 / 12) { ($0 + 2) / 7 },
        LawCase(
            "triangular",
            try .triangular(low: 2, mode: 3, high: 6),
            mean: 11.0 / 3,
            variance: (4 + 9 + 36 - 6 - 12 - 18) / 18.0
        ) { $0 < 3 ? ($0 - 2) * ($0 - 2) / 4 : 1 - (6 - $0) * (6 - $0) / 12 },
        // PERT 10, 15, 40 is beta(5/3, 13/3) on 10...40 (Malcolm and others 1959, with lambda 4).
        LawCase(
            "pert",
            try .pert(low: 10, mode: 15, high: 40),
            mean: 110.0 / 6,
            variance: 900 * (5.0 / 18) * (13.0 / 18) / 7
        ) { try betaProbability(below: ($0 - 10) / 30, alpha: 5.0 / 3, beta: 13.0 / 3) },
        LawCase("exponential", try .exponential(mean: 7), mean: 7, variance: 49) {
            1 - Foundation.exp(-$0 / 7)
        },
        LawCase("erlang", try .erlang(stages: 3, mean: 6), mean: 6, variance: 12) {
            1 - Foundation.exp(-$0 / 2) * (1 + $0 / 2 + $0 * $0 / 8)
        },
        try gammaCase(shape: 0.3, mean: 2),
        try gammaCase(shape: 1, mean: 0.5),
        try gammaCase(shape: 2.5, mean: 30),
        try gammaCase(shape: 400, mean: 1),
        LawCase(
            "weibull by mean",
            try .weibull(shape: 2, mean: 3),
            mean: 3,
            variance: 9 * (4 / Double.pi - 1)
        ) { 1 - Foundation.exp(-Double.pi / 36 * $0 * $0) },
        LawCase("weibull by scale", try .weibull(shape: 0.5, scale: 2), mean: 4, variance: 80) {
            1 - Foundation.exp(-($0 / 2).squareRoot())
        },
        LawCase(
            "lognormal by mean and coefficient of variation",
            try .lognormal(mean: 20, coefficientOfVariation: 0.8),
            mean: 20,
            variance: 256,
            below: lognormalBelow(median: 20 / 1.64.squareRoot(), sigma: sigma)
        ),
        LawCase(
            "lognormal by mean and standard deviation",
            try .lognormal(mean: 20, standardDeviation: 16),
            mean: 20,
            variance: 256,
            below: lognormalBelow(median: 20 / 1.64.squareRoot(), sigma: sigma)
        ),
        LawCase(
            "lognormal by median",
            try .lognormal(median: 5, sigma: 0.4),
            mean: 5 * Foundation.exp(0.08),
            variance: 25 * Foundation.exp(0.16) * (Foundation.exp(0.16) - 1),
            below: lognormalBelow(median: 5, sigma: 0.4)
        ),
        try betaCase(2, 3, low: 0, high: 1),
        try betaCase(0.5, 0.5, low: -1, high: 1),
        try betaCase(30, 0.3, low: 5, high: 6),
        LawCase("normal", try .normal(mean: -3, standardDeviation: 4), mean: -3, variance: 16) {
            try normalProbability(below: ($0 + 3) / 4)
        },
        LawCase(
            "affine, turned",
            try .exponential(mean: 2).affine(scale: -3, shift: 1),
            mean: -5,
            variance: 36
        ) { Foundation.exp(($0 - 1) / 6) },
        LawCase(
            "mixture",
            try .mixture(
                weights: [1, 3],
                components: [.exponential(mean: 2), .uniform(low: 1, high: 2)]
            ),
            mean: 13.0 / 8,
            variance: (8.0 + 3 * 7.0 / 3) / 4 - 169.0 / 64
        ) { 0.25 * (1 - Foundation.exp(-$0 / 2)) + 0.75 * min(max($0 - 1, 0), 1) },
        // Without memory: 1 plus an exponential.
        LawCase(
            "exponential conditioned from below",
            try .exponential(mean: 2).conditioned(to: 1...Double.infinity),
            mean: 3,
            variance: 4
        ) { 1 - Foundation.exp(-($0 - 1) / 2) },
        // The half-normal law: mean √(2/π), variance 1 - 2/π.
        LawCase(
            "normal conditioned to 0 and above",
            try .normal(mean: 0, standardDeviation: 1).conditioned(to: 0...Double.infinity),
            mean: (2 / Double.pi).squareRoot(),
            variance: 1 - 2 / Double.pi
        ) { try 2 * normalProbability(below: $0) - 1 },
        LawCase(
            "mixture conditioned",
            try .mixture(
                weights: [1, 1],
                components: [.uniform(low: 0, high: 1), .uniform(low: 0, high: 4)]
            ).conditioned(to: 0...2),
            // Weights 2/3 on 0...1 and 1/3 on 0...2.
            mean: 2.0 / 3,
            variance: (2.0 / 3) * (1.0 / 3) + (1.0 / 3) * (4.0 / 3) - 4.0 / 9
        ) { 2.0 / 3 * min($0, 1) + 1.0 / 3 * $0 / 2 },
    ]
}

@Suite struct SamplerLawTests {
    @Test(arguments: try continuousCases())
    func `a continuous sampler follows its law`(law: LawCase) throws {
        let values = draws(law.sampler, count: 100_000)
        // At 1e-6 each; the distance noticed is 0.0085, the deviation of a mean 1.6 % of the standard deviation.
        #expect(try kolmogorovDistance(values, law.below) < 2.694)
        let moments = SampleMoments(values)
        #expect(moments.meanDeviation(from: law.mean, variance: law.variance) < 5)
        #expect(moments.varianceDeviation(from: law.variance) < 5)
        #expect(values.allSatisfy { $0 >= law.sampler.minimum && $0 <= law.sampler.maximum })
    }

    @Test(arguments: try continuousCases())
    func `a sampler knows its mean, variance and distribution`(law: LawCase) throws {
        #expect(abs(law.sampler.mean - law.mean) <= 1e-9 * (abs(law.mean) + law.variance.squareRoot()))
        #expect(abs(law.sampler.variance - law.variance) <= 1e-9 * law.variance)
        for place in [-1.5, -0.5, 0, 0.5, 2] {
            let bound = law.mean + place * law.variance.squareRoot()
            guard bound > law.sampler.minimum && bound < law.sampler.maximum else { continue }
            #expect(abs(law.sampler.probability(atMost: bound) - (try law.below(bound))) < 1e-12)
        }
    }

    @Test(arguments: try continuousCases())
    func `a value's probability gives the value back`(law: LawCase) throws {
        let bank = SamplerBank([law.sampler])
        for probability in [1e-6, 0.01, 0.2, 0.5, 0.7, 0.95, 0.999] {
            guard let value = law.sampler.quantile(probability) else { continue }
            // A value's rounding may be worth more than the tolerance, as next to the end of a beta law.
            let rounding = try law.below(value + 2 * value.ulp) - law.below(value - 2 * value.ulp)
            #expect(abs(try law.below(value) - probability) < 1e-12 * max(probability, 1e-3) + rounding)
            let drawn = try #require(bank.value(0, at: probability))
            let turned = try #require(
                law.name == "affine, turned" ? law.sampler.quantile(1 - probability) : value
            )
            #expect(abs(drawn - turned) <= 1e-9 * (abs(turned) + law.variance.squareRoot()))
        }
    }

    @Test(arguments: try continuousCases())
    func `a value never falls as its uniform number rises`(law: LawCase) throws {
        let bank = SamplerBank([law.sampler])
        var previous = bank.value(0, at: 0x1p-53)
        let direction = law.name == "affine, turned" ? -1.0 : 1.0
        for step in 1..<100_000 {
            guard let last = previous, let value = bank.value(0, at: Double(step) / 100_000) else { return }
            // Pieces of a table meet within two roundings.
            #expect(direction * (value - last) >= -2 * last.ulp)
            previous = value
        }
    }

    @Test func `a constant is always its value`() throws {
        #expect(Set(draws(try .constant(3.5), count: 100)) == [3.5])
    }

    @Test func `a bank makes a variate of the first words of its stream`() throws {
        let bank = SamplerBank([
            try .uniform(low: 0, high: 1), try .exponential(mean: 1),
            try .normal(mean: 0, standardDeviation: 1),
            try .mixture(weights: [1, 1], components: [.exponential(mean: 1), .exponential(mean: 1)]),
        ])
        let key = StreamKey(seed: 6, purpose: "service@desk", type: "A")
        // Enough entities for some to leave the sure part of a ziggurat's layer.
        for entity: UInt32 in 0..<2000 {
            let open = RandomStream(key: key, occurrence: Occurrence(), entity: entity, replication: 3)
            var streams = [open, open, open, open]
            #expect(bank.draw(0, open) == streams[0].uniform())
            #expect(bank.draw(1, open) == streams[1].exponential())
            #expect(bank.draw(2, open) == streams[2].normal())
            _ = streams[3].uniform()
            #expect(bank.draw(3, open) == streams[3].exponential())
        }
    }
}
