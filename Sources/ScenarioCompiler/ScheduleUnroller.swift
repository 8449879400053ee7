import ScenarioModel
import SimulationCore

/// Unrolls weeks, holidays and profiles into plain tables over a run.
struct ScheduleUnroller {
    /// What decides the tables.
    private let basis: Basis
    private(set) var clock: CivilClock
    private let calendars: [String: CalendarHours]
    private let profiles: [String: RateProfile]
    /// Day numbers of the run, with one day before and one after.
    private(set) var days: ClosedRange<Int>
    let horizon: SimulationTime
    /// Tables made so far, by what they are asked for by.
    private var shiftTables: [CalendarUse: ShiftTable] = [:]
    var capacities: [[DutyAssignment]: [Int: [CapacityChange]]] = [:]
    private var weekHours: WeekProfilePlan?
    private var rates: [RateKey: [RateSegment]] = [:]
    /// When families can come, by what their laws ask for.
    private var arrivalTimes: [ArrivalTimes.Key: ArrivalTimes] = [:]

    /// What decides the segments of a rate.
    private struct RateKey: Hashable {
        var law: RateLaw
        /// Whether each day is a period of its own.
        var isByDay: Bool
    }

    /// The parts of a scenario that the tables of a run with a fixed end follow from.
    private struct Basis: Equatable {
        let timeZone: String
        let starts: CivilMoment
        let horizon: Horizon
        let calendars: [WorkCalendar]
        let profiles: [RateProfile]

        init(_ scenario: Scenario) {
            timeZone = scenario.timeZone
            starts = scenario.starts
            horizon = scenario.horizon
            calendars = scenario.calendars
            profiles = scenario.profiles
        }
    }

    /// Days unrolled when the run has no fixed end: ten years.
    private static let openEndedDays = 3653

    init(_ scenario: Scenario, clock: CivilClock) throws(CompilationError) {
        basis = Basis(scenario)
        self.clock = clock
        calendars = Dictionary(uniqueKeysWithValues: scenario.calendars.map { ($0.name, CalendarHours($0)) })
        profiles = Dictionary(uniqueKeysWithValues: scenario.profiles.map { ($0.name, $0) })
        let first = scenario.starts.date.dayNumber
        switch scenario.horizon {
        case .duration(let span):
            horizon = span.microseconds
            days = first - 1...first + Int(span.microseconds / (1440 * CivilClock.minute)) + 2
        case .untilEmpty:
            horizon = .never
            days = first - 1...first + Self.openEndedDays
            let needed = try daysNeeded(scenario)
            days = first - 1...first + max(Self.openEndedDays, needed)
        }
        self.clock.learn(days)
    }

    /// Whether the tables hold for another scenario; how long an open end may last depends on its families too.
    func holds(for scenario: Scenario) -> Bool {
        horizon != .never && basis == Basis(scenario)
    }

    /// The open hours of a calendar.
    func hours(of use: CalendarUse) throws(CompilationError) -> CalendarHours {
        guard let calendar = calendars[use.calendar] else {
            throw CompilationError(
                english: "unknown calendar '\(use.calendar)'",
                russian: "неизвестный календарь «\(use.calendar)»"
            )
        }
        return calendar.only(on: use.weekdays)
    }

    // MARK: Working time

    /// The open intervals of a calendar over the run.
    mutating func shiftTable(_ use: CalendarUse) throws(CompilationError) -> ShiftTable {
        if let known = shiftTables[use] { return known }
        var opens: [SimulationTime] = []
        var closes: [SimulationTime] = []
        var dayNumbers: [Int] = []
        let hours = try hours(of: use)
        for day in days {
            for interval in hours.intervals(on: day) {
                // A change of clocks may swallow an interval or push it into the next.
                let begins = max(clock.time(day: day, minute: interval.opens), closes.last ?? .min)
                let ends = clock.time(day: day, minute: interval.closes)
                guard ends > begins else { continue }
                opens.append(begins)
                closes.append(ends)
                dayNumbers.append(day)
            }
        }
        let table = ShiftTable(opens: opens, closes: closes, days: dayNumbers)
        shiftTables[use] = table
        return table
    }

