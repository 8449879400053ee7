import RandomStreams

extension ReplicationState {
    /// With so many steps at one instant, or up to twice as many, a run is taken to make no progress.
    static var stepLimit: Int { 10_000_000 }

    /// A strand's event has come: its row is over, and it is about to go on from the row that is returned.
    @inline(always)
    mutating func wake(_ strand: UnsafeMutablePointer<Strand>) -> UnsafeMutablePointer<Instruction> {
        if isRecorded(strand) { recordEnd(of: strand) }
        if Features.isGeneral { strand.pointee.state = .ready }
        // A strand broken off goes on from its present row's unwinding instead of the next row.
        if _fastPath(!isBrokenOff(strand)) {
            let row = strand.pointee.row + 1
            strand.pointee.row = row
            return row
        }
        if !strand.pointee.isUnwinding { beginUnwinding(strand) }
        return strand.pointee.row
    }

    /// Executes rows, from the strand's present one on, until the strand is held up or ends.
    ///
    /// The row is handed on beside the strand: what comes next would have to wait for its being stored and read again.
    @inline(always)
    mutating func proceed(
        _ strand: UnsafeMutablePointer<Strand>,
        from first: UnsafeMutablePointer<Instruction>
    ) {
        var row = first
        while true {
            switch row.pointee.opcode {
            case .seize:
                if !seize(strand, row) { return }
                if strand.pointee.row == row + 1 {
                    row += 1
                    continue
                }
            case .enter:
                if !enter(strand, row) { return }
                row += 1
                strand.pointee.row = row
                continue
            case .serve:
                return serve(strand, row)
            case .release:
                let request = requests + Int(row.pointee.first)
                release(request, of: strand.pointee.classIndex, server: server(heldBy: strand, request))
                row += 1
                strand.pointee.row = row
                continue
            case .releaseLater:
                releaseLater(strand, row)
                row += 1
                strand.pointee.row = row
                continue
            case .delay:
                return hold(strand, row, until: end(of: row.pointee.first, strand, from: now))
            case .awaitOpening:
                let start = startOfWay(row.pointee, strand)
                if start > now { return hold(strand, row, until: start) }
                strand.pointee.row += 1
            case .choose:
                choose(strand, row)
            case .test:
                let isTrue = holds(program.tests[Int(row.pointee.first)], strand)
                strand.pointee.row = isTrue ? row + 1 : instructions + Int(row.pointee.second)
            case .jump:
                strand.pointee.row = instructions + Int(row.pointee.first)
            case .beginLoop:
                beginLoop(strand, row)
            case .endLoop:
                endLoop(strand, row)
            case .split:
                return split(strand.pointee.slot, row)
            case .engage:
                if !engage(strand, row) { return }
                strand.pointee.row += 1
            case .disengage:
                disengage(strand, row)
                strand.pointee.row += 1
            case .meet:
                meet(strand, row)
                strand.pointee.row += 1
            case .gather:
                return gather(strand, row)
            case .disband:
                disband(strand)
                strand.pointee.row += 1
            case .skipWithoutItems:
                skipWithoutItems(strand, row)
            case .awaitReplies:
                return awaitReplies(strand, row)
            case .receiveItems:
                receiveItems(strand, row)
                strand.pointee.row += 1
            case .set:
                assign(Int(row.pointee.first), strand)
                strand.pointee.row += 1
            case .count:
                count(Int(row.pointee.first), row.pointee.second, strand)
                strand.pointee.row += 1
            case .leave:
                row = leave(strand, row)
                continue
            case .leaveAndEnd:
                return leaveAndEnd(strand, row)
            case .end:
                return end(strand)
            }
            row = strand.pointee.row
            // Only rows that lead elsewhere than to the next one can make a circle.
            steps &+= 1
            if _slowPath(steps > Self.stepLimit), hasNotMoved() { return failToProgress(strand) }
        }
    }

    @inline(never)
    mutating func failToProgress(_ strand: UnsafeMutablePointer<Strand>) {
        fail(.noProgress(step: Int(strand.pointee.row.pointee.step), time: now))
    }

    @inline(never)
    mutating func fail(_ reason: ReplicationFailure) {
        if failure == nil { failure = reason }
        stop()
    }

    /// Stops the run after the event in hand.
    mutating func stop() {
        isStopping = true
        events.lookNow()
    }

    /// Holds a strand up until a time, in the kind of its row.
    @inline(always)
    mutating func hold(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        until time: SimulationTime
    ) {
        setKind(row.pointee.kind, of: strand)
        addTime(time &- now, row.pointee.kind, of: strand)
        if Features.isGeneral, tracksIndoors { strand.pointee.indoorsSince = .never }
        strand.pointee.state = .timed
        strand.pointee.since = now
        schedule(.wake, of: strand, at: time, .flow)
    }

