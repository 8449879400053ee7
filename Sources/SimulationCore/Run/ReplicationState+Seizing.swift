import RandomStreams

extension ReplicationState {
    /// Asks for the resources of a row; true when they were granted at once or the strand goes another way.
    @inline(always)
    mutating func seize(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        let request = requests + Int(row.pointee.first)
        let pool = request.pointee.pool
        strand.pointee.joinTime = now
        if Features.isGeneral, isRecording { strand.pointee.ahead = pool.pointee.lineLength }
        if Features.isGeneral, tracksIndoors { noteIndoors(strand, request) }
        let isShort =
            isSingle(request)
            && (available(pool) < request.pointee.units
                || isKeptForOthers(pool, request.pointee.units, strand) || lacksServer(strand, request))
        if _fastPath(!isShort), isSingle(request), isOpen(pool), pool.pointee.levels == 0 {
            if Features.isGeneral, _slowPath(pool.pointee.suspends) { noteOrder(of: strand) }
            takeServer(request, for: strand)
            take(pool, units: request.pointee.units, for: strand)
            noteGrant(strand, request, after: 0, closedTime: 0)
            strand.pointee.row += 1
            return true
        }
        if isShort, isOpen(pool), request.pointee.joinsFreely {
            joinLines(strand, request, at: row)
            beginWaiting(strand, request)
            return false
        }
        return seizeFromLine(strand, request, isShort: isShort)
    }

    /// Notes since when a strand has been indoors when it comes to a pool.
    @inline(__always)
    private mutating func noteIndoors(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        if !request.pointee.isPresent {
            strand.pointee.indoorsSince = .never
        } else if strand.pointee.indoorsSince == .never, !request.pointee.pool.pointee.hasEnded {
            strand.pointee.indoorsSince = now
        }
    }

    /// Takes what is free although others wait, or joins the lines unless one is full or the strand turns away.
    ///
    /// `isShort` says that a single pool has too few free.
    @inline(never)
    private mutating func seizeFromLine(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        isShort: Bool
    ) -> Bool {
        let pool = request.pointee.pool
        if !isShort, canBeGrantedAtOnce(strand, request) || hasServerKept(strand, request) {
            if pool.pointee.suspends { noteOrder(of: strand) }
            takeAll(request, for: strand)
            noteGrant(strand, request, after: 0, closedTime: 0)
            strand.pointee.row += 1
            return true
        }
        if request.pointee.isPresent, !request.pointee.isForGroup, isSentAway(request) {
            if isRecorded(strand) { record(.sentAway, strand, from: now, subject: request.pointee.poolIndex) }
            strand.pointee.row = instructions + Int(request.pointee.sendingAwayRow)
            return true
        }
        if request.pointee.isPresent, !request.pointee.isForGroup,
            !pool.pointee.blocks, isShort ? pool.pointee.isFull : isAnyFull(request)
        {
            if isRecorded(strand) { record(.refused, strand, from: now, subject: request.pointee.poolIndex) }
            strand.pointee.row = instructions + Int(request.pointee.refusalRow)
            return true
        }
        if request.pointee.hasBalking, balks(strand, pool.pointee.lineLength) {
            if isRecorded(strand) { record(.balked, strand, from: now, subject: request.pointee.poolIndex) }
            strand.pointee.row = instructions + Int(request.pointee.balkingRow)
            return true
        }
        joinApart(strand, request)
        if isShort, pool.pointee.preempts { dispatch(Int(request.pointee.poolIndex)) }
        // A pool that has closed may stay on for the strand, or for others; a random line may now call up another.
        // An entity's own server may have changed since others of it joined, and those who want servers of several pools may
        // have come to lack some that are kept for others.
        let mayHaveChanged = pool.pointee.isRandom || pool.pointee.isNamed || reserves
        if !isShort || !isOpen(pool) || mayHaveChanged { dispatchAll(request, for: strand) }
        return false
    }

    @inline(never)
    private mutating func joinApart(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        joinLines(strand, request, at: strand.pointee.row)
        if request.pointee.isNamed { chooseLine(strand, request) }
        beginWaiting(strand, request)
    }

