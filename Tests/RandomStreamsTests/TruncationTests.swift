import GSLFunctions
import RandomStreams
import Testing

@Test func `a conditioned sampler agrees with its law renormalised`() throws {
    let whole = try Sampler.gamma(shape: 2.5, mean: 10)
    let part = try whole.conditioned(to: 4...15)
    let mass = whole.probability(atMost: 15) - whole.probability(atMost: 4)
    let values = draws(part, count: 100_000)
    #expect(part.minimum == 4 && part.maximum == 15)
    #expect(values.allSatisfy { $0 >= 4 && $0 <= 15 })
    #expect(
        try kolmogorovDistance(values) {
            (try gammaProbability(below: $0, shape: 2.5, scale: 4)
                - (try gammaProbability(below: 4, shape: 2.5, scale: 4))) / mass
        } < 2.694
    )
    let moments = SampleMoments(values)
    #expect(moments.meanDeviation(from: part.mean, variance: part.variance) < 5)
    #expect(moments.varianceDeviation(from: part.variance) < 5)
    // E[X; 4 < X < 15] of a gamma law is mean × probability of the shape one higher (integration by parts).
    let higher =
        try gammaProbability(below: 15, shape: 3.5, scale: 4)
        - gammaProbability(below: 4, shape: 3.5, scale: 4)
    #expect(abs(part.mean - 10 * higher / mass) < 1e-9)
}

@Test func `conditioning far in a tail keeps its digits`() throws {
    let part = try Sampler.normal(mean: 0, standardDeviation: 1).conditioned(to: 10...11)
    // Inverse Mills ratio at 10, less the part beyond 11 (below 1e-4 of it), by the density over the tail.
    #expect(part.mean > 10.09 && part.mean < 10.1)
    let values = draws(part, count: 20_000)
    #expect(values.allSatisfy { $0 >= 10 && $0 <= 11 })
    let above = try normalProbability(above: 10)
    #expect(
        try kolmogorovDistance(values) {
            (above - (try normalProbability(above: $0))) / (above - (try normalProbability(above: 11)))
        } < 2.694
    )
}

@Test func `a clamped sampler moves what lies outside to the nearer end`() throws {
    let clamped = try Sampler.normal(mean: 1, standardDeviation: 1).clamped(to: 0...2)
    let whole = draws(try .normal(mean: 1, standardDeviation: 1), count: 50_000)
    let values = draws(clamped, count: 50_000)
    #expect(values == whole.map { min(max($0, 0), 2) })
    #expect(abs(clamped.mean - 1) < 1e-12)
    #expect(SampleMoments(values).varianceDeviation(from: clamped.variance) < 5)
    #expect(clamped.probability(atMost: 0) > 0.158 && clamped.probability(atMost: 2) == 1)
    // E[min(Z², 1)] = P(|Z| < 1) - 2 φ(1) + P(|Z| > 1) by parts, with φ(1) = 0.24197072451914337.
    #expect(abs(clamped.variance - (1 - 2 * 0.24197072451914337)) < 1e-9)
}

@Test func `clamping twice clamps to both ranges in turn`() throws {
    let twice = try Sampler.uniform(low: 0, high: 10).clamped(to: 2...8).clamped(to: 4...20)
    #expect(twice.minimum == 4 && twice.maximum == 8)
    let beyond = try Sampler.uniform(low: 0, high: 10).clamped(to: 2...3).clamped(to: 5...6)
    #expect(Set(draws(beyond, count: 100)) == [5])
}

@Test func `a turned sampler is truncated in its own units`() throws {
    let turned = try Sampler.exponential(mean: 2).affine(scale: -1, shift: 10)
    let part = try turned.conditioned(to: 5...9)
    #expect(part.minimum == 5 && part.maximum == 9)
    #expect(draws(part, count: 10_000).allSatisfy { $0 >= 5 && $0 <= 9 })
    #expect(draws(try turned.clamped(to: 5...9), count: 10_000).contains(9))
}

@Test func `a mixture is clamped in each component`() throws {
    let mixture = try Sampler.mixture(
        weights: [1, 1],
        components: [.constant(1), .uniform(low: 0, high: 10)]
    ).clamped(to: 0...5)
    #expect(mixture.maximum == 5)
    // (1 + (5/2 + 5) / 2) / 2.
    #expect(abs(mixture.mean - 2.375) < 1e-9)
    #expect(draws(mixture, count: 10_000).allSatisfy { $0 <= 5 })
}

@Test func `a range without probability is refused with the range that has some`() throws {
    let expected = SamplerError(
        law: "conditioned",
        parameter: "range",
        found: "5.0 to 6.0, which has no probability",
        expected: "a range that meets 0.0 to 4.0"
    )
    let uniform = try Sampler.uniform(low: 0, high: 4)
    #expect(throws: expected) { try uniform.conditioned(to: 5...6) }
    #expect(throws: SamplerError.self) { try Sampler.constant(3).conditioned(to: 4...5) }
    #expect(throws: SamplerError.self) { try Sampler.geometric(mean: 2).conditioned(to: 1.2...1.8) }
    #expect(throws: SamplerError.self) { try uniform.clamped(to: 0...1).conditioned(to: 0...1) }
    #expect(throws: SamplerError.self) {
        try Sampler.mixture(weights: [1], components: [uniform.clamped(to: 0...1)]).conditioned(to: 0...1)
    }
    #expect(throws: SamplerError.self) { try uniform.clamped(to: Double.infinity...Double.infinity) }
}

@Test func `a range that holds every value leaves the moments as they are`() throws {
    let everything = -Double.infinity...Double.infinity
    let samplers = [
        try Sampler.exponential(mean: 3), try .normal(mean: 2, standardDeviation: 3),
        try .lognormal(median: 1, sigma: 3), try .gamma(shape: 0.05, mean: 1), try .gamma(shape: 50, mean: 1),
        try .weibull(shape: 0.2, mean: 1), try .beta(alpha: 0.3, beta: 2, low: 1, high: 2),
        try .triangular(low: 0, mode: 1, high: 3), try .geometric(mean: 5),
    ]
    for sampler in samplers {
        let part = try sampler.conditioned(to: everything)
        let spread = sampler.variance.squareRoot()
        #expect(abs(part.mean - sampler.mean) < 1e-9 * spread, "\(sampler)")
        #expect(abs(part.variance - sampler.variance) < 1e-9 * sampler.variance, "\(sampler)")
    }
}
