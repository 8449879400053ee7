import RandomStreams

/// Where a class's arrivals stand.
struct ArrivalState {
    let draw: Int32
    /// First row of the class.
    let entry: UnsafeMutablePointer<Instruction>
    let account: UnsafeMutablePointer<ClassAccount>
    /// Duration of the gaps of a renewal pattern, or -1 for a rate.
    let renewal: Int32
    let limit: Int64
    /// Whether the moments are listed in the plan.
    let isListed: Bool
    /// Whether several may arrive at a moment, or the rate has a factor: moments are then drawn one by one.
    let isDrawnSingly: Bool
    /// Entities there at the start.
    let starting: Int64
    /// Place of the rate's segments among all classes' segments, and the place after them.
    var segment: Int
    let lastSegment: Int
    /// Arrivals that have taken place, also of those there at the start, of these before the observed window, and arrivals
    /// drawn.
    var made: Int64 = 0
    var madeBeforeWindow: Int64 = 0
    var drawn: Int64 = 0
    /// Of those there at the start, how many have a moment.
    var placed: Int64 = 0
    /// Gaps drawn, whose numbers key them, and those of the last moment that have no place among the moments yet.
    var gapsDrawn: Int64 = 0
    var batchLeft: Int64 = 0
    /// The period whose factor was drawn last, and the factor.
    var period: Int32 = -1
    var factor = 1.0
    /// Time of the last arrival drawn.
    var time: SimulationTime = 0
    /// First moment not used yet, of those drawn ahead; the last of them is followed by `.drawMore`.
    var nextMoment: UnsafeMutablePointer<SimulationTime>

    /// Moments are drawn so many at a time, because independent draws overlap in the processor.
    static let momentsAhead = 64

    /// Stands after the last moment drawn ahead.
    static var drawMore: SimulationTime { -1 }

    /// Makes a state whose moments are drawn into a room for one more than `momentsAhead`.
    init(
        _ plan: ArrivalPlan,
        entry: UnsafeMutablePointer<Instruction>,
        account: UnsafeMutablePointer<ClassAccount>,
        firstSegment: Int,
        moments: UnsafeMutablePointer<SimulationTime>
    ) {
        self.entry = entry
        self.account = account
        moments[Self.momentsAhead] = Self.drawMore
        nextMoment = moments + Self.momentsAhead
        draw = plan.draw
        limit = plan.limit
        starting = Int64(plan.startingRows.count)
        isDrawnSingly = plan.batch >= 0 || plan.factor != nil
        segment = firstSegment
        switch plan.pattern {
        case .rate(let segments):
            renewal = -1
            isListed = false
            lastSegment = firstSegment + segments.count
        case .moments:
            renewal = -1
            isListed = true
            lastSegment = firstSegment
        case .renewal(let duration):
            renewal = duration
            isListed = false
            lastSegment = firstSegment
        }
    }
}

extension ReplicationState {
    /// Schedules the next arrival of a class, if there is one before the horizon.
    @inline(always)
    mutating func scheduleArrival(_ classIndex: Int32) {
        let place = Int(classIndex)
        let state = arrivals + place
        if _slowPath(state.pointee.nextMoment.pointee == ArrivalState.drawMore) { drawMoments(of: place) }
        let time = state.pointee.nextMoment.pointee
        state.pointee.nextMoment += 1
        if time < horizon {
            calendar.setArrival(of: place, at: time, .flow, payload: EventAction.arrive.payload(classIndex))
        } else {
            calendar.clearArrival(of: place)
        }
    }

    /// Draws the next moments of arrival of a class, `.never` for those beyond its limit or the horizon.
    @inline(never)
    private mutating func drawMoments(of place: Int) {
        let moments = moments + place * (ArrivalState.momentsAhead + 1)
        if arrivals[place].placed < arrivals[place].starting { return placeThoseAtStart(of: place) }
        if arrivals[place].isDrawnSingly { return drawSingly(of: place) }
        if arrivals[place].isListed { return takeMoments(of: place) }
        drawGaps(of: place)
        var state = arrivals[place]
        let wanted = min(Int64(ArrivalState.momentsAhead), state.limit - state.drawn)
        var count = advanceSteadily(&state, wanted, into: moments)
        while count < wanted, state.time < horizon {
            if state.renewal < 0 {
                state.time = advance(&state, by: gaps[count])
            } else {
                state.time = end(of: state.renewal, drawn: gaps[count], from: state.time)
            }
            moments[count] = state.time
            count &+= 1
        }
        for place in count..<ArrivalState.momentsAhead { moments[place] = .never }
        state.drawn += Int64(count)
        state.nextMoment = moments
        arrivals[place] = state
    }

