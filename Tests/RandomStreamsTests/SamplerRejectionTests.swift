import RandomStreams
import Testing

private let bad: [Double] = [0, -1, .nan, .infinity]

@Test(arguments: bad)
func `a mean, shape or spread that is not finite and positive is refused`(number: Double) {
    #expect(throws: SamplerError.self) { try Sampler.exponential(mean: number) }
    #expect(throws: SamplerError.self) { try Sampler.erlang(stages: 2, mean: number) }
    #expect(throws: SamplerError.self) { try Sampler.gamma(shape: number, mean: 1) }
    #expect(throws: SamplerError.self) { try Sampler.gamma(shape: 1, mean: number) }
    #expect(throws: SamplerError.self) { try Sampler.weibull(shape: number, mean: 1) }
    #expect(throws: SamplerError.self) { try Sampler.weibull(shape: 1, scale: number) }
    #expect(throws: SamplerError.self) { try Sampler.lognormal(mean: number, coefficientOfVariation: 1) }
    #expect(throws: SamplerError.self) { try Sampler.lognormal(mean: 1, coefficientOfVariation: number) }
    #expect(throws: SamplerError.self) { try Sampler.lognormal(mean: 1, standardDeviation: number) }
    #expect(throws: SamplerError.self) { try Sampler.lognormal(median: 1, sigma: number) }
    #expect(throws: SamplerError.self) { try Sampler.beta(alpha: number, beta: 1, low: 0, high: 1) }
    #expect(throws: SamplerError.self) { try Sampler.beta(alpha: 1, beta: number, low: 0, high: 1) }
    #expect(throws: SamplerError.self) { try Sampler.normal(mean: 0, standardDeviation: number) }
    #expect(throws: SamplerError.self) { try Sampler.poisson(mean: number) }
    #expect(throws: SamplerError.self) { try Sampler.uniform(low: 0, high: number) }
    #expect(throws: SamplerError.self) { try Sampler.triangular(low: 0, mode: 0, high: number) }
}

@Test func `values outside their range are refused`() throws {
    #expect(throws: SamplerError.self) { try Sampler.constant(.nan) }
    #expect(throws: SamplerError.self) { try Sampler.erlang(stages: 0, mean: 1) }
    #expect(throws: SamplerError.self) { try Sampler.pert(low: 0, mode: 5, high: 4) }
    #expect(throws: SamplerError.self) { try Sampler.triangular(low: 1, mode: 0.5, high: 4) }
    #expect(throws: SamplerError.self) { try Sampler.geometric(mean: -0.1) }
    #expect(throws: SamplerError.self) { try Sampler.bernoulli(chance: 1.01) }
    #expect(throws: SamplerError.self) { try Sampler.exponential(mean: 1).affine(scale: 0, shift: 1) }
    #expect(throws: SamplerError.self) { try Sampler.exponential(mean: 1).affine(scale: 1, shift: .nan) }
    let huge = try Sampler.exponential(mean: 1e300)
    #expect(throws: SamplerError.self) { try huge.affine(scale: 1e300, shift: 0) }
}

@Test func `lists of values and weights must match and weigh something`() {
    #expect(throws: SamplerError.self) { try Sampler.categorical(values: [], weights: []) }
    #expect(throws: SamplerError.self) { try Sampler.categorical(values: [1, 2], weights: [1]) }
    #expect(throws: SamplerError.self) { try Sampler.categorical(values: [1, 2], weights: [0, 0]) }
    #expect(throws: SamplerError.self) { try Sampler.categorical(values: [1, 2], weights: [2, -1]) }
    #expect(throws: SamplerError.self) { try Sampler.categorical(values: [1, .nan], weights: [1, 1]) }
    #expect(throws: SamplerError.self) { try Sampler.empirical(values: []) }
    #expect(throws: SamplerError.self) { try Sampler.mixture(weights: [1], components: []) }
}

@Test func `an error says what was found and what was expected`() {
    #expect(
        throws: SamplerError(
            law: "gamma",
            parameter: "shape",
            found: "-1.0",
            expected: "a number from 0.05 to 10000.0"
        )
    ) { try Sampler.gamma(shape: -1, mean: 1) }
    let error = SamplerError(law: "a", parameter: "b", found: "c", expected: "d")
    #expect(error.description == "a: b is c, expected d")
}

@Test func `an index outside the bank stops the process`() async {
    await #expect(processExitsWith: .failure) {
        _ = SamplerBank([]).value(0, at: 0.5)
    }
}

@Test func `a bank gives the same draws to many readers at once`() async throws {
    let bank = SamplerBank([
        try .gamma(shape: 2.5, mean: 3), try .lognormal(mean: 1, coefficientOfVariation: 2),
        try .mixture(weights: [1, 2], components: [.exponential(mean: 1), .poisson(mean: 4)]),
    ])
    let key = StreamKey(seed: 4, purpose: "service@desk", type: "A")
    @Sendable func sum(_ sampler: Int) -> Double {
        (0..<50_000).reduce(0) { sum, entity in
            let stream = RandomStream(
                key: key,
                occurrence: Occurrence(),
                entity: UInt32(entity),
                replication: 0
            )
            return sum + bank.draw(sampler, stream)
        }
    }
    let alone = (0..<3).map(sum)
    let together = await withTaskGroup(of: (Int, Double).self) { group in
        for task in 0..<12 {
            group.addTask { (task % 3, sum(task % 3)) }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0.1 == alone[$0.0] })
}
