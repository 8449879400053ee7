/// A network of M/M/c lines with chance routing; variabilities of its pools are taken as 1.
///
/// Each pool then behaves as an independent M/M/c line. Source: Jackson (1957, 1963).
public struct JacksonNetwork: Sendable, Hashable {
    /// Each pool as an M/M/c line of its own.
    public let lines: [ErlangC]
    /// The mean time of a family in the network, over all its services; infinite if a pool cannot keep up.
    public let meanTimeInSystem: Double

    /// Solves a network.
    ///
    /// - Parameters:
    ///   - pools: The pools with their arrivals from outside.
    ///   - routing: The chance of going from a pool (row) to a pool (column); what is missing from 1 leaves.
    /// - Throws: `NetworkError` when the routing is not of that form or families never leave.
    public init(pools: [NetworkPool], routing: [[Double]]) throws {
        let external = pools.map(\.externalArrivalRate)
        let traffic = try TrafficEquations(externalArrivalRates: external, routing: routing)
        lines = zip(pools, traffic.arrivalRates).map { pool, rate in
            ErlangC(arrivalRate: max(0, rate), serviceRate: 1 / pool.meanServiceTime, servers: pool.servers)
        }
        let families = external.reduce(0, +)
        meanTimeInSystem = lines.reduce(0) { total, line in
            line.arrivalRate > 0 ? total + line.arrivalRate / families * line.meanTimeInSystem : total
        }
    }

    /// Arrivals at each pool per unit of time.
    public var arrivalRates: [Double] { lines.map(\.arrivalRate) }

    /// The share of time that a server of each pool is busy.
    public var utilisations: [Double] { lines.map(\.utilisation) }

    /// The mean waiting time at each pool, per visit.
    public var meanWaits: [Double] { lines.map(\.meanWait) }
}
