/// How the entities of a class arrive.
public struct ArrivalPlan: Sendable, Hashable {
    /// The pattern.
    public var pattern: Pattern
    /// Most arrivals, or `Int64.max`.
    public var limit: Int64
    /// Draw of gaps: standard exponentials for a rate, interarrival times for a renewal pattern, none for moments.
    public var draw: Int32
    /// Draw of the number of entities at each arrival, rounded half to even and at least 1, or -1 for one.
    public var batch: Int32
    /// What the rate is multiplied by, or nil for nothing.
    public var factor: RateFactor?
    /// First rows of entities that are there at 0, before any arrives; they do not count against the limit.
    public var startingRows: [Int32]

    /// Number in its class of the first entity that is there at the start; those who arrive are numbered from 0.
    public static let firstStartingOrdinal: UInt32 = 4_000_000_000

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
    public init(
        pattern: Pattern,
        limit: Int64 = .max,
        draw: Int32,
        batch: Int32 = -1,
        factor: RateFactor? = nil,
        startingRows: [Int32] = []
    ) {
        self.pattern = pattern
        self.limit = limit
        self.draw = draw
        self.batch = batch
        self.factor = factor
        self.startingRows = startingRows
    }
}

/// A factor on an arrival rate, drawn anew for each period of its segments.
public struct RateFactor: Sendable, Hashable {
    /// The draw; values below 0 count as 0.
    public var draw: Int32
    /// Whether all classes that share it have the same values.
    public var isShared: Bool

    /// Makes a factor from its parts.
    public init(draw: Int32, isShared: Bool) {
        self.draw = draw
        self.isShared = isShared
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
    /// Number of the period that it belongs to: the segments of a period have the same factor.
    public var period: Int32

    /// Makes a segment from its parts.
    public init(begins: SimulationTime, ends: SimulationTime, rate: Double, period: Int32 = 0) {
        self.begins = begins
        self.ends = ends
        self.rate = rate
        self.period = period
    }
}
