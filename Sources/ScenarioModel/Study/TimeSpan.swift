/// A length of time in whole microseconds.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// Length in microseconds.
    public var microseconds: Int64

    /// No time at all.
    public static let zero = TimeSpan(microseconds: 0)

    /// A year of 365 days, over which costs are told.
    public static let year = TimeSpan(microseconds: 365 * 86_400_000_000)

    /// Makes a span of so many microseconds.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Orders spans by length.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.microseconds < right.microseconds
    }
}
