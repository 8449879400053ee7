import Foundation

/// The approximate mean wait with arrivals and services of any law, GI/G/m, from their first two moments.
///
/// One server: Kraemer and Langenbach-Belz (1976), which lowers the wait for arrivals more regular than Poisson.
/// Several: Erlang's wait times (ca² + cs²)/2, Allen and Cunneen. Both as in Whitt (1983), equations 44, 45 and 71.
/// Exact for M/M/m, and for M/G/1.
public struct AllenCunneen: Sendable, Hashable {
    /// Arrivals per unit of time, λ.
    public let arrivalRate: Double
    /// The mean service time, τ.
    public let meanServiceTime: Double
    /// The number of servers, m.
    public let servers: Int
    /// The squared coefficient of variation of interarrival times, ca²; 1 for Poisson arrivals.
    public let arrivalVariability: Double
    /// The squared coefficient of variation of service times, cs².
    public let serviceVariability: Double

    /// Creates the formula's arguments.
    ///
    /// - Precondition: no argument is negative, the service time is above 0, there is a server.
    public init(
        arrivalRate: Double,
        meanServiceTime: Double,
        servers: Int,
        arrivalVariability: Double,
        serviceVariability: Double
    ) {
        precondition(arrivalRate >= 0, "an arrival rate is not negative, found \(arrivalRate)")
        precondition(meanServiceTime > 0, "a service time is above 0, found \(meanServiceTime)")
        precondition(servers > 0, "there is at least one server, found \(servers)")
        precondition(min(arrivalVariability, serviceVariability) >= 0, "a variability is not negative")
        self.arrivalRate = arrivalRate
        self.meanServiceTime = meanServiceTime
        self.servers = servers
        self.arrivalVariability = arrivalVariability
        self.serviceVariability = serviceVariability
    }

    /// The share of time that a server is busy, ρ.
    public var utilisation: Double { min(1, arrivalRate * meanServiceTime / Double(servers)) }

    /// The approximate mean waiting time; infinite when the servers do not keep up.
    public var meanWait: Double {
        let poisson = ErlangC(arrivalRate: arrivalRate, serviceRate: 1 / meanServiceTime, servers: servers)
        guard poisson.isStable, poisson.meanWait > 0 else { return poisson.meanWait }
        let variability = arrivalVariability + serviceVariability
        guard variability > 0 else { return 0 }
        return poisson.meanWait * variability / 2 * regularity
    }

    /// An upper bound of the mean waiting time at one server (Kingman 1962); nil for several servers.
    public var kingmanBound: Double? {
        guard servers == 1, arrivalRate > 0 else { return nil }
        guard utilisation < 1 else { return .infinity }
        let variances =
            arrivalVariability / (arrivalRate * arrivalRate)
            + serviceVariability * meanServiceTime * meanServiceTime
        return variances * arrivalRate / (2 * (1 - utilisation))
    }

    /// The approximate squared coefficient of variation of times between departures (Whitt 1983, equation 39).
    public var departureVariability: Double {
        let square = utilisation * utilisation
        let service = square * (max(serviceVariability, 0.2) - 1) / Double(servers).squareRoot()
        return 1 + (1 - square) * (arrivalVariability - 1) + service
    }

    /// The correction of Kraemer and Langenbach-Belz for regular arrivals at one server.
    private var regularity: Double {
        guard servers == 1, arrivalVariability < 1 else { return 1 }
        let shortfall = 1 - arrivalVariability
        let variability = arrivalVariability + serviceVariability
        return exp(-2 * (1 - utilisation) * shortfall * shortfall / (3 * utilisation * variability))
    }
}
