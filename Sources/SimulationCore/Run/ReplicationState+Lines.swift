extension ReplicationState {
    /// Puts a strand at the end of the lines of a request.
    @inline(__always)
<<<<<<< HEAD
    mutating func seize(_ slot: Int32, _ row: Instruction) -> Bool {
        let request = requests + Int(row.first)
        let strand = strand(slot)
        let pool = pools + Int(request.pointee.pool)
        strand.pointee.joinTime = now
        strand.pointee.closedTime = 0
        if strand.pointee.indoorsSince == .never, request.pointee.isPresent, !pool.pointee.hasEnded {
            strand.pointee.indoorsSince = now
        }
        if request.pointee.partCount == 1, pool.pointee.mode == .open, pool.pointee.lineLength == 0,
            pool.pointee.available >= request.pointee.units
        {
            take(request.pointee.pool, units: request.pointee.units)
            strand.pointee.ahead = 0
            noteGrant(strand, request)
            strand.pointee.row &+= 1
            return true
        }
        return seizeFromLine(slot, request)
    }

    /// Joins the lines of a request, unless one is full or the strand turns away.
    @inline(never)
    private mutating func seizeFromLine(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        let strand = strand(slot)
        let first = pools + Int(request.pointee.pool)
        strand.pointee.ahead = first.pointee.lineLength
        if !canBeGrantedAtOnce(strand, request) {
            if isFull(request) {
                if isRecorded(strand) { record(.refused, strand, from: now, subject: request.pointee.pool) }
                strand.pointee.row = request.pointee.refusalRow
                return true
            }
            if request.pointee.hasBalking, balks(strand, first.pointee.lineLength) {
                if isRecorded(strand) { record(.balked, strand, from: now, subject: request.pointee.pool) }
                strand.pointee.row = request.pointee.balkingRow
                return true
            }
        }
        strand.pointee.state = .waiting
        strand.pointee.isClosedOut = false
        joinLines(slot, request)
        for part in 0..<Int(request.pointee.partCount) {
            dispatch(Int(parts[Int(request.pointee.firstPart) + part].pool))
            // The strand itself may have been granted; it then stands in the ready queue.
            if strand.pointee.state != .waiting { return false }
        }
        beginWaiting(slot, request)
        return false
    }

    /// Whether nobody of the strand's rank or above waits in any line of a request and all units are free.
    private mutating func canBeGrantedAtOnce(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        for place in 0..<Int(request.pointee.partCount) {
            let part = parts[Int(request.pointee.firstPart) + place]
            let pool = pools + Int(part.pool)
            let level = level(of: strand, request, pool)
            let ahead = pool.pointee.levels & ((UInt64(2) << UInt64(level)) &- 1)
            if pool.pointee.mode != .open || ahead != 0 || pool.pointee.available < part.units {
                return false
            }
        }
        return true
    }

    private mutating func isFull(_ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        for place in 0..<Int(request.pointee.partCount) {
            let pool = pools + Int(parts[Int(request.pointee.firstPart) + place].pool)
            if pool.pointee.lineLimit >= 0, pool.pointee.lineLength >= pool.pointee.lineLimit { return true }
        }
        return false
    }

    private mutating func balks(_ strand: UnsafeMutablePointer<Strand>, _ length: Int32) -> Bool {
        let plan = program.requests[Int(instructions[Int(strand.pointee.row)].first)]
        let chance = plan.balking.last { $0.fromLength <= length }?.chance ?? 0
        guard chance > 0 else { return false }
        var stream = stream(plan.balkingDraw, strand)
        return stream.unitInterval() < chance
    }

    @inline(__always)
    private mutating func level(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: UnsafeMutablePointer<PoolState>
    ) -> Int32 {
        guard pool.pointee.usesPriority else { return 0 }
        return request.pointee.priority >= 0
            ? request.pointee.priority : tables.classPriorities[Int(strand.pointee.classIndex)]
    }

    private mutating func joinLines(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
=======
    mutating func joinLines(_ slot: Int32, _ request: UnsafeMutablePointer<RequestRow>) {
>>>>>>> f42583a0024848bfcbed14f193b4e6844a1e5c82
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

<<<<<<< HEAD
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

=======
    /// Puts a node at the end of the line inside the doors.
>>>>>>> f42583a0024848bfcbed14f193b4e6844a1e5c82
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
<<<<<<< HEAD

    // MARK: Shifts

    /// Applies a pool's next change of capacity.
    mutating func changeCapacity(of pool: Int) {
        let plan = program.pools[pool].capacity
        let change = plan[pools[pool].nextChange]
        pools[pool].nextChange += 1
        if pools[pool].nextChange < plan.count {
            let next = plan[pools[pool].nextChange].moment
            if next < horizon {
                _ = calendar.insert(at: next, .shift, payload: EventAction.shift.payload(Int32(pool)))
            }
        }
        settleBusy(Int32(pool))
        pools[pool].settleCapacity(now)
        let before = pools[pool].capacity
        pools[pool].capacity = change.servers
        if change.servers > 0 {
            open(pool)
            return
        }
        pools[pool].hasEnded = change.endsDay
        if change.endsDay {
            pools[pool].endedAt = now
            pools[pool].lastServers = before
        }
        if change.endsDay, pools[pool].servesThoseInside {
            sendAbsentOutside(pool)
            if before > 0, pools[pool].insideLength > 0 {
                pools[pool].mode = .overtime
                pools[pool].overtimeServers = before
                return dispatch(pool)
            }
        }
        close(pool)
    }

    /// Lets those who do not wait in person wait for the next opening: nobody works overtime for them.
    private mutating func sendAbsentOutside(_ pool: Int) {
        for level in 0..<levelCount {
            let list = lines + (pool * levelCount + level)
            var node = list.pointee.head
            while node >= 0 {
                let entry = nodes.nodes[Int(node)]
                let request = requests + Int(requestIndex(of: entry.strand))
                if !request.pointee.isPresent {
                    nodes.remove(node, from: list)
                    nodes.nodes[Int(node)].isInside = false
                    nodes.append(node, to: outsideList(Int32(pool)))
                    pools[pool].insideLength -= 1
                    if Int(request.pointee.pool) == pool { suspendWaiting(entry.strand, request) }
                }
                node = entry.next
            }
            if list.pointee.head < 0 { pools[pool].levels &= ~(1 << UInt64(level)) }
        }
    }

    private mutating func open(_ pool: Int) {
        let wasOpen = pools[pool].mode == .open
        pools[pool].mode = .open
        pools[pool].hasEnded = false
        if !wasOpen {
            while true {
                let node = pools[pool].outside.head
                if node < 0 { break }
                nodes.remove(node, from: outsideList(Int32(pool)))
                placeInside(node, pools + pool)
            }
            forEachWaiting(at: pool) { state, slot, request in state.resumeWaiting(slot, request) }
        }
        dispatch(pool)
    }

    /// Ends a pool's service to those waiting.
    private mutating func close(_ pool: Int) {
        pools[pool].mode = .closed
        forEachWaiting(at: pool) { state, slot, request in state.suspendWaiting(slot, request) }
    }

    /// Calls a function for every strand inside whose first pool this is, in the order of the line.
    private mutating func forEachWaiting(
        at pool: Int,
        _ body: (inout ReplicationState, Int32, UnsafeMutablePointer<RequestRow>) -> Void
    ) {
        for level in 0..<levelCount {
            var node = lines[pool * levelCount + level].head
            while node >= 0 {
                let entry = nodes.nodes[Int(node)]
                let request = requests + Int(requestIndex(of: entry.strand))
                if Int(request.pointee.pool) == pool, strand(entry.strand).pointee.state == .waiting {
                    body(&self, entry.strand, request)
                }
                node = entry.next
            }
        }
    }
=======
>>>>>>> f42583a0024848bfcbed14f193b4e6844a1e5c82
}
