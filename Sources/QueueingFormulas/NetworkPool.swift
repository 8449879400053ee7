/// One pool of servers in a network of waiting lines, with the families who arrive at it from outside.
public struct NetworkPool: Sendable, Hashable {
    /// Arrivals from outside per unit of time.
    public let externalArrivalRate: Double
    /// The squared coefficient of variation of times between arrivals from outside; 1 for Poisson arrivals.
    public let externalVariability: Double
    /// The mean service time.
    public let meanServiceTime: Double
    /// The squared coefficient of variation of service times; 1 for exponential ones.
    public let serviceVariability: Double
    /// The number of servers.
    public let servers: Int

    /// Creates a pool; arrivals are Poisson and services exponential unless said otherwise.
    ///
    /// - Precondition: no argument is negative, the service time is above 0, there is a server.
    public init(
        externalArrivalRate: Double,
        externalVariability: Double = 1,
        meanServiceTime: Double,
        serviceVariability: Double = 1,
        servers: Int
    ) {
        precondition(externalArrivalRate >= 0, "an arrival rate is not negative")
        precondition(min(externalVariability, serviceVariability) >= 0, "a variability is not negative")
        precondition(meanServiceTime > 0, "a service time is above 0, found \(meanServiceTime)")
        precondition(servers > 0, "there is at least one server, found \(servers)")
        self.externalArrivalRate = externalArrivalRate
        self.externalVariability = externalVariability
        self.meanServiceTime = meanServiceTime
        self.serviceVariability = serviceVariability
        self.servers = servers
    }
}