    /// Gives those who are there at the start their moment.
    private mutating func placeThoseAtStart(of place: Int) {
        let moments = moments + place * (ArrivalState.momentsAhead + 1)
        let left = arrivals[place].starting - arrivals[place].placed
        let count = Int(min(left, Int64(ArrivalState.momentsAhead)))
        for offset in 0..<count { moments[offset] = 0 }
        moments[count] = ArrivalState.drawMore
        arrivals[place].placed += Int64(count)
        arrivals[place].nextMoment = moments
    }

    /// Draws the next moments of arrival one by one, each with the number of those who arrive at it.
    private mutating func drawSingly(of place: Int) {
        let moments = moments + place * (ArrivalState.momentsAhead + 1)
        let batch = program.classes[place].arrivals.batch
        var state = arrivals[place]
        var count = 0
        while count < ArrivalState.momentsAhead, state.drawn < state.limit {
            if state.batchLeft == 0 {
                guard state.time < horizon else { break }
                state.time = momentAfterGap(&state, place)
                guard state.time < .never else { break }
                state.batchLeft = batch < 0 ? 1 : batchSize(batch, place, state.gapsDrawn)
                state.gapsDrawn += 1
            }
            moments[count] = state.time
            count += 1
            state.batchLeft -= 1
            state.drawn += 1
        }
        for offset in count..<ArrivalState.momentsAhead { moments[offset] = .never }
        moments[ArrivalState.momentsAhead] = ArrivalState.drawMore
        state.nextMoment = moments
        arrivals[place] = state
    }

    /// The moment of arrival that follows the last one, or `.never`.
    private mutating func momentAfterGap(_ state: inout ArrivalState, _ place: Int) -> SimulationTime {
        if case .moments(let listed) = program.classes[place].arrivals.pattern {
            return state.gapsDrawn < listed.count ? listed[Int(state.gapsDrawn)] : .never
        }
        var stream = stream(of: state.draw, place, state.gapsDrawn)
        if state.renewal >= 0 {
            let gap = bank.draw(Int(draws[Int(state.draw)].sampler), stream)
            return end(of: state.renewal, drawn: gap, from: state.time)
        }
        return advance(&state, by: stream.exponential(), factorOf: place)
    }

    /// How many arrive at a moment of a number.
    private mutating func batchSize(_ draw: Int32, _ place: Int, _ number: Int64) -> Int64 {
        let size = bank.draw(Int(draws[Int(draw)].sampler), stream(of: draw, place, number))
        return Int64(min(max(1, size.rounded(.toNearestOrEven)), 0x1p31))
    }

    /// The factor on the rate of a class in a period.
    private mutating func factor(of period: Int32, _ state: inout ArrivalState, _ place: Int) -> Double {
        guard let plan = program.classes[place].arrivals.factor else { return 1 }
        if state.period == period { return state.factor }
        let draw = Int(plan.draw)
        let stream = sharedStream(
            program.draws[draw].purpose,
            UInt32(bitPattern: period),
            class: plan.isShared ? "" : program.classes[place].name
        )
        state.period = period
        state.factor = max(0, bank.draw(Int(draws[draw].sampler), stream))
        return state.factor
    }

    /// The stream of a draw of arrivals for the moment of a number.
    private mutating func stream(of draw: Int32, _ place: Int, _ number: Int64) -> RandomStream {
        RandomStream(
            key: keys[Int(draw) * classCount + place],
            occurrence: Occurrence(),
            entity: UInt32(truncatingIfNeeded: number),
            replication: index
        )
    }

    /// Takes the next moments of arrival of a class from its plan.
    private mutating func takeMoments(of place: Int) {
        guard case .moments(let listed) = program.classes[place].arrivals.pattern else { return }
        let moments = moments + place * (ArrivalState.momentsAhead + 1)
        let first = Int(arrivals[place].drawn)
        let end = min(listed.count, Int(clamping: arrivals[place].limit))
        for offset in 0..<ArrivalState.momentsAhead {
            moments[offset] = first + offset < end ? listed[first + offset] : .never
        }
        arrivals[place].drawn = Int64(min(end, first + ArrivalState.momentsAhead))
        arrivals[place].nextMoment = moments
    }

    /// Draws the gaps before the next entities of a class, each from the stream of its own number.
    private mutating func drawGaps(of place: Int) {
        let state = arrivals + place
        let first = UInt32(truncatingIfNeeded: state.pointee.drawn)
        let key = keys[Int(state.pointee.draw) * classCount + place]
        let room = UnsafeMutableBufferPointer(start: gaps, count: ArrivalState.momentsAhead)
        if state.pointee.renewal < 0 {
            RandomStream.fillExponentials(key: key, firstEntity: first, replication: index, into: room)
            return
        }
        let sampler = Int(draws[Int(state.pointee.draw)].sampler)
        for offset in room.indices {
            let stream = RandomStream(
                key: key,
                occurrence: Occurrence(),
                entity: first &+ UInt32(offset),
                replication: index
            )
            room[offset] = bank.draw(sampler, stream)
        }
    }

