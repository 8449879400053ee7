import Foundation
import SimulationCore
import TestSupport
import Testing

/// Lines in an order of their own against closed forms; every test states its seed.
struct DisciplineTests {
    private static let load = 0.7

    private func waits(_ discipline: String, seed: UInt64) async throws -> [(
        count: Double, sum: Double, squares: Double
    )] {
        let text = """
            scenario: line
            starts: 2024-01-01
            horizon: until all have left
            pools: { clerks: { staff: 1, discipline: \(discipline) } }
            families: { visitors: { arrivals: { rate: \(Self.load) per min, at most: 550000 }, route: counter } }
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: seed)
        return runs.map { run in
            let sums = compiled.waits(at: "serve clerks", in: run)
            return (Double(sums.count), Double(sums.sum) / 6e7, Double(sums.sumOfSquares) / 3.6e15)
        }
    }

    // Who goes first without regard to length changes no mean. The second moment of M/M/1's waits, 2ρ/(1 − ρ)² in
    // order of coming, is 1/(1 − ρ/2) times as great in random order and 1/(1 − ρ) times with the last first.
    // Source: Kingman (1962), On queues in which customers are served in random order; in units of a mean service.
    @Test(arguments: [("fifo", 1, 111), ("random", 1 / (1 - 0.35), 112), ("lifo", 1 / (1 - 0.7), 113)])
    func `the order of service spreads waits as theory says`(discipline: String, factor: Double, seed: UInt64)
        async throws
    {
        let seen = try await waits(discipline, seed: seed)
        let mean = StatisticalExpectation(Self.load / (1 - Self.load), source: "M/M/1")
        let meanComplaint = mean.complaint(sums: seen.map(\.sum), counts: seen.map(\.count))
        #expect(meanComplaint == nil, "\(meanComplaint ?? "")")
        let moment = factor * 2 * Self.load / ((1 - Self.load) * (1 - Self.load))
        let second = StatisticalExpectation(moment, source: "Kingman 1962", largestHalfWidth: 0.04)
        let complaint = second.complaint(sums: seen.map(\.squares), counts: seen.map(\.count))
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    // The mean wait is ∫ ρE(S²)/2E(S) ÷ (1 − ρ(x))² dF(x), with ρ(x) the load of services up to x.
    // Source: Phipps (1956), Machine repair as a priority waiting-line problem.
    @Test func `the shortest first wait as theory says`() async throws {
        let step = 0.001
        var theory = 0.0
        for place in 0..<40_000 {
            let length = (Double(place) + 0.5) * step
            let loadBelow = Self.load * (1 - exp(-length) * (1 + length))
            theory += Self.load / ((1 - loadBelow) * (1 - loadBelow)) * exp(-length) * step
        }
        let seen = try await waits("shortest first", seed: 114)
        let mean = StatisticalExpectation(theory, source: "Phipps 1956")
        let complaint = mean.complaint(sums: seen.map(\.sum), counts: seen.map(\.count))
        #expect(complaint == nil, "\(complaint ?? "")")
        #expect(theory < 0.6 * Self.load / (1 - Self.load))
    }
}
