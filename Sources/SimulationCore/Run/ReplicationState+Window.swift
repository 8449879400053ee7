/// The hour-of-week profile of a run.
struct WeekState {
    let plan: WeekProfilePlan?
    /// Areas by pool and slot.
    var slots: [[PoolObservations.WeekSlot]]
    /// Areas at the last change, by pool.
    var before: [PoolState.Areas]
    var next = 0
    var slot = -1
    var since: SimulationTime = 0

    init(_ plan: WeekProfilePlan?, pools: Int) {
        self.plan = plan
        let empty = plan == nil ? [] : [PoolObservations.WeekSlot](repeating: .init(), count: 168)
        slots = Array(repeating: empty, count: pools)
        before = Array(repeating: PoolState.Areas(), count: pools)
    }

    /// Whether a profile is kept.
    var isKept: Bool { plan != nil }
}

extension ReplicationState {
    /// Adds the areas since the last hour to its slot, and moves on.
    mutating func advanceWeek() {
        settleWeek()
        guard let plan = week.plan, week.next < plan.moments.count else { return }
        week.slot = Int(plan.slots[week.next])
        week.next += 1
        if week.next < plan.moments.count, plan.moments[week.next] < horizon {
            let moment = plan.moments[week.next]
            _ = calendar.insert(at: moment, .shift, payload: EventAction.weekSlot.payload(0))
        }
    }

    private mutating func settleWeek() {
        for pool in 0..<program.pools.count {
            pools[pool].settleLine(now)
            pools[pool].settleServers(now)
            pools[pool].settleBusy(now)
            pools[pool].settleCapacity(now)
            let areas = pools[pool].areas
            let before = week.before[pool]
            if week.slot >= 0, week.since >= warmUp {
                week.slots[pool][week.slot].line += Int64(areas.line - before.line)
                week.slots[pool][week.slot].busy += Int64(areas.held - before.held)
                week.slots[pool][week.slot].scheduled += Int64(areas.scheduled - before.scheduled)
                week.slots[pool][week.slot].time += now - week.since
            }
            week.before[pool] = areas
        }
        week.since = now
    }

    /// Begins the observed window: what has been observed so far is left out.
    mutating func beginWindow() {
        hasWindow = true
        if week.isKept { settleWeek() }
        settleAreas()
        areasAtWarmUp = (0..<program.pools.count).map { pools[$0].areas }
        presentAtWarmUp = presentArea()
        for place in 0..<classCount { arrivals[place].madeBeforeWindow = arrivals[place].made }
        for pool in 0..<program.pools.count {
            pools[pool].clearTimes()
            pools[pool].clearServers(now)
        }
    }

    /// Brings all areas up to the present moment.
    private mutating func settleAreas() {
        for pool in 0..<program.pools.count {
            pools[pool].settleLine(now)
            pools[pool].settleServers(now)
            pools[pool].settleBusy(now)
            pools[pool].settleCapacity(now)
        }
    }

    /// Brings all areas up to the end of the run.
    mutating func settle() {
        tallies.addUp()
        addTalliedTimes()
        if week.isKept { settleWeek() }
        settleAreas()
    }

    /// Adds to the kinds of time what a plain run has in tallies only.
    private mutating func addTalliedTimes() {
        if Features.isGeneral { return }
        for (first, kind) in tables.talliedKinds {
            for place in 0..<classCount {
                let sum = tallies.sum(of: Int(first) + place)
                accounts[place].kindSums[Int(kind)].add(total: sum)
            }
        }
    }

    // MARK: Self-checks

    /// Checks the laws that hold on every path; exact (modulo 2⁶⁴), since times are whole numbers.
    mutating func check() throws(ReplicationFailure) {
        try checkConservation()
        var ages: Int64 = 0
        var kindSum = kindTimesInAll()
        var strandsPresent = [Int64](repeating: 0, count: classCount)
        var waits = [Int64](repeating: 0, count: program.pools.count)
        for slot in 0..<strands.capacity {
            let strand = strand(Int32(slot)).pointee
            guard strand.state != .free else { continue }
            if Int(strand.root) == slot {
                ages &+= now - strand.arrivalTime
                let times = StrandTable.times(of: self.strand(Int32(slot)))
                for kind in 0..<kindCount { kindSum &-= times[kind] }
                strandsPresent[Int(strand.classIndex)] += 1
            }
            guard strand.state == .waiting else { continue }
            for node in nodes(of: self.strand(Int32(slot))) {
                waits[Int(strands.nodes[Int(node)].pool)] &+= now - strand.joinTime
            }
        }
        for place in 0..<classCount {
            if arrivals[place].made == accounts[place].left + strandsPresent[place] { continue }
            throw .selfCheck("entities of class \(program.classes[place].name) are lost or doubled")
        }
        if Int64(truncatingIfNeeded: presentArea()) != staySum &+ ages {
            throw .selfCheck("Little's identity fails for the entities present")
        }
        if kindSum != staySum {
            throw .selfCheck("kinds of time do not add up to times in system")
        }
        for pool in 0..<program.pools.count {
            let areas = pools[pool].areas
            if Int64(truncatingIfNeeded: areas.line) != pools[pool].waitSum &+ waits[pool] {
                throw .selfCheck("Little's identity fails for the line of pool \(pool)")
            }
            let held = pools[pool].heldSum &+ now &* Int64(pools[pool].busy)
            if Int64(truncatingIfNeeded: areas.held) != held {
                throw .selfCheck("busy time of pool \(pool) differs from the time its servers were held")
            }
            if areas.held - areas.overtime > areas.scheduled {
                throw .selfCheck("pool \(pool) was busy for longer than scheduled")
            }
        }
    }

