import ScenarioModel

/// Hours of shifts and of families' coming on each day of a year, each found once.
struct HoursByDay {
    /// Intervals of each day, in order.
    typealias Table = [[WorkCalendar.DayInterval]]

    private let classes: [String: FamilyClass]
    private let profiles: [String: RateProfile]
    private let days: RunDays
    private var open: [CalendarUse: Table] = [:]
    private var duty: [[CalendarUse]: Table] = [:]
    private var comings: [ComingHours: Table] = [:]

    init(_ scenario: Scenario, _ days: RunDays) {
        classes = Dictionary(scenario.familyClasses.map { ($0.name, $0) }) { first, _ in first }
        profiles = Dictionary(scenario.profiles.map { ($0.name, $0) }) { first, _ in first }
        self.days = days
    }

    /// When anybody of a pool is on duty, without overlap.
    mutating func onDuty(_ pool: ResourcePool) -> Table {
        let uses = pool.duty.map(\.calendar)
        if let known = duty[uses] { return known }
        let tables = uses.map { opening($0) }
        let table =
            tables.count == 1
            ? tables[0]
            : (0..<days.firstYear.count).map { day in Self.joined(tables.flatMap { $0[day] }) }
        duty[uses] = table
        return table
    }

    /// When families come.
    mutating func coming(_ hours: ComingHours) -> Table {
        if let known = comings[hours] { return known }
        let table: Table
        switch hours {
        case .open(let use): table = opening(use)
        case .arrivals(let name):
            table = classes[name].map { arrivals($0.arrivals.pattern) } ?? days.firstYear.map { _ in [] }
        }
        comings[hours] = table
        return table
    }

    private mutating func opening(_ use: CalendarUse) -> Table {
        if let known = open[use] { return known }
        let hours = days.hours(use)
        let table = days.firstYear.map { days.cut(hours?.intervals(on: $0) ?? [], on: $0) }
        open[use] = table
        return table
    }

    private mutating func arrivals(_ pattern: ArrivalProcess.Pattern) -> Table {
        switch pattern {
        case .poisson(let law):
            guard let use = law.calendar else { return days.firstYear.map { _ in [] } }
            let shapes = law.profiles.compactMap { profiles[$0]?.weights }
            let counted = Self.countedHours(shapes)
            return zip(days.firstYear, opening(use)).map { day, open in
                guard Self.comes(on: CivilDate(dayNumber: day), shapes) else { return [] }
                return Self.window(of: open, within: counted)
            }
        case .counted(let counts):
            return days.firstYear.map { day in
                days.cut(counts.counts(on: CivilDate(dayNumber: day)).map(\.hours), on: day)
            }
        case .listed(let moments):
            let byDay = Dictionary(grouping: moments, by: \.date.dayNumber)
            return days.firstYear.map { day in
                let minutes = Set((byDay[day] ?? []).map(\.minuteOfDay)).sorted()
                return days.cut(minutes.map { .init(opens: $0, closes: $0 + 1) }, on: day)
            }
        case .openings(let use):
            let hours = days.hours(use)
            return days.firstYear.map { day in
                let minutes = hours?.openings(on: day) ?? []
                return days.cut(minutes.map { .init(opens: $0, closes: $0 + 1) }, on: day)
            }
        case .renewal: return days.firstYear.map { _ in [] }
        }
    }

    /// Whether profiles leave a day as a whole in.
    private static func comes(on date: CivilDate, _ shapes: [RateProfile.Weights]) -> Bool {
        shapes.allSatisfy { shape in
            switch shape {
            case .hours: true
            case .weekdays(let weights): weights[date.weekday.rawValue] > 0
            case .months(let weights): weights[date.month - 1] > 0
            case .dates(let weights): (weights.first { $0.date == date }?.weight ?? 1) > 0
            }
        }
    }

    /// The hours of a day that profiles leave in, joined.
    private static func countedHours(_ shapes: [RateProfile.Weights]) -> [WorkCalendar.DayInterval] {
        let hours = (0..<24).filter { hour in
            shapes.allSatisfy { shape in
                guard case .hours(let weights) = shape else { return true }
                return weights[hour] > 0
            }
        }
        return joined(hours.map { WorkCalendar.DayInterval(opens: $0 * 60, closes: $0 * 60 + 60) })
    }

    /// From the first opening to the last closing, as far as it lies within some hours.
    private static func window(
        of open: [WorkCalendar.DayInterval],
        within hours: [WorkCalendar.DayInterval]
    ) -> [WorkCalendar.DayInterval] {
        guard let first = open.first, let last = open.last else { return [] }
        return hours.compactMap { hour in
            let opens = max(first.opens, hour.opens)
            let closes = min(last.closes, hour.closes)
            return opens < closes ? .init(opens: opens, closes: closes) : nil
        }
    }

    /// Intervals joined where they touch or overlap, in order.
    private static func joined(_ intervals: [WorkCalendar.DayInterval]) -> [WorkCalendar.DayInterval] {
        var result: [WorkCalendar.DayInterval] = []
        for interval in intervals.sorted(by: { ($0.opens, $0.closes) < ($1.opens, $1.closes) }) {
            if let last = result.last, interval.opens <= last.closes {
                result[result.count - 1].closes = max(last.closes, interval.closes)
            } else {
                result.append(interval)
            }
        }
        return result
    }
}
