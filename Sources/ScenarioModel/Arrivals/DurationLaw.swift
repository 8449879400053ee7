/// A law of durations and the clock it runs on.
public struct DurationLaw: Sendable, Hashable {
    /// The law, in microseconds, or in days when the basis is `.workingDays`.
    public var law: Distribution
    /// The clock that the duration runs on.
    public var basis: TimeBasis
    /// The calendar of working time; with an elapsed basis the end is moved to its next open moment.
    public var calendar: CalendarUse?

    /// Makes a law, elapsed unless said otherwise.
    public init(_ law: Distribution, basis: TimeBasis = .elapsed, calendar: CalendarUse? = nil) {
        self.law = law
        self.basis = basis
        self.calendar = calendar
    }
}

/// The clock that a duration runs on.
public enum TimeBasis: Sendable, Hashable {
    /// Clock time.
    case elapsed
    /// Open time of a calendar (`working h`).
    case workingTime
    /// Days of a calendar that have open hours (`working days`); part of a day is part of its open time.
    case workingDays
}
