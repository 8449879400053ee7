import ScenarioCompiler
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Lines in the long run against their chains, solved exactly; every test states its seed.
struct StationaryTests {
    private func runs(
        _ count: Int,
        _ text: String,
        seed: UInt64
    ) async throws -> (CompiledScenario, [ReplicationObservations]) {
        let compiled = try ScenarioRuns.compiled(text)
        return (compiled, try await ScenarioRuns.replications(count, of: compiled, seed: seed))
    }

    /// A complaint about the share of a class's families that left with an outcome.
    private func complaint(
        _ runs: [ReplicationObservations],
        _ compiled: CompiledScenario,
        _ familyClass: String,
        _ outcome: String,
        is expected: StatisticalExpectation
    ) throws -> String? {
        let place = try #require(compiled.symbols.classes.firstIndex(of: familyClass))
        let number = try #require(compiled.symbols.outcomes.firstIndex(of: outcome))
        return expected.complaint(
            sums: runs.map { Double($0.classes[place].outcomes[number]) },
            counts: runs.map { Double($0.classes[place].arrived) }
        )
    }

    // Two servers of their own speeds; of two who are free the one who has been so longer is next.
    //
    // States: 0 and 1, nobody there, and the first, or the second, is next; 2 and 3, the first, or the second, is busy;
    // 4 and more, both are, and so many wait as the state exceeds 4.
    @Test func `families wait for two members of different speeds as the chain says`() async throws {
        let (arrivals, fast, slow) = (2.0, 2.0, 0.5)
        let chain = StationaryChain { state in
            switch state {
            case 0: [(2, arrivals)]
            case 1: [(3, arrivals)]
            case 2: [(1, fast), (4, arrivals)]
            case 3: [(0, slow), (4, arrivals)]
            case 4: [(3, fast), (2, slow), (5, arrivals)]
            default: [(state - 1, fast + slow), (state + 1, arrivals)]
            }
        }
        let chances = try #require(chain.chances(states: 160))
        #expect(chances[159] < 1e-12)
        let waiting = chances.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - 4)) * $1.element }
        let (compiled, runs) = try await runs(
            40,
            """
            scenario: line
            starts: 2024-01-01
            horizon: 300000 min
            warm-up: 1000 min
            pools: { clerks: { members: { fast: { speed: 2 }, slow: { speed: 0.5 } } } }
            families: { f: { arrivals: { rate: 2 per min }, route: r } }
            routes: { r: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
            """,
            seed: 141
        )
        let tally = try #require(compiled.symbols.waits.first).wait
        let expected = StatisticalExpectation(waiting / arrivals, source: "the chain", largestHalfWidth: 0.02)
        let complaint = expected.complaint(runs.map { $0.tallies[tally] })
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    // Ten places without a line; small families take one, large ones three at once. By Kaufman (1981) and Roberts (1981)
    // j q(j) = a₁ q(j − 1) + 3 a₃ q(j − 3), whatever the law of the length; who does not fit is lost.
    @Test func `who needs several places at once is lost as often as by Kaufman and Roberts`() async throws {
        let (small, large) = (4.0, 1.2)
        var weights = [1.0]
        for busy in 1...10 {
            let three = busy >= 3 ? 3 * large * weights[busy - 3] : 0
            weights.append((small * weights[busy - 1] + three) / Double(busy))
        }
        let all = weights.reduce(0, +)
        let (compiled, runs) = try await runs(
            40,
            """
            scenario: places
            starts: 2024-01-01
            horizon: 60000 min
            warm-up: 1000 min
            pools: { places: { staff: 10, line limit: 0 } }
            families:
              large: { arrivals: { rate: 0.3 per min }, route: three }
              small: { arrivals: { rate: 1 per min }, route: one }
            routes:
              one: [ { serve: { name: one, by: places, takes: "lognormal(mean 4 min, cv 1.5)" } } ]
              three: [ { serve: { name: three, by: 3 of places, takes: 4 min } } ]
            """,
            seed: 142
        )
        let lost = [("small", weights[10] / all), ("large", weights[8...10].reduce(0, +) / all)]
        for (name, share) in lost {
            let expected = StatisticalExpectation(share, source: "Kaufman, Roberts", largestHalfWidth: 0.03)
            let complaint = try complaint(runs, compiled, name, "refused", is: expected)
            #expect(complaint == nil, "\(name): \(complaint ?? "")")
        }
    }

    // One server; who finds one or two waiting turns away with chance 0.3, three to five with 0.6, six always.
    @Test func `families turn away on sight of the line as often as the chain says`() async throws {
        let (arrivals, services) = (1.2, 1.0)
        func stays(_ present: Int) -> Double {
            switch present - 1 {
            case ..<1: 1
            case ..<3: 0.7
            case ..<6: 0.4
            default: 0
            }
        }
        let chain = StationaryChain { present in
            [(present + 1, arrivals * stays(present))] + (present > 0 ? [(present - 1, services)] : [])
        }
        let chances = try #require(chain.chances(states: 9))
        let turned = chances.enumerated().reduce(0) { $0 + (1 - stays($1.offset)) * $1.element }
        let waiting = chances.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - 1)) * $1.element }
        let (compiled, runs) = try await runs(
            40,
            """
            scenario: line
            starts: 2024-01-01
            horizon: 100000 min
            warm-up: 1000 min
            pools: { clerk: { staff: 1 } }
            families: { f: { arrivals: { rate: 1.2 per min }, route: r } }
            routes:
              r:
                - serve:
                    by: clerk
                    takes: exponential(mean 1 min)
                    balks: { 1 waiting: 30 %, 3 waiting: 60 %, 6 waiting: 100 % }
            """,
            seed: 143
        )
        let share = StatisticalExpectation(turned, source: "the chain")
        let turning = try complaint(runs, compiled, "f", "balked", is: share)
        #expect(turning == nil, "\(turning ?? "")")
        let tally = try #require(compiled.symbols.waits.first).wait
        let mean = StatisticalExpectation(waiting / (arrivals * (1 - turned)), source: "the chain")
        let complaint = mean.complaint(runs.map { $0.tallies[tally] })
        #expect(complaint == nil, "\(complaint ?? "")")
    }

    // Two desks in a row, one server each. The second's line has room for two; the first's for four, and who finds it full
    // is lost. Who is done at the first when the second has no room stays there ("blocking after service").
    //
    // A state: how many are at the first, at most 5; how many at the second, at most 3; or the first is held up by one who
    // waits for the second, which then has 3. Source: the chain of Perros (1994), Queueing Networks with Blocking, ch. 4.
    @Test func `families are held up before a full line as the chain says`() async throws {
        let (arrivals, first, second) = (0.9, 1.0, 1.1)
        let (mostFirst, mostSecond) = (5, 3)
        func state(_ atFirst: Int, _ atSecond: Int, held: Bool = false) -> Int {
            (held ? mostSecond + 1 : atSecond) * (mostFirst + 1) + atFirst
        }
        let chain = StationaryChain { number in
            let (atFirst, row) = (number % (mostFirst + 1), number / (mostFirst + 1))
            let isHeld = row > mostSecond
            // Nobody can be held up where nobody is; the state is left at once and never entered.
            if isHeld, atFirst == 0 { return [(state(0, 0), 1)] }
            let atSecond = isHeld ? mostSecond : row
            var rates: [(Int, Double)] = []
            if atFirst < mostFirst { rates.append((state(atFirst + 1, atSecond, held: isHeld), arrivals)) }
            if atSecond > 0 {
                // Who was held up takes the place that becomes free.
                let next = isHeld ? state(atFirst - 1, mostSecond) : state(atFirst, atSecond - 1)
                rates.append((next, second))
            }
            if atFirst > 0, !isHeld {
                let isFull = atSecond == mostSecond
                rates.append(
                    (isFull ? state(atFirst, atSecond, held: true) : state(atFirst - 1, atSecond + 1), first)
                )
            }
            return rates
        }
        let states = (mostFirst + 1) * (mostSecond + 2)
        let chances = try #require(chain.chances(states: states))
        let lost = chances.enumerated().reduce(0) {
            $0 + ($1.offset % (mostFirst + 1) == mostFirst ? $1.element : 0)
        }
        let held = chances[state(0, 0, held: true)...].reduce(0, +)
        let (compiled, runs) = try await runs(
            40,
            """
            scenario: tandem
            starts: 2024-01-01
            horizon: 100000 min
            warm-up: 1000 min
            pools:
              first: { staff: 1, line limit: 4 }
              second: { staff: 1, line limit: 2, when full: hold up }
            families: { f: { arrivals: { rate: 0.9 per min }, route: r } }
            routes:
              r:
                - serve: { name: one, by: first, takes: exponential(mean 1 min) }
                - serve: { name: two, by: second, takes: exponential(mean 0.909090909090909 min) }
            """,
            seed: 144
        )
        let share = StatisticalExpectation(lost, source: "the chain", largestHalfWidth: 0.02)
        let losing = try complaint(runs, compiled, "f", "refused", is: share)
        #expect(losing == nil, "\(losing ?? "")")
        // Held up is one family at a time: the time of the kind is the share of time.
        let kind = try #require(compiled.symbols.kinds.firstIndex(of: .blocked))
        let time = StatisticalExpectation(held, source: "the chain", largestHalfWidth: 0.03)
        let complaint = time.complaint(
            sums: runs.map { Double($0.classes[0].kindTimes[kind]) },
            counts: runs.map { _ in 99_000 * 60e6 }
        )
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
