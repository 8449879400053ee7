/// Counts events, and says when to look up from them: from time to time, and when something asks for it.
struct EventCount {
    private var untilLook = Self.eventsPerPause
    /// The count at the next look.
    private var atLook = Self.eventsPerPause
    /// The count at the next pause.
    private var atPause = Self.eventsPerPause

    static var eventsPerPause: Int64 { 4096 }

    /// Events so far.
    var count: Int64 { atLook - untilLook }

    /// Whether it is time to look up from the work.
    var isLookDue: Bool {
        @inline(__always) get { untilLook <= 0 }
    }

    /// Whether so many events have passed since the last pause that another is due.
    var isPauseDue: Bool { count >= atPause }

    @inline(__always)
    mutating func countOne() { untilLook &-= 1 }

    /// Makes a look due after the event in hand.
    @inline(__always)
    mutating func lookNow() {
        atLook &-= untilLook
        untilLook = 0
    }

    /// Ends a look, and a pause that was due.
    mutating func goOn() {
        let count = count
        if isPauseDue { atPause = count + Self.eventsPerPause }
        atLook = atPause
        untilLook = atPause - count
    }
}
