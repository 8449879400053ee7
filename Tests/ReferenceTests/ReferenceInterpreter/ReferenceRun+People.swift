import ScenarioModel

/// Members who are told apart.
extension ReferenceRun {
    /// Which members of a pool will do for a strand that waits.
    func wanted(_ wait: ReferenceWait, _ pool: ReferencePool) -> Set<Int> {
        if wait.lengthLeft != nil, let member = wait.member { return [member] }
        if let line = wait.line { return [line] }
        return acceptable(wait, pool)
    }

    /// Which members of a pool will do for a strand, whatever line it stands in.
    func acceptable(_ wait: ReferenceWait, _ pool: ReferencePool) -> Set<Int> {
        let able = able(wait.request, pool)
        guard let own = wait.strand.family.own[pool.model.people] else { return able }
        switch wait.request.person {
        case nil, .sameIfFree: return able
        case .same: return able.contains(own) ? [own] : able
        case .sameIfOnDuty:
            let isThere = (pool.present.isEmpty ? pool.staying : pool.present).contains(own)
            return able.contains(own) && isThere ? [own] : able
        case .another: return able == [own] ? able : able.subtracting([own])
        }
    }

    private func able(_ request: ReferenceRequest, _ pool: ReferencePool) -> Set<Int> {
        let members = pool.model.members
        guard let skill = request.skill else { return Set(members.indices) }
        return Set(members.indices.filter { (members[$0].skills + members[$0].secondSkills).contains(skill) })
    }

    /// The first in a line who finds somebody free that will do, if need be by suspending another service.
    func nextServed(_ pool: ReferencePool) -> ReferencePlace? {
        pool.inside.first { place in
            if !wanted(place.wait, pool).isDisjoint(with: pool.free) { return true }
            if pool.model.preemption != nil { preempt(pool, for: place) }
            return !wanted(place.wait, pool).isDisjoint(with: pool.free)
        }
    }

    /// Gives a strand one of those members who are free and will do.
    func takeMember(_ wait: ReferenceWait, _ pool: ReferencePool) {
        var free = wanted(wait, pool).intersection(pool.free)
        let family = wait.strand.family
        let own = family.own[pool.model.people]
        if let skill = wait.request.skill {
            let first = free.filter { pool.model.members[$0].skills.contains(skill) }
            if !first.isEmpty { free = first }
        }
        let isOwnFree = own.map { wanted(wait, pool).intersection(pool.free).contains($0) } ?? false
        let taken =
            wait.request.person == .sameIfFree && isOwnFree
            ? own
            : free.min { left, right in
                let (one, other) = (pool.having[left, default: 0], pool.having[right, default: 0])
                let (since, otherSince) = (
                    pool.changedAt[left, default: 0], pool.changedAt[right, default: 0]
                )
                return (one, since, left) < (other, otherSince, right)
            }
        guard let taken else { preconditionFailure("nobody of '\(pool.model.name)' is free") }
        pool.having[taken, default: 0] += 1
        pool.changedAt[taken] = now
        wait.member = taken
        if let last = pool.lastSteps[taken], last != wait.request.name {
            pool.observed.members[taken, default: ReferenceMemberSums()].switches += 1
        }
        pool.lastSteps[taken] = wait.request.name
        if wait.lengthLeft != nil { return }
        pool.observed.members[taken, default: ReferenceMemberSums()].grants += 1
        let isUnable =
            wait.request.person != nil && own.map { !able(wait.request, pool).contains($0) } ?? false
        if own == nil || isUnable || pool.model.areCases || wait.request.person == .another {
            family.own[pool.model.people] = taken
        }
    }

    /// Takes a member back from a strand.
    func giveBackMember(_ member: Int?, _ pool: ReferencePool) {
        guard let member else { return }
        pool.having[member, default: 0] -= 1
        pool.changedAt[member] = now
    }

    /// By what the length of a service is divided.
    func speed(_ wait: ReferenceWait) -> Double {
        guard let member = wait.member else { return 1 }
        return pool(wait.request.by[0].pool).model.members[member].speed
    }
}