    /// Serves a strand that has just joined its lines if servers are free all the same: of a pool that stays on for it,
    /// or past strands that lack a part.
    @inline(never)
    private mutating func dispatchAll(
        _ request: UnsafeMutablePointer<RequestRow>,
        for strand: UnsafeMutablePointer<Strand>
    ) {
        for place in 0..<Int(request.pointee.partCount) {
            let part = Int(parts[Int(request.pointee.firstPart) + place].pool)
            if pools[part].available > 0, strand.pointee.state == .waiting { dispatch(part) }
        }
    }

    /// Whether nobody of the strand's rank or above waits in any line of a request and all units are free.
    @inline(never)
    mutating func canBeGrantedAtOnce(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        for place in 0..<Int(request.pointee.partCount) {
            let part = parts[Int(request.pointee.firstPart) &+ place]
            let pool = pools + Int(part.pool)
            if pool.pointee.mode != .open || pool.pointee.available < part.units { return false }
            if isKeptForOthers(pool, part.units, strand) { return false }
            // Those who wait find nobody free who would do for them.
            if pool.pointee.isNamed { return true }
            let level = level(of: strand, request, pool)
            if pool.pointee.levels & ((UInt64(2) << UInt64(level)) &- 1) != 0 { return false }
        }
        return true
    }

    /// Whether a server kept for a strand's class is free to it, though others wait for those that are not kept.
    private mutating func hasServerKept(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        let pool = request.pointee.pool
        guard isSingle(request), isOpen(pool), pool.pointee.isReserving else { return false }
        return !pool.pointee.usesShared(request.pointee.units, for: Int(strand.pointee.classIndex))
            && firstEligible(Int(request.pointee.poolIndex)) < 0
    }

    /// Whether a pool of a request has ended its day and sends those away who come to it.
    private mutating func isSentAway(_ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        guard request.pointee.sendingAwayRow >= 0 else { return false }
        return (0..<Int(request.pointee.partCount)).contains { place in
            let pool = pools[Int(parts[Int(request.pointee.firstPart) + place].pool)]
            return pool.dayEnd == .sendsAway && pool.mode == .closed && now < pool.shutUntil
        }
    }

    @inline(never)
    private mutating func isAnyFull(_ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        (0..<Int(request.pointee.partCount)).contains { place in
            pools[Int(parts[Int(request.pointee.firstPart) + place].pool)].isFull
        }
    }

    private mutating func balks(_ strand: UnsafeMutablePointer<Strand>, _ length: Int32) -> Bool {
        let plan = program.requests[Int(strand.pointee.row.pointee.first)]
        let chance = plan.balking.last { $0.fromLength <= length }?.chance ?? 0
        guard chance > 0 else { return false }
        var stream = stream(plan.balkingDraw, strand)
        return stream.unitInterval() < chance
    }

    /// Level of a strand in a pool's line.
    @inline(always)
    mutating func level(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ pool: UnsafeMutablePointer<PoolState>
    ) -> Int32 {
        pool.pointee.usesPriority ? rank(of: strand, request) : 0
    }

