import RandomStreams
import ScenarioModel

/// A slow, plain interpreter of scenarios: the same rules as the engine's, found again from the words of the scenario.
///
/// It knows no rows, slots or tables. Events lie unsorted in an array, lines are sorted anew whenever somebody looks,
/// a strand is a list of errands, and all areas are added up whenever the clock moves. It shares the samplers with the
/// engine, and nothing else.
final class ReferenceRun {
    let scenario: Scenario
    let clock: ReferenceClock
    let chance: ReferenceChance
    let pools: [ReferencePool]
    private(set) var now: Moment = 0
    /// The present hour of the week.
    private(set) var hour: (number: Int, ends: Moment) = (0, 0)
    private var planned: [PlannedEvent] = []
    private var insertions = 0
    /// Whether a run without an end has come to something that happens after ten years: it goes from hour to hour.
    private(set) var isTooLong = false
    private static let decade: Moment = 10 * 365 * 86_400_000_000
    /// Strands that go on at this moment, the first first.
    var ready: [ReferenceStrand] = []
    var joinings = 0
    /// Whether hand-offs are counted.
    private(set) lazy var countsHandOffs = findsHandOffs()
    /// Services that are being written up.
    var notesInHand = 0
    /// Those who wait for others, by the step.
    var gatherings: [GatheringKey: ReferenceGathering] = [:]
    var families: [ReferenceFamily] = []
    private(set) var familiesInAll = 0
    private var arrivalsPlanned = 0
    var journeys: [ReferenceEvent] = []
    var sums: ReferenceSums

    init(_ scenario: Scenario, seed: UInt64, replication: UInt32) {
        self.scenario = scenario
        let clock = ReferenceClock(scenario)
        self.clock = clock
        let chance = ReferenceChance(seed: seed, replication: replication)
        self.chance = chance
        pools = scenario.pools.map { ReferencePool($0, clock, chance) }
        sums = ReferenceSums(scenario)
    }

    /// Runs to the end; false when without a horizon families are left whom nothing will ever move on.
    func run() -> Bool {
        let warmUp = scenario.warmUp.microseconds
        if warmUp > 0 { plan(at: warmUp, priority: 1) { self.beginWindow() } }
        for pool in pools { planChange(0, of: pool) }
        for (place, model) in scenario.familyClasses.enumerated() {
            planArrival(0, place, model, ReferenceArrivals(model, clock, chance))
        }
        while let event = takeFirst() {
            if clock.horizon == endOfTime, event.time > Self.decade {
                isTooLong = true
                return false
            }
            advance(to: event.time)
            if let strand = event.action() { proceed(strand) }
            while !ready.isEmpty {
                let strand = ready.removeFirst()
                if strand.isBrokenOff, !strand.isUnwinding, strand.leads == nil { beginUnwinding(strand) }
                proceed(strand)
            }
            if clock.horizon == endOfTime, families.isEmpty, arrivalsPlanned == 0, notesInHand == 0 { break }
        }
        if clock.horizon < endOfTime { advance(to: clock.horizon) }
        if clock.horizon == endOfTime, now < warmUp { advance(to: warmUp) }
        finishSums()
        return clock.horizon < endOfTime || families.isEmpty
    }

    // MARK: Events

    /// Plans an event; at one moment the smaller priority comes first, then what was planned first.
    @discardableResult
    func plan(at time: Moment, priority: Int, _ action: @escaping () -> ReferenceStrand?) -> PlannedEvent {
        insertions += 1
        let event = PlannedEvent(time: time, priority: priority, insertion: insertions, action: action)
        if time < clock.horizon { planned.append(event) }
        return event
    }

    private func plan(at time: Moment, priority: Int, _ action: @escaping () -> Void) {
        plan(at: time, priority: priority) { () -> ReferenceStrand? in
            action()
            return nil
        }
    }

    /// Forgets a strand's event.
    func cancelEvent(of strand: ReferenceStrand) {
        planned.removeAll { $0 === strand.event }
        strand.event = nil
    }

    private func takeFirst() -> PlannedEvent? {
        let first = planned.indices.min { left, right in
            let (left, right) = (planned[left], planned[right])
            return (left.time, left.priority, left.insertion) < (right.time, right.priority, right.insertion)
        }
        return first.map { planned.remove(at: $0) }
    }

    /// Moves the clock on, and adds up what has lasted until then.
    private func advance(to time: Moment) {
        while now < time {
            // Cut where an hour or the window begins, so that each piece belongs to one hour.
            if now >= hour.ends { hour = (clock.hourOfWeek(now), clock.nextHour(after: now)) }
            var next = min(time, hour.ends)
            if scenario.warmUp.microseconds > now { next = min(next, scenario.warmUp.microseconds) }
            observe(for: next - now)
            now = next
        }
    }

    // MARK: Arrivals

