/// Mean waits by priority, M/M/c without preemption: a free server takes the first of the most urgent class.
///
/// Classes whose load, with that of all more urgent ones, reaches the servers wait without end; more urgent ones do
/// not. Source: Cobham (1954); Gross, Shortle, Thompson and Harris (2008), section 3.4.
public struct PriorityLine: Sendable, Hashable {
    /// The mean waiting time of each class, the most urgent first.
    public let meanWaits: [Double]

    /// Evaluates the formula.
    ///
    /// - Parameters:
    ///   - arrivalRates: Arrivals of each class per unit of time, the most urgent class first.
    ///   - serviceRate: Services per unit of time and server, equal for all classes.
    ///   - servers: The number of servers.
    /// - Precondition: no arrival rate is negative, the service rate is above 0, there is a server.
    public init(arrivalRates: [Double], serviceRate: Double, servers: Int) {
        precondition(arrivalRates.allSatisfy { $0 >= 0 }, "an arrival rate is not negative")
        let all = ErlangC(arrivalRate: arrivalRates.reduce(0, +), serviceRate: serviceRate, servers: servers)
        let capacity = Double(servers) * serviceRate
        var load = 0.0
        meanWaits = arrivalRates.map { rate in
            let before = load
            load += rate / capacity
            guard load < 1 else { return .infinity }
            return all.probabilityOfWaiting / capacity / ((1 - before) * (1 - load))
        }
    }
}