    /// Draws moments along a rate that stays as it is for the rest of time; returns how many.
    private mutating func advanceSteadily(
        _ state: inout ArrivalState,
        _ wanted: Int64,
        into moments: UnsafeMutablePointer<SimulationTime>
    ) -> Int {
        guard state.renewal < 0, state.segment < state.lastSegment else { return 0 }
        let segment = tables.segments[state.segment]
        guard segment.ends == .never, state.time >= segment.begins else { return 0 }
        let gaps = gaps
        var time = state.time
        for place in 0..<Int(wanted) {
            // Moments beyond the horizon are passed over when their turn comes.
            time = min(time &+ Self.ticks(gaps[place] * segment.meanGap), .never)
            moments[place] = time
        }
        state.time = time
        return Int(wanted)
    }

    /// Moves along the rate until so much of its integral has passed; `.never` beyond its last segment.
    ///
    /// The factor is that of a class, or 1 for class -1.
    @inline(always)
    private mutating func advance(
        _ state: inout ArrivalState,
        by gap: Double,
        factorOf place: Int = -1
    ) -> SimulationTime {
        var left = gap
        while state.segment < state.lastSegment {
            let segment = tables.segments[state.segment]
            let factor = place < 0 ? 1 : factor(of: segment.period, &state, place)
            let start = max(state.time, segment.begins)
            let span = left * segment.meanGap / factor
            if segment.ends == .never || span < Double(segment.ends &- start) {
                return span < 0x1p60 ? start &+ Self.ticks(span) : .never
            }
            left -= Double(segment.ends &- start) * segment.rate * factor
            state.time = segment.ends
            state.segment &+= 1
        }
        return .never
    }

    /// Lets the next entity of a class in, and returns its strand, which is about to go on, and its first row.
    @inline(always)
    mutating func arrive(
        _ classIndex: Int32
    ) -> (strand: UnsafeMutablePointer<Strand>, row: UnsafeMutablePointer<Instruction>) {
        let place = Int(classIndex)
        let state = arrivals + place
        var ordinal = UInt32(truncatingIfNeeded: state.pointee.made)
        state.pointee.made &+= 1
        scheduleArrival(classIndex)
        if _slowPath(strands.isExhausted), strands.inUse >= strandLimit { failBecauseOfCrowd() }
        let slot = strands.take()
        let strand = strand(slot)
        var row = state.pointee.entry
        if _slowPath(state.pointee.starting > 0) { row = begin(amongStarting: place, &ordinal) }
        strand.pointee.begin(
            of: classIndex,
            state.pointee.account,
            ordinal: ordinal,
            at: row,
            now
        )
        if Features.isGeneral {
            strand.pointee.beginApart(number: arrivedInAll, kind: idleKind)
            arrivedInAll &+= 1
        }
        present &+= 1
        presentSum.subtract(now)
        if hasEntityData { beginData(of: slot, place) }
        if isRecorded(strand) { record(.arrived, strand, from: now) }
        return (strand, row)
    }

    /// The first row of an entity of a class of which some were there at the start, and its number in its class.
    ///
    /// Those have numbers of their own, so that they leave the chance of those who arrive as it is.
    @inline(never)
    private mutating func begin(
        amongStarting place: Int,
        _ ordinal: inout UInt32
    ) -> UnsafeMutablePointer<Instruction> {
        let starting = program.classes[place].arrivals.startingRows
        if Int(ordinal) < starting.count {
            defer { ordinal += ArrivalPlan.firstStartingOrdinal }
            return instructions + Int(starting[Int(ordinal)])
        }
        ordinal -= UInt32(starting.count)
        return arrivals[place].entry
    }

    /// Empties an entity's counters and fills its registers.
    @inline(never)
    private mutating func beginData(of slot: Int32, _ place: Int) {
        for counter in 0..<counterCount { strands.counters[Int(slot) * counterCount + counter] = 0 }
        for number in tables.firstRegisters[place]..<tables.firstRegisters[place + 1] {
            let plan = tables.registers[number]
            let occurrence =
                plan.member < 0 ? Occurrence() : Occurrence().withMember(Int(plan.member))
            var value = sample(plan.draw, strand(slot), occurrence)
            if plan.isCount { value = max(0, value.rounded(.toNearestOrEven)) }
            if let lasts = plan.lasts { value = value > 0 ? end(of: lasts, strand(slot), occurrence) : 0 }
            strands.registers[Int(slot) * registerCount + Int(plan.register)] = value
        }
    }

    /// Area under the number of entities present, up to now.
    mutating func presentArea() -> Int128 {
        presentSum.total + Int128(present) * Int128(now)
    }

    @inline(never)
    mutating func failBecauseOfCrowd() {
        let longest = (0..<program.pools.count).max { pools[$0].lineLength < pools[$1].lineLength }
        fail(.tooManyStrands(limit: strandLimit, pool: longest ?? -1))
    }
}
