/// The delay formula with a limited line, M/M/c/K: who finds K families present is rejected.
///
/// Source: Gross, Shortle, Thompson and Harris (2008), section 2.5.
public struct LimitedWaitingLine: Sendable, Hashable {
    /// The probability that an arrival is rejected.
    public let blocking: Double
    /// The time-weighted mean number of families waiting.
    public let meanNumberWaiting: Double
    /// The mean waiting time of the families who are admitted.
    public let meanWait: Double

    /// Sums the probabilities of the states.
    ///
    /// - Parameters:
    ///   - arrivalRate: Arrivals per unit of time.
    ///   - serviceRate: Services per unit of time and server.
    ///   - servers: The number of servers, c.
    ///   - capacity: How many families may be present, those in service included, K.
    /// - Precondition: both rates are above 0, there is a server, and the capacity is at least as great.
    public init(arrivalRate: Double, serviceRate: Double, servers: Int, capacity: Int) {
        precondition(arrivalRate > 0, "an arrival rate is above 0, found \(arrivalRate)")
        precondition(serviceRate > 0, "a service rate is above 0, found \(serviceRate)")
        precondition(servers > 0, "there is at least one server, found \(servers)")
        precondition(capacity >= servers, "a capacity of \(capacity) is below \(servers) servers")
        var (weight, total, waiting) = (1.0, 1.0, 0.0)
        for present in 1...capacity {
            weight *= arrivalRate / (serviceRate * Double(min(present, servers)))
            total += weight
            waiting += weight * Double(max(0, present - servers))
            // Only the proportions count: keep great loads within range.
            if weight > 1e200 {
                (weight, total, waiting) = (weight * 1e-200, total * 1e-200, waiting * 1e-200)
            }
        }
        blocking = weight / total
        meanNumberWaiting = waiting / total
        meanWait = meanNumberWaiting / (arrivalRate * (1 - blocking))
    }
}
