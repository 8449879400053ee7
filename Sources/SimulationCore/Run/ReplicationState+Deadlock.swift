extension ReplicationState {
    /// A strand that waits without a limit, and what it holds meanwhile.
    private struct Stuck {
        let slot: Int32
        let root: Int32
        let parent: Int32
        let held: [RequestPlan.Part]
        /// What it waits for; nothing when it waits for other strands.
        let wanted: [RequestPlan.Part]
        /// Strands that it waits for, and how many of them must end.
        let children: [Int32]
        let endsAwaited: Int
    }

    /// Stops the run when strands hold what others of them wait for, so that none will ever go on.
    ///
    /// Such a state stays for ever, so looking for it now and then is enough: at most once in as many events as there
    /// are slots of strands, which costs a constant per event, and at the end. Those who are not waiting, or whose
    /// patience or time limit ends, are taken to give everything back; who is left when all that this lets go on has
    /// gone on is deadlocked. The order of lines is not looked at, so a deadlock found is one. Source: the reduction
    /// of Coffman, Elphick and Shoshani (1971).
    mutating func checkForDeadlock(isAtEnd: Bool = false) throws(ReplicationFailure) {
        guard Features.isGeneral, tables.holdsWhileWaiting else { return }
        guard isAtEnd || events.count - deadlockSearchedAt >= Int64(strands.capacity) else { return }
        deadlockSearchedAt = events.count
        let stuck = strandsWithoutEnd()
        guard stuck.contains(where: { !$0.held.isEmpty }) else { return }
        let (left, free) = reduced(stuck)
        let circle = circle(among: left, free)
        if !circle.isEmpty { throw .deadlock(circle) }
    }

    /// Strands that wait in a line or for other strands, with nothing scheduled that would end it.
    ///
    /// Who holds nothing and is awaited by nobody keeps nobody waiting, and is left out.
    private mutating func strandsWithoutEnd() -> [Stuck] {
        var children: [Int32: [Int32]] = [:]
        for slot in 0..<Int32(strands.capacity) {
            let strand = strand(slot)
            if isAwaited(strand) { children[strand.pointee.parent, default: []].append(slot) }
        }
        var stuck: [Stuck] = []
        for slot in 0..<Int32(strands.capacity) {
            let strand = strand(slot)
            let isWaiting =
                strand.pointee.state == .waiting && strand.pointee.patienceLeft == .never
                && !mayBeSentAway(strand)
            // A time limit beyond the end of the run is scheduled no more, and ends the wait all the same.
            let isJoining =
                strand.pointee.state == .joining
                && program.splits[Int(strand.pointee.row.pointee.first)].limit < 0
            let isBlocked = strand.pointee.state == .blocked
            let isEngaging = strand.pointee.state == .engaging
            guard isWaiting || isJoining || isBlocked || isEngaging, strand.pointee.event == 0,
                !strand.pointee.isBrokenOff
            else {
                continue
            }
            let held = heldParts(strand)
            if isWaiting || isBlocked, held.isEmpty, !isAwaited(strand) { continue }
            stuck.append(
                Stuck(
                    slot: slot,
                    root: strand.pointee.root,
                    parent: isAwaited(strand) ? strand.pointee.parent : -1,
                    held: held,
                    wanted: wantedParts(strand),
                    children: isJoining ? children[slot] ?? [] : [],
                    endsAwaited: isJoining ? Int(strand.pointee.endsAwaited) : 0
                )
            )
        }
        return stuck
    }

    /// What a strand waits for.
    private mutating func wantedParts(_ strand: UnsafeMutablePointer<Strand>) -> [RequestPlan.Part] {
        switch strand.pointee.state {
        case .waiting: partsOf(request(of: strand))
        case .blocked: partsOf(requests + Int(strand.pointee.row.pointee.first))
        case .engaging: membersOf(Int(strand.pointee.row.pointee.first), strand)
        default: []
        }
    }

    /// The members of an engagement, as if each role of each entity were a pool, numbered after the pools.
    private mutating func membersOf(
        _ engagement: Int,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> [RequestPlan.Part] {
        let root = root(of: strand)
        return program.engagements[engagement].parts.map { part in
            RequestPlan.Part(
                pool: Int32(program.pools.count) + root.pointee.slot * Int32(program.roles.count) + part.role,
                units: membersNeeded(part, root)
            )
        }
    }

    /// Whether the end of a day may end a strand's wait.
    private mutating func mayBeSentAway(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        let request = request(of: strand)
        guard request.pointee.isPresent else { return false }
        return partsOf(request).contains { part in
            let plan = program.pools[Int(part.pool)]
            return plan.dayEnd == .sendsAway && plan.capacity.contains(where: \.endsDay)
        }
    }

    /// Whether another strand waits for the end of a strand.
    private mutating func isAwaited(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        guard strand.pointee.state != .free, strand.pointee.state != .ended, strand.pointee.parent >= 0 else {
            return false
        }
        let parent = self.strand(strand.pointee.parent)
        return parent.pointee.state == .joining && parent.pointee.splitNumber == strand.pointee.origin
    }

    /// What a strand would give back if it were broken off.
    private mutating func heldParts(_ strand: UnsafeMutablePointer<Strand>) -> [RequestPlan.Part] {
        var held: [RequestPlan.Part] = []
        var row = instructions + Int(strand.pointee.row.pointee.unwind)
        while [.release, .disengage, .jump].contains(row.pointee.opcode) {
            switch row.pointee.opcode {
            case .jump:
                row = instructions + Int(row.pointee.first)
                continue
            case .disengage: held += membersOf(Int(row.pointee.first), strand)
            default: held += partsOf(requests + Int(row.pointee.first))
            }
            row += 1
        }
        return held
    }

    private mutating func partsOf(_ request: UnsafeMutablePointer<RequestRow>) -> [RequestPlan.Part] {
        (0..<request.pointee.partCount).map { parts[Int(request.pointee.firstPart + $0)] }
    }

    /// Those who are left when all who can go on have gone on and given back what they hold, and what is then free.
    private mutating func reduced(_ all: [Stuck]) -> (left: [Stuck], free: [Int32]) {
        var free = program.pools.map { $0.capacity.map(\.servers).max() ?? 0 }
        let roleCount = program.roles.count
        free += Array(repeating: 0, count: strands.capacity * roleCount)
        for one in all {
            let first = program.pools.count + Int(one.root) * roleCount
            for role in 0..<roleCount { free[first + role] = membersInAll(Int32(role), strand(one.root)) }
        }
        var isStuck = [Bool](repeating: false, count: strands.capacity)
        var stuckOfRoot: [Int32: Int32] = [:]
        for one in all {
            isStuck[Int(one.slot)] = true
            stuckOfRoot[one.root, default: 0] += 1
            for part in one.held { free[Int(part.pool)] -= part.units }
        }
        var left = all
        while true {
            let before = left.count
            left.removeAll { one in
                // Another strand of an entity may make it leave, which breaks the wait off.
                let hasOther = strands[one.root].pointee.strandCount > stuckOfRoot[one.root] ?? 0
                let goesOn =
                    one.wanted.isEmpty
                    ? one.children.count { !isStuck[Int($0)] } >= one.endsAwaited
                    : one.wanted.allSatisfy { free[Int($0.pool)] >= $0.units }
                guard hasOther || goesOn else { return false }
                isStuck[Int(one.slot)] = false
                stuckOfRoot[one.root, default: 0] -= 1
                for part in one.held { free[Int(part.pool)] += part.units }
                return true
            }
            if left.count == before { return (left, free) }
        }
    }

    /// From one deadlocked strand to one that holds what it waits for, and so on until the first comes again.
    private mutating func circle(among left: [Stuck], _ free: [Int32]) -> [ReplicationFailure.Wait] {
        let places = Dictionary(
            left.enumerated().map { ($1.slot, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // What a strand's parents hold stays held as long as it waits.
        func heldFor(_ place: Int) -> [RequestPlan.Part] {
            let parent = places[left[place].parent].map(heldFor) ?? []
            return left[place].held + parent
        }
        let waiting = left.indices.filter { !left[$0].wanted.isEmpty }
        var holder: [Int32: Int] = [:]
        for place in waiting.reversed() {
            for part in heldFor(place) { holder[part.pool] = place }
        }
        let (poolCount, roleCount) = (program.pools.count, program.roles.count)
        func poolOrRole(_ part: RequestPlan.Part) -> Int {
            let pool = Int(part.pool)
            return pool < poolCount ? pool : poolCount + (pool - poolCount) % roleCount
        }
        func missing(_ place: Int) -> RequestPlan.Part? {
            left[place].wanted.first { free[Int($0.pool)] < $0.units && holder[$0.pool] != nil }
        }
        for start in waiting {
            var path: [Int] = []
            var place = start
            while !path.contains(place), let part = missing(place), let next = holder[part.pool] {
                path.append(place)
                place = next
            }
            // What nobody holds was never there, and is no deadlock.
            guard path.contains(place) else { continue }
            return path.drop { $0 != place }.compactMap { place in
                guard let wanted = missing(place) else { return nil }
                return ReplicationFailure.Wait(
                    step: Int(strands[left[place].slot].pointee.row.pointee.step),
                    pool: poolOrRole(wanted),
                    held: heldFor(place).map(poolOrRole)
                )
            }
        }
        return []
    }
}
