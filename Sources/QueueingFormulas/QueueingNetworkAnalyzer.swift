/// The approximate waits in a network of GI/G/m lines, from rates and variabilities (QNA).
///
/// Splitting, merging and service change how irregular the flows between pools are; a linear system gives the
/// variability of arrivals at each pool, and `AllenCunneen` its wait.
/// Source: Whitt (1983), Bell System Technical Journal 62(9), equations 24 to 30.
public struct QueueingNetworkAnalyzer: Sendable, Hashable {
    /// Each pool as a line of its own, with the arrivals that the network gives it.
    public let lines: [AllenCunneen]
    /// The mean time of a family in the network, over all its services; infinite if a pool cannot keep up.
    public let meanTimeInSystem: Double

    /// Approximates a network.
    ///
    /// - Parameters:
    ///   - pools: The pools with their arrivals from outside.
    ///   - routing: The chance of going from a pool (row) to a pool (column); what is missing from 1 leaves.
    /// - Throws: `NetworkError` when the routing is not of that form or families never leave.
    public init(pools: [NetworkPool], routing: [[Double]]) throws {
        let external = pools.map(\.externalArrivalRate)
        let rates = try TrafficEquations(externalArrivalRates: external, routing: routing).arrivalRates
        let system = VariabilityEquations(pools: pools, routing: routing, rates: rates)
        guard let variabilities = LinearSystem.solution(of: system.matrix, equals: system.rightSide) else {
            throw NetworkError.familiesNeverLeave
        }
        lines = pools.indices.map { index in
            AllenCunneen(
                arrivalRate: max(0, rates[index]),
                meanServiceTime: pools[index].meanServiceTime,
                servers: pools[index].servers,
                arrivalVariability: max(0, variabilities[index]),
                serviceVariability: pools[index].serviceVariability
            )
        }
        let families = external.reduce(0, +)
        meanTimeInSystem = lines.reduce(0) { total, line in
            guard line.arrivalRate > 0 else { return total }
            return total + line.arrivalRate / families * (line.meanWait + line.meanServiceTime)
        }
    }

    /// The mean waiting time at each pool, per visit.
    public var meanWaits: [Double] { lines.map(\.meanWait) }
}

/// The linear system of the arrival variabilities: ca²(j) = a(j) + Σ ca²(i) b(i, j).
private struct VariabilityEquations {
    var matrix: [[Double]]
    var rightSide: [Double]

    init(pools: [NetworkPool], routing: [[Double]], rates: [Double]) {
        let utilisations = zip(pools, rates).map { pool, rate in
            min(1, rate * pool.meanServiceTime / Double(pool.servers))
        }
        let services = pools.map { pool in
            1 + (max(pool.serviceVariability, 0.2) - 1) / Double(pool.servers).squareRoot()
        }
        let unit = pools.indices.map { row in pools.indices.map { $0 == row ? 1.0 : 0 } }
        matrix = unit
        rightSide = [Double](repeating: 1, count: pools.count)
        for target in pools.indices where rates[target] > 0 {
            let outside = pools[target].externalArrivalRate / rates[target]
            let shares = pools.indices.map { rates[$0] * routing[$0][target] / rates[target] }
            let weight = Self.weight(of: [outside] + shares, utilisation: utilisations[target])
            var constant = outside * pools[target].externalVariability - 1
            for source in pools.indices {
                let chance = routing[source][target]
                let square = utilisations[source] * utilisations[source]
                constant += shares[source] * ((1 - chance) + chance * square * services[source])
                matrix[target][source] -= weight * shares[source] * chance * (1 - square)
            }
            rightSide[target] = 1 + weight * constant
        }
    }

    /// How much merged streams keep of their own irregularity: less with more streams and lower utilisation.
    private static func weight(of shares: [Double], utilisation: Double) -> Double {
        let streams = 1 / shares.reduce(0) { $0 + $1 * $1 }
        return 1 / (1 + 4 * (1 - utilisation) * (1 - utilisation) * (streams - 1))
    }
}
