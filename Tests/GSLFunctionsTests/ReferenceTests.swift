// Reference numbers: rows of the project's reference values (mpmath and scipy, computed without GSL).
import GSLFunctions
import Testing

private func agrees(_ found: Double, _ expected: Double, relative: Double) -> Bool {
    abs(found - expected) <= relative * abs(expected)
}

@Test(arguments: [
    (0.9, 1.2815515655446008), (0.95, 1.6448536269514724), (0.975, 1.959963984540054),
    (0.99, 2.3263478740408408), (0.995, 2.5758293035489004), (0.999, 3.0902323061678136),
])
func `normal quantiles and probabilities meet mpmath`(probability: Double, quantile: Double) throws {
    #expect(agrees(try normalQuantile(probability), quantile, relative: 1e-14))
    #expect(agrees(try normalQuantile(1 - probability), -quantile, relative: 1e-13))
    #expect(agrees(try normalQuantile(upperTail: probability), -quantile, relative: 1e-14))
    #expect(agrees(try normalProbability(below: quantile), probability, relative: 1e-14))
    #expect(agrees(try normalProbability(above: -quantile), probability, relative: 1e-14))
}

@Test(arguments: [
    (0.95, 9, 1.833112932656237), (0.975, 1, 12.706204736174694), (0.975, 4, 2.7764451051977934),
    (0.975, 9, 2.262157162798205), (0.975, 19, 2.0930240544083087), (0.975, 99, 1.9842169515864174),
    (0.995, 9, 3.249835541592126), (0.9983333333333333, 9, 3.954218893826723),
])
func `Student quantiles and probabilities meet scipy`(
    probability: Double,
    degreesOfFreedom: Double,
    quantile: Double
) throws {
    let found = try studentQuantile(probability, degreesOfFreedom: degreesOfFreedom)
    let below = try studentProbability(below: quantile, degreesOfFreedom: degreesOfFreedom)
    let above = try studentProbability(above: quantile, degreesOfFreedom: degreesOfFreedom)
    #expect(agrees(found, quantile, relative: 1e-10))
    #expect(agrees(below, probability, relative: 1e-12))
    #expect(agrees(above, 1 - probability, relative: 1e-10))
    #expect(
        agrees(
            try studentQuantile(upperTail: probability, degreesOfFreedom: degreesOfFreedom),
            -quantile,
            relative: 1e-10
        )
    )
}

@Test(arguments: [
    (0.95, 7, 14.067140449340169), (0.05, 19, 10.117013063859044), (0.99, 9, 21.665994333461924),
])
func `chi-square quantiles and probabilities meet scipy`(
    probability: Double,
    degreesOfFreedom: Double,
    quantile: Double
) throws {
    let found = try chiSquareQuantile(probability, degreesOfFreedom: degreesOfFreedom)
    let upper = try chiSquareQuantile(upperTail: 1 - probability, degreesOfFreedom: degreesOfFreedom)
    let above = try chiSquareProbability(above: quantile, degreesOfFreedom: degreesOfFreedom)
    let below = try chiSquareProbability(below: quantile, degreesOfFreedom: degreesOfFreedom)
    #expect(agrees(found, quantile, relative: 1e-10))
    #expect(agrees(upper, quantile, relative: 1e-10))
    #expect(agrees(above, 1 - probability, relative: 1e-10))
    #expect(agrees(below, probability, relative: 1e-10))
}

@Test func `a gamma quantile meets scipy and its probability inverts it`() throws {
    let quantile = try gammaQuantile(0.9, shape: 2.5, scale: 1.7)
    #expect(agrees(quantile, 7.850903364813955, relative: 1e-10))
    #expect(agrees(try gammaProbability(below: quantile, shape: 2.5, scale: 1.7), 0.9, relative: 1e-12))
    #expect(agrees(try gammaProbability(above: quantile, shape: 2.5, scale: 1.7), 0.1, relative: 1e-11))
    #expect(agrees(try gammaQuantile(upperTail: 0.1, shape: 2.5, scale: 1.7), quantile, relative: 1e-10))
}

@Test func `a gamma density of whole shape meets its closed form`() throws {
    // x e^-x at x = 2 for shape 2, scale 1.
    #expect(agrees(try gammaDensity(at: 2, shape: 2, scale: 1), 0.2706705664732254, relative: 1e-13))
    #expect(try gammaDensity(at: 0, shape: 0.5, scale: 1) == .infinity)
    #expect(try gammaDensity(at: -1, shape: 2, scale: 1) == 0)
}

@Test func `beta functions meet the closed forms of Beta(2, 1) and Beta(1, 2)`() throws {
    // Beta(2, 1) has distribution x² and density 2x; Beta(1, 2) mirrors it.
    #expect(agrees(try betaQuantile(0.49, alpha: 2, beta: 1), 0.7, relative: 1e-12))
    #expect(agrees(try betaQuantile(upperTail: 0.51, alpha: 2, beta: 1), 0.7, relative: 1e-12))
    #expect(agrees(try betaProbability(below: 0.3, alpha: 2, beta: 1), 0.09, relative: 1e-12))
    #expect(agrees(try betaProbability(above: 0.3, alpha: 1, beta: 2), 0.49, relative: 1e-12))
    #expect(agrees(try betaDensity(at: 0.3, alpha: 2, beta: 1), 0.6, relative: 1e-12))
}

@Test func `counting laws meet sums done by hand`() throws {
    // (1 + 4 + 6) / 16 for four fair coins; e^-2 (1 + 2 + 2) for a Poisson mean of 2.
    #expect(agrees(try binomialProbability(atMost: 2, trials: 4, chance: 0.5), 0.6875, relative: 1e-13))
    #expect(try binomialProbability(atMost: -1, trials: 4, chance: 0.5) == 0)
    #expect(try binomialProbability(atMost: 4, trials: 4, chance: 0.5) == 1)
    #expect(agrees(try poissonProbability(atMost: 2, mean: 2), 0.6766764161830635, relative: 1e-13))
}

@Test func `a root is found where the function changes sign`() throws {
    let square = try root(of: { $0 * $0 - 2 }, in: 0...2, tolerance: 1e-15)
    #expect(abs(square - 1.4142135623730951) < 1e-14)
    let normal = try root(
        of: { point throws(GSLError) in try normalProbability(below: point) - 0.975 },
        in: 0...5,
        tolerance: 1e-13
    )
    #expect(abs(normal - 1.959963984540054) < 1e-12)
}
