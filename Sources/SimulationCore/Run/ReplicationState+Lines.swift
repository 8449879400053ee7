extension ReplicationState {
    /// Puts a strand at the end of the lines of a request.
    @inline(always)
    mutating func joinLines(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        joinings &+= 1
        if request.pointee.partCount == 1 {
            join(slot, request, request.pointee.pool, units: request.pointee.units, sibling: -1)
        } else {
            joinSeveral(slot, request)
        }
    }

    @inline(never)
    private mutating func joinSeveral(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        var last: Int32 = -1
        for place in stride(from: Int(request.pointee.partCount) - 1, through: 0, by: -1) {
            let part = parts[Int(request.pointee.firstPart) + place]
            join(slot, request, part.pool, units: part.units, sibling: last)
            last = strand(slot).pointee.firstNode
        }
    }

    /// Puts a strand at the end of one line.
    @inline(always)
    private mutating func join(
        _ slot: Int32,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ place: Int32,
        units: Int32,
        sibling: Int32
    ) {
        let strand = strand(slot)
        let pool = pools + Int(place)
        pool.pointee.settleLine(now)
        pool.pointee.lineLength &+= 1
        if pool.pointee.lineLength > pool.pointee.longestLine {
            pool.pointee.longestLine = pool.pointee.lineLength
        }
        let isInside =
            pool.pointee.mode == .open || !pool.pointee.hasEnded || isLetIn(strand, request, pool)
        let node = nodes.take(
            LineNode(
                strand: slot,
                pool: place,
                level: level(of: strand, request, pool),
                units: units,
                order: joinings,
                isInside: isInside,
                next: -1,
                previous: -1,
                sibling: sibling
            )
        )
        strand.pointee.firstNode = node
        if _fastPath(isInside) {
            placeInside(node, pool)
        } else {
            // It has gone home in the meantime; another pool's end of day no longer concerns it.
            strand.pointee.indoorsSince = .never
            nodes.append(node, to: outsideList(place))
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

    /// Lets a node inside again, at its place among those who are.
    mutating func placeBackInside(_ node: Int32, _ pool: UnsafeMutablePointer<PoolState>) {
        let entry = nodes.nodes + Int(node)
        entry.pointee.isInside = true
        pool.pointee.insideLength &+= 1
        pool.pointee.levels |= 1 << UInt64(entry.pointee.level)
        let list = lines + (Int(entry.pointee.pool) &* levelCount &+ Int(entry.pointee.level))
        nodes.insertByOrder(node, into: list)
    }

    /// Puts a node at the end of the line inside the doors.
    @inline(always)
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
            pool.pointee.settleLine(now)
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

    /// Hands units given back to the first in line, when the pool then stays as busy as it is.
    @inline(always)
    mutating func handOver(_ given: UnsafeMutablePointer<RequestRow>) -> Bool {
        let pool = pools + Int(given.pointee.pool)
        guard pool.pointee.levels != 0, pool.pointee.mode == .open, pool.pointee.available == 0 else {
            return false
        }
        let level = pool.pointee.levels.trailingZeroBitCount
        let list = lines + (Int(given.pointee.pool) &* levelCount &+ level)
        let head = list.pointee.head
        let node = nodes.nodes + Int(head)
        let slot = node.pointee.strand
        let request = requests + Int(requestIndex(of: slot))
        guard request.pointee.partCount == 1, node.pointee.units == given.pointee.units else { return false }
        let strand = strand(slot)
        pool.pointee.settleLine(now)
        pool.pointee.lineLength &-= 1
        pool.pointee.insideLength &-= 1
        pool.pointee.waitSum &+= now &- strand.pointee.joinTime
        let next = node.pointee.next
        list.pointee.head = next
        if next >= 0 {
            nodes.nodes[Int(next)].previous = -1
        } else {
            list.pointee.tail = -1
            pool.pointee.levels &= ~(1 &<< UInt64(level))
        }
        nodes.give(head)
        cancelEvent(of: strand)
        finishWaiting(slot, request)
        return true
    }

    /// Grants to those first in a pool's line as long as what they need is free.
    @inline(never)
    mutating func dispatch(_ pool: Int) {
        while pools[pool].levels != 0, pools[pool].available > 0 {
            let first = firstEligible(pool)
            guard first >= 0 else { break }
            let node = nodes.nodes[Int(first)]
            let request = requests + Int(requestIndex(of: node.strand))
            if request.pointee.partCount == 1 {
                if pools[pool].available < node.units { return }
                grant(node.strand, request)
            } else if !grantSeveral(node.strand, request) {
                return
            }
        }
        if pools[pool].mode == .overtime, firstEligible(pool) < 0 { close(pool) }
    }

    /// The first node of a pool's line whose strand waits for no closed part, or -1.
    @inline(__always)
    private mutating func firstEligible(_ pool: Int) -> Int32 {
        guard pools[pool].levels != 0 else { return -1 }
        let level = pools[pool].levels.trailingZeroBitCount
        let head = lines[pool &* levelCount &+ level].head
        let request = requests + Int(requestIndex(of: nodes.nodes[Int(head)].strand))
        return request.pointee.partCount == 1 ? head : firstEligibleOfAll(pool)
    }

    @inline(never)
    private mutating func firstEligibleOfAll(_ pool: Int) -> Int32 {
        for level in 0..<levelCount {
            var node = lines[pool * levelCount + level].head
            while node >= 0 {
                if !lacksOpenPart(nodes.nodes[Int(node)].strand) { return node }
                node = nodes.nodes[Int(node)].next
            }
        }
        return -1
    }

    /// Whether a part of what a strand waits for is closed to it.
    private mutating func lacksOpenPart(_ slot: Int32) -> Bool {
        var node = strand(slot).pointee.firstNode
        while node >= 0 {
            let entry = nodes.nodes[Int(node)]
            if pools[Int(entry.pool)].mode == .closed || !entry.isInside { return true }
            node = entry.sibling
        }
        return false
    }

    /// Lets those behind a strand that now lacks a part move up in the lines of its other parts.
    mutating func dispatchOtherParts(of pool: Int) {
        for level in 0..<levelCount {
            var node = lines[pool * levelCount + level].head
            while node >= 0 {
                var sibling = strand(nodes.nodes[Int(node)].strand).pointee.firstNode
                while sibling >= 0 {
                    let entry = nodes.nodes[Int(sibling)]
                    if Int(entry.pool) != pool { dispatch(Int(entry.pool)) }
                    sibling = entry.sibling
                }
                node = nodes.nodes[Int(node)].next
            }
        }
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

    /// Grants several pools' units when the strand is the first eligible in every line and all are free.
    @inline(never)
    private mutating func grantSeveral(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        let strand = strand(slot)
        var node = strand.pointee.firstNode
        while node >= 0 {
            let entry = nodes.nodes[Int(node)]
            let isFirst = entry.isInside && firstEligible(Int(entry.pool)) == node
            if !isFirst || pools[Int(entry.pool)].available < entry.units { return false }
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

    @inline(always)
    private mutating func finishWaiting(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
        let strand = strand(slot)
        if strand.pointee.isClosedOut, now > strand.pointee.joinTime {
            strand.pointee.closedTime &+= now &- strand.pointee.since
            strand.pointee.isClosedOut = false
        }
        noteGrant(strand, request)
        strand.pointee.row &+= 1
        strand.pointee.state = .ready
        ready.append(slot)
    }
}
