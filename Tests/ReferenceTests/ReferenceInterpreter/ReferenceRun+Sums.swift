import ScenarioModel

/// Plain sums of values: how many, and what they add up to.
struct PlainSums: Equatable {
    var count = 0
    var sum: Int128 = 0

    mutating func add(_ value: Int64) {
        count += 1
        sum += Int128(value)
    }
}

/// A kind of value that is summed, at a step or over the journey, of a class.
struct PlainMeasure: Hashable {
    var what: String
    var step = ""
    var familyClass: String
}

/// What is observed of one class.
struct ReferenceClassSums: Equatable {
    var arrived = 0
    var outcomes: [String: Int] = [:]
    var present = 0
    var presentAge: Int128 = 0
    var kindTimes: [TimeKind: Int128] = [:]
}

/// What is observed of one agency.
struct ReferenceAgencySums: Equatable {
    var sent = 0
    var failed = 0
    var fellBack = 0
    var unanswered = 0
}

/// What is observed in the window of a run.
struct ReferenceSums {
    var classes: [ReferenceClassSums]
    var agencies: [String: ReferenceAgencySums] = [:]
    var values: [PlainMeasure: PlainSums] = [:]
    var loopsStopped = 0
    var presentArea: Int128 = 0
    /// Per pool, over the whole run: all waits in its line, also those broken off and those that go on.
    var waits: [String: Int128] = [:]

    init(_ scenario: Scenario) {
        classes = scenario.familyClasses.map { _ in ReferenceClassSums() }
    }
}

extension ReferenceRun {
    private func isObserved(_ moment: Moment) -> Bool { moment >= scenario.warmUp.microseconds }

    /// Adds a value, when its moment lies in the window.
    private func add(
        _ value: Int64,
        _ what: String,
        _ step: String,
        _ family: ReferenceFamily,
        at moment: Moment
    ) {
        guard isObserved(moment) else { return }
        let measure = PlainMeasure(what: what, step: step, familyClass: family.model.name)
        sums.values[measure, default: PlainSums()].add(value)
    }

    /// Adds a value for each word that a family bears, of attributes by which measures are told apart.
    private func addByWord(_ value: Int64, _ what: String, _ family: ReferenceFamily, at moment: Moment) {
        guard isObserved(moment) else { return }
        for name in scenario.measuresBy where family.model.attributes.contains(where: { $0.name == name }) {
            var word = ""
            for attribute in scenario.familyClasses.flatMap(\.attributes) where attribute.name == name {
                guard case .categorical(let words) = attribute.law else { continue }
                word = words.first { $0.value == family.attributes[name] }?.word ?? word
            }
            let measure = PlainMeasure(what: what, step: name, familyClass: word)
            sums.values[measure, default: PlainSums()].add(value)
        }
    }

    /// The window begins.
    func beginWindow() {
        for pool in pools {
            pool.observed = ReferencePoolSums()
            pool.stretches = [:]
            pool.observed.longestLine = pool.line.count
        }
        sums.presentArea = 0
    }

    /// Adds up what lasts for a while.
    func observe(for span: Moment) {
        for family in families { family.times[family.kind, default: 0] += span }
        sums.presentArea += Int128(span) * Int128(families.count)
        for pool in pools {
            let length = pool.line.count
            let away = pool.having.filter { !pool.present.contains($0.key) }
            let over = pool.isNamed ? away.values.reduce(0, +) : max(0, pool.busy - pool.onDuty)
            for member in pool.model.members.indices { observe(member, of: pool, for: span) }
            pool.observed.lineArea += Int128(span) * Int128(length)
            pool.observed.busyArea += Int128(span) * Int128(pool.busy - over)
            pool.observed.overtimeArea += Int128(span) * Int128(over)
            pool.observed.scheduledArea += Int128(span) * Int128(pool.onDuty)
            pool.observed.lineTimes[min(length, 255), default: 0] += span
            pool.observed.busyTimes[min(pool.busy, 255), default: 0] += span
            pool.observed.waitingByHour[hour.number, default: 0] += span * Moment(length)
            pool.observed.workByHour[hour.number, default: 0] += span * Moment(pool.busy)
        }
    }

