import OutputStatistics
import SimulationCore

/// What is kept of a design's replications: small sums of each, and distributions merged by section.
struct DesignAccumulator {
    /// How many sections the replications form for the intervals of quantiles.
    static let sectionCount = 10

    /// Sums of each replication, in index order, without distributions, week and journeys.
    private(set) var replications: [ReplicationObservations] = []
    /// Distributions by tally and section.
    private(set) var sections: [[QuantileSketch]]
    /// Areas by pool and hour of the week, over all replications.
    private(set) var week: [[PoolObservations.WeekSlot]] = []
    private let planned: Int

    init(tallies: Int, planned: Int) {
        self.planned = planned
        sections = Array(
            repeating: Array(repeating: QuantileSketch(), count: min(planned, Self.sectionCount)),
            count: tallies
        )
    }

    /// Sections that are complete: after an early stop the last one may not be.
    var completeSections: Int {
        let number = min(planned, Self.sectionCount)
        return (0..<number).count { replications.count >= ($0 + 1) * planned / number }
    }

    /// Adds the next replication in index order.
    mutating func add(_ observations: ReplicationObservations) {
        let number = min(planned, Self.sectionCount)
        // Section s holds the replications from s × planned / number on.
        let section = ((replications.count + 1) * number - 1) / planned
        for (tally, sketch) in observations.sketches.enumerated() {
            guard let sketch else { continue }
            sections[tally][section] = sections[tally][section].merged(with: sketch)
        }
        addWeek(observations.pools)
        var kept = observations
        kept.sketches = []
        kept.journeys = []
        for pool in kept.pools.indices { kept.pools[pool].week = [] }
        replications.append(kept)
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