    private mutating func checkConservation() throws(ReplicationFailure) {
        let inLine = (0..<program.pools.count).allSatisfy { pools[$0].lineLength >= 0 && pools[$0].busy >= 0 }
        if !inLine { throw .selfCheck("a pool has fewer than no servers busy or strands waiting") }
        let net = (0..<classCount).reduce(Int64(0)) { $0 + arrivals[$1].made - accounts[$1].left }
        if net != present {
            throw .selfCheck("entities in differ from entities out and present")
        }
    }

    /// All time by kind, modulo 2⁶⁴.
    private mutating func kindTimesInAll() -> Int64 {
        (0..<(classCount + 1) * StrandTable.kindLimit).reduce(Int64(0)) {
            $0 &+ Int64(truncatingIfNeeded: kindSums[$1].total)
        }
    }

    // MARK: Results

    /// What was observed in the window.
    mutating func observations() -> ReplicationObservations {
        var classes = classObservations()
        for slot in 0..<strands.capacity {
            let strand = strand(Int32(slot)).pointee
            guard strand.state != .free, Int(strand.root) == slot, strand.arrivalTime >= warmUp else {
                continue
            }
            classes[Int(strand.classIndex)].present += 1
            let times = StrandTable.times(of: self.strand(Int32(slot)))
            for kind in 0..<kindCount {
                classes[Int(strand.classIndex)].kindTimes[kind] -= Int128(times[kind])
            }
            classes[Int(strand.classIndex)].presentAge += Int128(now - strand.arrivalTime)
        }
        var poolRows: [PoolObservations] = []
        for pool in 0..<program.pools.count { poolRows.append(poolObservations(pool)) }
        return ReplicationObservations(
            index: index,
            tallies: tallies.allSums,
            within: tallies.allWithin,
            sketches: tallies.allSketches,
            pools: poolRows,
            classes: classes,
            responders: responders,
            groupings: groupingObservations(),
            window: now - warmUp,
            presentArea: presentArea() - presentAtWarmUp,
            events: events.count,
            loopsStopped: loopsStopped,
            peakStrands: strands.capacity,
            journeys: journeys
        )
    }

    private mutating func classObservations() -> [ClassObservations] {
        var rows: [ClassObservations] = []
        for place in 0..<classCount {
            var row = ClassObservations(outcomes: [], kindTimes: [])
            row.arrived = arrivals[place].made - arrivals[place].madeBeforeWindow
            for outcome in 0..<outcomeCount { row.outcomes.append(outcomes[place * outcomeCount + outcome]) }
            for kind in 0..<kindCount {
                row.kindTimes.append(kindSums[place * StrandTable.kindLimit + kind].total)
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func poolObservations(_ pool: Int) -> PoolObservations {
        let state = pools[pool]
        let areas = state.areas
        let before = areasAtWarmUp.isEmpty ? PoolState.Areas() : areasAtWarmUp[pool]
        let lengths = Int(PoolState.lastLength) + 1
        func used(_ times: UnsafeMutablePointer<SimulationTime>) -> [SimulationTime] {
            let all = (0..<lengths).map { times[pool * lengths + $0] }
            let last = all.lastIndex { $0 > 0 } ?? 0
            return Array(all[...last])
        }
        return PoolObservations(
            lineArea: areas.line - before.line,
            busyArea: areas.held - areas.overtime - (before.held - before.overtime),
            overtimeArea: areas.overtime - before.overtime,
            scheduledArea: areas.scheduled - before.scheduled,
            longestLine: state.longestLine,
            lineTimes: used(lineTimes),
            busyTimes: used(busyTimes),
            week: week.slots[pool],
            servers: pools[pool].serverObservations(now)
        )
    }
}
