import RandomStreams
import ScenarioModel

extension ReferenceRun {
    /// Lets a strand do one errand after another until it is held up or ends.
    func proceed(_ strand: ReferenceStrand) {
        strand.activity = .ready
        arriveAtLine(strand)
        while let errand = strand.errands.popLast() {
            if perform(errand, strand) { continue }
            return
        }
        end(strand)
    }

    /// Does an errand; false when the strand is held up.
    private func perform(_ errand: Errand, _ strand: ReferenceStrand) -> Bool {
        switch errand {
        case .step(let step, let prefix, let next): return perform(step, prefix, next, strand)
        case .enter(let step, let prefix):
            strand.hasEntered = true
            return requestBlocked(step, prefix, strand).map { enter($0, strand) } ?? true
        case .giveBack(let uses, let member): giveBack(uses, member, strand.family.model.name)
        case .giveBackLater(let uses, let member, let law, let name):
            let familyClass = strand.family.model.name
            let ends = end(of: law, "notes@\(name)", strand, from: now)
            if ends == now {
                giveBack(uses, member, familyClass)
            } else {
                notesInHand += 1
                plan(at: ends, priority: 0) { () -> ReferenceStrand? in
                    self.giveBack(uses, member, familyClass)
                    self.notesInHand -= 1
                    return nil
                }
            }
        case .round(let loop): beginRound(loop, strand)
        case .endRound(let loop): return endRound(loop, strand)
        case .setOut(let visit, let name, let prefix): return setOut(visit, name, prefix, strand)
        case .wayBack(let law, let name):
            pass(.travel, strand, name, until: end(of: law, "travel back@\(name)", strand, from: now))
            return false
        case .askAgencies(let lookup, let name):
            askAgencies(lookup, name, strand)
            return false
        case .receive(let lookup, let name):
            for document in strand.asked where !lookup.documents.isEmpty {
                obtain(document, name, strand, strand.occurrence.withItem(document.number))
            }
        case .meet(let meeting, let name): meet(meeting, name, strand)
        case .disengage(let with, let name): disengage(with, name, strand)
        case .disband(let gathering): disband(gathering, strand)
        case .ask(let request): return ask(request, strand)
        case .comeAgain(let calendar, let travel, let name, let step):
            return comeAgain(calendar, travel, name, step, strand)
        case .arriveAgain(let travel, let name, let step):
            count(.trip, 1, step, strand)
            guard let travel else { return true }
            let arrival = end(of: travel, "travel back@\(name)", strand, from: now)
            pass(.travel, strand, name, until: arrival)
            return false
        case .leave(let outcome): leave(strand, outcome)
        }
        return true
    }

    /// Waits at home until it is time to set out so as to be there when a calendar opens.
    private func comeAgain(
        _ calendar: CalendarUse,
        _ travel: DurationLaw?,
        _ name: String,
        _ step: String,
        _ strand: ReferenceStrand
    ) -> Bool {
        var way: Moment = 0
        if let travel { way = end(of: travel, "travel back@\(name)", strand, from: 0) }
        let arrival = clock.opening(calendar, from: now + way)
        if arrival - way <= now { return true }
        pass(.atHome, strand, step, until: arrival - way, told: "awaitedOpening")
        return false
    }

