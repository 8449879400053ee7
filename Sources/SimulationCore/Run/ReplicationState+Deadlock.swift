extension ReplicationState {
    /// A strand that waits without a limit, and what it holds meanwhile.
    private struct Blocked {
        let slot: Int32
        let root: Int32
        let held: [RequestPlan.Part]
        /// What it waits for; nothing when it waits for other strands.
        let wanted: [RequestPlan.Part]
        /// Strands that it waits for, and how many of them must end.
        let children: [Int32]
        let endsAwaited: Int
    }

    /// Stops the run when strands hold what others of them wait for, so that none will ever go on.
    ///
    /// Such a state stays for ever, so looking for it now and then is enough. Those who are not waiting, or whose
    /// patience or time limit ends, are taken to give everything back; who is left when all that this lets go on has
    /// gone on is deadlocked. The order of lines is not looked at, so a deadlock found is one. Source: the reduction
    /// of Coffman, Elphick and Shoshani (1971).
    mutating func checkForDeadlock() throws(ReplicationFailure) {
        guard Features.isGeneral, tables.holdsWhileWaiting else { return }
        let blocked = strandsWithoutEnd()
        guard !blocked.isEmpty else { return }
        let cycle = cycle(among: reduced(blocked))
        if !cycle.isEmpty { throw .deadlock(cycle) }
    }

    /// Strands that wait in a line or for other strands, with nothing scheduled that would end it.
    private mutating func strandsWithoutEnd() -> [Blocked] {
        var children: [Int32: [Int32]] = [:]
        for slot in 0..<Int32(strands.capacity) {
            let strand = strand(slot).pointee
            guard strand.state != .free, strand.state != .ended, strand.parent >= 0 else { continue }
            let parent = self.strand(strand.parent).pointee
            if parent.state == .joining, parent.splitNumber == strand.origin {
                children[strand.parent, default: []].append(slot)
            }
        }
        var blocked: [Blocked] = []
        for slot in 0..<Int32(strands.capacity) {
            let strand = strand(slot)
            let isWaiting = strand.pointee.state == .waiting && strand.pointee.patienceLeft == .never
            // A time limit beyond the end of the run is scheduled no more, and ends the wait all the same.
            let isJoining =
                strand.pointee.state == .joining
                && program.splits[Int(strand.pointee.row.pointee.first)].limit < 0
            guard isWaiting || isJoining, strand.pointee.event == 0, !strand.pointee.isBrokenOff else {
                continue
            }
            blocked.append(
                Blocked(
                    slot: slot,
                    root: strand.pointee.root,
                    held: heldParts(strand),
                    wanted: isWaiting ? partsOf(request(of: strand)) : [],
                    children: isJoining ? children[slot] ?? [] : [],
                    endsAwaited: isJoining ? Int(strand.pointee.endsAwaited) : 0
                )
            )
        }
        return blocked
    }

    /// What a strand would give back if it were broken off.
    private mutating func heldParts(_ strand: UnsafeMutablePointer<Strand>) -> [RequestPlan.Part] {
        var held: [RequestPlan.Part] = []
        var row = instructions + Int(strand.pointee.row.pointee.unwind)
        while row.pointee.opcode == .release || row.pointee.opcode == .jump {
            if row.pointee.opcode == .jump {
                row = instructions + Int(row.pointee.first)
            } else {
                held += partsOf(requests + Int(row.pointee.first))
                row += 1
            }
        }
        return held
    }

    private mutating func partsOf(_ request: UnsafeMutablePointer<RequestRow>) -> [RequestPlan.Part] {
        (0..<request.pointee.partCount).map { parts[Int(request.pointee.firstPart + $0)] }
    }

    /// Those who are left when all who can go on have gone on and given back what they hold.
    private mutating func reduced(_ all: [Blocked]) -> [Blocked] {
        var free = program.pools.map { $0.capacity.map(\.servers).max() ?? 0 }
        for one in all {
            for part in one.held { free[Int(part.pool)] -= part.units }
        }
        var left = all
        while true {
            let stuck = Set(left.map(\.slot))
            // Another strand of an entity may make it leave, which breaks the wait off.
            var strandsStuck: [Int32: Int32] = [:]
            for one in left { strandsStuck[one.root, default: 0] += 1 }
            let place = left.firstIndex { one in
                if self.strand(one.root).pointee.strandCount > strandsStuck[one.root] ?? 0 { return true }
                if one.wanted.isEmpty { return one.children.count { !stuck.contains($0) } >= one.endsAwaited }
                return one.wanted.allSatisfy { free[Int($0.pool)] >= $0.units }
            }
            guard let place else { return left }
            for part in left[place].held { free[Int(part.pool)] += part.units }
            left.remove(at: place)
        }
    }

    /// From one deadlocked strand to one that holds what it waits for, and so on until the first comes again.
    private mutating func cycle(among deadlocked: [Blocked]) -> [ReplicationFailure.Wait] {
        var path: [Int] = []
        guard var place = deadlocked.firstIndex(where: { !$0.wanted.isEmpty }) else { return [] }
        while !path.contains(place) {
            path.append(place)
            let one = deadlocked[place]
            let next = deadlocked.indices.first { other in
                let isHolder = deadlocked[other].held.contains { held in
                    one.wanted.contains { $0.pool == held.pool }
                }
                return isHolder || one.children.contains(deadlocked[other].slot)
            }
            // What nobody holds was never there.
            guard let next else { return [] }
            place = next
        }
        let circle = path.drop { $0 != place }.map { deadlocked[$0] }
        return circle.compactMap { one in
            guard let wanted = one.wanted.first else { return nil }
            let step = strand(one.slot).pointee.row.pointee.step
            let held = one.held.map { Int($0.pool) }
            return ReplicationFailure.Wait(step: Int(step), pool: Int(wanted.pool), held: held)
        }
    }
}
