import ScenarioModel
import TestSupport

/// A random but valid scenario over the whole language, with whole minutes and ties on purpose.
struct RandomScenario {
    var scenario: Scenario
    var chance: TestChance
    /// Whether all lengths are whole minutes, so that much happens at once.
    private let isInWholeMinutes: Bool
    let isOpenEnded: Bool
    /// Whether it is simple enough for a plain run: nobody waits for two things at once, nothing ever closes, and lines have
    /// no order of their own.
    let isSimple: Bool
    /// Roles of members, which all classes have.
    private(set) var roles: [String] = []

    static let minute = 60_000_000.0

    init(seed: Int) {
        chance = TestChance(seed: UInt64(seed) &* 0x9E37_79B9 &+ 17)
        isInWholeMinutes = chance.below(3) > 0
        isSimple = seed % 8 == 7
        isOpenEnded = chance.below(16) == 0 || isSimple
        scenario = Scenario(
            name: "random-\(seed)",
            title: LocalizedText("random"),
            starts: CivilMoment(date: CivilDate(year: 2024, month: 1, day: 1)),
            horizon: .untilEmpty
        )
        addTime()
        addCalendars()
        addProfiles()
        addPools()
        addAgencies()
        if !isSimple, isOne(of: 2) { roles = isOne(of: 2) ? ["child"] : ["child", "parent"] }
        addDocuments()
        addRoutes()
        addFamilies()
        addChannels(seed)
    }

    /// One of so many.
    mutating func isOne(of number: Int) -> Bool { chance.below(number) == 0 }

    // MARK: Time

    private mutating func addTime() {
        scenario.starts.date = CivilDate(dayNumber: scenario.starts.date.dayNumber + chance.below(14))
        scenario.starts.minuteOfDay = chance.pick([0, 0, 8 * 60, 8 * 60 + 50, 12 * 60 + 15, 16 * 60])
        if isOpenEnded { return }
        let hour = 3_600_000_000
        let hours = chance.pick([5, 10, 12, 24, 30, 48, 72])
        scenario.horizon = .duration(TimeSpan(microseconds: Int64(hours * hour)))
        if isOne(of: 3) {
            scenario.warmUp = TimeSpan(microseconds: Int64(hours * hour / chance.pick([2, 3, 10])))
        }
        if isOne(of: 8) {
            scenario.timeZone = chance.pick(["Asia/Yekaterinburg", "Asia/Kolkata", "Europe/Berlin"])
        }
        if scenario.timeZone == "Europe/Berlin" {
            // The nights on which the clocks change.
            let month = chance.pick([(3, 30), (10, 26)])
            scenario.starts.date = CivilDate(year: 2024, month: month.0, day: month.1)
        }
    }

    private mutating func addCalendars() {
        for name in ["around", "office", "shifts"] {
            scenario.calendars.append(WorkCalendar(name: name, week: week(name)))
        }
        let first = scenario.starts.date.dayNumber
        if isOne(of: 3) { scenario.calendars[1].holidays = [CivilDate(dayNumber: first + chance.below(3))] }
        if isOne(of: 3) {
            let special = WorkCalendar.SpecialDay(
                date: CivilDate(dayNumber: first + chance.below(3)),
                intervals: isOne(of: 3) ? [] : [.init(opens: 10 * 60, closes: 11 * 60)]
            )
            scenario.calendars[2].specialDays = [special]
        }
    }

    private mutating func week(_ name: String) -> [[WorkCalendar.DayInterval]] {
        let noon = 60 * chance.pick([12, 13])
        let days: [[WorkCalendar.DayInterval]]
        switch name {
        case "around":
            days = [
                [.init(opens: 0, closes: 1440)],
                [.init(opens: 0, closes: 60), .init(opens: 75, closes: 1440)],
            ]
        case "office":
            days = [
                [.init(opens: 9 * 60, closes: noon), .init(opens: noon + 45, closes: 17 * 60)],
                [.init(opens: 8 * 60 + 30, closes: 17 * 60)],
            ]
        default:
            days = [
                [
                    .init(opens: 60, closes: 3 * 60), .init(opens: 3 * 60 + 30, closes: 4 * 60),
                    .init(opens: 10 * 60, closes: 11 * 60), .init(opens: 18 * 60, closes: 23 * 60),
                ],
                [.init(opens: 9 * 60, closes: 10 * 60 + 10)],
            ]
        }
        let closed = isOne(of: 4) ? chance.below(7) : 7
        return (0..<7).map { $0 == closed ? [] : chance.pick(days) }
    }

