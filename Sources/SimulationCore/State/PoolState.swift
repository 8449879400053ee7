/// A pool during a run: who is present, how many are busy, and the areas under its curves.
struct PoolState {
    var mode = Mode.closed
    /// Whether the day has ended, so that those who come now wait outside.
    var hasEnded = true
    let usesPriority: Bool
    /// Whether places in the line have keys that go before the order of joining.
    let isKeyed: Bool
    /// Whether anyone of the line may be next.
    let isRandom: Bool
    /// How many have been called up from a random line.
    var callsByChance: UInt32 = 0
    let dayEnd: DayEnd
    /// Whether services of its own may be suspended, and whether by strands of smaller levels.
    let suspends: Bool
    let preempts: Bool
    /// Whether servers are kept for classes, how many in all, and how many of the others are busy.
    let isReserving: Bool
    let reservedInAll: Int32
    var sharedBusy: Int32 = 0
    /// Per class: servers kept for it, and busy with it; kept outside, and only when servers are kept.
    let reserved: UnsafeMutablePointer<Int32>
    let busyByClass: UnsafeMutablePointer<Int32>
    /// Servers that are told apart, kept outside; none when they are interchangeable.
    let servers: UnsafeMutablePointer<ServerState>
    let serverCount: Int
    /// Whether each has a line of its own, and how many fewer ahead make a strand change to another line, 0 for never.
    let hasOwnLines: Bool
    let jockeying: Int32
    /// Of them, as bits: who is present, who was when the day ended, and who has no place left.
    var present: UInt64 = 0
    var staying: UInt64 = 0
    private var full: UInt64 = 0
    private var serversSince: SimulationTime = 0
    /// Servers present by the schedule.
    var capacity: Int32 = 0
    var busy: Int32 = 0
    /// Servers that stay in overtime.
    var overtimeServers: Int32 = 0
    /// Levels with someone inside, as bits.
    var levels: UInt64 = 0
    /// Strands in the line, inside and outside.
    var lineLength: Int32 = 0
    private(set) var longestLine: Int32 = 0
    /// A line shorter than this has a time of its own and sets no record by growing by one.
    private var commonLength: Int32 = 0
    var lineLimit: Int32
    /// Whether strands for which the line has no room are held up, and how many have been let in who have not yet come.
    let blocks: Bool
    var letIn: Int32 = 0
    /// Most servers that are ever present.
    private let mostServers: Int32
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

