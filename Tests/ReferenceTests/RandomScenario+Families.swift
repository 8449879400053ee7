import ScenarioModel
import TestSupport

/// Random families and how they arrive.
extension RandomScenario {
    mutating func addFamilies() {
        for name in ["first", "second", "third"].prefix(1 + chance.below(3)) {
            var family = FamilyClass(
                name: name,
                title: LocalizedText(name),
                arrivals: arrivals(),
                priority: chance.below(3),
                route: chance.pick(scenario.routes).name
            )
            if !isOne(of: 3) {
                family.documents = chance.pick([
                    .constant(2), .poisson(mean: 2), .uniform(low: -1, high: 4), .geometric(mean: 1),
                ])
            }
            if isOne(of: 2) { family.dueIn = duration(chance.pick([10, 60])) }
            addStart(to: &family)
            if isOne(of: 2) { family.patience = DurationLaw(law(chance.pick([5, 20, 90]))) }
            let need = chance.pick([Distribution.constant(0.4), .bernoulli(chance: 0.5)])
            let rounds = chance.pick([
                Distribution.constant(2), .uniform(low: 0, high: 3), .triangular(low: 0, mode: 1, high: 4),
            ])
            family.attributes = [.init(name: "need", law: need), .init(name: "rounds", law: rounds)]
            for kind in scenario.documents {
                let law = chance.pick([Distribution.constant(0), .constant(1), .bernoulli(chance: 0.5)])
                family.attributes.append(.init(name: kind.name, law: law))
            }
            for role in roles {
                let number = chance.pick([
                    Distribution.constant(1), .constant(2), .uniform(low: -0.4, high: 3.4),
                ])
                family.attributes.append(.init(name: role, law: number, countsMembers: true))
            }
            family.attributes.sort { $0.name < $1.name }
            scenario.familyClasses.append(family)
        }
    }

    /// Words that some classes bear, a step that changes them, and measures told apart by them.
    ///
    /// Drawn apart, so that all else stays as it is without them.
    mutating func addChannels(_ seed: Int) {
        var chance = TestChance(seed: UInt64(seed) &* 0x85EB_CA6B &+ 3)
        guard !isSimple, chance.below(3) == 0 else { return }
        scenario.measuresBy = ["channel"]
        let omitted = chance.below(2 * scenario.familyClasses.count)
        let isBorneByAll = omitted >= scenario.familyClasses.count || scenario.familyClasses.count == 1
        for place in scenario.familyClasses.indices where place != omitted || isBorneByAll {
            // The last word may be one that only a step gives.
            let weights = [1, chance.below(3), chance.below(2)]
            let words = zip(["booked", "hotline", "walk-in"], weights).enumerated().map { number, word in
                Distribution.Category(value: Double(number), word: word.0, weight: Double(word.1))
            }
            scenario.familyClasses[place].attributes.insert(
                .init(name: "channel", law: .categorical(words)),
                at: 0
            )
            scenario.familyClasses[place].attributes.sort { $0.name < $1.name }
        }
        guard isBorneByAll, chance.below(2) == 0 else { return }
        let route = chance.below(scenario.routes.count)
        let change = SetStep([
            .init(attribute: "channel", value: .expression(.number(Double(chance.below(3)))))
        ])
        scenario.routes[route].steps.insert(
            Step(name: "set channel", action: .set(change)),
            at: chance.below(scenario.routes[route].steps.count + 1)
        )
    }

    /// Kinds of document, where there is an agency that gives them.
    mutating func addDocuments() {
        guard !scenario.agencies.isEmpty, !isSimple, isOne(of: 2) else { return }
        for name in ["certificate", "passport", "statement"].prefix(1 + chance.below(3)) {
            let lasts = chance.pick([nil, nil, DurationLaw(law(60)), duration(300)])
            scenario.documents.append(
                DocumentKind(
                    name: name,
                    title: LocalizedText(name),
                    holder: roles.isEmpty || isOne(of: 2) ? nil : roles[0],
                    agency: chance.pick(scenario.agencies).name,
                    validFor: lasts
                )
            )
        }
    }

