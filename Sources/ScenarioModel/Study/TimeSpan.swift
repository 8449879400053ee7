/// A length of time in whole microseconds.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// Length in microseconds.
    public var microseconds: Int64

    /// No time at all.
    public static let zero = TimeSpan(microseconds: 0)

    /// Makes a span of so many microseconds.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Orders spans by length.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.microseconds < right.microseconds
    }
}