    private func observe(_ member: Int, of pool: ReferencePool, for span: Moment) {
        var sums = pool.observed.members[member] ?? ReferenceMemberSums()
        let busy = Moment(pool.having[member] ?? 0)
        if pool.present.contains(member) {
            sums.present += span
            sums.busy += busy * span
        } else {
            sums.overtime += busy * span
        }
        pool.stretches[member] = busy > 0 ? (pool.stretches[member] ?? 0) + span : 0
        sums.longestStretch = max(sums.longestStretch, pool.stretches[member] ?? 0)
        if sums != ReferenceMemberSums() { pool.observed.members[member] = sums }
    }

    /// A wait has ended with the beginning of service or keeping.
    func noteGrant(_ wait: ReferenceWait) {
        if wait.lengthLeft != nil { return tellWait("waited", wait) }
        let family = wait.strand.family
        add(now - wait.joined, "wait", wait.request.name, family, at: wait.joined)
        if !wait.request.isOfficeWork { addByWord(now - wait.joined, "wait of", family, at: wait.joined) }
        add(now - wait.joined - wait.closedTime, "open wait", wait.request.name, family, at: wait.joined)
        if case .service = wait.request.purpose, !wait.request.isOfficeWork, family.firstHelp == nil {
            family.firstHelp = now
            add(now - family.arrived, "first help", "", family, at: family.arrived)
            addByWord(now - family.arrived, "first help of", family, at: family.arrived)
        }
        tellWait("waited", wait)
    }

    func noteGivingUp(_ wait: ReferenceWait, _ word: String) {
        if word == "gaveUp" {
            add(now - wait.joined, "given up", wait.request.name, wait.strand.family, at: wait.joined)
        }
        tellWait(word, wait)
    }

    private func tellWait(_ kind: String, _ wait: ReferenceWait) {
        let length = now - wait.joined
        tell(kind, wait.strand, step: wait.request.name, from: wait.joined) {
            $0.subject = wait.request.by[0].pool
            $0.ahead = wait.ahead
            if kind == "waited" { $0.member = self.name(of: wait.member, wait.request) }
            $0.cause =
                length == 0
                ? "none"
                : wait.closedTime == 0 ? "busy" : wait.closedTime == length ? "closed" : "busyAndClosed"
        }
    }

    func noteService(_ strand: ReferenceStrand, _ request: ReferenceRequest, until end: Moment) {
        guard end < endOfTime else { return }
        add(end - now, "service", request.name, strand.family, at: now)
    }

    func observeAnswer(of agency: Agency, _ end: Moment, failed: Int, fellBack: Bool) {
        guard isObserved(now) else { return }
        sums.agencies[agency.name, default: ReferenceAgencySums()].sent += 1
        sums.agencies[agency.name, default: ReferenceAgencySums()].failed += failed
        sums.agencies[agency.name, default: ReferenceAgencySums()].fellBack += fellBack ? 1 : 0
        sums.agencies[agency.name, default: ReferenceAgencySums()].unanswered += end >= clock.horizon ? 1 : 0
    }

    func noteLeaving(_ family: ReferenceFamily) {
        guard isObserved(family.arrived) else { return }
        sums.classes[family.place].outcomes[family.outcome, default: 0] += 1
        for (kind, time) in family.times {
            sums.classes[family.place].kindTimes[kind, default: 0] += Int128(time)
        }
        add(now - family.arrived, "time in system", "", family, at: family.arrived)
        let own = family.times.filter(\.key.isSpentByFamily).values.reduce(0, +)
        add(own, "own time", "", family, at: family.arrived)
        for attribute in family.model.attributes where attribute.countsMembers {
            add(
                family.engagedTime[attribute.name] ?? 0,
                "engaged \(attribute.name)",
                "",
                family,
                at: family.arrived
            )
        }
        addByWord(now - family.arrived, "time in system of", family, at: family.arrived)
        addByWord(own, "own time of", family, at: family.arrived)
        addByWord(0, "\(family.outcome):", family, at: family.arrived)
        for counted in EffortCount.allCases {
            add(Int64(family.counts[counted] ?? 0), counted.rawValue, "", family, at: family.arrived)
        }
    }

    /// Adds those who are still there.
    func finishSums() {
        for family in families where isObserved(family.arrived) {
            sums.classes[family.place].present += 1
            sums.classes[family.place].presentAge += Int128(now - family.arrived)
            addByWord(0, "present:", family, at: family.arrived)
        }
        for pool in pools {
            for place in pool.line {
                sums.waits[pool.model.name, default: 0] += Int128(now - place.wait.joined)
            }
        }
    }
}
