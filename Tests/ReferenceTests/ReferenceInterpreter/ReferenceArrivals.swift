import RandomStreams
import ScenarioModel

/// The moments at which the families of one class arrive, one after another.
final class ReferenceArrivals {
    /// A stretch of time with a constant rate, in families per microsecond.
    private struct Stretch {
        var begins: Moment
        var ends: Moment
        var rate: Double
        /// The day, where each has a factor of its own.
        var day = 0
    }

    private let familyClass: FamilyClass
    private let clock: ReferenceClock
    private let chance: ReferenceChance
    private var stretches: [Stretch] = []
    /// Arrivals that are listed, in order.
    private var listed: [Moment] = []
    private var last: Moment = 0
    private var count = 0
    /// Families there at the start that have been let in.
    private var started = 0
    /// Moments so far, and families of the last that are still to come.
    private var moments = 0
    private var stillToCome = 0

    init(_ familyClass: FamilyClass, _ clock: ReferenceClock, _ chance: ReferenceChance) {
        self.familyClass = familyClass
        self.clock = clock
        self.chance = chance
        switch familyClass.arrivals.pattern {
        case .renewal: break
        case .poisson(let law): stretches = stretches(of: law)
        case .counted(let counts): stretches = stretches(of: counts)
        case .listed(let moments):
            let all = moments.map { clock.moment(day: $0.date.dayNumber, minute: $0.minuteOfDay) }
            listed = all.filter { $0 >= 0 && $0 < clock.horizon }.sorted()
        case .openings(let use):
            let open = clock.days(of: use).flatMap(\.intervals)
            let followsAnother = Set(open.map(\.closes))
            listed = open.map(\.opens).filter {
                $0 >= 0 && $0 < clock.horizon && !followsAnother.contains($0)
            }
        }
    }

    /// The next arrival, or the end of time when no more come.
    func next() -> Moment {
        if started < familyClass.atStart.reduce(0, { $0 + $1.count }) {
            started += 1
            return 0
        }
        guard count < familyClass.arrivals.limit ?? .max else { return endOfTime }
        if stillToCome == 0 {
            guard last < clock.horizon else { return endOfTime }
            last = nextMoment()
            stillToCome = 1
            if let law = familyClass.arrivals.familiesAtOnce {
                let size = chance.value(law, "families at once@arrivals", familyClass.name, moments)
                stillToCome = Int(max(1, size.rounded(.toNearestOrEven)))
            }
            moments += 1
        }
        stillToCome -= 1
        count += 1
        return last
    }

    private func nextMoment() -> Moment {
        switch familyClass.arrivals.pattern {
        case .renewal(let law):
            let gap = chance.value(law.law, "gap@arrivals", familyClass.name, moments)
            return clock.end(of: law, gap, from: last)
        case .listed, .openings: return moments < listed.count ? listed[moments] : endOfTime
        case .poisson, .counted:
            var stream = chance.stream("gap@arrivals", familyClass.name, moments)
            return afterIntegral(stream.exponential())
        }
    }

    /// When so much of the rate's integral has passed since the last arrival.
    private func afterIntegral(_ integral: Double) -> Moment {
        var left = integral
        for stretch in stretches where stretch.ends > last {
            let begins = max(last, stretch.begins)
            let factor = factor(on: stretch.day)
            // By the mean gap rather than the rate, so that rounding is the engine's, too.
            let span = left * (1 / stretch.rate) / factor
            if stretch.ends == endOfTime || span < Double(stretch.ends - begins) {
                return begins + ReferenceClock.ticks(span)
            }
            left -= Double(stretch.ends - begins) * stretch.rate * factor
        }
        return endOfTime
    }

    private func factor(on day: Int) -> Double {
        guard let busyness = familyClass.arrivals.busyness else { return 1 }
        let purpose = "busyness@\(busyness.period.rawValue)"
        let type = busyness.isShared ? "" : familyClass.name
        let number = busyness.period == .day ? day - clock.scenario.starts.date.dayNumber : 0
        return max(0, chance.value(busyness.factor, purpose, type, number))
    }

    // MARK: Rates

