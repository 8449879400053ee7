import RandomStreams

/// Where a class's arrivals stand.
struct ArrivalState {
    let draw: Int32
    /// Duration of the gaps of a renewal pattern, or -1 for a rate.
    let renewal: Int32
    let limit: Int64
    /// Place of the rate's segments among all classes' segments, and the place after them.
    var segment: Int
    let lastSegment: Int
    /// Arrivals that have taken place.
    var made: Int64 = 0
    var time: SimulationTime = 0
    /// First gap not used yet, of those made ahead.
    var nextGap = gapsAhead

    /// Gaps are made so many at a time, because independent draws overlap in the processor.
    static let gapsAhead = 64

    init(_ plan: ArrivalPlan, firstSegment: Int) {
        draw = plan.draw
        limit = plan.limit
        segment = firstSegment
        switch plan.pattern {
        case .rate(let segments):
            renewal = -1
            lastSegment = firstSegment + segments.count
        case .renewal(let duration):
            renewal = duration
            lastSegment = firstSegment
        }
    }
}

extension ReplicationState {
    /// Schedules the next arrival of a class, if there is one before the horizon.
    @inline(always)
    mutating func scheduleArrival(_ classIndex: Int32) {
        let state = arrivals + Int(classIndex)
        guard state.pointee.made < state.pointee.limit else { return }
        let time = nextArrival(of: Int(classIndex))
        guard time < horizon else { return }
        classesToCome &+= 1
        _ = calendar.insert(at: time, .flow, payload: EventAction.arrive.payload(classIndex))
    }

    @inline(always)
    private mutating func nextArrival(of place: Int) -> SimulationTime {
        let state = arrivals + place
        if state.pointee.nextGap == ArrivalState.gapsAhead { drawGaps(of: place) }
        let gap = gaps[place &* ArrivalState.gapsAhead &+ state.pointee.nextGap]
        state.pointee.nextGap &+= 1
        if state.pointee.renewal >= 0 {
            state.pointee.time = end(of: state.pointee.renewal, drawn: gap, from: state.pointee.time)
            return state.pointee.time
        }
        return advance(state, by: gap)
    }

    /// Makes the gaps of the next entities, each from the stream of its own number.
    @inline(never)
    private mutating func drawGaps(of place: Int) {
        let state = arrivals + place
        let first = UInt32(truncatingIfNeeded: state.pointee.made)
        let key = keys[Int(state.pointee.draw) * classCount + place]
        let room = UnsafeMutableBufferPointer(
            start: gaps + place * ArrivalState.gapsAhead,
            count: ArrivalState.gapsAhead
        )
        state.pointee.nextGap = 0
        if state.pointee.renewal < 0 {
            RandomStream.fillExponentials(key: key, firstEntity: first, replication: index, into: room)
            return
        }
        let sampler = Int(draws[Int(state.pointee.draw)].sampler)
        for offset in room.indices {
            var stream = RandomStream(
                key: key,
                occurrence: Occurrence(),
                entity: first &+ UInt32(offset),
                replication: index
            )
            room[offset] = bank.draw(sampler, &stream)
        }
    }

    /// Moves along the rate until so much of its integral has passed; `.never` beyond its last segment.
    @inline(always)
    private mutating func advance(_ state: UnsafeMutablePointer<ArrivalState>, by gap: Double)
        -> SimulationTime
    {
        var left = gap
        while state.pointee.segment < state.pointee.lastSegment {
            let segment = tables.segments[state.pointee.segment]
            let start = max(state.pointee.time, segment.begins)
            let span = left * segment.meanGap
            if segment.ends == .never || span < Double(segment.ends &- start) {
                guard span < 0x1p60 else { return .never }
                state.pointee.time = start &+ Self.ticks(span)
                return state.pointee.time
            }
            left -= Double(segment.ends &- start) * segment.rate
            state.pointee.time = segment.ends
            state.pointee.segment &+= 1
        }
        return .never
    }

    /// Lets the next entity of a class in, and returns its strand, which is about to go on.
    @inline(always)
    mutating func arrive(_ classIndex: Int32) -> Int32 {
        let place = Int(classIndex)
        let ordinal = UInt32(truncatingIfNeeded: arrivals[place].made)
        arrivals[place].made &+= 1
        classesToCome &-= 1
        scheduleArrival(classIndex)
        let slot = strands.take()
        if strands.inUse > strandLimit { failBecauseOfCrowd() }
        let strand = strand(slot)
        strand.pointee.begin(
            in: slot,
            of: classIndex,
            ordinal: ordinal,
            number: arrivedInAll,
            at: tables.classEntries[place],
            kind: idleKind,
            now
        )
        arrivedInAll &+= 1
        counts[place].arrived &+= 1
        if now >= warmUp { counts[place].arrivedInWindow &+= 1 }
        changePresent(by: 1)
        for counter in 0..<counterCount {
            strands.counters[Int(slot) &* counterCount &+ counter] = 0
        }
        if registerCount > 0 { fillRegisters(of: slot, place) }
        if isRecorded(strand) { record(.arrived, strand, from: now) }
        return slot
    }

    private mutating func fillRegisters(of slot: Int32, _ place: Int) {
        for plan in program.classes[place].registers {
            var value = sample(plan.draw, strand(slot), Occurrence())
            if plan.isCount { value = max(0, value.rounded(.toNearestOrEven)) }
            strands.registers[Int(slot) * registerCount + Int(plan.register)] = value
        }
    }

    @inline(always)
    mutating func changePresent(by change: Int64) {
        presentArea.add(now &- presentSince, times: Int32(truncatingIfNeeded: present))
        presentSince = now
        present &+= change
    }

    @inline(never)
    mutating func failBecauseOfCrowd() {
        let longest = (0..<program.pools.count).max { pools[$0].lineLength < pools[$1].lineLength }
        fail(.tooManyStrands(limit: strandLimit, pool: longest ?? -1))
    }
}
