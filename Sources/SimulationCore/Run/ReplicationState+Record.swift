import RandomStreams

extension ReplicationState {
    /// Whether a strand's journey is recorded.
    @inline(__always)
    mutating func isRecorded(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        Features.isGeneral && isRecording && isChosen(strand)
    }

    @inline(never)
    private mutating func isChosen(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        switch recording {
        case .none: false
        case .all: true
        case .entity(let number): strand.pointee.number == number
        case .entityOfClass(let place, let ordinal):
            strand.pointee.classIndex == place && strand.pointee.ordinal == ordinal
        }
    }

    /// Records an event of a strand's present row.
    @inline(never)
    mutating func record(
        _ kind: JourneyEvent.Kind,
        _ strand: UnsafeMutablePointer<Strand>,
        from begins: SimulationTime,
        until ends: SimulationTime? = nil,
        subject: Int32 = -1,
        ahead: Int32 = 0,
        outcome: Int32 = -1,
        occurrence: Occurrence? = nil
    ) {
        let row = strand.pointee.row.pointee
        var server: Int32 = -1
        if [.served, .suspended, .waited, .changedLine].contains(kind) {
            let isServed = row.opcode == .serve
            let seize = isServed ? (strand.pointee.row - 1).pointee : row
            if seize.opcode == .seize { server = self.server(heldBy: strand, requests + Int(seize.first)) }
        }
        journeys.append(
            JourneyEvent(
                entity: strand.pointee.number,
                classIndex: strand.pointee.classIndex,
                ordinal: strand.pointee.ordinal,
                occurrence: (occurrence ?? strand.pointee.occurrence).bits,
                step: kind == .arrived || kind == .left ? -1 : row.step,
                kind: kind,
                cause: .none,
                subject: subject,
                server: server,
                ahead: ahead,
                enabled: begins,
                begins: begins,
                ends: ends ?? now,
                timeKind: row.kind,
                outcome: outcome
            )
        )
    }

    /// Records the end of a service, a delay or another wait for a known time.
    @inline(never)
    mutating func recordEnd(of strand: UnsafeMutablePointer<Strand>) {
        let row = strand.pointee.row.pointee
        switch row.opcode {
        case .serve:
            record(.served, strand, from: strand.pointee.since, subject: row.second)
        case .awaitOpening:
            record(.awaitedOpening, strand, from: strand.pointee.since)
        default:
            record(.delayed, strand, from: strand.pointee.since)
        }
    }

    /// Records the end of a wait in a line and why there was one.
    @inline(never)
    mutating func recordWait(
        _ kind: JourneyEvent.Kind,
        _ strand: UnsafeMutablePointer<Strand>,
        _ pool: Int32
    ) {
        let wait = now - strand.pointee.joinTime
        var closed = strand.pointee.closedTime
        if strand.pointee.isClosedOut, wait > 0 { closed += now - strand.pointee.since }
        record(kind, strand, from: strand.pointee.joinTime, subject: pool, ahead: strand.pointee.ahead)
        let cause: JourneyEvent.Cause =
            wait == 0 ? .none : closed == 0 ? .busy : closed == wait ? .closed : .busyAndClosed
        journeys[journeys.count - 1].cause = cause
    }
}