    /// Families counted by day and hours, each count spread evenly over its hours.
    private func stretches(of counts: CountedArrivals) -> [Stretch] {
        var result: [Stretch] = []
        for day in clock.days {
            let date = CivilDate(dayNumber: day)
            var ofDay = counts.closedDays.contains(date) ? [] : counts.week[date.weekday.rawValue]
            for own in counts.dates where own.date == date { ofDay = own.counts }
            for count in ofDay {
                let opens = clock.moment(day: day, minute: count.hours.opens)
                let closes = clock.moment(day: day, minute: count.hours.closes)
                let begins = max(0, opens, result.last?.ends ?? 0)
                let ends = min(closes, clock.horizon)
                if ends <= begins { continue }
                let rate = count.families / Double(closes - opens)
                result.append(Stretch(begins: begins, ends: ends, rate: rate, day: day))
            }
        }
        return result
    }

    private func stretches(of law: RateLaw) -> [Stretch] {
        let isByDay = familyClass.arrivals.busyness?.period == .day
        if law.calendar == nil, law.profiles.isEmpty, !isByDay {
            return [Stretch(begins: 0, ends: endOfTime, rate: law.mean / lengthOfUnit(law.unit))]
        }
        var weightOfYear = 0.0
        for day in daysOfYear {
            for hour in hours(law, day) {
                weightOfYear += hour.weight * Double(hour.closes - hour.opens) / 60
            }
        }
        let scale = arrivalsPerYear(law) / weightOfYear
        var result: [Stretch] = []
        for day in clock.days {
            for hour in hours(law, day) where hour.weight > 0 {
                let begins = max(0, clock.moment(day: day, minute: hour.opens))
                let ends = min(clock.horizon, clock.moment(day: day, minute: hour.closes))
                let rate = scale * hour.weight / 3_600_000_000
                if ends <= begins { continue }
                if let last = result.last, last.ends == begins, last.rate == rate, !isByDay || last.day == day
                {
                    result[result.count - 1].ends = ends
                } else {
                    result.append(Stretch(begins: begins, ends: ends, rate: rate, day: day))
                }
            }
        }
        return result
    }

    /// The hours of a day from its first opening to its last closing, in minutes, with their weights.
    private func hours(_ law: RateLaw, _ day: Int) -> [(opens: Int, closes: Int, weight: Double)] {
        var window = (opens: 0, closes: 1440)
        if let use = law.calendar {
            let open = clock.intervals(use, on: day)
            guard let first = open.first, let last = open.last else { return [] }
            window = (first.opens, last.closes)
        }
        return (0..<24).compactMap { hour in
            let opens = max(window.opens, hour * 60)
            let closes = min(window.closes, hour * 60 + 60)
            return opens < closes ? (opens, closes, weight(law, day, hour)) : nil
        }
    }

    private func weight(_ law: RateLaw, _ day: Int, _ hour: Int) -> Double {
        let date = CivilDate(dayNumber: day)
        var product = 1.0
        for name in law.profiles {
            for profile in clock.scenario.profiles where profile.name == name {
                switch profile.weights {
                case .hours(let weights): product *= weights[hour]
                case .weekdays(let weights): product *= weights[date.weekday.rawValue]
                case .months(let weights): product *= weights[date.month - 1]
                case .dates(let days): for day in days where day.date == date { product *= day.weight }
                }
            }
        }
        return product
    }

    private var daysOfYear: Range<Int> {
        let year = clock.scenario.starts.date.year
        return CivilDate(year: year, month: 1, day: 1)
            .dayNumber..<CivilDate(year: year + 1, month: 1, day: 1).dayNumber
    }

    private func arrivalsPerYear(_ law: RateLaw) -> Double {
        let windows = daysOfYear.map { day in hours(law, day).reduce(0) { $0 + $1.closes - $1.opens } }
        let openMinutes = Double(windows.reduce(0, +))
        switch law.unit {
        case .minute: return law.mean * openMinutes
        case .hour: return law.mean * openMinutes / 60
        case .workingDay: return law.mean * Double(windows.count { $0 > 0 })
        case .day: return law.mean * Double(windows.count)
        case .week: return law.mean * Double(windows.count) / 7
        case .month: return law.mean * 12
        case .year: return law.mean
        }
    }

    /// Microseconds of a unit on a clock that never stops.
    private func lengthOfUnit(_ unit: RateLaw.Unit) -> Double {
        let day = 86_400_000_000.0
        switch unit {
        case .minute: return 60_000_000
        case .hour: return 3_600_000_000
        case .day, .workingDay: return day
        case .week: return 7 * day
        case .month: return day * Double(daysOfYear.count) / 12
        case .year: return day * Double(daysOfYear.count)
        }
    }
}