    mutating func calendar() -> CalendarUse {
        let name = chance.pick(["around", "office", "office", "shifts"])
        guard isOne(of: 5) else { return CalendarUse(calendar: name) }
        let days = Weekday.allCases.filter { _ in !isOne(of: 3) }
        // A calendar is closed on at most one weekday, so that two always leave some open time.
        return CalendarUse(calendar: name, weekdays: days.count < 2 ? Weekday.allCases : days)
    }

    private mutating func addProfiles() {
        let date = CivilDate(dayNumber: scenario.starts.date.dayNumber + chance.below(2))
        scenario.profiles = [
            RateProfile(name: "dates", weights: .dates([.init(date: date, weight: 3)])),
            RateProfile(name: "hours", weights: .hours((0..<24).map { _ in Double(chance.below(4)) + 0.5 })),
            RateProfile(name: "months", weights: .months((1...12).map { Double($0) })),
            RateProfile(name: "weekdays", weights: .weekdays([3, 1, 2, 2, 1, 1, 2])),
        ]
    }

    // MARK: Lengths

    /// A law of lengths of about so many minutes.
    mutating func law(_ minutes: Int) -> Distribution {
        if minutes == 0 { return .constant(0) }
        let mean = Double(minutes) * Self.minute
        if isInWholeMinutes {
            switch chance.below(3) {
            case 0: return .constant(mean)
            case 1: return .empirical([0, mean, mean, 2 * mean])
            default:
                let values = [0, 1, 2].map { Double(minutes + $0) * Self.minute }
                return .categorical(values.map { .init(value: $0, weight: 1) })
            }
        }
        return continuousLaw(mean)
    }

    private mutating func continuousLaw(_ mean: Double) -> Distribution {
        switch chance.below(12) {
        case 0: return .uniform(low: 0, high: 2 * mean)
        case 1: return .triangular(low: 0, mode: mean, high: 2 * mean)
        case 2: return .lognormal(mean: mean, cv: 0.7)
        case 3: return .lognormalByMedian(median: mean, sigma: 0.5)
        case 4: return .weibull(shape: 1.5, mean: mean)
        case 5: return .truncated(.exponential(mean: mean), low: nil, high: 2 * mean, manner: .conditioned)
        case 6:
            let normal = Distribution.normal(mean: mean, standardDeviation: mean)
            return .truncated(normal, low: 0, high: nil, manner: .clamped)
        case 7: return .affine(.exponential(mean: mean / 2), scale: 1, shift: mean / 2)
        case 8:
            let parts = [(0.3, Distribution.constant(mean)), (0.7, .exponential(mean: mean))]
            return .mixture(parts.map { .init(weight: $0.0, law: $0.1) })
        case 9: return isOne(of: 6) ? .gamma(shape: 2, mean: mean) : .constant(mean)
        default: return .exponential(mean: mean)
        }
    }

    mutating func elapsed(_ minutes: Int) -> DurationLaw { DurationLaw(law(minutes)) }

    /// A length that may run in working time, or end in an open moment.
    mutating func duration(_ minutes: Int, mayEndOpen: Bool = false) -> DurationLaw {
        switch chance.below(10) {
        case 0: DurationLaw(law(minutes), basis: .workingTime, calendar: calendar())
        case 1:
            DurationLaw(
                chance.pick([.constant(1), .constant(0.25), .uniform(low: 0, high: 1.5), .constant(0)]),
                basis: .workingDays,
                calendar: calendar()
            )
        case 2 where mayEndOpen: DurationLaw(law(minutes), calendar: calendar())
        default: DurationLaw(law(minutes))
        }
    }

    // MARK: Staff