    /// Does a step; false when the strand is held up.
    private func perform(_ step: Step, _ prefix: String, _ next: Step?, _ strand: ReferenceStrand) -> Bool {
        let name = prefix + step.name
        let hasEntered = strand.hasEntered
        strand.hasEntered = false
        if !hasEntered, let request = requestBlocked(step, prefix, strand), !enter(request, strand) {
            // Once there is room, it asks.
            strand.hasEntered = true
            strand.errands.append(.step(step, prefix: prefix, next: next))
            return false
        }
        switch step.action {
        case .serve(let serve):
            var request = request(serve, name, prefix, strand)
            if let next, !serve.isOfficeWork, serve.group == nil, requestBlocked(next, prefix, strand) != nil
            {
                request.next = (next, prefix)
            }
            guard let group = serve.group else { return ask(request, strand) }
            gather(group, of: serve, request, strand)
            return false
        case .keep(let keep): return ask(request(keep, name, prefix, strand), strand)
        case .lookup(let lookup): return lookUp(lookup, name, prefix, strand)
        case .delay(let delay):
            let length = value(delay.takes.law, "delay@\(name)", strand) * factor(delay.factor, strand)
            pass(delay.kind, strand, name, until: clock.end(of: delay.takes, length, from: now))
            return false
        case .choose(let choose): strand.errands += errands(way(choose, name, strand), prefix: prefix)
        case .together(let together):
            split(together, name, prefix, strand)
            return false
        case .repeat(let loop): beginLoop(loop, name, prefix, strand)
        case .visit(let visit): return prepare(visit, name, prefix, strand)
        case .members(let with): return engage(with, name, prefix, strand)
        case .use(let use):
            strand.errands += errands(route(use.route), prefix: use.isNamed ? name + "/" : prefix)
        case .set(let set): assign(set, name, strand)
        case .count(let counted): count(counted, 1, name, strand)
        case .leave(let outcome): beginLeaving(outcome, strand)
        }
        return true
    }

    /// Adds to what a family's effort is counted in.
    func count(_ counted: EffortCount, _ amount: Int, _ name: String, _ strand: ReferenceStrand) {
        strand.family.counts[counted, default: 0] += amount
        tell("counted", strand, step: name, from: now) {
            $0.ahead = amount
            $0.outcome = counted.rawValue
        }
    }

    /// Lets time pass until a moment; the family is indoors no more.
    func pass(
        _ kind: TimeKind,
        _ strand: ReferenceStrand,
        _ name: String,
        until end: Moment,
        told word: String = "delayed"
    ) {
        let since = now
        strand.kind = kind
        strand.activity = .passingTime
        strand.indoorsSince = nil
        strand.event = plan(at: end, priority: 2) { () -> ReferenceStrand? in
            strand.event = nil
            self.tell(word, strand, step: name, from: since) { $0.timeKind = "\(kind)" }
            return strand
        }
    }

    // MARK: Choices

    private func way(_ choose: ChooseStep, _ name: String, _ strand: ReferenceStrand) -> [Step] {
        switch choose.rule {
        case .conditions(let options):
            return options.first { holds($0.condition, strand) }?.steps ?? choose.otherwise
        case .chances(let options):
            let drawn = chance("branch@\(name)", strand)
            var sum = 0.0
            for (place, option) in options.enumerated() {
                sum += value(of: option.chance, strand.family)
                if drawn < sum {
                    tell("chose", strand, step: name, from: now) { $0.outcome = "\(place)" }
                    return option.steps
                }
            }
            tell("chose", strand, step: name, from: now)
            return choose.otherwise
        }
    }

    private func value(of chance: Chance, _ family: ReferenceFamily) -> Double {
        switch chance {
        case .value(let value): value
        case .attribute(let name): family.attributes[name] ?? 0
        }
    }

    private func holds(_ condition: Condition, _ strand: ReferenceStrand) -> Bool {
        switch condition {
        case .attribute(let name, let comparison, let value):
            compare(self.value(ofAttribute: name, strand), comparison, value)
        case .waiting(let name, let comparison, let value):
            compare(Double(pool(name).line.count), comparison, value)
        case .familyClass(let names): names.contains(strand.family.model.name)
        case .all(let parts): parts.allSatisfy { holds($0, strand) }
        case .any(let parts): parts.contains { holds($0, strand) }
        }
    }

    private func value(ofAttribute name: String, _ strand: ReferenceStrand) -> Double {
        guard let kind = scenario.documents.firstIndex(where: { $0.name == name }) else {
            return strand.family.attributes[name] ?? 0
        }
        return documents(ofKind: kind, strand).allSatisfy { has($0, strand.family) } ? 1 : 0
    }

