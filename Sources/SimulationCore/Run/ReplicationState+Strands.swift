import RandomStreams

extension ReplicationState {
    // MARK: Kinds of time

    /// Adds to its kind a stretch of time that is not found from a tally at the end; in a plain run, in which a stretch
    /// once begun is never cut short.
    ///
    /// A general run adds a stretch when the kind changes.
    @inline(always)
    mutating func addTime(_ span: SimulationTime, _ kind: UInt8, of strand: UnsafeMutablePointer<Strand>) {
        if Features.isGeneral { return }
        strand.pointee.awayTime &+= span & awayMasks[Int(kind)]
        strand.pointee.account.pointee.kindSums[Int(kind)].add(span)
    }

    /// Changes what a strand's time is spent on, which a plain run need not know.
    @inline(always)
    mutating func setKind(_ kind: UInt8, of strand: UnsafeMutablePointer<Strand>) {
        if !Features.isGeneral || strand.pointee.kind == kind { return }
        let root = root(of: strand)
        settleKind(root, only: strand)
        if _slowPath(hasSeveral(root)) { moveKind(root, from: strand.pointee.kind, to: kind) }
        strand.pointee.kind = kind
    }

    /// Adds the stretch since the last change to the kind that ran.
    @inline(always)
    private mutating func settleKind(
        _ root: UnsafeMutablePointer<Strand>,
        only strand: UnsafeMutablePointer<Strand>
    ) {
        let span = now &- root.pointee.kindSince
        guard span > 0 else { return }
        root.pointee.kindSince = now
        var kind = Int(strand.pointee.kind)
        if _slowPath(hasSeveral(root)) { kind = root.pointee.kindMask.trailingZeroBitCount }
        StrandTable.times(of: root)[kind] &+= span
        root.pointee.awayTime &+= span & awayMasks[kind]
        // Those who came before the window are added up where nobody looks.
        let sums =
            isObserved(root.pointee.arrivalTime)
            ? root.pointee.account.pointee.kindSums : kindSums + classCount &* StrandTable.kindLimit
        sums[kind].add(span)
    }

    private mutating func moveKind(_ root: UnsafeMutablePointer<Strand>, from old: UInt8, to new: UInt8) {
        removeKind(root, old)
        addKind(root, new)
    }

    private mutating func addKind(_ root: UnsafeMutablePointer<Strand>, _ kind: UInt8) {
        strands.kindCounts[Int(root.pointee.slot) * kindCount + Int(kind)] += 1
        root.pointee.kindMask |= 1 << UInt16(kind)
    }

    private mutating func removeKind(_ root: UnsafeMutablePointer<Strand>, _ kind: UInt8) {
        let place = Int(root.pointee.slot) * kindCount + Int(kind)
        strands.kindCounts[place] -= 1
        if strands.kindCounts[place] == 0 { root.pointee.kindMask &= ~(1 << UInt16(kind)) }
    }

    // MARK: Split and join

    /// Starts the strands of a split; the strand that splits waits for them.
    mutating func split(_ slot: Int32, _ row: UnsafeMutablePointer<Instruction>) {
        let plan = tables.splits[Int(row.pointee.first)]
        let rootSlot = strand(slot).pointee.root
        let started = startsOfBranches(plan, strand(rootSlot))
        guard started.all > 0 else { return joinAtOnce(slot) }
        splitsMade += 1
        let number = splitsMade
        settleKind(strand(rootSlot), only: strand(slot))
        if strand(rootSlot).pointee.strandCount == 1 {
            strand(rootSlot).pointee.kindMask = 0
            for kind in 0..<kindCount { strands.kindCounts[Int(rootSlot) * kindCount + kind] = 0 }
            addKind(strand(rootSlot), strand(slot).pointee.kind)
            // The ring may still hold a first strand that has ended.
            if slot == rootSlot { strand(slot).pointee.becomeRing() }
        }
        moveKind(strand(rootSlot), from: strand(slot).pointee.kind, to: idleKind)
        strand(slot).pointee.kind = idleKind
        strand(slot).pointee.state = .joining
        strand(slot).pointee.splitNumber = number
        strand(slot).pointee.endsAwaited =
            plan.waitFor < 0 ? started.awaited : min(UInt16(plan.waitFor), started.awaited)
        strand(slot).pointee.since = now
        if isRecorded(strand(slot)) { record(.split, strand(slot), from: now, outcome: started.all) }
        for place in plan.firstBranch..<plan.firstBranch + plan.branchCount {
            let branch = tables.branches[place]
            for member in 0..<strandsToStart(branch, strand(rootSlot)) {
                if strands.isExhausted, strands.inUse >= strandLimit { failBecauseOfCrowd() }
                let child = strands.take()
                startStrand(child, from: slot, at: branch.row, branch.isAwaited ? number : 0)
                if branch.role >= 0 {
                    let new = strand(child)
                    new.pointee.occurrence = new.pointee.occurrence.withMember(Int(member))
                }
                makeReady(child)
            }
        }
        if started.awaited == 0 {
            joinAtOnce(slot, isSplit: true)
        } else if plan.limit >= 0 {
            schedule(.joinLimit, of: strand(slot), at: end(of: plan.limit, strand(slot), from: now), .limit)
        }
    }

