/// A length of time: what is drawn and on what clock it runs.
public struct DurationPlan: Sendable, Hashable {
    /// The draw; in microseconds, or in days on a day clock.
    public var draw: Int32
    /// The clock.
    public var clock: Clock
    /// Calendar of the clock, or -1.
    public var shiftTable: Int32
    /// Item request over whose selected items the draws are summed, or -1 for a single draw.
    public var itemRequest: Int32
    /// First tally of the lengths, or -1; the class is added.
    public var tally: Int32
    /// Expression by which the length is multiplied, taken as 0 when below; -1 for none.
    public var factor: Int32

    /// Whether it is a single draw on clock time.
    var isPlain: Bool { clock == .elapsed && itemRequest < 0 && factor < 0 }

    /// Clocks that a duration may run on.
    public enum Clock: UInt8, Sendable, Hashable {
        /// Clock time.
        case elapsed
        /// Clock time, then on to the next open moment of the calendar.
        case elapsedThenOpen
        /// Open time of the calendar.
        case openTime
        /// Open days of the calendar.
        case openDays
    }

    /// Makes a plan from its parts.
    public init(
        draw: Int32,
        clock: Clock = .elapsed,
        shiftTable: Int32 = -1,
        itemRequest: Int32 = -1,
        tally: Int32 = -1,
        factor: Int32 = -1
    ) {
        self.draw = draw
        self.clock = clock
        self.shiftTable = shiftTable
        self.itemRequest = itemRequest
        self.tally = tally
        self.factor = factor
    }
}