    /// Begins the service of a row.
    @inline(always)
    mutating func serve(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        if Features.isGeneral {
            let request = requests + Int((row - 1).pointee.first)
            if _slowPath(request.pointee.isNamed) {
                return beginService(strand, row, until: endOfNamedService(strand, row, request))
            }
        }
        beginService(strand, row, until: end(of: row.pointee.first, strand, from: now))
    }

    /// Begins a service that ends at a time.
    @inline(always)
    mutating func beginService(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        until end: SimulationTime
    ) {
        setKind(row.pointee.kind, of: strand)
        if !row.pointee.isTimeTallied { addTime(end &- now, row.pointee.kind, of: strand) }
        if Features.isGeneral {
            strand.pointee.state = .timed
            strand.pointee.since = now
            strand.pointee.lengthAhead = end &- now
            if _slowPath(strand.pointee.isLeading) { beginGroupService(strand, row, until: end) }
        }
        noteLength(of: strand, row, until: end)
        schedule(.wake, of: strand, at: end, .release)
    }

    /// Keeps the length of a service that begins.
    @inline(always)
    mutating func noteLength(
        of strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        until end: SimulationTime
    ) {
        guard row.pointee.third >= 0, isObserved(now), end < .never else { return }
        tally(end &- now, in: Int(row.pointee.third &+ strand.pointee.classIndex))
    }