    /// Parts of the areas that are not kept by length.
    private var settledLineArea: Int128 = 0
    private var settledBusyArea: Int128 = 0
    /// Busy time beyond scheduled time.
    fileprivate(set) var overtimeArea: Int128 = 0
    var scheduledArea: Int128 = 0
    var capacitySince: SimulationTime = 0
    /// Those who came after closing and wait for the next opening.
    var outside = LineList()
    /// Until when those who come are sent away after the last day's end.
    var shutUntil: SimulationTime = 0
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
        busyTimes: UnsafeMutablePointer<SimulationTime>,
        reserved: UnsafeMutablePointer<Int32>,
        busyByClass: UnsafeMutablePointer<Int32>,
        servers: UnsafeMutablePointer<ServerState>
    ) {
        self.lines = lines
        self.lineTimes = lineTimes
        self.busyTimes = busyTimes
        usesPriority = plan.order == .level
        switch plan.order {
        case .lastJoined, .length, .joiningAfter, .dueDate: isKeyed = true
        case .joining, .level, .drawn: isKeyed = false
        }
        if case .drawn = plan.order { isRandom = true } else { isRandom = false }
        dayEnd = plan.dayEnd
        suspends = plan.suspends
        preempts = plan.preemption != nil
        isReserving = plan.reserved.contains { $0 > 0 }
        reservedInAll = plan.reserved.reduce(0, +)
        self.reserved = reserved
        self.busyByClass = busyByClass
        self.servers = servers
        serverCount = plan.servers.count
        hasOwnLines = plan.ownLines != nil
        jockeying = plan.ownLines?.jockeying ?? 0
        lineLimit = plan.lineLimit
        blocks = plan.blocks
        // Of servers told apart all may be busy at once, some of them overtime.
        let places = plan.servers.reduce(0) { $0 + $1.places }
        mostServers = max(places, plan.capacity.map(\.servers).max() ?? 0)
    }

    /// Servers that may take someone at present.
    @inline(__always)
    var available: Int32 {
        if _slowPath(isNamed) { return Int32(freeServers.nonzeroBitCount) }
        return switch mode {
        case .open: capacity &- busy
        case .overtime: overtimeServers &- busy
        case .closed: 0
        }
    }

    /// How many servers that are not kept for a class would be busy if so many more worked for it.
    func sharedBusy(with units: Int32, for classIndex: Int) -> Int32 {
        let busy = busyByClass[classIndex]
        let kept = reserved[classIndex]
        return sharedBusy - max(0, busy - kept) + max(0, busy + units - kept)
    }

    /// Whether so many more for a class would take servers that are not kept for it.
    func usesShared(_ units: Int32, for classIndex: Int) -> Bool {
        sharedBusy(with: units, for: classIndex) > sharedBusy
    }

    /// Whether a class may have so many more, beside what is kept for others.
    func isShared(_ units: Int32, with classIndex: Int) -> Bool {
        // When the day has ended nobody comes any more for whom they would be kept.
        if mode == .overtime { return true }
        return !usesShared(units, for: classIndex)
            || sharedBusy(with: units, for: classIndex) <= capacity - reservedInAll
    }

    /// Notes that so many more, or fewer, work for a class.
    mutating func noteBusy(_ units: Int32, for classIndex: Int) {
        sharedBusy = sharedBusy(with: units, for: classIndex)
        busyByClass[classIndex] += units
    }

    /// Whether the line has reached its limit.
    @inline(__always)
    var isFull: Bool { lineLimit >= 0 && lineLength >= lineLimit }

    /// Whether the line has room for one more than those let in.
    var hasRoom: Bool { lineLength + letIn < lineLimit }

    /// Adds the stretch since the last change of the line to the time of its length.
    @inline(__always)
    mutating func settleLine(_ now: SimulationTime) {
        let span = now &- lineSince
        lineSince = now
        if _fastPath(lineLength < PoolState.lastLength) {
            lineTimes[Int(lineLength)] &+= span
        } else {
            settleLongLine(span)
        }
    }

    /// Lets one more into the line.
    @inline(__always)
    mutating func lengthenLine(_ now: SimulationTime) {
        guard _fastPath(lineLength < commonLength) else { return lengthenLongLine(now) }
        lineTimes[Int(lineLength)] &+= now &- lineSince
        lineSince = now
        lineLength &+= 1
    }

    @inline(never)
    private mutating func lengthenLongLine(_ now: SimulationTime) {
        settleLine(now)
        lineLength += 1
        setLongestLine(max(longestLine, lineLength))
    }

    private mutating func setLongestLine(_ length: Int32) {
        longestLine = length
        commonLength = min(length, PoolState.lastLength)
    }

    @inline(never)
    private mutating func settleLongLine(_ span: SimulationTime) {
        lineTimes[Int(PoolState.lastLength)] += span
        settledLineArea += Int128(span) * Int128(lineLength - PoolState.lastLength)
    }

    /// Adds the stretch since the last change of busy servers or capacity to the time of their number.
    @inline(__always)
    mutating func settleBusy(_ now: SimulationTime) {
        let span = now &- busySince
        busySince = now
        if _fastPath(busy <= capacity && busy < PoolState.lastLength) {
            busyTimes[Int(busy)] &+= span
        } else {
            settleManyBusy(span)
        }
    }

    @inline(never)
    private mutating func settleManyBusy(_ span: SimulationTime) {
        let counted = min(busy, PoolState.lastLength)
        busyTimes[Int(counted)] += span
        settledBusyArea += Int128(span) * Int128(busy - counted)
        if busy > capacity, !isNamed { overtimeArea += Int128(span) * Int128(busy - capacity) }
    }

    /// The areas up to the last changes; they cost O(longest line).
    var areas: Areas {
        Areas(
            line: settledLineArea + Self.area(lineTimes, upTo: longestLine),
            held: settledBusyArea + Self.area(busyTimes, upTo: mostServers),
            overtime: overtimeArea,
            scheduled: scheduledArea
        )
    }

    /// Areas under the curves of a pool.
    struct Areas {
        /// Under the number waiting.
        var line: Int128 = 0
        /// Under the number busy.
        var held: Int128 = 0
        /// Of the number busy, beyond those present by the schedule.
        var overtime: Int128 = 0
        /// Under the number present by the schedule.
        var scheduled: Int128 = 0
    }

    /// Begins the times at each length anew; the areas go on.
    mutating func clearTimes() {
        let areas = areas
        settledLineArea = areas.line
        settledBusyArea = areas.held
        lineTimes.update(repeating: 0, count: Int(PoolState.lastLength) + 1)
        busyTimes.update(repeating: 0, count: Int(PoolState.lastLength) + 1)
        setLongestLine(lineLength)
    }

    private static func area(_ times: UnsafeMutablePointer<SimulationTime>, upTo longest: Int32) -> Int128 {
        var area: Int128 = 0
        for length in 0...Int(min(longest, lastLength)) where times[length] > 0 {
            area += Int128(times[length]) * Int128(length)
        }
        return area
    }

    /// Adds the stretch since the last change of capacity to the scheduled area.
    mutating func settleCapacity(_ now: SimulationTime) {
        scheduledArea += Int128(capacity) * Int128(now - capacitySince)
        capacitySince = now
    }

    /// Longest line (and number busy) with a time of its own; longer ones are counted there too.
    static var lastLength: Int32 { 255 }
}

