public import OutputStatistics

/// What one replication observed: plain sums, ready to be merged.
public struct ReplicationObservations: Sendable, Hashable {
    /// Index of the replication.
    public var index: UInt32
    /// Sums of every tally of the program.
    public var tallies: [TallySums]
    /// Per limit of the program's tally layout: values within it.
    public var within: [Int64]
    /// Distributions of the tallies; nil without a sketch or a value.
    public var sketches: [QuantileSketch?]
    /// Per pool.
    public var pools: [PoolObservations]
    /// Per class.
    public var classes: [ClassObservations]
    /// Per responder.
    public var responders: [ResponderObservations]
    /// Per grouping.
    public var groupings: [GroupingObservations]
    /// Length of the observed window.
    public var window: SimulationTime
    /// Area under the number of entities present, over the window.
    public var presentArea: Int128
    /// Events that took place.
    public var events: Int64
    /// Loops stopped by their limit.
    public var loopsStopped: Int64
    /// Most strands present at once, as slots allocated.
    public var peakStrands: Int
    /// Journeys asked for.
    public var journeys: [JourneyEvent]
}

/// What was observed at one pool in the window.
public struct PoolObservations: Sendable, Hashable {
    /// Area under the number waiting.
    public var lineArea: Int128 = 0
    /// Busy time within scheduled time.
    public var busyArea: Int128 = 0
    /// Busy time beyond scheduled time.
    public var overtimeArea: Int128 = 0
    /// Scheduled time.
    public var scheduledArea: Int128 = 0
    /// Longest line.
    public var longestLine: Int32 = 0
    /// Time at each line length, up to the longest; the last also holds all longer ones.
    public var lineTimes: [SimulationTime] = []
    /// Time at each number busy, up to the greatest; the last also holds all greater ones.
    public var busyTimes: [SimulationTime] = []
    /// Areas by hour of the week (168), or empty.
    public var week: [WeekSlot] = []
    /// Per server, where they are told apart.
    public var servers: [ServerObservations] = []

    /// Areas of one hour of the week.
    public struct WeekSlot: Sendable, Hashable {
        /// Area under the number waiting.
        public var line: Int64 = 0
        /// Busy time, overtime included.
        public var busy: Int64 = 0
        /// Scheduled time.
        public var scheduled: Int64 = 0
        /// Time observed.
        public var time: Int64 = 0
    }
}

/// What was observed of one server that is told apart, in the window.
public struct ServerObservations: Sendable, Hashable {
    /// Busy time while it was present.
    public var busyTime: SimulationTime = 0
    /// Busy time while it was not.
    public var overtime: SimulationTime = 0
    /// Time for which it was present.
    public var presentTime: SimulationTime = 0
    /// Grants that began something new, rather than went on with it.
    public var grants: Int64 = 0
    /// Grants at another step than the one before.
    public var switches: Int64 = 0
    /// Longest time for which it was busy without a pause.
    public var longestStretch: SimulationTime = 0
}

/// What was observed of one class; arrivals in the window unless said otherwise.
public struct ClassObservations: Sendable, Hashable {
    /// Arrivals.
    public var arrived: Int64 = 0
    /// Of these, gone, by outcome.
    public var outcomes: [Int64]
    /// Of these, present at the end.
    public var present: Int64 = 0
    /// Sum of the ages of those present at the end.
    public var presentAge: Int128 = 0
    /// Time spent by those gone, by kind.
    public var kindTimes: [Int128]
}

/// What was observed of one responder; items sent in the window.
public struct ResponderObservations: Sendable, Hashable {
    /// Items sent.
    public var sent: Int64 = 0
    /// Failed replies.
    public var failed: Int64 = 0
    /// Items for which the fall-back was used.
    public var fellBack: Int64 = 0
    /// Replies that come after the end of the run.
    public var unanswered: Int64 = 0
}

/// What was observed of each value of a grouping; arrivals in the window.
public struct GroupingObservations: Sendable, Hashable {
    /// Of each value on leaving: those gone, by outcome.
    public var outcomes: [[Int64]]
    /// Of each value at the end: those present.
    public var present: [Int64]
}
