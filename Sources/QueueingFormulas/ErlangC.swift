import Foundation

/// Erlang's delay formula, M/M/c: Poisson arrivals, exponential services, one line in order of arrival.
///
/// When the offered load reaches the number of servers every family waits and mean waits are infinite.
/// Source: Erlang (1917); Gross, Shortle, Thompson and Harris (2008), section 2.3.
public struct ErlangC: Sendable, Hashable {
    /// Arrivals per unit of time, λ.
    public let arrivalRate: Double
    /// Services per unit of time and server, μ.
    public let serviceRate: Double
    /// The number of servers, c.
    public let servers: Int
    /// The probability that an arrival has to wait.
    public let probabilityOfWaiting: Double

    /// Evaluates the formula in `servers` steps; both rates in the same unit of time.
    ///
    /// - Precondition: the arrival rate is not negative, the service rate is above 0, there is a server.
    public init(arrivalRate: Double, serviceRate: Double, servers: Int) {
        precondition(arrivalRate >= 0, "an arrival rate is not negative, found \(arrivalRate)")
        precondition(serviceRate > 0, "a service rate is above 0, found \(serviceRate)")
        precondition(servers > 0, "there is at least one server, found \(servers)")
        self.arrivalRate = arrivalRate
        self.serviceRate = serviceRate
        self.servers = servers
        let load = arrivalRate / serviceRate
        let blocking = ErlangB(servers: servers, offeredLoad: load).blocking
        probabilityOfWaiting = Self.probabilityOfWaiting(
            servers: servers,
            offeredLoad: load,
            blocking: blocking
        )
    }

    /// The arrival rate times the mean service time, in servers.
    public var offeredLoad: Double { arrivalRate / serviceRate }

    /// Whether the servers keep up with the arrivals.
    public var isStable: Bool { offeredLoad < Double(servers) }

    /// The share of time that a server is busy.
    public var utilisation: Double { min(1, offeredLoad / Double(servers)) }

    /// The mean waiting time of all families, those who did not wait included.
    public var meanWait: Double {
        isStable ? probabilityOfWaiting / drainRate : .infinity
    }

    /// The mean time from arrival to the end of service.
    public var meanTimeInSystem: Double { meanWait + 1 / serviceRate }

    /// The time-weighted mean number of families waiting.
    public var meanNumberWaiting: Double { isStable ? arrivalRate * meanWait : .infinity }

    /// The probability of waiting longer than a time.
    public func probabilityOfWaiting(longerThan time: Double) -> Double {
        isStable ? probabilityOfWaiting * exp(-drainRate * max(0, time)) : 1
    }

    /// The waiting time which a share of families does not exceed, in 0..<1; 0 if so many do not wait at all.
    public func waitQuantile(_ share: Double) -> Double {
        precondition((0..<1).contains(share), "a share lies in 0..<1, found \(share)")
        guard isStable else { return .infinity }
        return max(0, log(probabilityOfWaiting / (1 - share)) / drainRate)
    }

    /// How fast a line shrinks while all servers are busy, cμ − λ.
    private var drainRate: Double { Double(servers) * serviceRate - arrivalRate }

    /// C = cB / (c − a(1 − B)).
    static func probabilityOfWaiting(servers: Int, offeredLoad: Double, blocking: Double) -> Double {
        let number = Double(servers)
        guard offeredLoad < number else { return 1 }
        return number * blocking / (number - offeredLoad * (1 - blocking))
    }
}
