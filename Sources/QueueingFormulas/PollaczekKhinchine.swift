/// The mean wait at one server with Poisson arrivals and services of any law, M/G/1.
///
/// Source: Pollaczek (1930), Khinchine (1932).
public struct PollaczekKhinchine: Sendable, Hashable {
    /// Arrivals per unit of time, λ.
    public let arrivalRate: Double
    /// The mean service time.
    public let meanServiceTime: Double
    /// The squared coefficient of variation of the service time: variance over squared mean.
    public let serviceVariability: Double

    /// Creates the formula's arguments.
    ///
    /// - Precondition: no argument is negative.
    public init(arrivalRate: Double, meanServiceTime: Double, serviceVariability: Double) {
        precondition(arrivalRate >= 0, "an arrival rate is not negative, found \(arrivalRate)")
        precondition(meanServiceTime >= 0, "a service time is not negative, found \(meanServiceTime)")
        precondition(serviceVariability >= 0, "a variability is not negative, found \(serviceVariability)")
        self.arrivalRate = arrivalRate
        self.meanServiceTime = meanServiceTime
        self.serviceVariability = serviceVariability
    }

    /// The arrival rate times the mean service time.
    public var offeredLoad: Double { arrivalRate * meanServiceTime }

    /// The mean waiting time; infinite from an offered load of 1 on.
    public var meanWait: Double {
        guard offeredLoad < 1 else { return .infinity }
        return offeredLoad * meanServiceTime * (1 + serviceVariability) / (2 * (1 - offeredLoad))
    }

    /// The mean time from arrival to the end of service.
    public var meanTimeInSystem: Double { meanWait + meanServiceTime }

    /// The time-weighted mean number of families waiting.
    public var meanNumberWaiting: Double { offeredLoad < 1 ? arrivalRate * meanWait : .infinity }
}