    private func planArrival(
        _ comer: Int,
        _ place: Int,
        _ model: FamilyClass,
        _ arrivals: ReferenceArrivals
    ) {
        let time = arrivals.next()
        guard time < clock.horizon else { return }
        arrivalsPlanned += 1
        plan(at: time, priority: 2) { () -> ReferenceStrand? in
            self.arrivalsPlanned -= 1
            self.planArrival(comer + 1, place, model, arrivals)
            return self.arrive(place, model, comer)
        }
    }

    private func arrive(_ place: Int, _ model: FamilyClass, _ comer: Int) -> ReferenceStrand {
        // Those there at the start are numbered apart, so that arrivals keep their draws however many they are.
        let starting = model.atStart.map(\.count).reduce(0, +)
        let ordinal = comer < starting ? 4_000_000_000 + comer : comer - starting
        let family = ReferenceFamily(
            number: familiesInAll,
            place: place,
            model: model,
            ordinal: ordinal,
            arrived: now
        )
        familiesInAll += 1
        families.append(family)
        if now >= scenario.warmUp.microseconds { sums.classes[place].arrived += 1 }
        var documents = 0.0
        if let law = model.documents {
            documents = chance.value(law, "documents@arrivals", model.name, ordinal)
        }
        family.attributes["documents"] = max(0, documents.rounded(.toNearestOrEven))
        for attribute in model.attributes {
            let value = chance.value(attribute.law, "attribute@\(attribute.name)", model.name, ordinal)
            family.attributes[attribute.name] =
                attribute.countsMembers ? max(0, value.rounded(.toNearestOrEven)) : value
        }
        let strand = ReferenceStrand(family, errands(stepsAhead(of: model, comer), prefix: ""))
        family.strands = [strand]
        for (number, kind) in scenario.documents.enumerated() {
            guard let law = model.attributes.first(where: { $0.name == kind.name })?.law else { continue }
            for document in self.documents(ofKind: number, strand) {
                let place = document.member.map(Occurrence().withMember) ?? Occurrence()
                let drawn = self.value(law, "attribute@\(kind.name)", strand, place)
                if drawn > 0 { obtain(document, nil, strand, Occurrence()) }
            }
        }
        tell("arrived", strand, from: now)
        return strand
    }

    /// The whole route, or what is left of it for a family that is there at the start.
    private func stepsAhead(of model: FamilyClass, _ comer: Int) -> [Step] {
        let steps = route(model.route)
        let places = model.atStart.flatMap { Array(repeating: $0.step, count: $0.count) }
        guard comer < places.count, let name = places[comer] else { return steps }
        return Array(steps.drop { $0.name != name })
    }

    func route(_ name: String) -> [Step] {
        scenario.routes.first { $0.name == name }?.steps ?? []
    }

    /// Steps as errands, the first last.
    func errands(_ steps: [Step], prefix: String) -> [Errand] {
        steps.indices.reversed().map { place in
            let next = place + 1 < steps.count ? steps[place + 1] : nil
            return .step(steps[place], prefix: prefix, next: next)
        }
    }

    func pool(_ name: String) -> ReferencePool {
        guard let pool = pools.first(where: { $0.model.name == name }) else {
            preconditionFailure("no pool '\(name)'")
        }
        return pool
    }

    // MARK: Journeys

    /// Tells what happened to a strand, until now unless said otherwise.
    func tell(
        _ kind: String,
        _ strand: ReferenceStrand,
        step: String = "",
        from begins: Moment,
        change: (inout ReferenceEvent) -> Void = { _ in }
    ) {
        var event = ReferenceEvent(
            family: strand.family.number,
            familyClass: strand.family.model.name,
            ordinal: strand.family.ordinal,
            kind: kind,
            step: step,
            begins: begins,
            ends: now,
            occurrence: strand.occurrence.bits
        )
        change(&event)
        journeys.append(event)
    }

    // MARK: Chance

    /// A bare chance, from 0 to below 1.
    func chance(_ purpose: String, _ strand: ReferenceStrand, _ occurrence: Occurrence? = nil) -> Double {
        var stream = chance.stream(
            purpose,
            strand.family.model.name,
            strand.family.ordinal,
            occurrence ?? strand.occurrence
        )
        return stream.unitInterval()
    }

    /// A value of a law.
    func value(
        _ law: Distribution,
        _ purpose: String,
        _ strand: ReferenceStrand,
        _ occurrence: Occurrence? = nil
    ) -> Double {
        chance.value(
            law,
            purpose,
            strand.family.model.name,
            strand.family.ordinal,
            occurrence ?? strand.occurrence
        )
    }

    /// When a duration drawn for a strand ends.
    func end(
        of law: DurationLaw,
        _ purpose: String,
        _ strand: ReferenceStrand,
        _ occurrence: Occurrence? = nil,
        from start: Moment
    ) -> Moment {
        clock.end(of: law, value(law.law, purpose, strand, occurrence), from: start)
    }
}
