extension ReplicationState {
    /// Starts the wait of a strand that stands in its lines: its kind of time and its patience.
    @inline(always)
    mutating func beginWaiting(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        let isServed = isServing(strand, request)
        setKind(isServed ? request.pointee.waitingKind : request.pointee.closedKind, of: strand)
        if Features.isGeneral {
            strand.pointee.isClosedOut = !isServed
            strand.pointee.since = now
            strand.pointee.patienceLeft = .never
        }
        if request.pointee.hasPatience {
            strand.pointee.patienceLeft = patience(of: strand, request)
            if isServed, strand.pointee.patienceLeft < .never { letPatienceRun(strand) }
        }
    }

    /// How long a strand is ready to wait, or `.never`.
    private mutating func patience(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> SimulationTime {
        let duration = tables.patience[Int(request.pointee.firstPatience &+ strand.pointee.classIndex)]
        return duration >= 0 ? end(of: duration, strand, from: 0) : .never
    }

    /// Schedules the end of a strand's patience; while the clock runs, `since` holds that end.
    @inline(__always)
    private mutating func letPatienceRun(_ strand: UnsafeMutablePointer<Strand>) {
        strand.pointee.since = now &+ strand.pointee.patienceLeft
        schedule(.giveUp, of: strand, at: strand.pointee.since, .limit)
    }

    /// Whether the first pool of a request is open to a waiting strand.
    @inline(always)
    mutating func isServing(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        let mode = request.pointee.pool.pointee.mode
        return isOpen(request.pointee.pool)
            || (mode == .overtime && strands.nodes[Int(firstNode(of: strand))].isInside)
    }

    /// The pool has opened for a waiting strand: the clock of its patience runs.
    mutating func resumeWaiting(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        guard strand.pointee.isClosedOut else { return }
        strand.pointee.isClosedOut = false
        strand.pointee.closedTime &+= now &- strand.pointee.since
        setKind(request.pointee.waitingKind, of: strand)
        if strand.pointee.patienceLeft < .never { letPatienceRun(strand) }
    }

    /// The pool has closed for a waiting strand: the clock of its patience stands still.
    mutating func suspendWaiting(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        guard !strand.pointee.isClosedOut else { return }
        strand.pointee.isClosedOut = true
        if request.pointee.pool.pointee.hasEnded { strand.pointee.indoorsSince = .never }
        setKind(request.pointee.closedKind, of: strand)
        if strand.pointee.patienceLeft < .never {
            strand.pointee.patienceLeft = strand.pointee.since &- now
            cancelEvent(of: strand)
        }
        strand.pointee.since = now
    }

    /// A strand's patience has ended.
    mutating func giveUp(_ strand: UnsafeMutablePointer<Strand>) {
        let request = request(of: strand)
        withdraw(strand)
        noteGivingUp(strand, request, .gaveUp)
        strand.pointee.state = .ready
        strand.pointee.row = instructions + Int(request.pointee.givingUpRow)
    }

    /// Keeps the books on a wait that ends without service.
    mutating func noteGivingUp(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>,
        _ kind: JourneyEvent.Kind
    ) {
        addTime(now &- strand.pointee.joinTime, request.pointee.waitingKind, of: strand)
        if kind == .gaveUp, isObserved(strand.pointee.joinTime), request.pointee.givenUpTally >= 0 {
            tally(
                now &- strand.pointee.joinTime,
                in: Int(request.pointee.givenUpTally &+ strand.pointee.classIndex)
            )
        }
        if isRecorded(strand) { recordWait(kind, strand, request.pointee.poolIndex) }
    }

    /// Takes a strand out of its lines and lets those behind it move up where it stood in their way.
    mutating func withdraw(_ strand: UnsafeMutablePointer<Strand>) {
        let request = request(of: strand).pointee
        strand.pointee.isResuming = false
        cancelEvent(of: strand)
        leaveLines(strand)
        for place in 0..<Int(request.partCount) {
            dispatch(Int(parts[Int(request.firstPart) + place].pool))
        }
    }
}
