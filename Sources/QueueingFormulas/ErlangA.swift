/// The delay formula with reneging, M/M/c+M: exponential patience, so the line is always stable.
///
/// Source: Palm (1957); Garnett, Mandelbaum and Reiman (2002).
public struct ErlangA: Sendable, Hashable {
    /// Arrivals per unit of time, λ.
    public let arrivalRate: Double
    /// The probability that an arrival has to wait.
    public let probabilityOfWaiting: Double
    /// The probability that an arrival gives up waiting.
    public let probabilityOfReneging: Double
    /// The time-weighted mean number of families waiting.
    public let meanNumberWaiting: Double

    /// Sums the probabilities of the states until the rest no longer counts; all rates in the same unit of time.
    ///
    /// - Parameters:
    ///   - arrivalRate: Arrivals per unit of time.
    ///   - serviceRate: Services per unit of time and server.
    ///   - servers: The number of servers.
    ///   - renegingRate: One over the mean patience, θ.
    /// - Precondition: all rates are above 0, and there is a server.
    public init(arrivalRate: Double, serviceRate: Double, servers: Int, renegingRate: Double) {
        precondition(arrivalRate > 0, "an arrival rate is above 0, found \(arrivalRate)")
        precondition(serviceRate > 0, "a service rate is above 0, found \(serviceRate)")
        precondition(servers > 0, "there is at least one server, found \(servers)")
        precondition(renegingRate > 0, "a reneging rate is above 0, found \(renegingRate)")
        let blocking = ErlangB(servers: servers, offeredLoad: arrivalRate / serviceRate).blocking
        let capacity = Double(servers) * serviceRate
        var states = BusyStates(idle: 1 / blocking - 1)
        repeat {
            states.lengthen(by: arrivalRate / (capacity + (states.length + 1) * renegingRate))
        } while !states.isSettled || arrivalRate > capacity + states.length * renegingRate
        self.arrivalRate = arrivalRate
        probabilityOfWaiting = states.busy / (states.idle + states.busy)
        meanNumberWaiting = states.waiting / (states.idle + states.busy)
        probabilityOfReneging = renegingRate * meanNumberWaiting / arrivalRate
    }

    /// The mean waiting time of all families, those who gave up included.
    public var meanWait: Double { meanNumberWaiting / arrivalRate }
}

/// Weights of the states with all servers busy, relative to the one with nobody waiting.
private struct BusyStates {
    /// The weight of the states with an idle server.
    var idle: Double
    /// The weight of the states with all servers busy, up to `length` waiting.
    var busy = 1.0
    /// The same, each times the number waiting.
    var waiting = 0.0
    /// The number waiting in the last state.
    var length = 0.0
    private var weight = 1.0

    init(idle: Double) {
        self.idle = idle
    }

    /// Whether the last state no longer changes the sums.
    var isSettled: Bool { length * weight <= 1e-18 * waiting }

    mutating func lengthen(by ratio: Double) {
        length += 1
        weight *= ratio
        busy += weight
        waiting += length * weight
        guard weight > 1e200 else { return }
        idle *= 1e-200
        busy *= 1e-200
        waiting *= 1e-200
        weight *= 1e-200
    }
}
