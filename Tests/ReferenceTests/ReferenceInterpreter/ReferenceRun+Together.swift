import RandomStreams
import ScenarioModel

extension ReferenceRun {
    /// Begins a strand for each branch; the strand that splits waits for so many of them to end.
    func split(_ together: TogetherStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand) {
        let ways = together.branches.flatMap { branch in
            guard let role = branch.each else { return [(branch, -1)] }
            return (0..<members(role, of: strand.family)).map { (branch, $0) }
        }
        let awaited = ways.count { isAwaited($0.0, together.waitFor) }
        var number = awaited
        if case .number(let most) = together.waitFor { number = min(most, awaited) }
        let split = ReferenceSplit(name: name, parent: strand, since: now, awaited: number)
        if !ways.isEmpty { strand.kind = .atHome }
        tell("split", strand, step: name, from: now) { $0.outcome = "\(ways.count)" }
        strand.activity = .joining(split)
        for (branch, member) in ways {
            let child = ReferenceStrand(
                strand.family,
                errands(branch.steps, prefix: prefix),
                outerLoops: strand.loopLevel,
                origin: isAwaited(branch, together.waitFor) ? split : nil
            )
            child.occurrence = strand.occurrence
            if member >= 0 { child.occurrence = child.occurrence.withMember(member) }
            child.role = branch.each ?? strand.role
            child.indoorsSince = strand.indoorsSince
            child.met = strand.met
            strand.family.strands.append(child)
            ready.append(child)
        }
        if awaited == 0 {
            tellJoined(split, outcome: "all ended")
            ready.append(strand)
            return
        }
        guard let within = together.within else { return }
        let limit = end(of: within, "limit@\(name)", strand, from: now)
        strand.event = plan(at: limit, priority: 3) { () -> ReferenceStrand? in
            strand.event = nil
            self.tellJoined(split, outcome: "time limit")
            return strand
        }
    }

    private func isAwaited(_ branch: TogetherStep.Branch, _ wait: TogetherStep.Wait) -> Bool {
        if case .members(let role) = wait { return branch.each == role }
        return true
    }

    private func tellJoined(_ split: ReferenceSplit, outcome: String) {
        split.parent.activity = .ready
        tell("joined", split.parent, step: split.name, from: split.since) { $0.outcome = outcome }
    }

    /// Ends a strand; with the last one the family is gone.
    func end(_ strand: ReferenceStrand) {
        let family = strand.family
        family.strands.removeAll { $0 === strand }
        if family.strands.isEmpty {
            families.removeAll { $0 === family }
            tell("left", strand, from: family.arrived) { $0.outcome = family.outcome }
            noteLeaving(family)
            return
        }
        guard let origin = strand.origin, case .joining(let split) = origin.parent.activity, split === origin
        else { return }
        split.awaited -= 1
        guard split.awaited == 0 else { return }
        cancelEvent(of: split.parent)
        split.parent.met = strand.met
        tellJoined(split, outcome: "all ended")
        ready.append(split.parent)
    }

    /// The family leaves: this strand gives back what it holds, the others are broken off.
    func leave(_ strand: ReferenceStrand, _ outcome: String) {
        strand.family.outcome = outcome
        strand.isUnwinding = true
        strand.dropErrands()
        let strands = strand.family.strands
        guard strands.count > 1, let place = strands.firstIndex(where: { $0 === strand }) else { return }
        strand.isBrokenOff = true
        // In the order in which they began, from the one that leaves around.
        for other in strands[(place + 1)...] + strands[..<place] {
            other.isBrokenOff = true
            switch other.activity {
            // A service in hand is finished; a strand about to go on sees that the family leaves.
            case .ready, .beingServed, .inGroup: continue
            // A session that has been called together takes place.
            case .waiting where other.leads != nil: continue
            case .gathering(let gathering):
                leaveGathering(gathering, other)
                beginUnwinding(other)
            case .waiting(let wait):
                beginUnwinding(other)
                withdraw(wait)
            case .blocked, .engaging: beginUnwinding(other)
            case .joining, .passingTime:
                cancelEvent(of: other)
                beginUnwinding(other)
            }
            ready.append(other)
        }
    }

    /// Leaves a strand that is broken off nothing to do but to give back what it holds.
    func beginUnwinding(_ strand: ReferenceStrand) {
        tell("brokenOff", strand, from: now)
        stopEntering(strand)
        strand.isUnwinding = true
        strand.activity = .ready
        strand.dropErrands()
    }
}
