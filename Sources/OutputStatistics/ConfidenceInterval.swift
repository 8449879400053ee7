/// An interval that covers the true value with a stated probability.
public struct ConfidenceInterval: Sendable, Hashable, Codable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double
    /// The probability of covering the true value, 0.95 for example.
    public let level: Double

    /// Creates an interval from its ends.
    ///
    /// - Precondition: `level` lies strictly between 0 and 1, and `lower` does not exceed `upper`.
    public init(lower: Double, upper: Double, level: Double) {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1, found \(level)")
        precondition(lower <= upper, "the lower end \(lower) exceeds the upper end \(upper)")
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Whether a value lies in the interval, ends included.
    public func contains(_ value: Double) -> Bool {
        lower <= value && value <= upper
    }
}
