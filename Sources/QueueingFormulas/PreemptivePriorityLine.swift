/// Mean times by priority, M/M/1 with preemption: an urgent family interrupts, the interrupted service resumes.
///
/// Source: Gross, Shortle, Thompson and Harris (2008), section 3.4.3.
public struct PreemptivePriorityLine: Sendable, Hashable {
    /// The mean time from arrival to the end of service of each class, the most urgent first.
    public let meanTimesInSystem: [Double]

    /// Evaluates the formula.
    ///
    /// - Parameters:
    ///   - arrivalRates: Arrivals of each class per unit of time, the most urgent class first.
    ///   - serviceRate: Services per unit of time, equal for all classes.
    /// - Precondition: no arrival rate is negative, the service rate is above 0.
    public init(arrivalRates: [Double], serviceRate: Double) {
        precondition(arrivalRates.allSatisfy { $0 >= 0 }, "an arrival rate is not negative")
        precondition(serviceRate > 0, "a service rate is above 0, found \(serviceRate)")
        var load = 0.0
        meanTimesInSystem = arrivalRates.map { rate in
            let before = load
            load += rate / serviceRate
            guard load < 1 else { return .infinity }
            return (1 + load / (1 - load)) / serviceRate / (1 - before)
        }
    }
}
