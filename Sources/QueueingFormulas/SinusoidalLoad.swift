import Foundation

/// The mean number busy of unlimited servers, Mt/M/∞, when the arrival rate follows a sine wave.
///
/// It lags behind the arrivals and is flatter, so staffing by the rate of the moment misleads when services are long.
/// Use `offeredLoad(at:)` as the load of `StaffingLevel`: the modified-offered-load method.
/// Source: Eick, Massey and Whitt (1993); Jennings, Mandelbaum, Massey and Whitt (1996).
public struct SinusoidalLoad: Sendable, Hashable {
    /// The mean arrival rate.
    public let meanArrivalRate: Double
    /// How far the rate swings, as a share of its mean.
    public let amplitude: Double
    /// The time from peak to peak.
    public let period: Double
    /// Services per unit of time and server, μ.
    public let serviceRate: Double

    /// Creates the load of the rate mean × (1 + amplitude × sin(2πt / period)), long after its start.
    ///
    /// - Precondition: the amplitude lies in 0...1; the period and both rates are above 0.
    public init(meanArrivalRate: Double, amplitude: Double, period: Double, serviceRate: Double) {
        precondition((0...1).contains(amplitude), "an amplitude lies in 0...1, found \(amplitude)")
        precondition(min(meanArrivalRate, period, serviceRate) > 0, "rates and period are above 0")
        self.meanArrivalRate = meanArrivalRate
        self.amplitude = amplitude
        self.period = period
        self.serviceRate = serviceRate
    }

    /// The mean number busy at a time.
    public func offeredLoad(at time: Double) -> Double {
        let phase = frequency * time
        let inertia = frequency / serviceRate
        let swing = (sin(phase) - inertia * cos(phase)) / (1 + inertia * inertia)
        return meanArrivalRate / serviceRate * (1 + amplitude * swing)
    }

    /// How long the peak of the load comes after the peak of the arrivals.
    public var lagOfPeak: Double { atan(frequency / serviceRate) / frequency }

    private var frequency: Double { 2 * .pi / period }
}
