/// Which tallies a run keeps, and the limits that are counted in them.
public struct TallyLayout: Sendable, Hashable {
    /// Limits within which values are counted, ordered by tally.
    public private(set) var limits: [Limit]
    /// Whether each tally also keeps a sketch of its distribution.
    public private(set) var hasSketch: [Bool]
    /// First tally of times in system; the class is added.
    public var timeInSystem: Int32
    /// First tally of times to the first help; the class is added.
    public var timeToFirstHelp: Int32
    /// First tally of time of the entity's own, over kinds marked so; the class is added.
    public var ownTime: Int32
    /// First tally of counters: counter × number of classes + class is added.
    public var counters: Int32
    /// First tally of engaged time of members: role × number of classes + class is added.
    public var memberTimes: Int32
    /// Kinds of time that count as the entity's own.
    public var ownKinds: [Bool]

    /// Makes a layout without tallies.
    public init(ownKinds: [Bool] = []) {
        limits = []
        hasSketch = []
        timeInSystem = -1
        timeToFirstHelp = -1
        ownTime = -1
        counters = -1
        memberTimes = -1
        self.ownKinds = ownKinds
    }

    /// Number of tallies.
    public var count: Int { hasSketch.count }

    /// A limit within which a tally's values are counted.
    public struct Limit: Sendable, Hashable {
        /// The tally.
        public var tally: Int32
        /// Largest value that is within.
        public var atMost: SimulationTime

        /// Makes a limit from its parts.
        public init(tally: Int32, atMost: SimulationTime) {
            self.tally = tally
            self.atMost = atMost
        }
    }

    /// Sets the limits, in any order; equal ones are kept once.
    public mutating func setLimits(_ newLimits: [Limit]) {
        let ordered = newLimits.sorted { ($0.tally, $0.atMost) < ($1.tally, $1.atMost) }
        limits = ordered.enumerated().filter { $0.offset == 0 || $0.element != ordered[$0.offset - 1] }.map(
            \.element
        )
    }

    /// Adds so many tallies and returns the index of the first.
    public mutating func add(_ number: Int, sketched: Bool = true) -> Int32 {
        let first = Int32(count)
        hasSketch += Array(repeating: sketched, count: number)
        return first
    }
}
