extension ReplicationState {
    /// Puts a strand at the end of the lines of a request.
    @inline(always)
    mutating func joinLines(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        at row: UnsafeMutablePointer<Instruction>
    ) {
        if Features.isGeneral {
            joinings &+= 1
            strand.pointee.closedTime = 0
            strand.pointee.state = .waiting
            if _slowPath(request.pointee.isNamed) { forgetLine(of: strand, request) }
        }
        strand.pointee.request = request
        strand.pointee.lengthAhead = lengthAhead(of: strand, row)
        let node = firstNode(of: strand)
        if isSingle(request) {
            join(
                strand,
                request,
                request.pointee.pool,
                request.pointee.poolIndex,
                request.pointee.units,
                node,
                at: row
            )
        } else {
            joinSeveral(strand, request, node, at: row)
        }
    }

    @inline(never)
    private mutating func joinSeveral(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ first: Int32,
        at row: UnsafeMutablePointer<Instruction>
    ) {
        for place in stride(from: request.pointee.partCount - 1, through: 0, by: -1) {
            let part = parts[Int(request.pointee.firstPart + place)]
            join(strand, request, pools + Int(part.pool), part.pool, part.units, first + place, at: row)
        }
    }

    /// Puts a strand at the end of one line.
    @inline(always)
    private mutating func join(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: UnsafeMutablePointer<PoolState>,
        _ place: Int32,
        _ units: Int32,
        _ node: Int32,
        at row: UnsafeMutablePointer<Instruction>
    ) {
        var key: Int64 = 0
        // What the strand would find, had it been its turn: it does not stand in the line itself.
        if Features.isGeneral, _slowPath(pool.pointee.isKeyed) {
            key = lineKey(of: strand, request, Int(place), at: row)
        }
        pool.pointee.lengthenLine(now)
        let level = level(of: strand, request, pool)
        let isInside =
            isOpen(pool) || !pool.pointee.hasEnded || isLetIn(strand, request, pool)
        if Features.isGeneral {
            let entry = strands.nodes + Int(node)
            entry.pointee.pool = place
            entry.pointee.level = level
            entry.pointee.order = joinings
            entry.pointee.units = units
            entry.pointee.isInside = isInside
            strands.lineKeys[Int(node)] = key
        }
        if _fastPath(isInside) {
            pool.pointee.levels |= 1 &<< UInt64(level)
            if Features.isGeneral, _slowPath(pool.pointee.isKeyed) {
                return strands.nodes.insert(node, byKeys: strands.lineKeys, into: pool.pointee.lines)
            }
            strands.nodes.append(node, to: pool.pointee.lines + Int(level))
        } else {
            // It has gone home in the meantime; another pool's end of day no longer concerns it.
            strand.pointee.indoorsSince = .never
            strands.nodes.append(node, to: outsideList(place))
        }
    }

