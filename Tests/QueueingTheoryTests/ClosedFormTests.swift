import QueueingFormulas
import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Whole scenarios, from text to estimate, against closed forms; every test states its seed.
struct ClosedFormTests {
    private static func line(
        staff: Int,
        rate: String,
        takes: String,
        families: Int,
        more: String = ""
    ) -> String {
        """
        scenario: line
        starts: 2024-01-01
        horizon: until all have left
        pools: { clerks: { staff: \(staff) } }
        families: { visitors: { arrivals: { rate: \(rate), at most: \(families) }, route: counter\(more) } }
        routes: { counter: [ { serve: { by: clerks, takes: "\(takes)" } } ] }
        """
    }

    private func waits(
        _ text: String,
        replications: Int = 40,
        seed: UInt64
    ) async throws -> [TallySums] {
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(replications, of: compiled, seed: seed)
        return runs.map { compiled.waits(at: "serve clerks", in: $0) }
    }

    @Test func `the mean wait in M/M/1 at load 0.8 agrees with theory`() async throws {
        // From empty the first families wait less: a deficit of some 400 minutes in 1,300,000 families, 0.01 %.
        let text = Self.line(
            staff: 1,
            rate: "0.8 per min",
            takes: "exponential(mean 1 min)",
            families: 1_300_000
        )
        let theory = ErlangC(arrivalRate: 0.8, serviceRate: 1, servers: 1).meanWait
        #expect(abs(theory - 4) < 1e-12)
        let expectation = StatisticalExpectation(theory, source: "M/M/1, ρ/(μ − λ)")
        let complaint = expectation.complaint(try await waits(text, seed: 101))
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    @Test func `the mean wait in M/M/3 agrees with theory`() async throws {
        let text = Self.line(
            staff: 3,
            rate: "2.1 per min",
            takes: "exponential(mean 1 min)",
            families: 800_000
        )
        let theory = ErlangC(arrivalRate: 2.1, serviceRate: 1, servers: 3).meanWait
        let expectation = StatisticalExpectation(theory, source: "Erlang C")
        let complaint = expectation.complaint(try await waits(text, seed: 102))
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    @Test func `the share that gives up in M/M/3 with patience agrees with theory`() async throws {
        let text = Self.line(
            staff: 3,
            rate: "3 per min",
            takes: "exponential(mean 1 min)",
            families: 400_000,
            more: ", patience: exponential(mean 2 min)"
        )
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: 103)
        let gaveUp = compiled.symbols.outcomes.firstIndex(of: "gave up") ?? 0
        let theory = ErlangA(arrivalRate: 3, serviceRate: 1, servers: 3, renegingRate: 0.5)
        let share = StatisticalExpectation(
            theory.probabilityOfReneging,
            source: "Erlang A, Palm; Garnett et al. 2002"
        )
        let complaint = share.complaint(
            sums: runs.map { Double($0.classes[0].outcomes[gaveUp]) },
            counts: runs.map { Double($0.classes[0].arrived) }
        )
        #expect(complaint == nil, "\(complaint ?? "")")
        let line = StatisticalExpectation(theory.meanNumberWaiting, source: "Erlang A")
        let lineComplaint = line.complaint(
            sums: runs.map { Double($0.pools[0].lineArea) },
            counts: runs.map { Double($0.window) }
        )
        #expect(lineComplaint == nil, "\(lineComplaint ?? "")")
    }

    @Test func `the mean wait in M/G/1 with lognormal service agrees with theory`() async throws {
        let text = Self.line(
            staff: 1,
            rate: "0.7 per min",
            takes: "lognormal(mean 1 min, cv 0.8)",
            families: 600_000
        )
        let theory = PollaczekKhinchine(arrivalRate: 0.7, meanServiceTime: 1, serviceVariability: 0.64)
            .meanWait
        let expectation = StatisticalExpectation(theory, source: "Pollaczek–Khinchine")
        let complaint = expectation.complaint(try await waits(text, seed: 104))
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    @Test func `mean waits of two priority classes agree with theory`() async throws {
        let text = """
            scenario: two-classes
            starts: 2024-01-01
            horizon: 1200000 min
            warm-up: 2000 min
            pools: { clerks: { staff: 1, discipline: priority } }
            families:
              urgent: { arrivals: { rate: 0.3 per min }, priority: 1, route: counter }
              routine: { arrivals: { rate: 0.4 per min }, priority: 2, route: counter }
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: 105)
        for (name, theory) in [("urgent", 1.0), ("routine", 10.0 / 3)] {
            let expectation = StatisticalExpectation(theory, source: "Cobham 1954; values.csv")
            let complaint = expectation.complaint(
                runs.map { compiled.waits(at: "serve clerks", of: name, in: $0) }
            )
            #expect(complaint == nil, "\(name): \(complaint ?? "")")
        }
    }
}