    /// Priority level of a strand at a request.
    @inline(always)
    mutating func rank(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Int32 {
        request.pointee.priority >= 0
            ? request.pointee.priority : tables.classPriorities[Int(strand.pointee.classIndex)]
    }

    /// Keeps the books on a grant.
    @inline(always)
    mutating func noteGrant(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        after wait: SimulationTime,
        closedTime: SimulationTime
    ) {
        if Features.isGeneral, _slowPath(strand.pointee.isResuming) {
            if isRecorded(strand) { recordWait(.waited, strand, request.pointee.poolIndex) }
            return
        }
        if !request.pointee.isTimeTallied { addTime(wait, request.pointee.waitingKind, of: strand) }
        if isObserved(strand.pointee.joinTime), request.pointee.waitTally >= 0 {
            tally(wait, in: Int(request.pointee.waitTally &+ strand.pointee.classIndex))
            if Features.isGeneral, request.pointee.openWaitTally >= 0 {
                tally(
                    wait &- closedTime,
                    in: Int(request.pointee.openWaitTally &+ strand.pointee.classIndex)
                )
            }
            if Features.isGeneral, _slowPath(request.pointee.isToldApart) { tallyWaitByValue(wait, strand) }
        }
        if request.pointee.isHelp {
            let root = root(of: strand)
            if root.pointee.helpTime < 0 {
                root.pointee.helpTime = now
                if isObserved(root.pointee.arrivalTime),
                    let place = strand.pointee.account.pointee.timeToFirstHelp
                {
                    tally(now &- root.pointee.arrivalTime, at: place)
                    if Features.isGeneral, _slowPath(groupingCount > 0) {
                        tallyFirstHelpByValue(now &- root.pointee.arrivalTime, root)
                    }
                }
            }
        }
        if isRecorded(strand) { recordWait(.waited, strand, request.pointee.poolIndex) }
    }

    /// Whether what is free of a pool is kept for other classes than a strand's.
    @inline(__always)
    mutating func isKeptForOthers(
        _ pool: UnsafeMutablePointer<PoolState>,
        _ units: Int32,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Bool {
        Features.isGeneral && _slowPath(pool.pointee.isReserving)
            && !pool.pointee.isShared(units, with: Int(strand.pointee.classIndex))
    }

    /// Makes units of a pool busy with a strand.
    @inline(always)
    mutating func take(
        _ pool: UnsafeMutablePointer<PoolState>,
        units: Int32,
        for strand: UnsafeMutablePointer<Strand>
    ) {
        if Features.isGeneral, _slowPath(pool.pointee.isReserving) {
            pool.pointee.noteBusy(units, for: Int(strand.pointee.classIndex))
        }
        pool.pointee.settleBusy(now)
        pool.pointee.busy &+= units
        pool.pointee.heldSum &-= now &* Int64(units)
    }

    /// Makes all units of a request busy.
    @inline(__always)
    mutating func takeAll(
        _ request: UnsafeMutablePointer<RequestRow>,
        for strand: UnsafeMutablePointer<Strand>
    ) {
        takeServer(request, for: strand)
        for place in 0..<Int(request.pointee.partCount) {
            let part = parts[Int(request.pointee.firstPart) &+ place]
            take(pools + Int(part.pool), units: part.units, for: strand)
        }
    }

    /// Gives back the resources of a request, which were granted to a class, and lets the next in line have them.
    ///
    /// `server` is the one that is given back, or -1 where they are all alike.
    @inline(always)
    mutating func release(
        _ request: UnsafeMutablePointer<RequestRow>,
        of classIndex: Int32,
        server: Int32
    ) {
        if !isSingle(request) { return releaseSeveral(request, of: classIndex) }
        if handOver(request) { return }
        let pool = request.pointee.pool
        giveBack(pool, units: request.pointee.units, of: classIndex, server: server)
        if pool.pointee.levels != 0 || (Features.isGeneral && pool.pointee.mode == .overtime) {
            dispatch(Int(request.pointee.poolIndex))
        }
        if Features.isGeneral, _slowPath(pool.pointee.blocks) { letIn(Int(request.pointee.poolIndex)) }
    }

    @inline(never)
    private mutating func releaseSeveral(_ request: UnsafeMutablePointer<RequestRow>, of classIndex: Int32) {
        for place in 0..<Int(request.pointee.partCount) {
            let part = parts[Int(request.pointee.firstPart) + place]
            giveBack(pools + Int(part.pool), units: part.units, of: classIndex, server: -1)
        }
        for place in 0..<Int(request.pointee.partCount) {
            dispatch(Int(parts[Int(request.pointee.firstPart) + place].pool))
        }
    }

    @inline(always)
    mutating func giveBack(
        _ pool: UnsafeMutablePointer<PoolState>,
        units: Int32,
        of classIndex: Int32,
        server: Int32
    ) {
        if Features.isGeneral, _slowPath(server >= 0) {
            pool.pointee.noteBusy(-1, server: Int(server), now)
        }
        if Features.isGeneral, _slowPath(pool.pointee.isReserving) {
            pool.pointee.noteBusy(-units, for: Int(classIndex))
        }
        pool.pointee.settleBusy(now)
        pool.pointee.busy &-= units
        pool.pointee.heldSum &+= now &* Int64(units)
    }
}