/// Servers that are told apart.
extension PoolState {
    /// Whether the servers are told apart.
    @inline(__always)
    var isNamed: Bool { serverCount > 0 }

    /// Those who may take somebody at present, as bits.
    var freeServers: UInt64 {
        serversOnDuty & ~full
    }

    /// Those who are serving, or stay after the day's end, as bits.
    var serversOnDuty: UInt64 {
        switch mode {
        case .open: present
        case .overtime: staying
        case .closed: 0
        }
    }

    /// Those who are present, or stay after the day's end, as bits.
    var presentOrStaying: UInt64 { present != 0 ? present : staying }

    /// Of some servers, given as bits and not none, who is granted: the least busy, and of those who has been so the longest.
    func leastBusy(of able: UInt64) -> Int {
        var best = able.trailingZeroBitCount
        for server in 0..<serverCount where able & 1 << UInt64(server) != 0 {
            let (one, other) = (servers[server], servers[best])
            if (one.busy, one.changedAt) < (other.busy, other.changedAt) { best = server }
        }
        return best
    }

    /// Makes one more place of a server busy, or one fewer.
    mutating func noteBusy(_ change: Int32, server: Int, _ now: SimulationTime) {
        settleServers(now)
        if servers[server].busy == 0, servers[server].pausedAt != now { servers[server].stretchSince = now }
        servers[server].busy += change
        if servers[server].busy == 0 {
            servers[server].pausedAt = now
            servers[server].noteStretch(until: now)
        }
        servers[server].changedAt = now
        let bit: UInt64 = 1 << UInt64(server)
        full = servers[server].busy >= servers[server].places ? full | bit : full & ~bit
    }

    /// Begins what is kept of each server anew.
    mutating func clearServers(_ now: SimulationTime) {
        settleServers(now)
        for server in 0..<serverCount { servers[server].clear(now) }
    }

    /// What was observed of each server up to now.
    mutating func serverObservations(_ now: SimulationTime) -> [ServerObservations] {
        (0..<serverCount).map { server in
            if servers[server].busy > 0 { servers[server].noteStretch(until: now) }
            return servers[server].observed
        }
    }

    /// Adds the stretch since the last change of any server to what is kept of each, and to overtime.
    mutating func settleServers(_ now: SimulationTime) {
        let span = now - serversSince
        serversSince = now
        for server in 0..<serverCount {
            let busy = SimulationTime(servers[server].busy)
            let isPresent = present & 1 << UInt64(server) != 0
            if isPresent {
                servers[server].observed.busyTime += span * busy
                servers[server].observed.presentTime += span
            } else {
                servers[server].observed.overtime += span * busy
                overtimeArea += Int128(span * busy)
            }
        }
    }
}

/// A server that is told apart, during a run.
struct ServerState {
    let speed: Double
    let places: Int32
    /// Places that are busy.
    var busy: Int32 = 0
    /// When that last changed.
    var changedAt: SimulationTime = 0
    var observed = ServerObservations()
    /// Since when it has been busy without a pause, and when the last pause began.
    var stretchSince: SimulationTime = 0
    var pausedAt: SimulationTime = -1
    /// Step of the last grant, or -1.
    private var lastStep: Int32 = -1

    init(_ plan: ServerPlan) {
        speed = plan.speed
        places = plan.places
    }

    /// Notes a grant at a step.
    mutating func noteGrant(step: Int32, isNew: Bool) {
        if isNew { observed.grants += 1 }
        if lastStep >= 0, step != lastStep { observed.switches += 1 }
        lastStep = step
    }

    /// Notes how long it has been busy without a pause.
    mutating func noteStretch(until now: SimulationTime) {
        observed.longestStretch = max(observed.longestStretch, now - stretchSince)
    }

    /// Begins what is observed anew.
    mutating func clear(_ now: SimulationTime) {
        observed = ServerObservations()
        stretchSince = now
        pausedAt = -1
    }
}
