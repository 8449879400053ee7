import RandomStreams
import ScenarioModel

extension ReferenceRun {
    /// What a serve step asks for.
    func request(
        _ serve: ServeStep,
        _ name: String,
        _ prefix: String,
        _ strand: ReferenceStrand
    ) -> ReferenceRequest {
        var request = ReferenceRequest(
            name: name,
            prefix: prefix,
            by: serve.by,
            purpose: .service(withCalendar(serve.takes, of: serve.by))
        )
        request.factor = serve.factor
        request.skill = serve.skill
        request.person = serve.person
        request.priority = serve.priority
        request.isOfficeWork = serve.isOfficeWork
        request.notes = serve.notes.map { withCalendar($0, of: serve.by) }
        request.dueIn = serve.dueIn.map { withCalendar($0, of: serve.by) }
        // Who is not there neither loses patience nor turns away nor is turned away.
        if serve.isOfficeWork { return request }
        // Nor does a group.
        request.isForGroup = serve.group != nil
        if request.isForGroup { return request }
        request.patience = patience(serve.patience, strand)
        request.balking = serve.balking
        request.onGivingUp = serve.onGivingUp
        request.onBalking = serve.onBalking
        request.onRefusal = serve.onRefusal
        request.onSendingHome = serve.onSendingHome
        return request
    }

    /// What a keep step asks for.
    func request(
        _ keep: KeepStep,
        _ name: String,
        _ prefix: String,
        _ strand: ReferenceStrand
    ) -> ReferenceRequest {
        var request = ReferenceRequest(name: name, prefix: prefix, by: keep.by, purpose: .keeping(keep.steps))
        request.person = keep.person
        request.priority = keep.priority
        request.patience = patience(keep.patience, strand)
        request.onGivingUp = keep.onGivingUp
        request.onSendingHome = keep.onSendingHome
        return request
    }

    private func patience(_ patience: ServeStep.StepPatience, _ strand: ReferenceStrand) -> DurationLaw? {
        switch patience {
        case .ofClass: strand.family.model.patience
        case .unlimited: nil
        case .law(let law): law
        }
    }

    /// Working time of a step runs in the calendar of its first pool when none is named.
    func withCalendar(_ law: DurationLaw, of uses: [PoolUse]) -> DurationLaw {
        guard law.basis != .elapsed, law.calendar == nil, let first = uses.first else { return law }
        var law = law
        law.calendar = pool(first.pool).model.duty.first?.calendar
        return law
    }

    // MARK: Lookups

    /// Counts the documents that the family brings itself, and asks staff and agencies for the others.
    func lookUp(_ lookup: LookupStep, _ name: String, _ prefix: String, _ strand: ReferenceStrand) -> Bool {
        let all = documents(strand, lookup)
        strand.asked = Set(all.filter { !lookup.documents.isEmpty && !has($0, strand.family) })
        let looked = all.filter { isLookedUp($0, lookup, name, strand) }
        if lookup.documents.isEmpty, (strand.family.attributes["documents"] ?? 0) > 1023 {
            sums.loopsStopped += 1
        }
        if looked.count < all.count { count(.documentCarried, all.count - looked.count, name, strand) }
        if looked.isEmpty { return true }
        strand.errands.append(.receive(lookup, name: name))
        strand.errands.append(.askAgencies(lookup, name: name))
        guard let handling = lookup.handling else { return true }
        var request = ReferenceRequest(
            name: name,
            prefix: prefix,
            by: handling.by,
            purpose: .handling(withCalendar(handling.takes, of: handling.by), lookup)
        )
        request.priority = handling.priority
        request.isOfficeWork = true
        return ask(request, strand)
    }

    /// Whether a family has a document that is a thing, and it has not run out.
    func has(_ document: ReferenceDocument, _ family: ReferenceFamily) -> Bool {
        family.validUntil[document].map { $0 > now } ?? false
    }

    /// Gives a family a document that is a thing.
    ///
    /// `step` is nil for what it has on arrival.
    func obtain(
        _ document: ReferenceDocument,
        _ step: String?,
        _ strand: ReferenceStrand,
        _ place: Occurrence
    ) {
        let kind = scenario.documents[document.number]
        let purpose = step.map { "valid@\($0)/\(kind.name)" } ?? "validity@\(kind.name)"
        strand.family.validUntil[document] =
            kind.validFor.map { end(of: $0, purpose, strand, self.place(document, place), from: now) }
            ?? endOfTime
    }

    /// A place on a path, for a document of a member.
    private func place(_ document: ReferenceDocument, _ place: Occurrence) -> Occurrence {
        document.member.map(place.withMember) ?? place
    }

    /// A strand's place on its path, for a document.
    private func place(_ document: ReferenceDocument, _ strand: ReferenceStrand) -> Occurrence {
        place(document, strand.occurrence.withItem(document.number))
    }

    /// The documents of a kind that a strand's step is about: on the way of a member who holds one, its own.
    func documents(ofKind number: Int, _ strand: ReferenceStrand) -> [ReferenceDocument] {
        guard let holder = scenario.documents[number].holder else {
            return [ReferenceDocument(number: number)]
        }
        if strand.role == holder {
            return [ReferenceDocument(number: number, member: strand.occurrence.member)]
        }
        let all = 0..<members(holder, of: strand.family)
        return all.map { ReferenceDocument(number: number, member: $0) }
    }

