import ScenarioModel

/// Members of families, who cannot be at two places at once, and who of the staff they meet.
extension ReferenceRun {
    /// How many members of a role a family has.
    func members(_ role: String, of family: ReferenceFamily) -> Int { Int(family.attributes[role] ?? 0) }

    private func needed(_ members: MembersStep.Members, _ family: ReferenceFamily) -> Int {
        let all = self.members(members.role, of: family)
        return members.most.map { min($0, all) } ?? all
    }

    /// Begins steps that members take part in; false when the strand waits for them.
    func engage(_ with: MembersStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand) -> Bool {
        if take(with, name, prefix, strand, since: now) { return true }
        strand.activity = .engaging(with, name: name, prefix: prefix, since: now)
        strand.kind = .atHome
        strand.indoorsSince = nil
        return false
    }

    private func take(
        _ with: MembersStep,
        _ name: String,
        _ prefix: String,
        _ strand: ReferenceStrand,
        since: Moment
    ) -> Bool {
        let family = strand.family
        for who in with.members {
            let free = members(who.role, of: family) - (family.engaged[who.role] ?? 0)
            if needed(who, family) > free { return false }
        }
        for who in with.members { change(who.role, by: needed(who, family), family) }
        tell("engaged", strand, step: name, from: since)
        strand.errands.append(.disengage(with, name: name))
        strand.errands += errands(with.steps, prefix: prefix)
        return true
    }

    private func change(_ role: String, by number: Int, _ family: ReferenceFamily) {
        let engaged = family.engaged[role] ?? 0
        let span = now - (family.engagedUntil[role] ?? now)
        family.engagedTime[role, default: 0] += Moment(engaged) * span
        family.engagedUntil[role] = now
        family.engaged[role] = engaged + number
    }

    /// Lets members go; who has waited longest for some goes on first, of those for whom all are free.
    func disengage(_ with: MembersStep, _ name: String, _ strand: ReferenceStrand) {
        let family = strand.family
        for who in with.members { change(who.role, by: -needed(who, family), family) }
        tell("disengaged", strand, step: name, from: now)
        var waiting: [(since: Moment, place: Int, strand: ReferenceStrand)] = []
        for (place, other) in family.strands.enumerated() {
            if case .engaging(_, _, _, let since) = other.activity { waiting.append((since, place, other)) }
        }
        for one in waiting.sorted(by: { ($0.since, $0.place) < ($1.since, $1.place) }) {
            guard case .engaging(let with, let name, let prefix, let since) = one.strand.activity,
                take(with, name, prefix, one.strand, since: since)
            else { continue }
            one.strand.activity = .ready
            ready.append(one.strand)
        }
    }

    // MARK: Hand-offs

    /// Whether hand-offs are counted: where something else of a family's effort is, and there is somebody to hand over to.
    func findsHandOffs() -> Bool {
        var tellsEffort = scenario.pools.contains { $0.closingRule == .sendHome }
        var serving: Set<String> = []
        for step in scenario.routes.flatMap({ $0.steps.flatMap(\.andNested) }) {
            switch step.action {
            case .visit, .count: tellsEffort = true
            case .lookup(let lookup):
                tellsEffort = true
                serving.formUnion(lookup.handling?.by.map(\.pool) ?? [])
            case .serve(let serve): serving.formUnion(serve.by.map(\.pool))
            default: continue
            }
        }
        let areNamed = scenario.pools.contains { serving.contains($0.name) && $0.members.count > 1 }
        return tellsEffort && (areNamed || serving.count > 1)
    }

    /// Notes who has dealt with a strand, and counts when it was somebody else before.
    func meet(_ meeting: ReferenceMeeting, _ name: String, _ strand: ReferenceStrand) {
        let last = strand.met
        strand.met = meeting
        if let last, meeting.differs(from: last) { count(.handOff, 1, name, strand) }
    }
}
