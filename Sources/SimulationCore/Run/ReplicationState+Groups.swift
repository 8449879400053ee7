/// Those who wait for a group to form.
struct Gathering {
    /// In the order in which they came.
    var slots: [Int32] = []
    /// Whether the first has waited long enough, and the group waits for the least number only.
    var isDue = false
    /// How many groups have been formed or given up before.
    var number = 0

    /// Begins to gather the next group.
    mutating func beginAnew() {
        slots = []
        isDue = false
        number += 1
    }
}

/// Until when the first of a gathering waits for others: the gathering, and its number.
struct GroupLimit {
    var group: Int
    var number: Int
}

/// Strands that are served together.
extension ReplicationState {
    /// Lets a strand wait for its group, which it may complete.
    mutating func gather(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let group = Int(row.pointee.first)
        let plan = program.groups[group]
        strand.pointee.state = .gathered
        strand.pointee.since = now
        setKind(row.pointee.kind, of: strand)
        gatherings[group].slots.append(strand.pointee.slot)
        let count = Int32(gatherings[group].slots.count)
        if count >= plan.size || (gatherings[group].isDue && count >= plan.least) { return form(group) }
        guard count == 1, plan.limit >= 0 else { return }
        let deadline = end(of: plan.limit, strand, from: now)
        guard deadline < horizon else { return }
        let limit = GroupLimit(group: group, number: gatherings[group].number)
        let place = groupLimits.add(limit)
        _ = calendar.insert(at: deadline, .limit, payload: EventAction.groupLimit.payload(place))
    }

    /// The first of a group has waited long enough.
    mutating func reachGroupLimit(_ place: Int32) {
        let limit = groupLimits.remove(place)
        let group = limit.group
        guard gatherings[group].number == limit.number else { return }
        gatherings[group].isDue = true
        if gatherings[group].slots.count >= Int(program.groups[group].least) { form(group) }
    }

    /// Takes a strand out of a gathering; false when its group has been formed.
    mutating func leaveGathering(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        let row = strand.pointee.row.pointee
        guard row.opcode == .gather,
            let place = gatherings[Int(row.first)].slots.firstIndex(of: strand.pointee.slot)
        else { return false }
        gatherings[Int(row.first)].slots.remove(at: place)
        if gatherings[Int(row.first)].slots.isEmpty { gatherings[Int(row.first)].beginAnew() }
        return true
    }

    /// A group is complete: its first strand goes on for all.
    private mutating func form(_ group: Int) {
        let slots = gatherings[group].slots
        gatherings[group].beginAnew()
        for slot in slots {
            let member = strand(slot)
            if isRecorded(member) {
                record(.gathered, member, from: member.pointee.since, outcome: Int32(slots.count))
            }
            // The rows of its own that tell what is done for it.
            member.pointee.row += 1
            let request = requests + Int(member.pointee.row.pointee.first)
            setKind(request.pointee.waitingKind, of: member)
        }
        let first = strand(slots[0])
        first.pointee.isLeading = true
        first.pointee.state = .ready
        followers[slots[0]] = Array(slots.dropFirst())
        makeReady(slots[0])
    }

    /// Begins the service of all others of a group, until a time, with that of its first strand.
    @inline(never)
    mutating func beginGroupService(
        _ first: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        until end: SimulationTime
    ) {
        for slot in followers[first.pointee.slot] ?? [] {
            let member = strand(slot)
            let request = requests + Int(member.pointee.row.pointee.first)
            member.pointee.joinTime = first.pointee.joinTime
            // Who is granted at once has the closed time of an earlier wait.
            let wait = now &- first.pointee.joinTime
            member.pointee.closedTime = wait > 0 ? first.pointee.closedTime : 0
            member.pointee.isClosedOut = false
            member.pointee.ahead = first.pointee.ahead
            if request.pointee.isNamed {
                let place = request.pointee.selection.place
                strands.server(heldBy: member, at: place).pointee =
                    strands.server(heldBy: first, at: place).pointee
            }
            noteGrant(member, request, after: wait, closedTime: member.pointee.closedTime)
            member.pointee.row += 1
            member.pointee.since = now
            setKind(row.pointee.kind, of: member)
            noteLength(of: member, row, until: end)
        }
    }

    /// Lets the others of a strand's group go on.
    mutating func disband(_ first: UnsafeMutablePointer<Strand>) {
        guard let slots = followers.removeValue(forKey: first.pointee.slot) else { return }
        first.pointee.isLeading = false
        for slot in slots {
            let member = strand(slot)
            if isRecorded(member) { recordEnd(of: member) }
            member.pointee.state = .ready
            // From its service's row to where its own row of gathering leads.
            member.pointee.row = instructions + Int((member.pointee.row - 2).pointee.second)
            makeReady(slot)
        }
    }
}