    /// When to set out so as to arrive while a calendar is open; on another day, at an hour drawn over its open time.
    private mutating func startOfWay(
        _ row: Instruction,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> SimulationTime {
        // A draw gives the same value however often it is asked, so the way itself will take as long.
        let way = row.second < 0 ? 0 : end(of: row.second, strand, from: 0)
        let ready = now &+ way
        let table = program.shiftTables[Int(row.first)]
        let opening = table.firstOpen(atOrAfter: ready)
        guard opening > ready, opening < .never, row.third >= 0 else { return opening &- way }
        var stream = stream(row.third, strand)
        return table.moment(onDayOf: opening, share: stream.unitInterval()) &- way
    }

    // MARK: Durations

    /// When a duration drawn for a strand ends.
    @inline(__always)
    mutating func end(
        of duration: Int32,
        _ strand: UnsafeMutablePointer<Strand>,
        from start: SimulationTime
    ) -> SimulationTime {
        let row = durations + Int(duration)
        if Features.isGeneral, _slowPath(row.pointee.isComposed) {
            return end(of: duration, drawn: length(of: duration, strand), from: start)
        }
        let value = drawn(row, strand)
        return row.pointee.isPlain ? start &+ Self.ticks(value) : endOnCalendar(duration, value, from: start)
    }

    /// The value of a duration's single draw.
    @inline(__always)
    mutating func drawn(_ duration: UnsafeMutablePointer<DurationRow>, _ strand: UnsafeMutablePointer<Strand>)
        -> Double
    {
        let stream = stream(under: duration.pointee.keys, strand, strand.pointee.occurrence)
        return bank.draw(duration.pointee.sampler, stream)
    }

    /// When a duration of a drawn length ends.
    @inline(__always)
    mutating func end(of duration: Int32, drawn value: Double, from start: SimulationTime) -> SimulationTime {
        tables.durationPlans[Int(duration)].clock == .elapsed
            ? start &+ Self.ticks(value) : endOnCalendar(duration, value, from: start)
    }

    @inline(never)
    private mutating func endOnCalendar(_ duration: Int32, _ value: Double, from start: SimulationTime)
        -> SimulationTime
    {
        let plan = tables.durationPlans[Int(duration)]
        let table = program.shiftTables[Int(plan.shiftTable)]
        switch plan.clock {
        case .elapsed: return start &+ Self.ticks(value)
        case .elapsedThenOpen: return table.firstOpen(atOrAfter: start &+ Self.ticks(value))
        case .openTime: return table.moment(after: start, openTime: Self.ticks(value))
        case .openDays: return table.moment(after: start, openDays: value)
        }
    }

    /// The sum of a duration's draws over the items that the strand's entity selects.
    @inline(never)
    private mutating func lengthOverItems(
        _ duration: Int32,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Double {
        let plan = tables.durationPlans[Int(duration)]
        let request = tables.replies.requests + Int(plan.itemRequest)
        var total = 0.0
        for item in 0..<itemCount(request, strand) where isSelected(item, request, strand) {
            total += max(0, sample(plan.draw, strand, occurrence(of: item, request, strand)))
        }
        return total
    }

    /// The length of a duration drawn for a strand, on its clock.
    mutating func length(of duration: Int32, _ strand: UnsafeMutablePointer<Strand>) -> Double {
        let plan = tables.durationPlans[Int(duration)]
        let length =
            plan.itemRequest >= 0
            ? lengthOverItems(duration, strand) : drawn(durations + Int(duration), strand)
        return plan.factor >= 0 ? length * max(0, value(of: plan.factor, strand)) : length
    }

    /// Whole microseconds, rounded half to even; never below 0 nor beyond `.never`.
    @inline(__always)
    static func ticks(_ value: Double) -> SimulationTime {
        // Adding 2⁵² leaves the whole number, rounded half to even, in the low bits; the sign bit makes bits large.
        if _fastPath(value.bitPattern < 0x1p51.bitPattern) {
            return SimulationTime(bitPattern: (value + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)
        }
        return slowTicks(value)
    }

    @inline(never)
    private static func slowTicks(_ value: Double) -> SimulationTime {
        precondition(!value.isNaN, "a duration is not a number")
        return value < 0x1p60 ? SimulationTime(max(0, value).rounded(.toNearestOrEven)) : .never
    }

    // MARK: Flow

    private mutating func choose(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let plan = tables.choices[Int(row.pointee.first)]
        var stream = stream(plan.draw, strand)
        let value = stream.unitInterval()
        var cumulative = 0.0
        var target = plan.otherwise
        var place: Int32 = -1
        for index in 0..<plan.optionCount {
            let option = tables.options + (plan.firstOption &+ index)
            cumulative +=
                option.pointee.register < 0
                ? option.pointee.chance : register(option.pointee.register, strand)
            if value < cumulative {
                target = option.pointee.row
                place = Int32(truncatingIfNeeded: index)
                break
            }
        }
        if isRecorded(strand) { record(.chose, strand, from: now, outcome: place) }
        strand.pointee.row = instructions + Int(target)
    }

    @inline(__always)
    mutating func register(_ register: Int32, _ strand: UnsafeMutablePointer<Strand>) -> Double {
        strands.registers[Int(root(of: strand).pointee.slot) &* registerCount &+ Int(register)]
    }

    private mutating func beginLoop(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let plan = program.loops[Int(row.pointee.first)]
        var wanted: Double
        switch plan.rule {
        case .drawn(let draw): wanted = sample(draw, strand, strand.pointee.occurrence)
        case .register(let index): wanted = register(index, strand)
        case .again: wanted = 1
        }
        wanted = max(0, wanted.rounded(.toNearestOrEven))
        if wanted > Double(plan.limit) { loopsStopped += 1 }
        let rounds = UInt16(min(wanted, Double(plan.limit)))
        setRounds(rounds, level: plan.level, strand)
        // A jump may have left an earlier loop of this level in the middle.
        strand.pointee.occurrence = strand.pointee.occurrence.withLoop(level: Int(plan.level), iteration: 0)
        strand.pointee.row = rounds == 0 ? instructions + Int(row.pointee.second) : row + 1
    }

    private mutating func endLoop(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let plan = program.loops[Int(row.pointee.first)]
        let level = Int(plan.level)
        let round = strand.pointee.occurrence.iteration(ofLoop: level)
        var goesOn: Bool
        if case .again(let draw, let chance, let index) = plan.rule {
            var stream = stream(draw, strand)
            goesOn = stream.unitInterval() < (index < 0 ? chance : register(index, strand))
            if goesOn, round + 1 >= Int(plan.limit) {
                loopsStopped += 1
                goesOn = false
            }
        } else {
            let left = rounds(level: plan.level, strand)
            goesOn = left > 1
            setRounds(goesOn ? left - 1 : 0, level: plan.level, strand)
        }
        strand.pointee.occurrence = strand.pointee.occurrence.withLoop(
            level: level,
            iteration: goesOn ? round + 1 : 0
        )
        strand.pointee.row = goesOn ? instructions + Int(row.pointee.second) : row + 1
    }

    private mutating func rounds(level: Int32, _ strand: UnsafeMutablePointer<Strand>) -> UInt16 {
        switch level {
        case 1: strand.pointee.rounds.0
        case 2: strand.pointee.rounds.1
        default: strand.pointee.rounds.2
        }
    }

    private mutating func setRounds(_ rounds: UInt16, level: Int32, _ strand: UnsafeMutablePointer<Strand>) {
        switch level {
        case 1: strand.pointee.rounds.0 = rounds
        case 2: strand.pointee.rounds.1 = rounds
        default: strand.pointee.rounds.2 = rounds
        }
    }

    mutating func count(_ counter: Int, _ amount: Int32, _ strand: UnsafeMutablePointer<Strand>) {
        strands.counters[Int(root(of: strand).pointee.slot) * counterCount + counter] += amount
        if isRecorded(strand) {
            record(.counted, strand, from: now, ahead: amount, outcome: Int32(counter))
        }
    }
}
