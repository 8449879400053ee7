import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Days with changing staff under two rules for their end, against the equations of the chain; every test states its seed.
struct ShiftEndTests {
    /// How likely so many wait and so many are served, moved on by Kolmogorov's forward equations.
    ///
    /// Services are exponential, so that a service that is suspended has as much ahead as one that begins.
    private struct Chain {
        static let mostWaiting = 200
        static let mostServed = 3
        static let serviceRate = 0.1
        /// A minute in steps of this many.
        static let stepsPerMinute = 4

        /// Chances of the states, and behind them the areas under the line and under overtime, and the number served.
        private(set) var values: [Double]

        init() {
            values = Array(repeating: 0, count: Self.states + 3)
            values[Self.state(0, 0)] = 1
        }

        private static var states: Int { (mostWaiting + 1) * (mostServed + 1) }
        private static func state(_ waiting: Int, _ served: Int) -> Int {
            waiting * (mostServed + 1) + served
        }

        var lineArea: Double { values[Self.states] }
        var overtime: Double { values[Self.states + 1] }
        var served: Double { values[Self.states + 2] }

        private static func change(of values: [Double], servers: Int, rate: Double) -> [Double] {
            var change = Array(repeating: 0.0, count: values.count)
            for waiting in 0...mostWaiting {
                for served in 0...mostServed {
                    let chance = values[state(waiting, served)]
                    if chance == 0 { continue }
                    change[states] += chance * Double(waiting)
                    change[states + 1] += chance * Double(max(0, served - servers))
                    if rate > 0, waiting < mostWaiting {
                        let next = served < servers ? state(waiting, served + 1) : state(waiting + 1, served)
                        change[state(waiting, served)] -= chance * rate
                        change[next] += chance * rate
                    }
                    guard served > 0 else { continue }
                    let flow = chance * Double(served) * serviceRate
                    let isFollowed = served - 1 < servers && waiting > 0
                    let next = isFollowed ? state(waiting - 1, served) : state(waiting, served - 1)
                    change[state(waiting, served)] -= flow
                    change[next] += flow
                    change[states + 2] += flow
                }
            }
            return change
        }

        /// Lets minutes pass with so many on duty and so many families coming a minute.
        mutating func pass(minutes: Int, servers: Int, rate: Double) {
            move { waiting, served in
                let called = min(waiting, max(0, servers - served))
                return (waiting - called, served + called)
            }
            let step = 1 / Double(Self.stepsPerMinute)
            for _ in 0..<minutes * Self.stepsPerMinute {
                func after(_ change: [Double], _ time: Double) -> [Double] {
                    zip(values, change).map { $0 + time * $1 }
                }
                let first = Self.change(of: values, servers: servers, rate: rate)
                let second = Self.change(of: after(first, step / 2), servers: servers, rate: rate)
                let third = Self.change(of: after(second, step / 2), servers: servers, rate: rate)
                let fourth = Self.change(of: after(third, step), servers: servers, rate: rate)
                for place in values.indices {
                    let inner = second[place] + third[place]
                    values[place] += step / 6 * (first[place] + 2 * inner + fourth[place])
                }
            }
        }

        /// Services in hand go back to the line.
        mutating func suspend() { move { waiting, served in (waiting + served, 0) } }

        private mutating func move(_ target: (Int, Int) -> (Int, Int)) {
            let before = values
            for place in 0..<Self.states { values[place] = 0 }
            for waiting in 0...Self.mostWaiting {
                for served in 0...Self.mostServed {
                    let next = target(waiting, served)
                    let place = Self.state(min(next.0, Self.mostWaiting), next.1)
                    values[place] += before[Self.state(waiting, served)]
                }
            }
        }
    }

    // Three clerks from 9 to 13 h, one from 13 to 17 h, ten families an hour, services of 10 min: in the afternoon the line grows,
    // and is left for the next day. Two days are observed, to 17 h of the second.
    @Test(arguments: [("finish the service in hand", 141), ("suspend the service in hand", 142)])
    func `two days with changing staff go as the equations say`(rule: String, seed: UInt64) async throws {
        let text = """
            scenario: days
            starts: 2024-01-08 09:00
            horizon: 32 h
            calendars: { morning: { mon-fri: "09:00-13:00" }, day: { mon-fri: "09:00-17:00" } }
            pools: { clerks: { staff: 3, on duty: { morning: 2, day: 1 }, closing: \(rule) } }
            families: { visitors: { arrivals: { rate: 10 per h, calendar: day }, route: counter } }
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 10 min) } } ] }
            """
        var chain = Chain()
        for day in 0..<2 {
            chain.pass(minutes: 240, servers: 3, rate: 1.0 / 6)
            chain.pass(minutes: 240, servers: 1, rate: 1.0 / 6)
            if day == 1 { break }
            if rule.hasPrefix("suspend") { chain.suspend() }
            chain.pass(minutes: 960, servers: 0, rate: 0)
        }
        let compiled = try ScenarioRuns.compiled(text)
        let runs = try await ScenarioRuns.replications(12_000, of: compiled, seed: seed)
        let seen: [(name: String, theory: Double, values: [Double])] = [
            ("families served", chain.served, runs.map { Double($0.classes[0].outcomes.reduce(0, +)) }),
            ("minutes in line", chain.lineArea, runs.map { Double($0.pools[0].lineArea) / 6e7 }),
            ("minutes of overtime", chain.overtime, runs.map { Double($0.pools[0].overtimeArea) / 6e7 }),
        ]
        for (name, theory, values) in seen {
            let expected = StatisticalExpectation(theory, source: "forward equations", largestHalfWidth: 0.05)
            let complaint = expected.complaint(sums: values, counts: values.map { _ in 1 })
            #expect(complaint == nil, "\(name): \(complaint ?? "")")
        }
    }
}
