/// Services that are suspended, and go on later.
extension ReplicationState {
    /// Gives a strand that is served at once a number of joining, by which it may be found to be the last.
    mutating func noteOrder(of strand: UnsafeMutablePointer<Strand>) {
        joinings &+= 1
        strands.nodes[Int(firstNode(of: strand))].order = joinings
    }

    /// Suspends services of larger levels than that of the first in line, which has not enough free; false when that would
    /// not free enough.
    ///
    /// Of those in service the ones of the largest level are suspended, the last to have joined first.
    @inline(never)
    mutating func preemptOthers(for first: UnsafeMutablePointer<Strand>, at pool: Int) -> Bool {
        guard pools[pool].preempts, pools[pool].mode == .open else { return false }
        let needed = request(of: first).pointee.units
        let level = level(of: first, request(of: first), pools + pool)
        let isNamed = pools[pool].isNamed
        // Where servers are told apart, only those count who will do; and who works overtime takes nobody new.
        let wanted = isNamed ? serversWanted(by: first, request(of: first)) & pools[pool].present : 0
        var free = isNamed ? 0 : pools[pool].available
        let served = strandsServed(by: pool).filter {
            let (strand, request) = (strand($0), serviceRequest(of: strand($0)))
            let isWanted = !isNamed || wanted & 1 << UInt64(server(heldBy: strand, request)) != 0
            return isWanted && self.level(of: strand, request, pools + pool) > level
        }
        var victims: [Int32] = []
        for slot in served.sorted(by: { isPreempted($0, before: $1, pools + pool) }) where free < needed {
            victims.append(slot)
            free += serviceRequest(of: strand(slot)).pointee.units
        }
        guard free >= needed else { return false }
        // Whoever need not be suspended is not, the smallest level first.
        for slot in victims.reversed() {
            let units = serviceRequest(of: strand(slot)).pointee.units
            guard free - units >= needed else { continue }
            free -= units
            victims.removeAll { $0 == slot }
        }
        let isRestarted = program.pools[pool].preemption == .restart
        for slot in victims {
            suspendService(strand(slot), pool, isRestarted: isRestarted, comesFirst: false)
        }
        return true
    }

    /// Whether of two strands in service the first is suspended rather than the second.
    private mutating func isPreempted(
        _ first: Int32,
        before second: Int32,
        _ pool: UnsafeMutablePointer<PoolState>
    )
        -> Bool
    {
        let levels = [first, second].map {
            level(of: strand($0), serviceRequest(of: strand($0)), pool)
        }
        if levels[0] != levels[1] { return levels[0] > levels[1] }
        return joining(of: first) > joining(of: second)
    }

    private mutating func joining(of slot: Int32) -> Int64 {
        strands.nodes[Int(firstNode(of: strand(slot)))].order
    }

    /// Suspends all services of a pool until its next opening.
    mutating func suspendServices(of pool: Int) {
        let served = strandsServed(by: pool)
        for slot in served.sorted(by: { joining(of: $0) < joining(of: $1) }) {
            suspendService(strand(slot), pool, isRestarted: false, comesFirst: true)
        }
    }

    /// The strands that a pool serves at present.
    private mutating func strandsServed(by pool: Int) -> [Int32] {
        var served: [Int32] = []
        for slot in 0..<Int32(strands.capacity) {
            let strand = strand(slot)
            guard strand.pointee.state == .timed, strand.pointee.row.pointee.opcode == .serve,
                Int(serviceRequest(of: strand).pointee.poolIndex) == pool
            else { continue }
            // A service that ends now is over.
            if strand.pointee.since &+ strand.pointee.lengthAhead > now { served.append(slot) }
        }
        return served
    }

    /// What a strand in service has been granted; a service's row follows that of its request.
    private mutating func serviceRequest(
        of strand: UnsafeMutablePointer<Strand>
    ) -> UnsafeMutablePointer<RequestRow> {
        requests + Int((strand.pointee.row - 1).pointee.first)
    }

    /// Ends a strand's service for now: it waits again, with what is left or all of it ahead.
    private mutating func suspendService(
        _ strand: UnsafeMutablePointer<Strand>,
        _ pool: Int,
        isRestarted: Bool,
        comesFirst: Bool
    ) {
        let request = serviceRequest(of: strand)
        if isRecorded(strand), now > strand.pointee.since {
            record(.suspended, strand, from: strand.pointee.since, subject: Int32(pool))
        }
        cancelEvent(of: strand)
        giveBack(
            pools + pool,
            units: request.pointee.units,
            of: strand.pointee.classIndex,
            server: server(heldBy: strand, request)
        )
        strand.pointee.row -= 1
        if strand.pointee.isBrokenOff {
            if !strand.pointee.isUnwinding { beginUnwinding(strand) }
            return makeReady(strand.pointee.slot)
        }
        // A draw gives the same value however often it is asked: the whole length.
        let left =
            isRestarted
            ? wholeLength(of: strand, request)
            : strand.pointee.lengthAhead &- (now &- strand.pointee.since)
        strand.pointee.lengthAhead = left
        strand.pointee.isResuming = true
        strand.pointee.state = .waiting
        strand.pointee.request = request
        strand.pointee.joinTime = now
        strand.pointee.closedTime = 0
        if isRecording { strand.pointee.ahead = pools[pool].lineLength }
        pools[pool].lengthenLine(now)
        let node = firstNode(of: strand)
        let entry = strands.nodes + Int(node)
        let level = comesFirst ? 0 : level(of: strand, request, pools + pool)
        entry.pointee.pool = Int32(pool)
        entry.pointee.level = level
        entry.pointee.units = request.pointee.units
        entry.pointee.isInside = true
        strands.lineKeys[Int(node)] = comesFirst ? .min : 0
        pools[pool].levels |= 1 &<< UInt64(level)
        strands.nodes.insert(node, byKeys: strands.lineKeys, into: pools[pool].lines + Int(level))
        let isServed = isServing(strand, request)
        setKind(isServed ? request.pointee.waitingKind : request.pointee.closedKind, of: strand)
        strand.pointee.isClosedOut = !isServed
        strand.pointee.since = now
        // It has been helped already, and waits as long as it takes.
        strand.pointee.patienceLeft = .never
        if comesFirst { strand.pointee.indoorsSince = .never }
    }

    /// How long a service takes that begins anew.
    private mutating func wholeLength(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> SimulationTime {
        let row = strand.pointee.row + 1
        if request.pointee.isNamed { return endOfNamedService(strand, row, request) &- now }
        return end(of: row.pointee.first, strand, from: now) &- now
    }

    /// Goes on with a service that was suspended.
    mutating func resumeService(_ strand: UnsafeMutablePointer<Strand>) {
        strand.pointee.isResuming = false
        let row = strand.pointee.row + 1
        strand.pointee.row = row
        setKind(row.pointee.kind, of: strand)
        strand.pointee.state = .timed
        strand.pointee.since = now
        schedule(.wake, of: strand, at: now &+ strand.pointee.lengthAhead, .release)
    }
}
