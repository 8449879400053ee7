extension ReplicationState {
    /// Puts a strand at the end of the lines of a request.
    @inline(__always)
    mutating func joinLines(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        let strand = strand(slot)
        strand.pointee.firstNode = -1
        for place in stride(from: Int(request.pointee.partCount) - 1, through: 0, by: -1) {
            let part = parts[Int(request.pointee.firstPart) + place]
            let pool = pools + Int(part.pool)
            settleLine(part.pool)
            pool.pointee.lineLength &+= 1
            pool.pointee.longestLine = max(pool.pointee.longestLine, pool.pointee.lineLength)
            let isInside =
                pool.pointee.mode == .open || !pool.pointee.hasEnded || isLetIn(strand, request, pool)
            let node = nodes.take(
                LineNode(
                    strand: slot,
                    pool: part.pool,
                    level: level(of: strand, request, pool),
                    units: part.units,
                    isInside: isInside,
                    next: -1,
                    previous: -1,
                    sibling: strand.pointee.firstNode
                )
            )
            strand.pointee.firstNode = node
            if isInside { placeInside(node, pool) } else { nodes.append(node, to: outsideList(part.pool)) }
        }
    }

    /// Whether a pool whose day has ended serves a strand all the same, because it came indoors before the end.
    private mutating func isLetIn(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: UnsafeMutablePointer<PoolState>
    ) -> Bool {
        guard request.pointee.isPresent, pool.pointee.servesThoseInside, pool.pointee.lastServers > 0,
            strand.pointee.indoorsSince <= pool.pointee.endedAt
        else { return false }
        pool.pointee.mode = .overtime
        pool.pointee.overtimeServers = pool.pointee.lastServers
        return true
    }

    /// Puts a node at the end of the line inside the doors.
    @inline(__always)
    mutating func placeInside(_ node: Int32, _ pool: UnsafeMutablePointer<PoolState>) {
        let entry = nodes.nodes + Int(node)
        entry.pointee.isInside = true
        pool.pointee.insideLength &+= 1
        pool.pointee.levels |= 1 << UInt64(entry.pointee.level)
        nodes.append(node, to: lines + (Int(entry.pointee.pool) &* levelCount &+ Int(entry.pointee.level)))
    }

    /// The line of those who wait for the next opening.
    mutating func outsideList(_ pool: Int32) -> UnsafeMutablePointer<LineList> {
        // The list is a stored field of memory that does not move during a run.
        UnsafeMutableRawPointer(pools + Int(pool))
            .advanced(by: MemoryLayout<PoolState>.offset(of: \PoolState.outside) ?? 0)
            .assumingMemoryBound(to: LineList.self)
    }

    /// Takes a strand out of all its lines.
    @inline(__always)
    mutating func leaveLines(_ strand: UnsafeMutablePointer<Strand>) {
        var node = strand.pointee.firstNode
        while node >= 0 {
            let entry = nodes.nodes[Int(node)]
            let pool = pools + Int(entry.pool)
            settleLine(entry.pool)
            pool.pointee.lineLength &-= 1
            pool.pointee.waitSum &+= now &- strand.pointee.joinTime
            if entry.isInside {
                let list = lines + (Int(entry.pool) &* levelCount &+ Int(entry.level))
                nodes.remove(node, from: list)
                pool.pointee.insideLength &-= 1
                if list.pointee.head < 0 { pool.pointee.levels &= ~(1 << UInt64(entry.level)) }
            } else {
                nodes.remove(node, from: outsideList(entry.pool))
            }
            nodes.give(node)
            node = entry.sibling
        }
        strand.pointee.firstNode = -1
    }

    /// Grants to those first in a pool's line as long as what they need is free.
    @inline(__always)
    mutating func dispatch(_ pool: Int) {
        while pools[pool].levels != 0, pools[pool].available > 0 {
            let level = pools[pool].levels.trailingZeroBitCount
            let head = lines[pool &* levelCount &+ level].head
            let node = nodes.nodes[Int(head)]
            let request = requests + Int(requestIndex(of: node.strand))
            if request.pointee.partCount == 1 {
                if pools[pool].available < node.units { return }
                grant(node.strand, request)
            } else {
                if !grantSeveral(node.strand, request) { return }
            }
        }
        if pools[pool].mode == .overtime, pools[pool].insideLength == 0 { close(pool) }
    }

    @inline(__always)
    mutating func requestIndex(of slot: Int32) -> Int32 {
        instructions[Int(strand(slot).pointee.row)].first
    }

    @inline(__always)
    private mutating func grant(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        let strand = strand(slot)
        leaveLines(strand)
        cancelEvent(of: strand)
        take(request.pointee.pool, units: request.pointee.units)
        finishWaiting(slot, request)
    }

    /// Grants several pools' units when the strand is first in every line and all are free.
    @inline(never)
    private mutating func grantSeveral(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        let strand = strand(slot)
        var node = strand.pointee.firstNode
        while node >= 0 {
            let entry = nodes.nodes[Int(node)]
            let pool = pools + Int(entry.pool)
            let level = pool.pointee.levels == 0 ? 0 : pool.pointee.levels.trailingZeroBitCount
            let isFirst = entry.isInside && lines[Int(entry.pool) * levelCount + level].head == node
            if !isFirst || pool.pointee.available < entry.units { return false }
            node = entry.sibling
        }
        leaveLines(strand)
        cancelEvent(of: strand)
        takeAll(request)
        finishWaiting(slot, request)
        // Those behind it in its other lines may now be first.
        for place in 0..<Int(request.pointee.partCount) {
            dispatch(Int(parts[Int(request.pointee.firstPart) + place].pool))
        }
        return true
    }

    @inline(__always)
    private mutating func finishWaiting(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        let strand = strand(slot)
        if strand.pointee.isClosedOut, now > strand.pointee.joinTime {
            strand.pointee.closedTime &+= now &- strand.pointee.since
            strand.pointee.isClosedOut = false
        }
        noteGrant(strand, request)
        strand.pointee.state = .ready
        strand.pointee.row &+= 1
        ready.append(slot)
    }

    @inline(__always)
    mutating func settleLine(_ pool: Int32) {
        pools[Int(pool)].settleLine(now, times: lineTimes + Int(pool) &* (Int(PoolState.lastLength) &+ 1))
    }

    @inline(__always)
    mutating func settleBusy(_ pool: Int32) {
        pools[Int(pool)].settleBusy(now, times: busyTimes + Int(pool) &* (Int(PoolState.lastLength) &+ 1))
    }
}