    /// The documents that a lookup is about.
    private func documents(_ strand: ReferenceStrand, _ lookup: LookupStep) -> [ReferenceDocument] {
        guard lookup.documents.isEmpty else {
            return scenario.documents.indices.filter {
                lookup.documents.contains(scenario.documents[$0].name)
            }
            .flatMap { documents(ofKind: $0, strand) }
        }
        let number = Int(min(1023, strand.family.attributes["documents"] ?? 0))
        return (0..<number).map { ReferenceDocument(number: $0) }
    }

    private func isLookedUp(
        _ document: ReferenceDocument,
        _ lookup: LookupStep,
        _ name: String,
        _ strand: ReferenceStrand
    ) -> Bool {
        if !lookup.documents.isEmpty { return strand.asked.contains(document) }
        return chance("looked-up@\(name)", strand, place(document, strand))
            < lookup.lookedUpShare
    }

    /// When office work on all documents looked up ends.
    func endOfHandling(
        _ law: DurationLaw,
        _ lookup: LookupStep,
        _ name: String,
        _ strand: ReferenceStrand,
        speed: Double = 1
    ) -> Moment {
        let lengths = documents(strand, lookup).filter { isLookedUp($0, lookup, name, strand) }.map {
            document in
            max(0, value(law.law, "handling@\(name)", strand, place(document, strand)))
        }
        return clock.end(of: law, lengths.reduce(0, +) / speed, from: now)
    }

    /// Sends all requests and waits for as many answers as are wanted.
    func askAgencies(_ lookup: LookupStep, _ name: String, _ strand: ReferenceStrand) {
        var answers: [Moment] = []
        for document in documents(strand, lookup) where isLookedUp(document, lookup, name, strand) {
            answers.append(answer(to: document, name, lookup, strand))
        }
        answers.sort()
        let wanted = min(lookup.waitFor ?? answers.count, answers.count)
        let kind: TimeKind = lookup.familyWaitsAtCentre ? .agencyAtCentre : .agency
        pass(kind, strand, name, until: wanted == 0 ? now : answers[wanted - 1])
    }

    private struct Tries {
        var end: Moment
        var failed = 0
        var isAnswered = true
    }

    /// When the answer to a document comes: by the channel drawn, or by the one turned to when that is late or fails.
    private func answer(
        to document: ReferenceDocument,
        _ name: String,
        _ lookup: LookupStep,
        _ strand: ReferenceStrand
    ) -> Moment {
        let item = place(document, strand)
        let agency =
            lookup.documents.isEmpty
            ? pick(scenario.agencies, \.share, chance("agency@\(name)", strand, item))
            : scenario.agencies.first { $0.name == scenario.documents[document.number].agency }
                ?? scenario.agencies[0]
        let key = "\(name)/\(agency.name)"
        let channel = pick(agency.channels, \.share, chance("channel@\(key)", strand, item))
        let first = tries(channel, channel.retries + 1, key, strand, document, from: now)
        var tries = first
        var tryCount = first.failed + (first.isAnswered ? 1 : 0)
        var fellBack = false
        if let fallBack = agency.fallBack {
            let limit = end(of: fallBack.after, "fall-back@\(key)", strand, item, from: now)
            if !first.isAnswered || first.end > limit {
                fellBack = true
                let turned = first.isAnswered ? limit : min(limit, first.end)
                let second = self.tries(fallBack.channel, 64, key, strand, document, from: turned)
                // A late answer still counts if it comes before the other.
                tries.end = first.isAnswered ? min(first.end, second.end) : second.end
                tries.failed += second.failed
                tries.isAnswered = first.isAnswered || second.isAnswered
                tryCount += second.failed + 1
            }
        }
        // What is refused for good is brought by the family itself.
        if !tries.isAnswered { count(.documentCarried, 1, name, strand) }
        observeAnswer(of: agency, tries.end, failed: tries.failed, fellBack: fellBack)
        tell("replied", strand, step: name, from: now) {
            $0.subject = agency.name
            $0.ahead = tryCount
            $0.ends = tries.end
            $0.outcome = fellBack ? "fallen back" : ""
            $0.timeKind = "\(lookup.familyWaitsAtCentre ? TimeKind.agencyAtCentre : .agency)"
            $0.occurrence = item.bits
        }
        return tries.end
    }

    /// One of several by weight.
    private func pick<Element>(_ all: [Element], _ share: (Element) -> Double, _ drawn: Double) -> Element {
        let total = all.reduce(0) { $0 + share($1) }
        var sum = 0.0
        for element in all {
            sum += share(element) / total
            if drawn < sum { return element }
        }
        return all[all.count - 1]
    }

    /// Sends a request through a channel until it is answered or given up.
    private func tries(
        _ channel: AgencyChannel,
        _ most: Int,
        _ key: String,
        _ strand: ReferenceStrand,
        _ document: ReferenceDocument,
        from start: Moment
    ) -> Tries {
        var tries = Tries(end: start)
        let purpose = "@\(key)/\(channel.name)"
        var pause = channel.retryAfter
        if pause.basis != .elapsed, pause.calendar == nil { pause.calendar = channel.answersIn.calendar }
        for attempt in 0..<min(most, 64) {
            let place = place(document, strand).withBranch(attempt)
            tries.end = end(of: channel.answersIn, "answer" + purpose, strand, place, from: tries.end)
            if tries.end >= endOfTime { return Tries(end: endOfTime, failed: attempt) }
            if chance("failure" + purpose, strand, place) >= channel.failureChance { return tries }
            tries.failed += 1
            if attempt + 1 < min(most, 64) {
                tries.end = end(of: pause, "retry" + purpose, strand, place, from: tries.end)
            }
        }
        tries.isAnswered = false
        return tries
    }
}