    private func compare(_ left: Double, _ comparison: Condition.Comparison, _ right: Double) -> Bool {
        switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .equal: left == right
        case .notEqual: left != right
        case .greaterOrEqual: left >= right
        case .greater: left > right
        }
    }

    // MARK: Loops

    private func beginLoop(_ model: RepeatStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand) {
        var rounds: Int?
        switch model.rule {
        case .times(let law): rounds = whole(value(law, "rounds@\(name)", strand), model)
        case .timesAttribute(let attribute):
            rounds = whole(strand.family.attributes[attribute] ?? 0, model)
        case .again: break
        }
        if rounds == 0 { return }
        let loop = ReferenceLoop(
            model,
            name: name,
            prefix: prefix,
            level: strand.loopLevel + 1,
            rounds: rounds
        )
        strand.errands.append(.round(loop))
    }

    /// A number of rounds, at most as many as the step allows.
    private func whole(_ wanted: Double, _ model: RepeatStep) -> Int {
        let rounded = max(0, wanted.rounded(.toNearestOrEven))
        if rounded > Double(model.atMost) { sums.loopsStopped += 1 }
        return Int(min(rounded, Double(model.atMost)))
    }

    private func beginRound(_ loop: ReferenceLoop, _ strand: ReferenceStrand) {
        strand.errands.append(.endRound(loop))
        strand.errands += errands(loop.model.steps, prefix: loop.prefix)
    }

    private func endRound(_ loop: ReferenceLoop, _ strand: ReferenceStrand) -> Bool {
        var goesOn = false
        if let rounds = loop.rounds {
            goesOn = loop.round + 1 < rounds
        } else if case .again(let again) = loop.model.rule {
            goesOn = chance("again@\(loop.name)", strand) < value(of: again, strand.family)
            if goesOn, loop.round + 1 >= loop.model.atMost {
                sums.loopsStopped += 1
                goesOn = false
            }
        }
        loop.round = goesOn ? loop.round + 1 : 0
        strand.occurrence = strand.occurrence.withLoop(level: loop.level, iteration: loop.round)
        guard goesOn else { return true }
        strand.errands.append(.round(loop))
        guard let every = loop.model.every else { return true }
        pass(
            .atHome,
            strand,
            loop.name,
            until: end(of: every, "pause@\(loop.name)", strand, from: now)
        )
        return false
    }

    // MARK: Visits

    private func prepare(_ visit: VisitStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand)
        -> Bool
    {
        strand.errands.append(.setOut(visit, name: name, prefix: prefix))
        guard let during = visit.during else { return true }
        var way: Moment = 0
        if let travel = visit.travel { way = end(of: travel, "travel there@\(name)", strand, from: 0) }
        let arrival = clock.arrival(during, readyAt: now + way) { chance("hour@\(name)", strand) }
        if arrival - way <= now { return true }
        pass(.atHome, strand, name, until: arrival - way, told: "awaitedOpening")
        return false
    }

    private func setOut(_ visit: VisitStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand)
        -> Bool
    {
        count(.trip, 1, name, strand)
        if let travel = visit.travel { strand.errands.append(.wayBack(travel, name: name)) }
        strand.errands += errands(visit.steps, prefix: prefix)
        guard let travel = visit.travel else { return true }
        pass(.travel, strand, name, until: end(of: travel, "travel there@\(name)", strand, from: now))
        return false
    }

    // MARK: Leaving

    /// A family that leaves in the middle of a visit goes home first, unless it holds more than when the visit began.
    private func beginLeaving(_ outcome: String, _ strand: ReferenceStrand) {
        for errand in strand.errands.reversed() {
            switch errand {
            case .giveBack, .giveBackLater:
                strand.errands.append(.leave(outcome: outcome))
                return
            case .wayBack:
                strand.errands.append(.leave(outcome: outcome))
                strand.errands.append(errand)
                return
            default: continue
            }
        }
        strand.errands.append(.leave(outcome: outcome))
    }
}