    // MARK: Hour-of-week profile

    /// Hours of the week over the run, or nil for a run without a fixed end.
    mutating func weekProfile() -> WeekProfilePlan? {
        guard horizon != .never else { return nil }
        if let weekHours { return weekHours }
        var plan = WeekProfilePlan(moments: [], slots: [])
        var moment: SimulationTime = 0
        while moment < horizon {
            let local = clock.local(moment)
            let weekday = Weekday(dayNumber: local.dayNumber).rawValue
            plan.moments.append(moment)
            plan.slots.append(UInt8(weekday * 24 + local.second / 3600))
            moment += SimulationTime(3600 - local.second % 3600) * 1_000_000
        }
        weekHours = plan
        return plan
    }

    // MARK: Arrival rates

    /// The rate of a law over the run, in arrivals per microsecond; all one period, or one a day.
    mutating func segments(of law: RateLaw, byDay isByDay: Bool) throws(CompilationError) -> [RateSegment] {
        if law.calendar == nil, law.profiles.isEmpty, !isByDay {
            return [RateSegment(begins: 0, ends: .never, rate: law.mean / unitLength(law.unit))]
        }
        let key = RateKey(law: law, isByDay: isByDay)
        if let known = rates[key] { return known }
        let times = try arrivalTimes(of: law)
        let scale = arrivalsPerYear(law, times.yearOpening) / times.yearWeight
        var segments: [RateSegment] = []
        segments.reserveCapacity(times.stretches.count)
        for stretch in times.stretches {
            let rate = scale * stretch.weight / Double(60 * CivilClock.minute)
            let period = isByDay ? period(ofDay: stretch.day) : 0
            let last = segments.last
            if let last, last.ends == stretch.begins, last.rate == rate, last.period == period {
                segments[segments.count - 1].ends = stretch.ends
            } else {
                let (begins, ends) = (stretch.begins, stretch.ends)
                segments.append(RateSegment(begins: begins, ends: ends, rate: rate, period: period))
            }
        }
        rates[key] = segments
        return segments
    }

    /// Number of the period that a day is: its number among the days of the run.
    func period(ofDay day: Int) -> Int32 { Int32(day - clock.firstDay.dayNumber) }

    /// The times at which families of a law can come, found once for all laws of the same calendar and profiles.
    private mutating func arrivalTimes(of law: RateLaw) throws(CompilationError) -> ArrivalTimes {
        let key = ArrivalTimes.Key(calendar: law.calendar, profiles: law.profiles)
        if let known = arrivalTimes[key] { return known }
        let shapes = try shapes(of: law)
        let hours = try law.calendar.map(hours)
        var times = ArrivalTimes(yearOpening: yearOpening(hours))
        for day in yearDays {
            for slot in slots(hours, shapes, on: day) {
                times.yearWeight += slot.weight * Double(slot.to - slot.from) / 60
            }
        }
        guard times.yearWeight > 0 else {
            throw CompilationError(
                english: "an arrival rate has no time at which anybody could arrive",
                russian: "для потока обращений не остаётся времени, когда кто-либо может прийти"
            )
        }
        for day in days {
            for slot in slots(hours, shapes, on: day) where slot.weight > 0 {
                let begins = max(0, clock.time(day: day, minute: slot.from))
                let ends = min(horizon, clock.time(day: day, minute: slot.to))
                guard ends > begins else { continue }
                times.stretches.append(.init(begins: begins, ends: ends, weight: slot.weight, day: day))
            }
        }
        arrivalTimes[key] = times
        return times
    }

    /// Microseconds of a unit on a clock that never stops.
    private func unitLength(_ unit: RateLaw.Unit) -> Double {
        let day = Double(1440 * CivilClock.minute)
        switch unit {
        case .minute: return Double(CivilClock.minute)
        case .hour: return Double(60 * CivilClock.minute)
        case .day, .workingDay: return day
        case .week: return 7 * day
        case .month: return day * Double(yearDays.count) / 12
        case .year: return day * Double(yearDays.count)
        }
    }

