/// What each of a pool costs once, such as a room or a car; spread evenly over the time that it lasts.
public struct CapitalCost: Sendable, Hashable {
    /// Roubles for each, 0 or more.
    public var roubles: Double
    /// How long each lasts, above zero.
    public var lifetime: TimeSpan

    /// Makes a cost from its parts.
    public init(roubles: Double, lifetime: TimeSpan) {
        self.roubles = roubles
        self.lifetime = lifetime
    }

    /// The straight-line share of one of them in so many microseconds of elapsed time, in roubles.
    public func share(overMicroseconds elapsed: Int64) -> Double {
        roubles * Double(elapsed) / Double(lifetime.microseconds)
    }
}
