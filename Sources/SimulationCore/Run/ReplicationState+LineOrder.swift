import RandomStreams

/// Who of a line is next.
extension ReplicationState {
    /// What a place in the line of a pool is ordered by.
    @inline(never)
    mutating func lineKey(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: Int,
        at row: UnsafeMutablePointer<Instruction>
    ) -> Int64 {
        switch program.pools[pool].order {
        case .lastJoined: return -joinings
        case .length:
            let service = row + 1
            guard service.pointee.opcode == .serve else { return .max }
            return end(of: service.pointee.first, strand, from: now) &- now
        case .joiningAfter(let delays): return now &+ delays[Int(rank(of: strand, request))]
        case .dueDate: return dueDate(of: strand, at: row)
        case .joining, .level, .drawn: return 0
        }
    }

    /// When a strand that waits at a row is to be served at the latest, or `.never`.
    private mutating func dueDate(
        of strand: UnsafeMutablePointer<Strand>,
        at row: UnsafeMutablePointer<Instruction>
    ) -> SimulationTime {
        let plan = program.requests[Int(row.pointee.first)]
        guard !plan.due.isEmpty, plan.due[Int(strand.pointee.classIndex)] >= 0 else { return .never }
        let duration = plan.due[Int(strand.pointee.classIndex)]
        guard plan.isDueByArrival else { return end(of: duration, strand, from: now) }
        let draw = tables.durationPlans[Int(duration)].draw
        let length = sample(draw, strand, Occurrence())
        return end(of: duration, drawn: length, from: root(of: strand).pointee.arrivalTime)
    }

    /// Whether somebody inside waits for nothing that is closed.
    mutating func hasAnyoneToServe(_ pool: Int) -> Bool {
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                if !lacksOpenPart(owner(of: node)) { return true }
                node = strands.nodes[Int(node)].next
            }
        }
        return false
    }

    /// Whether a part of what a strand waits for is closed to it.
    private mutating func lacksOpenPart(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        for node in nodes(of: strand) {
            let entry = strands.nodes[Int(node)]
            if pools[Int(entry.pool)].mode == .closed || !entry.isInside { return true }
        }
        return false
    }

    /// The first node of a pool's line whose strand waits for no closed part, or -1.
    @inline(__always)
    mutating func firstEligible(_ pool: Int) -> Int32 {
        guard pools[pool].levels != 0 else { return -1 }
        if Features.isGeneral, _slowPath(pools[pool].isRandom) { return nextByChance(pool) }
        let head = pools[pool].lines[pools[pool].levels.trailingZeroBitCount].head
        let isSingle = request(of: owner(of: head)).pointee.partCount == 1
        return isSingle && !pools[pool].isReserving ? head : firstEligibleOfAll(pool)
    }

    /// The node that a random line calls up next; the same however often it is asked.
    @inline(never)
    private mutating func nextByChance(_ pool: Int) -> Int32 {
        guard case .drawn(let purpose) = program.pools[pool].order else { return -1 }
        var waiting: [Int32] = []
        var node = pools[pool].lines[0].head
        while node >= 0 {
            waiting.append(node)
            node = strands.nodes[Int(node)].next
        }
        // Who goes on with a service that was suspended comes first.
        if strands.lineKeys[Int(waiting[0])] == .min { return waiting[0] }
        var stream = sharedStream(purpose, pools[pool].callsByChance)
        return waiting[Int(stream.unitInterval() * Double(waiting.count))]
    }

    @inline(never)
    private mutating func firstEligibleOfAll(_ pool: Int) -> Int32 {
        // Who waits for servers that are shared goes before others who want these, but not before those who have some kept.
        var areSharedWanted = false
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                let units = strands.nodes[Int(node)].units
                let isShort =
                    areSharedWanted && pools[pool].usesShared(units, for: Int(strand.pointee.classIndex))
                if !isShort, !lacksPart(strand, besides: pool) {
                    if !isKeptForOthers(pools + pool, units, strand) { return node }
                    areSharedWanted = true
                }
                node = strands.nodes[Int(node)].next
            }
        }
        return -1
    }

    /// Whether a part of what a strand waits for is closed to it, or kept for others in another pool than this.
    private mutating func lacksPart(_ strand: UnsafeMutablePointer<Strand>, besides pool: Int) -> Bool {
        if lacksOpenPart(strand) { return true }
        for node in nodes(of: strand) {
            let entry = strands.nodes[Int(node)]
            if Int(entry.pool) != pool, isKeptForOthers(pools + Int(entry.pool), entry.units, strand) {
                return true
            }
        }
        return false
    }
}
