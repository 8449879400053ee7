/// How the entities of a class arrive.
public struct ArrivalPlan: Sendable, Hashable {
    /// The pattern.
    public var pattern: Pattern
    /// Most arrivals, or `Int64.max`.
    public var limit: Int64
    /// Draw of gaps: standard exponentials for a rate, interarrival times for a renewal pattern, none for moments.
    public var draw: Int32

    /// Patterns of arrival.
    public enum Pattern: Sendable, Hashable {
        /// Poisson arrivals at a rate that is constant between moments.
        case rate([RateSegment])
        /// One entity at each moment, in order, from 0 on.
        case moments([SimulationTime])
        /// Independent interarrival times, by the duration of this index.
        case renewal(duration: Int32)
    }

    /// Makes a plan from its parts.
    public init(pattern: Pattern, limit: Int64 = .max, draw: Int32) {
        self.pattern = pattern
        self.limit = limit
        self.draw = draw
    }
}

/// A stretch of time with a constant arrival rate.
public struct RateSegment: Sendable, Hashable {
    /// First moment.
    public var begins: SimulationTime
    /// First moment after it; `.never` for the rest of time.
    public var ends: SimulationTime
    /// Arrivals per microsecond, above 0.
    public var rate: Double

    /// Makes a segment from its parts.
    public init(begins: SimulationTime, ends: SimulationTime, rate: Double) {
        self.begins = begins
        self.ends = ends
        self.rate = rate
    }
}
