import GSLFunctions
import Testing

@Test(arguments: [-0.1, 1.1, .nan, .infinity])
func `a probability outside 0 to 1 is refused and the process lives on`(probability: Double) {
    #expect(throws: GSLError.self) { try normalQuantile(probability) }
    #expect(throws: GSLError.self) { try studentQuantile(probability, degreesOfFreedom: 4) }
    #expect(throws: GSLError.self) { try chiSquareQuantile(probability, degreesOfFreedom: 4) }
    #expect(throws: GSLError.self) { try gammaQuantile(probability, shape: 1, scale: 1) }
    #expect(throws: GSLError.self) { try betaQuantile(probability, alpha: 1, beta: 1) }
    #expect(throws: GSLError.self) { try binomialProbability(atMost: 1, trials: 2, chance: probability) }
}

@Test(arguments: [0, -1, .nan, .infinity])
func `a parameter that is not finite and positive is refused`(parameter: Double) {
    #expect(throws: GSLError.self) { try studentQuantile(0.5, degreesOfFreedom: parameter) }
    #expect(throws: GSLError.self) { try chiSquareProbability(above: 1, degreesOfFreedom: parameter) }
    #expect(throws: GSLError.self) { try gammaQuantile(0.5, shape: parameter, scale: 1) }
    #expect(throws: GSLError.self) { try gammaDensity(at: 1, shape: 1, scale: parameter) }
    #expect(throws: GSLError.self) { try betaQuantile(0.5, alpha: parameter, beta: 1) }
    #expect(throws: GSLError.self) { try betaProbability(below: 0.5, alpha: 1, beta: parameter) }
}

@Test func `an error names the argument, what was found and what was expected`() {
    let expected = GSLError.argument(
        function: "normalQuantile",
        name: "probability",
        found: 2,
        expected: "a number inside 0 to 1"
    )
    #expect(throws: expected) { try normalQuantile(2) }
    #expect(expected.description == "normalQuantile: probability is 2.0, expected a number inside 0 to 1")
}

@Test func `a bracket without a change of sign is refused`() {
    #expect(throws: GSLError.self) { try root(of: { $0 * $0 + 1 }, in: -1...1, tolerance: 1e-9) }
}

@Test func `an error inside the function under search reaches the caller`() {
    let failing: (Double) throws(GSLError) -> Double = { point throws(GSLError) in
        if abs(point) < 0.9 { throw .noValue(function: "test") }
        return point
    }
    #expect(throws: GSLError.noValue(function: "test")) { try root(of: failing, in: -1...1, tolerance: 1e-9) }
}