    /// How many strands a split starts for an entity, and how many of them are awaited.
    private mutating func startsOfBranches(
        _ plan: SplitRow,
        _ root: UnsafeMutablePointer<Strand>
    ) -> (all: Int32, awaited: UInt16) {
        var starts: (all: Int32, awaited: UInt16) = (0, 0)
        for place in plan.firstBranch..<plan.firstBranch + plan.branchCount {
            let number = strandsToStart(tables.branches[place], root)
            starts.all += number
            if tables.branches[place].isAwaited { starts.awaited += UInt16(number) }
        }
        return starts
    }

    private mutating func strandsToStart(
        _ branch: SplitPlan.Branch,
        _ root: UnsafeMutablePointer<Strand>
    ) -> Int32 {
        branch.role < 0 ? 1 : membersInAll(branch.role, root)
    }

    /// Goes on after a split that has nobody to wait for.
    private mutating func joinAtOnce(_ slot: Int32, isSplit: Bool = false) {
        let strand = strand(slot)
        if isRecorded(strand) {
            if !isSplit { record(.split, strand, from: now, outcome: 0) }
            record(.joined, strand, from: now, outcome: 0)
        }
        strand.pointee.splitNumber = 0
        strand.pointee.row += 1
        strand.pointee.state = .ready
        makeReady(slot)
    }

    private mutating func startStrand(_ child: Int32, from parent: Int32, at row: Int32, _ number: UInt32) {
        let rootSlot = strand(parent).pointee.root
        let new = strand(child)
        new.pointee = Strand(slot: child, at: instructions + Int(row), strand(parent).pointee.account)
        new.pointee.root = rootSlot
        new.pointee.parent = parent
        new.pointee.classIndex = strand(parent).pointee.classIndex
        new.pointee.ordinal = strand(parent).pointee.ordinal
        new.pointee.number = strand(rootSlot).pointee.number
        new.pointee.occurrence = strand(parent).pointee.occurrence
        new.pointee.indoorsSince = strand(parent).pointee.indoorsSince
        new.pointee.rounds = strand(parent).pointee.rounds
        new.pointee.metLast = strand(parent).pointee.metLast
        new.pointee.origin = number
        new.pointee.kind = idleKind
        new.pointee.state = .ready
        let last = strand(rootSlot).pointee.previous
        new.pointee.previous = last
        new.pointee.next = rootSlot
        strand(last).pointee.next = child
        strand(rootSlot).pointee.previous = child
        strand(rootSlot).pointee.strandCount += 1
        addKind(strand(rootSlot), idleKind)
    }

    /// The time limit of a wait for other strands has come.
    mutating func reachJoinLimit(_ strand: UnsafeMutablePointer<Strand>) {
        if isRecorded(strand) { record(.joined, strand, from: strand.pointee.since, outcome: 1) }
        strand.pointee.splitNumber = 0
        strand.pointee.row += 1
        strand.pointee.state = .ready
    }

    /// Tells the strand that split this one off that it has ended.
    private mutating func reportEnd(of ended: UnsafeMutablePointer<Strand>) {
        guard ended.pointee.parent >= 0 else { return }
        let parent = strand(ended.pointee.parent)
        guard parent.pointee.state == .joining, parent.pointee.splitNumber == ended.pointee.origin else {
            return
        }
        parent.pointee.endsAwaited -= 1
        guard parent.pointee.endsAwaited == 0 else { return }
        cancelEvent(of: parent)
        parent.pointee.metLast = ended.pointee.metLast
        if isRecorded(parent) { record(.joined, parent, from: parent.pointee.since, outcome: 0) }
        parent.pointee.splitNumber = 0
        parent.pointee.row += 1
        parent.pointee.state = .ready
        makeReady(ended.pointee.parent)
    }

    // MARK: Leaving