    private mutating func addPools() {
        let isByPriority = isOne(of: 2)
        let isAgeing = isOne(of: 4) && !isSimple
        for name in ["desks", "experts", "hall", "rooms"].prefix(1 + chance.below(4)) {
            var pool = ResourcePool(name: name, title: LocalizedText(name), staff: 1 + chance.below(3))
            if !isSimple, !isOne(of: 3) {
                pool.duty = (0...chance.below(2)).map { _ in
                    DutyAssignment(calendar: calendar(), count: 1 + chance.below(2))
                }
                pool.staff = pool.duty.reduce(0) { $0 + $1.count }
                // Special days may bring more together than there are.
                if pool.staff > 2, isOne(of: 3) { pool.staff -= 1 }
            }
            if isOne(of: 6) ? !isByPriority : isByPriority { pool.discipline = .priority }
            if isOne(of: 4), !isSimple {
                pool.discipline = chance.pick([.lastInFirstOut, .shortestFirst, .random, .earliestDue])
            }
            if pool.discipline == .priority, isAgeing {
                pool.ageing = TimeSpan(microseconds: 7 * Int64(Self.minute))
            }
            if isOne(of: 4) { pool.lineLimit = chance.below(5) }
            if isOne(of: 2) { pool.closingRule = chance.pick(ClosingRule.allCases + [.sendHome]) }
            if pool.lineLimit != nil, !isSimple, pool.closingRule != .sendHome, !isOne(of: 3) {
                pool.blocks = true
            }
            if isSimple, pool.closingRule == .suspendService { pool.closingRule = .finishService }
            if pool.discipline == .priority, pool.ageing == nil, !isSimple, !isOne(of: 3) {
                pool.preemption = chance.pick(PreemptionRule.allCases)
            }
            if !isSimple, !pool.suspendsServices, pool.discipline != .random, pool.staff > 1, isOne(of: 4) {
                let names = ["first", "second", "third"].prefix(pool.staff - 1)
                pool.reserved = (isOne(of: 2) ? [chance.pick(Array(names))] : Array(names)).sorted()
                    .map { .init(familyClass: $0, count: 1) }
            }
            if !pool.duty.isEmpty, isOne(of: 4) { pool.absenceChance = chance.pick([0.2, 0.6]) }
            let mayBeNamed = pool.reserved.isEmpty && pool.discipline != .random
            if !isSimple, mayBeNamed, isOne(of: 3) { nameMembers(of: &pool) }
            scenario.pools.append(pool)
            if !pool.members.isEmpty, isOne(of: 2) { scenario.pools.append(cases(of: pool)) }
        }
    }

    /// Tells the staff of a pool apart.
    private mutating func nameMembers(of pool: inout ResourcePool) {
        pool.duty = pool.duty.flatMap { Array(repeating: $0, count: $0.count) }
        for place in pool.duty.indices { pool.duty[place].count = 1 }
        if !pool.duty.isEmpty { pool.staff = pool.duty.count }
        pool.members = (0..<pool.staff).map { place in
            StaffMember(
                name: "member \(place)",
                speed: chance.pick([1, 1, 2, 0.8]),
                // Everybody has one skill or the other.
                skills: place == 0 ? ["common"] : chance.pick([["common"], ["rare"], []]),
                secondSkills: chance.pick([[], ["rare"]])
            )
        }
        if pool.preemption == nil, isOne(of: 2) {
            pool.ownLines = ResourcePool.OwnLines(jockeying: chance.pick([nil, 1, 1, 2]))
        }
    }

    /// The cases that the members of a pool may have.
    private mutating func cases(of pool: ResourcePool) -> ResourcePool {
        let each = 1 + chance.below(3)
        return ResourcePool(
            name: "\(pool.name)/cases",
            title: LocalizedText("cases"),
            staff: each * pool.members.count,
            members: pool.members,
            placesEach: each,
            people: pool.name,
            discipline: chance.pick([.firstInFirstOut, .priority, .lastInFirstOut])
        )
    }

    private mutating func addAgencies() {
        for name in ["archive", "fund"].prefix(chance.below(3)) {
            var channels: [AgencyChannel] = []
            for (place, channel) in ["electronic", "real-time"].prefix(1 + chance.below(2)).enumerated() {
                channels.append(self.channel(channel, share: Double(1 + 2 * place)))
            }
            var agency = Agency(
                name: name,
                title: LocalizedText(name),
                share: Double(1 + chance.below(3)),
                channels: channels
            )
            if isOne(of: 2) {
                agency.fallBack = .init(after: duration(20), channel: channel("paper", share: 1))
            }
            scenario.agencies.append(agency)
        }
    }

    private mutating func channel(_ name: String, share: Double) -> AgencyChannel {
        AgencyChannel(
            name: name,
            share: share,
            answersIn: duration(chance.pick([1, 15, 40]), mayEndOpen: true),
            failureChance: chance.pick([0, 0.3, 0.6]),
            retries: chance.below(3),
            retryAfter: duration(chance.pick([0, 10]))
        )
    }

    // MARK: Routes

    private mutating func addRoutes() {
        var steps = RandomSteps(
            scenario,
            chance: chance,
            roles: roles,
            lengths: (0..<24).map { _ in elapsed(chance.pick([0, 1, 5, 10, 20])) },
            durations: (0..<24).map { _ in duration(chance.pick([0, 1, 5, 10, 30]), mayEndOpen: true) },
            calendars: (0..<4).map { _ in calendar() },
            isSimple: isSimple
        )
        scenario.routes = steps.routes()
        chance = steps.chance
    }
}