    /// Some families that are there already.
    private mutating func addStart(to family: inout FamilyClass) {
        if isSimple || !isOne(of: 5) { return }
        let names = scenario.routes.first { $0.name == family.route }?.steps.map(\.name) ?? []
        family.atStart = [.init(step: nil, count: 1 + chance.below(3))]
        if isOne(of: 2) {
            family.atStart.append(.init(step: chance.pick(names), count: 1 + chance.below(70)))
        }
    }

    private mutating func arrivals() -> ArrivalProcess {
        var process = evenArrivals()
        if isOne(of: 6) {
            process.familiesAtOnce = chance.pick([
                .constant(3), .poisson(mean: 1.5), .uniform(low: 0.5, high: 2.5),
            ])
        }
        switch process.pattern {
        case .poisson, .counted:
            guard isOne(of: 4) else { break }
            process.busyness = Busyness(
                factor: chance.pick([.uniform(low: 0.5, high: 1.5), .bernoulli(chance: 0.8)]),
                period: chance.pick(Busyness.Period.allCases),
                isShared: isOne(of: 2)
            )
        case .renewal, .listed, .openings: break
        }
        return process
    }

    private mutating func evenArrivals() -> ArrivalProcess {
        let limit = isOpenEnded || isOne(of: 2) ? 5 + chance.below(40) : nil
        if isOne(of: 3) {
            return ArrivalProcess(.renewal(elapsed(chance.pick([5, 15, 60]))), limit: limit ?? 60)
        }
        if isOne(of: 8) { return ArrivalProcess(.counted(counts()), limit: limit) }
        if isOne(of: 8) { return ArrivalProcess(.listed(moments()), limit: limit) }
        if isOne(of: 8) { return ArrivalProcess(.openings(calendar()), limit: limit) }
        var law = RateLaw(mean: 1, unit: chance.pick(RateLaw.Unit.allCases))
        let hasCalendar = law.unit == .workingDay || isOne(of: 2)
        if hasCalendar { law.calendar = calendar() }
        let perHour = chance.pick([1.0, 2, 4])
        switch law.unit {
        case .minute: law.mean = perHour / 60
        case .hour: law.mean = perHour
        case .workingDay, .day: law.mean = perHour * 10
        case .week: law.mean = perHour * 70
        case .month: law.mean = perHour * 300
        case .year: law.mean = perHour * 3650
        }
        if isOne(of: 2) {
            law.profiles = scenario.profiles.map(\.name).filter { _ in isOne(of: 3) }
        }
        return ArrivalProcess(.poisson(law), limit: limit)
    }

    /// Counts of all hours, so that some always lie within the run.
    private mutating func counts() -> CountedArrivals {
        let first = scenario.starts.date.dayNumber
        func count(_ opens: Int, _ closes: Int, _ families: Double) -> CountedArrivals.Count {
            .init(hours: .init(opens: opens, closes: closes), families: families)
        }
        let noon = 60 * (10 + chance.below(5))
        let days = [[count(0, noon, 20), count(noon, 1440, 35.5)], [count(0, 1440, 40)]]
        var counts = CountedArrivals(week: (0..<7).map { _ in chance.pick(days) })
        if isOne(of: 2) {
            let own = [count(60, 120, 8), count(600, 1440, 16)]
            counts.dates = [.init(date: CivilDate(dayNumber: first + chance.below(2)), counts: own)]
        }
        if isOne(of: 3) { counts.closedDays = [CivilDate(dayNumber: first + 1)] }
        return counts
    }

    /// Moments of the first hours, some of them the same, and some before the run.
    private mutating func moments() -> [CivilMoment] {
        let start = scenario.starts.minuteOfDay
        return (0..<20 + chance.below(30)).map { place in
            let minute = place == 0 ? start : max(0, start - 30) + 5 * chance.below(60)
            return CivilMoment(date: scenario.starts.date, minuteOfDay: minute)
        }
    }
}