    /// Day numbers of the calendar year in which the run starts.
    private var yearDays: Range<Int> {
        let year = clock.firstDay.year
        return CivilDate(year: year, month: 1, day: 1)
            .dayNumber..<CivilDate(year: year + 1, month: 1, day: 1).dayNumber
    }

    /// Mean number of arrivals of a law in the year in which the run starts.
    func arrivalsPerYear(_ law: RateLaw) throws(CompilationError) -> Double {
        arrivalsPerYear(law, yearOpening(try law.calendar.map(hours)))
    }

    /// How long a calendar is open in the year in which the run starts; always without one.
    private func yearOpening(_ hours: CalendarHours?) -> ArrivalTimes.YearOpening {
        var opening = ArrivalTimes.YearOpening()
        for day in yearDays {
            guard let window = window(hours, on: day) else { continue }
            opening.days += 1
            opening.minutes += window.closes - window.opens
        }
        return opening
    }

    private func arrivalsPerYear(_ law: RateLaw, _ opening: ArrivalTimes.YearOpening) -> Double {
        switch law.unit {
        case .minute: return law.mean * Double(opening.minutes)
        case .hour: return law.mean * Double(opening.minutes) / 60
        case .workingDay: return law.mean * Double(opening.days)
        case .day: return law.mean * Double(yearDays.count)
        case .week: return law.mean * Double(yearDays.count) / 7
        case .month: return law.mean * 12
        case .year: return law.mean
        }
    }

    /// From a day's first opening to its last closing, or nil when it is closed; the whole day without a calendar.
    private func window(_ hours: CalendarHours?, on day: Int) -> WorkCalendar.DayInterval? {
        guard let hours else { return WorkCalendar.DayInterval(opens: 0, closes: 1440) }
        return hours.window(on: day)
    }

    /// Stretches of a day with their weights, cut at whole hours.
    private func slots(
        _ hours: CalendarHours?,
        _ shapes: [RateProfile.Weights],
        on day: Int
    ) -> [(from: Int, to: Int, weight: Double)] {
        guard let window = window(hours, on: day) else { return [] }
        let weights = Self.hourWeights(shapes, on: CivilDate(dayNumber: day))
        var slots: [(from: Int, to: Int, weight: Double)] = []
        slots.reserveCapacity((window.closes - window.opens) / 60 + 2)
        var from = window.opens
        while from < window.closes {
            let to = min(window.closes, (from / 60 + 1) * 60)
            slots.append((from, to, weights[from / 60]))
            from = to
        }
        return slots
    }

    /// Products of the profiles' weights in the 24 hours of a day.
    private static func hourWeights(_ shapes: [RateProfile.Weights], on date: CivilDate) -> [Double] {
        var products = Array(repeating: 1.0, count: 24)
        for shape in shapes {
            let ofDay: Double
            switch shape {
            case .hours(let weights):
                for hour in products.indices { products[hour] *= weights[hour] }
                continue
            case .weekdays(let weights): ofDay = weights[date.weekday.rawValue]
            case .months(let weights): ofDay = weights[date.month - 1]
            case .dates(let weights): ofDay = weights.first { $0.date == date }?.weight ?? 1
            }
            for hour in products.indices { products[hour] *= ofDay }
        }
        return products
    }

    /// The weights of a law's profiles, in its order.
    private func shapes(of law: RateLaw) throws(CompilationError) -> [RateProfile.Weights] {
        var shapes: [RateProfile.Weights] = []
        for name in law.profiles {
            guard let profile = profiles[name] else {
                throw CompilationError(
                    english: "unknown profile '\(name)'",
                    russian: "неизвестный профиль «\(name)»"
                )
            }
            shapes.append(profile.weights)
        }
        return shapes
    }
}