    /// Length of the service that follows a strand's wait, or -1 when it depends on when it begins.
    ///
    /// Drawn while there is time: when the strand's turn has come, everything else would have to wait for the draw.
    @inline(__always)
    private mutating func lengthAhead(
        of strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> SimulationTime {
        let duration = Int(row.pointee.second)
        return duration >= 0 ? Self.ticks(drawn(durations + duration, strand)) : -1
    }

    /// The first of a strand's places in waiting lines; those in the lines of further parts follow it.
    @inline(__always)
    mutating func firstNode(of strand: UnsafeMutablePointer<Strand>) -> Int32 {
        Features.isGeneral
            ? strand.pointee.slot &<< Int32(truncatingIfNeeded: strands.partShift) : strand.pointee.slot
    }

    /// The places of a waiting strand in its lines.
    mutating func nodes(of strand: UnsafeMutablePointer<Strand>) -> Range<Int32> {
        let first = firstNode(of: strand)
        return first..<first + (strand.pointee.request?.pointee.partCount ?? 0)
    }

    /// The strand that waits at a place in a line.
    @inline(__always)
    mutating func owner(of node: Int32) -> UnsafeMutablePointer<Strand> {
        strands[Features.isGeneral ? node &>> Int32(truncatingIfNeeded: strands.partShift) : node]
    }

    /// What a waiting strand waits for.
    @inline(__always)
    mutating func request(of strand: UnsafeMutablePointer<Strand>) -> UnsafeMutablePointer<RequestRow> {
        strand.pointee.request.unsafelyUnwrapped
    }

    /// Whether a pool whose day has ended serves a strand all the same, because it came indoors before the end.
    private mutating func isLetIn(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: UnsafeMutablePointer<PoolState>
    ) -> Bool {
        guard request.pointee.isPresent, pool.pointee.dayEnd == .servesThoseInside,
            pool.pointee.lastServers > 0,
            strand.pointee.indoorsSince <= pool.pointee.endedAt,
            !pool.pointee.isNamed || serversWanted(by: strand, request) & pool.pointee.staying != 0
        else { return false }
        pool.pointee.mode = .overtime
        pool.pointee.overtimeServers = pool.pointee.lastServers
        return true
    }

    /// Lets a node inside again, at its place among those who are.
    mutating func placeBackInside(_ node: Int32, _ pool: UnsafeMutablePointer<PoolState>) {
        let entry = strands.nodes + Int(node)
        entry.pointee.isInside = true
        pool.pointee.levels |= 1 << UInt64(entry.pointee.level)
        let list = pool.pointee.lines + Int(entry.pointee.level)
        strands.nodes.insert(node, byKeys: strands.lineKeys, into: list)
    }

    /// The line of those who wait for the next opening.
    mutating func outsideList(_ pool: Int32) -> UnsafeMutablePointer<LineList> {
        // The list is a stored field of memory that does not move during a run.
        UnsafeMutableRawPointer(pools + Int(pool))
            .advanced(by: MemoryLayout<PoolState>.offset(of: \PoolState.outside) ?? 0)
            .assumingMemoryBound(to: LineList.self)
    }

    /// Takes a strand out of all its lines.
    mutating func leaveLines(_ strand: UnsafeMutablePointer<Strand>) {
        let request = request(of: strand)
        for node in nodes(of: strand) {
            let entry = strands.nodes + Int(node)
            let pool = Features.isGeneral ? pools + Int(entry.pointee.pool) : request.pointee.pool
            pool.pointee.settleLine(now)
            pool.pointee.lineLength &-= 1
            pool.pointee.waitSum &+= now &- strand.pointee.joinTime
            if !Features.isGeneral || entry.pointee.isInside {
                let level = Features.isGeneral ? entry.pointee.level : level(of: strand, request, pool)
                let list = pool.pointee.lines + Int(level)
                strands.nodes.remove(node, from: list)
                if list.pointee.head < 0 { pool.pointee.levels &= ~(1 << UInt64(level)) }
            } else {
                strands.nodes.remove(node, from: outsideList(entry.pointee.pool))
            }
            if Features.isGeneral, _slowPath(pool.pointee.blocks) { letIn(Int(entry.pointee.pool)) }
        }
    }

    /// Hands units given back to the first in line, when the pool then stays as busy as it is.
    @inline(always)
    mutating func handOver(_ given: UnsafeMutablePointer<RequestRow>) -> Bool {
        let pool = given.pointee.pool
        let levels = pool.pointee.levels
        guard levels != 0, isOpen(pool), pool.pointee.capacity == pool.pointee.busy else {
            return false
        }
        if Features.isGeneral,
            _slowPath(
                pool.pointee.isRandom || pool.pointee.isReserving || pool.pointee.isNamed
                    || pool.pointee.preempts
                    || pool.pointee.blocks
            )
        {
            return false
        }
        let level = levels.trailingZeroBitCount
        let list = pool.pointee.lines + level
        let node = list.pointee.head
        let strand = owner(of: node)
        let request = request(of: strand)
        guard isSingle(request), request.pointee.units == given.pointee.units else {
            return false
        }
        let wait = now &- strand.pointee.joinTime
        pool.pointee.settleLine(now)
        pool.pointee.lineLength &-= 1
        pool.pointee.waitSum &+= wait
        let next = strands.nodes[Int(node)].next
        list.pointee.head = next
        // No branch: whether the line is empty now cannot be foreseen.
        pool.pointee.levels = next < 0 ? levels & (levels &- 1) : levels
        cancelEvent(of: strand)
        finishWaiting(strand, request, after: wait)
        return true
    }

    /// Grants to those first in a pool's line as long as what they need is free.
    @inline(never)
    mutating func dispatch(_ pool: Int) {
        if Features.isGeneral, _slowPath(pools[pool].isNamed) { return dispatchNamed(pool) }
        while pools[pool].levels != 0, pools[pool].available > 0 || pools[pool].preempts {
            let first = firstEligible(pool)
            guard first >= 0 else { break }
            let strand = owner(of: first)
            let request = request(of: strand)
            if request.pointee.partCount == 1 {
                if pools[pool].available < request.pointee.units, !preemptOthers(for: strand, at: pool) {
                    return
                }
                leaveLines(strand)
                cancelEvent(of: strand)
                if pools[pool].isRandom, !strand.pointee.isResuming { pools[pool].callsByChance &+= 1 }
                take(request.pointee.pool, units: request.pointee.units, for: strand)
                finishWaitingApart(strand, request)
            } else if !grantSeveral(strand, request) {
                return
            }
        }
        if pools[pool].mode == .overtime, !hasAnyoneToServe(pool) { close(pool) }
    }

    /// Lets those behind a strand that now lacks a part move up in the lines of its other parts.
    mutating func dispatchOtherParts(of pool: Int) {
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                for sibling in nodes(of: owner(of: node)) {
                    let other = Int(strands.nodes[Int(sibling)].pool)
                    if other != pool { dispatch(other) }
                }
                node = strands.nodes[Int(node)].next
            }
        }
    }

    /// Grants several pools' units when the strand is the first eligible in every line and all are free.
    @inline(never)
    private mutating func grantSeveral(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        for node in nodes(of: strand) {
            let entry = strands.nodes[Int(node)]
            let isFirst = entry.isInside && firstEligible(Int(entry.pool)) == node
            if !isFirst || pools[Int(entry.pool)].available < entry.units { return false }
        }
        leaveLines(strand)
        cancelEvent(of: strand)
        takeAll(request, for: strand)
        finishWaitingApart(strand, request)
        // Those behind it in its other lines may now be first.
        for place in 0..<Int(request.pointee.partCount) {
            dispatch(Int(parts[Int(request.pointee.firstPart) + place].pool))
        }
        return true
    }

    @inline(always)
    private mutating func finishWaiting(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        after wait: SimulationTime
    ) {
        if Features.isGeneral, _slowPath(strand.pointee.isClosedOut), wait > 0 {
            strand.pointee.closedTime &+= now &- strand.pointee.since
            strand.pointee.isClosedOut = false
        }
        noteGrant(strand, request, after: wait, closedTime: strand.pointee.closedTime)
        if Features.isGeneral, _slowPath(strand.pointee.isResuming) { return resumeService(strand) }
        let row = strand.pointee.row + 1
        strand.pointee.row = row
        let length = strand.pointee.lengthAhead
        // Service begins with the grant; what else follows waits for its turn.
        if _fastPath(length >= 0) {
            beginService(strand, row, until: now &+ length)
        } else if row.pointee.opcode == .serve {
            serve(strand, row)
        } else {
            strand.pointee.state = .ready
            makeReady(strand.pointee.slot)
        }
    }

    @inline(never)
    mutating func finishWaitingApart(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        finishWaiting(strand, request, after: now &- strand.pointee.joinTime)
    }
}
