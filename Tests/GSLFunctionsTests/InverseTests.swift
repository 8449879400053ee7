import GSLFunctions
import Testing

/// The greatest relative error of a probability taken back from its quantile, in the smaller tail.
private func greatestError(
    quantile: (Double) throws -> Double,
    below: (Double) throws -> Double,
    above: (Double) throws -> Double
) throws -> Double {
    try (0..<5000).map { index in
        let probability = (Double(index) + 0.5) / 5000
        let point = try quantile(probability)
        return probability < 0.5
            ? abs(try below(point) - probability) / probability
            : abs(try above(point) - (1 - probability)) / (1 - probability)
    }.max() ?? .infinity
}

@Test(arguments: [0.05, 0.1, 0.3, 1, 2.5, 100, 1000, 5000])
func `gamma quantiles invert the probability where the library alone does not`(shape: Double) throws {
    let error = try greatestError(
        quantile: { try gammaQuantile($0, shape: shape, scale: 1) },
        below: { try gammaProbability(below: $0, shape: shape, scale: 1) },
        above: { try gammaProbability(above: $0, shape: shape, scale: 1) }
    )
    // The distribution function itself is rougher at large shapes.
    #expect(error < (shape < 50 ? 1e-12 : 1e-9))
}

@Test(arguments: [(0.05, 0.05), (0.5, 0.5), (2, 3), (0.3, 30), (30, 0.3), (1000, 500)])
func `beta quantiles invert the probability where the library alone does not`(
    alpha: Double,
    beta: Double
) throws {
    for probability in stride(from: 0.0001, to: 0.5, by: 0.0001) {
        let point = try betaQuantile(probability, alpha: alpha, beta: beta)
        let mirrored = try betaQuantile(upperTail: probability, alpha: beta, beta: alpha)
        let below = try betaProbability(below: point, alpha: alpha, beta: beta)
        // One rounding of a point next to 1 may be worth more than the tolerance.
        let rounding = point.ulp * (try betaDensity(at: point, alpha: alpha, beta: beta))
        #expect(abs(below - probability) < 1e-11 * probability + rounding)
        #expect(mirrored == 1 - point)
    }
}

@Test func `quantiles reach the ends of the support`() throws {
    #expect(try gammaQuantile(0, shape: 2, scale: 1) == 0)
    #expect(try gammaQuantile(upperTail: 1, shape: 2, scale: 1) == 0)
    #expect(try betaQuantile(0, alpha: 2, beta: 3) == 0)
    #expect(try betaQuantile(1, alpha: 2, beta: 3) == 1)
    #expect(try betaQuantile(upperTail: 0, alpha: 2, beta: 3) == 1)
}

@Test func `an upper tail keeps its digits far out`() throws {
    let point = try gammaQuantile(upperTail: 1e-200, shape: 1, scale: 1)
    #expect(abs(point - 460.51701859880916) < 1e-10)
    #expect(abs(try normalQuantile(upperTail: 1e-20) - 9.262340089798408) < 1e-12)
}
