@testable import QueueingFormulas

/// A Markov chain in continuous time with few states, by its balance equations.
struct StationaryChain {
    /// The rates from a state to others.
    let rates: (Int) -> [(state: Int, rate: Double)]

    /// How likely each of so many states is in the long run; nil when the equations have no single solution.
    func chances(states: Int) -> [Double]? {
        var balance = Array(repeating: Array(repeating: 0.0, count: states), count: states)
        for state in 0..<states {
            for (next, rate) in rates(state) where next < states {
                balance[next][state] += rate
                balance[state][state] -= rate
            }
        }
        // One balance follows from the others; the chances add up to 1 instead.
        balance[states - 1] = Array(repeating: 1, count: states)
        return LinearSystem.solution(of: balance, equals: Array(repeating: 0, count: states - 1) + [1])
    }
}
