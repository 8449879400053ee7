/// The average over time of a whole number that changes in steps, such as the length of a line.
///
/// Areas are exact whole numbers (value × ticks), so merging is exact. Steps before the start of observation, the
/// warm-up, set the value but add no area; several steps at one instant leave the last one standing.
public struct TimeWeightedAverage: Sendable, Hashable {
    /// The area under the value, in value × ticks.
    public private(set) var area: Int128
    /// The area under the squared value.
    public private(set) var areaOfSquares: Int128
    /// The time observed, in ticks.
    public private(set) var duration: Int128

    private var value: Int64
    private var time: Int64

    /// Starts to observe at a time, with the value that holds then unless an earlier or equal step changes it.
    public init(observingFrom start: Int64, value: Int64 = 0) {
        self.init(area: 0, areaOfSquares: 0, duration: 0)
        self.value = value
        time = start
    }

    /// Creates an average from a recorder's sums.
    ///
    /// - Precondition: `duration` is not negative.
    public init(area: Int128, areaOfSquares: Int128, duration: Int128) {
        precondition(duration >= 0, "a duration is not negative, found \(duration)")
        self.area = area
        self.areaOfSquares = areaOfSquares
        self.duration = duration
        value = 0
        time = 0
    }

    /// Takes a new value from a time on; times never decrease within the observation.
    public mutating func record(_ newValue: Int64, at newTime: Int64) {
        advance(to: newTime)
        value = newValue
    }

    /// Takes the area up to a time, the horizon as a rule.
    public mutating func advance(to newTime: Int64) {
        guard newTime > time else { return }
        let elapsed = Int128(newTime - time)
        area += Int128(value) * elapsed
        areaOfSquares += Int128(value) * Int128(value) * elapsed
        duration += elapsed
        time = newTime
    }

    /// Adds the areas and the time of another average.
    public mutating func merge(_ other: TimeWeightedAverage) {
        area += other.area
        areaOfSquares += other.areaOfSquares
        duration += other.duration
    }

    /// The average; nil when no time was observed.
    public var average: Double? {
        duration > 0 ? Double(area) / Double(duration) : nil
    }

    /// The variance over time; nil when no time was observed.
    public var variance: Double? {
        guard duration > 0 else { return nil }
        // Squares are centred on a whole number near the average before anything is rounded.
        let (whole, rest) = area.quotientAndRemainder(dividingBy: duration)
        let aroundWhole = areaOfSquares - whole * (area + rest)
        let fraction = Double(rest) / Double(duration)
        return max(0, Double(aroundWhole) / Double(duration) - fraction * fraction)
    }
}
