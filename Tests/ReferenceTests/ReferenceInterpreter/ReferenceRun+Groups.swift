import ScenarioModel

/// Families that are served together.
extension ReferenceRun {
    /// What tells gatherings apart.
    struct GatheringKey: Hashable {
        var name: String
        var serve: ServeStep
    }

    /// Lets a strand wait for its group, which it may complete.
    func gather(
        _ group: ServeStep.Group,
        of serve: ServeStep,
        _ request: ReferenceRequest,
        _ strand: ReferenceStrand
    ) {
        let key = GatheringKey(name: request.name, serve: serve)
        let gathering = gatherings[key] ?? ReferenceGathering(group)
        gatherings[key] = gathering
        gathering.members.append(.init(strand: strand, request: request, since: now))
        strand.activity = .gathering(gathering)
        strand.kind = .groupForming
        let isComplete = gathering.members.count >= group.size
        if isComplete || (gathering.isDue && gathering.members.count >= group.least) {
            return form(gathering, key)
        }
        guard gathering.members.count == 1, let within = group.within else { return }
        let deadline = end(of: within, "group@\(request.name)", strand, from: now)
        plan(at: deadline, priority: 3) { () -> ReferenceStrand? in
            guard self.gatherings[key] === gathering else { return nil }
            gathering.isDue = true
            if gathering.members.count >= group.least { self.form(gathering, key) }
            return nil
        }
    }

    /// A strand that is broken off gathers no more.
    func leaveGathering(_ gathering: ReferenceGathering, _ strand: ReferenceStrand) {
        gathering.members.removeAll { $0.strand === strand }
        guard gathering.members.isEmpty else { return }
        for (key, present) in gatherings where present === gathering { gatherings[key] = nil }
    }

    private func form(_ gathering: ReferenceGathering, _ key: GatheringKey) {
        gatherings[key] = nil
        for member in gathering.members {
            tell("gathered", member.strand, step: member.request.name, from: member.since) {
                $0.outcome = "\(gathering.members.count)"
                $0.timeKind = "\(TimeKind.groupForming)"
            }
            member.strand.kind = .waitingLine
            member.strand.activity = .inGroup
        }
        let first = gathering.members[0]
        first.strand.leads = gathering
        first.strand.activity = .ready
        for member in gathering.members where countsHandOffs {
            let meeting = ReferenceMeeting(member.request, member: nil)
            member.strand.errands.append(.meet(meeting, name: member.request.name))
        }
        first.strand.errands.append(.disband(gathering))
        first.strand.errands.append(.ask(first.request))
        ready.append(first.strand)
    }

    /// All others of a group are served with its first.
    func beginSession(_ gathering: ReferenceGathering, _ wait: ReferenceWait, until end: Moment) {
        for place in gathering.members.indices.dropFirst() {
            let member = gathering.members[place]
            let own = ReferenceWait(
                member.strand,
                member.request,
                joined: wait.joined,
                order: wait.order,
                ahead: wait.ahead
            )
            own.closedTime = wait.closedTime
            own.member = wait.member
            gathering.members[place].served = wait.member
            noteGrant(own)
            noteService(member.strand, member.request, until: end)
            member.strand.kind = .service
            gathering.members[place].since = now
        }
    }

    /// Lets all others of a group go on.
    func disband(_ gathering: ReferenceGathering, _ first: ReferenceStrand) {
        first.leads = nil
        for member in gathering.members.dropFirst() {
            tellService("served", member.strand, member.request, member.since, member.served)
            member.strand.activity = .ready
            ready.append(member.strand)
        }
    }
}