    /// The entity leaves: the strand gives back what it holds and ends, the others are broken off.
    ///
    /// Returns the row from which the strand gives back and ends.
    @inline(__always)
    mutating func leave(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> UnsafeMutablePointer<Instruction> {
        noteLeaving(strand, row)
        let unwinding = instructions + Int(row.pointee.unwind)
        strand.pointee.row = unwinding
        return unwinding
    }

    /// The entity leaves, and its strand holds nothing.
    @inline(__always)
    mutating func leaveAndEnd(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        noteLeaving(strand, row)
        end(strand)
    }

    @inline(__always)
    private mutating func noteLeaving(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        if !isBrokenOff(strand) {
            let root = root(of: strand)
            root.pointee.outcome = UInt16(truncatingIfNeeded: row.pointee.first)
            if hasSeveral(root) { breakOffOthers(strand) }
        }
        if Features.isGeneral { strand.pointee.isUnwinding = true }
    }

    @inline(never)
    private mutating func breakOffOthers(_ leaving: UnsafeMutablePointer<Strand>) {
        leaving.pointee.isBrokenOff = true
        var slot = leaving.pointee.next
        while slot != leaving.pointee.slot {
            let other = strand(slot)
            let following = other.pointee.next
            other.pointee.isBrokenOff = true
            switch other.pointee.state {
            case .waiting where other.pointee.isLeading:
                // A session that has been called together takes place.
                break
            case .gathered:
                if leaveGathering(other) {
                    beginUnwinding(other)
                    makeReady(slot)
                }
            case .waiting:
                beginUnwinding(other, afterWithdrawing: true)
                makeReady(slot)
            case .blocked, .engaging:
                beginUnwinding(other)
                makeReady(slot)
            case .joining:
                cancelEvent(of: other)
                beginUnwinding(other)
                makeReady(slot)
            case .timed where other.pointee.row.pointee.opcode != .serve:
                cancelEvent(of: other)
                beginUnwinding(other)
                makeReady(slot)
            case .timed, .ready, .ended, .free:
                // A service in hand is finished; a strand about to go on sees that the entity leaves.
                break
            }
            slot = following
        }
    }

    /// Sends a strand to the rows that give back what it holds.
    mutating func beginUnwinding(_ strand: UnsafeMutablePointer<Strand>, afterWithdrawing: Bool = false) {
        if isRecorded(strand) { record(.brokenOff, strand, from: now) }
        if afterWithdrawing { withdraw(strand) }
        if strand.pointee.state == .blocked || strand.pointee.isLetIn { stopEntering(strand) }
        strand.pointee.isUnwinding = true
        strand.pointee.state = .ready
        strand.pointee.row = instructions + Int(strand.pointee.row.pointee.unwind)
    }

    /// Ends a strand; with the last one the entity is gone.
    @inline(always)
    mutating func end(_ strand: UnsafeMutablePointer<Strand>) {
        let root = root(of: strand)
        if hasSeveral(root) { return endOneOfSeveral(strand, root) }
        if Features.isGeneral { settleKind(root, only: strand) }
        finishEntity(root)
        if strand != root { strands.give(strand) }
        strands.give(root)
    }

    @inline(never)
    private mutating func endOneOfSeveral(
        _ strand: UnsafeMutablePointer<Strand>,
        _ root: UnsafeMutablePointer<Strand>
    ) {
        settleKind(root, only: strand)
        removeKind(root, strand.pointee.kind)
        root.pointee.strandCount -= 1
        reportEnd(of: strand)
        if strand == root {
            strand.pointee.state = .ended
        } else {
            self.strand(strand.pointee.previous).pointee.next = strand.pointee.next
            self.strand(strand.pointee.next).pointee.previous = strand.pointee.previous
            strands.give(strand)
        }
    }

    /// Keeps the books on an entity that is gone.
    @inline(always)
    private mutating func finishEntity(_ root: UnsafeMutablePointer<Strand>) {
        let account = root.pointee.account
        // Read while it is still at hand from leaving.
        let outcome = Int(root.pointee.outcome)
        let stay = now &- root.pointee.arrivalTime
        let isObserved = isObserved(root.pointee.arrivalTime)
        if Features.isGeneral {
            StrandTable.times(of: root).update(repeating: 0, count: StrandTable.kindLimit)
        }
        staySum &+= stay
        account.pointee.left &+= 1
        present &-= 1
        presentSum.add(now)
        if _slowPath(present == 0) { stopIfOver() }
        if isRecorded(root) {
            record(.left, root, from: root.pointee.arrivalTime, outcome: Int32(root.pointee.outcome))
        }
        guard isObserved else { return }
        account.pointee.outcomes[outcome] &+= 1
        if let place = account.pointee.ownTime { tally(stay &- root.pointee.awayTime, at: place) }
        if let place = account.pointee.timeInSystem { tally(stay, at: place) }
        if Features.isGeneral, _slowPath(groupingCount > 0) {
            bookLeavingByValue(root, after: stay, outcome: outcome)
        }
        if counterTally >= 0 { recordCounters(root.pointee.slot, Int(root.pointee.classIndex)) }
        if Features.isGeneral, hasRoles { recordMemberTimes(root) }
    }

    @inline(never)
    private mutating func recordCounters(_ rootSlot: Int32, _ place: Int) {
        for counter in 0..<counterCount {
            tally(
                Int64(strands.counters[Int(rootSlot) * counterCount + counter]),
                in: counterTally + counter * classCount + place
            )
        }
    }
}
