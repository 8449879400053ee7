import RandomStreams

/// Members of an entity, who cannot be at two places at once.
extension ReplicationState {
    /// Engages the members that a strand needs; false when it has to wait for them.
    @inline(never)
    mutating func engage(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        strand.pointee.since = now
        if takeMembers(strand, row) { return true }
        setKind(row.pointee.kind, of: strand)
        if tracksIndoors { strand.pointee.indoorsSince = .never }
        strand.pointee.state = .engaging
        return false
    }

    /// Lets a strand's members go, and lets those strands go on that have waited for them.
    @inline(never)
    mutating func disengage(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let root = root(of: strand)
        for part in engagementParts(row.pointee.first) {
            change(part.role, by: -membersNeeded(part, root), root)
        }
        if isRecorded(strand) { record(.disengaged, strand, from: now) }
        if hasSeveral(root) { engageThoseWaiting(root) }
    }

    /// Engages members for strands that wait for them, those first that have waited longest.
    private mutating func engageThoseWaiting(_ root: UnsafeMutablePointer<Strand>) {
        var waiting: [Int32] = []
        var slot = root.pointee.slot
        repeat {
            if strand(slot).pointee.state == .engaging { waiting.append(slot) }
            slot = strand(slot).pointee.next
        } while slot != root.pointee.slot
        while !waiting.isEmpty {
            var longest = 0
            for place in waiting.indices
            where strand(waiting[place]).pointee.since < strand(waiting[longest]).pointee.since {
                longest = place
            }
            let slot = waiting.remove(at: longest)
            guard takeMembers(strand(slot), strand(slot).pointee.row) else { continue }
            strand(slot).pointee.row += 1
            strand(slot).pointee.state = .ready
            makeReady(slot)
        }
    }

    /// The parts of an engagement.
    private mutating func engagementParts(_ engagement: Int32) -> UnsafeMutableBufferPointer<
        EngagementPlan.Part
    > {
        let first = tables.firstEngagementParts[Int(engagement)]
        let end = tables.firstEngagementParts[Int(engagement) + 1]
        return UnsafeMutableBufferPointer(start: tables.engagementParts + first, count: end - first)
    }

    /// Takes the members that a strand needs, if all are free.
    private mutating func takeMembers(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        let root = root(of: strand)
        let parts = engagementParts(row.pointee.first)
        for part in parts where membersNeeded(part, root) > membersFree(part.role, root) { return false }
        for part in parts { change(part.role, by: membersNeeded(part, root), root) }
        if isRecorded(strand) { record(.engaged, strand, from: strand.pointee.since) }
        return true
    }

    /// How many members of a role an entity has.
    mutating func membersInAll(_ role: Int32, _ root: UnsafeMutablePointer<Strand>) -> Int32 {
        let number = register(tables.roles[Int(role)].number, root)
        return Int32(min(max(0, number), Double(EngagementPlan.membersInRole)))
    }

    /// How many members of a role an engagement takes.
    mutating func membersNeeded(_ part: EngagementPlan.Part, _ root: UnsafeMutablePointer<Strand>) -> Int32 {
        min(part.most, membersInAll(part.role, root))
    }

    private mutating func membersFree(_ role: Int32, _ root: UnsafeMutablePointer<Strand>) -> Int32 {
        membersInAll(role, root) - Int32(register(tables.roles[Int(role)].engaged, root))
    }

    /// Changes how many members of a role are engaged, and adds up their time until now.
    private mutating func change(_ role: Int32, by number: Int32, _ root: UnsafeMutablePointer<Strand>) {
        let plan = tables.roles[Int(role)]
        let registers = strands.registers + Int(root.pointee.slot) * registerCount
        let engaged = registers[Int(plan.engaged)]
        registers[Int(plan.time)] += engaged * (Double(now) - registers[Int(plan.summedUntil)])
        registers[Int(plan.summedUntil)] = Double(now)
        registers[Int(plan.engaged)] = engaged + Double(number)
    }

    /// Keeps the engaged time of an entity's members.
    @inline(never)
    mutating func recordMemberTimes(_ root: UnsafeMutablePointer<Strand>) {
        for (place, role) in program.roles.enumerated() {
            let time = Int64(register(role.time, root))
            tally(
                time,
                in: Int(program.tallies.memberTimes) + place * classCount + Int(root.pointee.classIndex)
            )
        }
    }
}

extension EngagementPlan {
    /// Most members of a role, as many as an occurrence tells apart.
    static var membersInRole: Int { Occurrence.members }
}
