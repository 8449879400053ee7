/// A pool during a run: who is present, how many are busy, and the areas under its curves.
struct PoolState {
    var mode = Mode.closed
    /// Whether the day has ended, so that those who come now wait outside.
    var hasEnded = true
    var usesPriority: Bool
    var servesThoseInside: Bool
    /// Servers present by the schedule.
    var capacity: Int32 = 0
    var busy: Int32 = 0
    /// Servers that stay in overtime.
    var overtimeServers: Int32 = 0
    /// Levels with someone inside, as bits.
    var levels: UInt64 = 0
    /// Strands in the line, inside and outside.
    var lineLength: Int32 = 0
    var longestLine: Int32 = 0
    var lineLimit: Int32
    var lineSince: SimulationTime = 0
    var busySince: SimulationTime = 0
    /// Time at each line length, and at each number busy; kept outside.
    let lineTimes: UnsafeMutablePointer<SimulationTime>
    let busyTimes: UnsafeMutablePointer<SimulationTime>
    /// Per level: those inside.
    let lines: UnsafeMutablePointer<LineList>
    /// Sum of the waits of all who left the line, modulo 2⁶⁴: the other side of Little's identity.
    var waitSum: Int64 = 0
    /// Sum over releases of time × units, less that over seizes, modulo 2⁶⁴: busy time by another count.
    var heldSum: Int64 = 0
    var lineArea: Int128 = 0
    var busyArea: Int128 = 0

    var overtimeArea: Int128 = 0
    var scheduledArea: Int128 = 0
    var capacitySince: SimulationTime = 0
    /// Those who came after closing and wait for the next opening.
    var outside = LineList()
    /// When the last day ended, and how many servers were present then.
    var endedAt: SimulationTime = -1
    var lastServers: Int32 = 0
    /// Next change of capacity.
    var nextChange = 0

    enum Mode: UInt8 {
        case open
        /// The day has ended, those inside are being served.
        case overtime
        case closed
    }

    init(
        _ plan: PoolPlan,
        lines: UnsafeMutablePointer<LineList>,
        lineTimes: UnsafeMutablePointer<SimulationTime>,
        busyTimes: UnsafeMutablePointer<SimulationTime>
    ) {
        self.lines = lines
        self.lineTimes = lineTimes
        self.busyTimes = busyTimes
        usesPriority = plan.usesPriority
        servesThoseInside = plan.servesThoseInside
        lineLimit = plan.lineLimit
    }

    /// Servers that may take someone at present.
    @inline(__always)
    var available: Int32 {
        switch mode {
        case .open: capacity &- busy
        case .overtime: overtimeServers &- busy
        case .closed: 0
        }
    }

    /// Whether the line has reached its limit.
    @inline(__always)
    var isFull: Bool { lineLimit >= 0 && lineLength >= lineLimit }

    /// Adds the stretch since the last change of the line to its area.
    @inline(__always)
    mutating func settleLine(_ now: SimulationTime) {
        let span = now &- lineSince
        lineSince = now
        lineArea.add(span, times: lineLength)
        lineTimes[Int(min(lineLength, PoolState.lastLength))] &+= span
    }

    /// Adds the stretch since the last change of busy servers or capacity to their areas.
    @inline(__always)
    mutating func settleBusy(_ now: SimulationTime) {
        let span = now &- busySince
        busySince = now
        if _fastPath(busy <= capacity) {
            busyArea.add(span, times: busy)
        } else {
            busyArea.add(span, times: capacity)
            overtimeArea.add(span, times: busy &- capacity)
        }
        busyTimes[Int(min(busy, PoolState.lastLength))] &+= span
    }

    /// Adds the stretch since the last change of capacity to the scheduled area.
    mutating func settleCapacity(_ now: SimulationTime) {
        scheduledArea += Int128(capacity) * Int128(now - capacitySince)
        capacitySince = now
    }

    /// Longest line (and number busy) with a time of its own; longer ones are counted there too.
    static let lastLength: Int32 = 255
}

extension Int128 {
    /// Adds a span times a number, by one multiplication of half the width.
    @inline(__always)
    mutating func add(_ span: SimulationTime, times number: Int32) {
        let product = span.multipliedFullWidth(by: Int64(number))
        self &+= Int128(product.high) << 64 | Int128(product.low)
    }
}
