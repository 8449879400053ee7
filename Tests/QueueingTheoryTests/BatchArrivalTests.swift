import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Families that come several at once, and days that are busy by chance, against closed forms; every test states its seed.
struct BatchArrivalTests {
    // Batches of 1 to 4 with equal chance: E(X) = 2.5, E(X²) = 7.5. In the mean ρ(1 + E(X²)/E(X))/2(1 − ρ) families are
    // there. Source: Gross and Harris, Fundamentals of Queueing Theory, M[X]/M/1.
    @Test func `families that come in batches wait as theory says`() async throws {
        let load = 0.7
        let text = """
            scenario: line
            starts: 2024-01-01
            horizon: until all have left
            pools: { clerks: { staff: 1 } }
            families:
              visitors:
                arrivals: { rate: \(load / 2.5) per min, families at once: categorical(1: 1, 2: 1, 3: 1, 4: 1), at most: 500000 }
                route: counter
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: 131)
        let waits = runs.map { compiled.waits(at: "serve clerks", in: $0) }
        let theory = (1 + 7.5 / 2.5) / (2 * (1 - load)) - 1
        let expected = StatisticalExpectation(theory, source: "M[X]/M/1", largestHalfWidth: 0.04)
        let complaint = expected.complaint(
            sums: waits.map { Double($0.sum) / 6e7 },
            counts: waits.map { Double($0.count) }
        )
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    // With a gamma factor of shape 4 and mean 1 a Poisson number of mean m has the mean square m + m² + m²/4; with a factor a day,
    // the factors of ten days make it m + m² + m²/40.
    @Test(arguments: [("run", 4.0, 132), ("day", 40, 133)])
    func `a factor spreads the number of families as theory says`(period: String, shape: Double, seed: UInt64)
        async throws
    {
        let text = """
            scenario: arrivals
            starts: 2024-01-01
            horizon: 10 days
            pools: { clerks: { staff: 1 } }
            families:
              visitors:
                arrivals: { rate: 10 per day, busyness: { factor: gamma(mean 1, shape 4), per: \(period) } }
                route: away
            routes: { away: [ { delay: 1 min } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(20_000, of: compiled, seed: seed)
        let numbers = runs.map { Double($0.classes[0].arrived) }
        let ones = numbers.map { _ in 1.0 }
        let mean = StatisticalExpectation(100, source: "the rate", largestHalfWidth: 0.02).complaint(
            sums: numbers,
            counts: ones
        )
        #expect(mean == nil, "\(mean ?? "")")
        let square = 100 + 10_000 + 10_000 / shape
        let complaint = StatisticalExpectation(square, source: "mixed Poisson", largestHalfWidth: 0.04)
            .complaint(sums: numbers.map { $0 * $0 }, counts: ones)
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
