import Foundation
import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Services that others interrupt, against closed forms; every test states its seed.
struct PreemptionTests {
    // Reference values, lines "preemptive-resume M/M/1 sojourn": λ = 0.3 and 0.4, μ = 1.
    @Test func `with pre-emption, times in system are those of theory`() async throws {
        let text = """
            scenario: line
            starts: 2024-01-01
            horizon: until all have left
            pools: { clerks: { staff: 1, discipline: priority, pre-emption: resume } }
            families:
              ordinary: { arrivals: { rate: 0.4 per min, at most: 240000 }, priority: 2, route: counter }
              urgent: { arrivals: { rate: 0.3 per min, at most: 180000 }, priority: 1, route: counter }
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: 121)
        for (place, theory) in [(0, 4.76190476190476), (1, 1.42857142857143)] {
            let sums = runs.map { $0.tallies[Int(compiled.program.tallies.timeInSystem) + place] }
            let expected = StatisticalExpectation(theory, source: "reference values")
            let complaint = expected.complaint(
                sums: sums.map { Double($0.sum) / 6e7 },
                counts: sums.map { Double($0.count) }
            )
            #expect(complaint == nil, "\(compiled.symbols.classes[place]): \(complaint ?? "")")
        }
    }

    // A service of 2 min is interrupted at rate λ = 0.3 a minute, each time for a busy period of mean B = 1/(1 − 0.3) min.
    // If it goes on, it is over after L(1 + λB) in the mean; if it begins anew, after (e^λL − 1)(1/λ + B).
    // Source: Gaver (1962), A waiting line with interrupted service, including priorities.
    @Test(arguments: [("resume", 2 / 0.7, 122), ("restart", (exp(0.6) - 1) * (1 / 0.3 + 1 / 0.7), 123)])
    func `an interrupted service is over when theory says`(rule: String, theory: Double, seed: UInt64)
        async throws
    {
        let text = """
            scenario: line
            starts: 2024-01-01
            horizon: 4 h
            pools: { clerk: { staff: 1, discipline: priority, pre-emption: \(rule) } }
            families:
              long: { arrivals: { every: 100 h, at most: 1 }, at start: 1, priority: 2, route: long }
              urgent: { arrivals: { rate: 0.3 per min }, priority: 1, route: urgent }
            routes:
              long: [ { serve: { by: clerk, takes: 2 min } } ]
              urgent: [ { serve: { name: urgent, by: clerk, takes: exponential(mean 1 min) } } ]
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(20_000, of: compiled, seed: seed)
        let sums = runs.map { $0.tallies[Int(compiled.program.tallies.timeInSystem)] }
        // Nobody is left to bias the mean.
        #expect(sums.allSatisfy { $0.count == 1 })
        let expected = StatisticalExpectation(theory, source: "Gaver 1962", largestHalfWidth: 0.04)
        let complaint = expected.complaint(
            sums: sums.map { Double($0.sum) / 6e7 },
            counts: sums.map { Double($0.count) }
        )
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
