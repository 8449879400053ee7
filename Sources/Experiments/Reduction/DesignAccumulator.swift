import OutputStatistics
import SimulationCore

/// What is kept of a design's replications: small sums of each, and distributions merged by section.
struct DesignAccumulator {
    /// How many sections the replications form for the intervals of quantiles, when their number is known.
    static let sectionCount = 10

    /// Sums of each replication, in index order, without distributions, week and journeys.
    private(set) var replications: [ReplicationObservations] = []
    /// Distributions by tally and section.
    private(set) var sections: [[QuantileSketch]]
    /// Areas by pool and hour of the week, over all replications.
    private(set) var week: [[PoolObservations.WeekSlot]] = []
    /// Replications that will come, or nil when that is not known.
    private let planned: Int?
    /// Replications in a section while their number is not known; sections are joined in pairs when there are too many.
    private var sectionSize = 1

    init(tallies: Int, planned: Int?) {
        self.planned = planned
        let number = planned.map { min($0, Self.sectionCount) } ?? 0
        sections = Array(repeating: Array(repeating: QuantileSketch(), count: number), count: tallies)
    }

    /// Sections that are complete: after an early stop the last one may not be.
    var completeSections: Int {
        guard let planned else { return replications.count / sectionSize }
        let number = min(planned, Self.sectionCount)
        return (0..<number).count { replications.count >= ($0 + 1) * planned / number }
    }

    /// Adds the next replication in index order.
    mutating func add(_ observations: ReplicationObservations) {
        let section = nextSection()
        for (tally, sketch) in observations.sketches.enumerated() {
            guard let sketch else { continue }
            sections[tally][section] = sections[tally][section].merged(with: sketch)
        }
        addWeek(observations.pools)
        addSums(of: observations)
    }

    /// Adds the next replication without its distributions and its week.
    mutating func addSums(of observations: ReplicationObservations) {
        var kept = observations
        kept.sketches = []
        kept.journeys = []
        for pool in kept.pools.indices { kept.pools[pool].week = [] }
        replications.append(kept)
    }

    /// The section that the next replication belongs to.
    private mutating func nextSection() -> Int {
        if let planned {
            let number = min(planned, Self.sectionCount)
            // Section s holds the replications from s × planned / number on.
            return ((replications.count + 1) * number - 1) / planned
        }
        if replications.count == 2 * Self.sectionCount * sectionSize { joinSections() }
        let section = replications.count / sectionSize
        if replications.count % sectionSize == 0 {
            for tally in sections.indices { sections[tally].append(QuantileSketch()) }
        }
        return section
    }

    /// Joins every two neighbouring sections into one.
    private mutating func joinSections() {
        sectionSize *= 2
        for tally in sections.indices {
            let old = sections[tally]
            sections[tally] = (0..<old.count / 2).map { old[2 * $0].merged(with: old[2 * $0 + 1]) }
        }
    }

    private mutating func addWeek(_ pools: [PoolObservations]) {
        guard !week.isEmpty else {
            week = pools.map(\.week)
            return
        }
        for (pool, observations) in pools.enumerated() {
            for (hour, slot) in observations.week.enumerated() {
                week[pool][hour].line += slot.line
                week[pool][hour].busy += slot.busy
                week[pool][hour].scheduled += slot.scheduled
                week[pool][hour].time += slot.time
            }
        }
    }
}
