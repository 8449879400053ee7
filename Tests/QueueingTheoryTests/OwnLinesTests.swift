import QueueingFormulas
import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Lines at each desk; every test states its seed.
struct OwnLinesTests {
    /// A complaint about the mean wait at two desks, each with a line of its own, load 0.7.
    private func complaint(
        jockeying: String,
        seed: UInt64,
        is expected: StatisticalExpectation
    ) async throws -> String? {
        let compiled = try ScenarioRuns.compiled(
            """
            scenario: desks
            starts: 2024-01-01
            horizon: 120000 min
            warm-up: 1000 min
            pools: { desks: { staff: 2, own lines: yes\(jockeying) } }
            families: { f: { arrivals: { rate: 1.4 per min }, route: r } }
            routes: { r: [ { serve: { by: desks, takes: exponential(mean 1 min) } } ] }
            """
        )
        let runs = try await ScenarioRuns.replications(40, of: compiled, seed: seed)
        let tally = try #require(compiled.symbols.waits.first).wait
        return expected.complaint(runs.map { $0.tallies[tally] })
    }

    // A state: how many are at the first desk, and at the second, each at most 24; who comes goes where fewer are.
    @Test func `families who join the shorter of two lines and stay wait as the chain says`() async throws {
        let (arrivals, most) = (1.4, 24)
        let chain = StationaryChain { state in
            let (first, second) = (state / (most + 1), state % (most + 1))
            var rates: [(Int, Double)] = []
            if first <= second, first < most { rates.append((state + most + 1, arrivals)) }
            if second < first { rates.append((state + 1, arrivals)) }
            if first > 0 { rates.append((state - most - 1, 1)) }
            if second > 0 { rates.append((state - 1, 1)) }
            return rates
        }
        let chances = try #require(chain.chances(states: (most + 1) * (most + 1)))
        #expect(chances[chances.count - 1] < 1e-6)
        let waiting = chances.enumerated().reduce(0) { sum, state in
            let (first, second) = (state.offset / (most + 1), state.offset % (most + 1))
            return sum + Double(max(0, first - 1) + max(0, second - 1)) * state.element
        }
        let expected = StatisticalExpectation(waiting / arrivals, source: "the chain", largestHalfWidth: 0.02)
        let complaint = try await complaint(jockeying: "", seed: 151, is: expected)
        #expect(complaint == nil, "\(complaint ?? "")")
        // One line for both would be shorter; the test can tell the two apart.
        let one = ErlangC(arrivalRate: arrivals, serviceRate: 1, servers: 2).meanWait
        #expect(waiting / arrivals > one * 1.05)
    }

    // No desk is idle while somebody waits at the other, so that as many are there as with one line.
    @Test func `families who change lines wait as long on average as in one line`() async throws {
        let one = ErlangC(arrivalRate: 1.4, serviceRate: 1, servers: 2).meanWait
        let expected = StatisticalExpectation(one, source: "Erlang C", largestHalfWidth: 0.02)
        let complaint = try await complaint(jockeying: ", jockeying: 1", seed: 152, is: expected)
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
