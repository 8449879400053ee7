import Foundation
import ScenarioModel

/// Civil time of a scenario, and its calendars as plain lists of open days.
final class ReferenceClock {
    /// A day with open hours.
    struct OpenDay {
        var number: Int
        var intervals: [(opens: Moment, closes: Moment)]

        /// Open time of the day.
        var length: Moment { intervals.reduce(0) { $0 + $1.closes - $1.opens } }
    }

    let scenario: Scenario
    /// Days that are known at all: from the day before the start to two days after the end, or for ten years.
    let days: ClosedRange<Int>
    let horizon: Moment
    private let civil: Foundation.Calendar?
    private let start: Date
    private var openDays: [CalendarUse: [OpenDay]] = [:]

    private static let minute: Moment = 60_000_000

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let first = scenario.starts.date.dayNumber
        switch scenario.horizon {
        case .duration(let span):
            horizon = span.microseconds
            days = first - 1...first + Int(span.microseconds / (1440 * Self.minute)) + 2
        case .untilEmpty:
            horizon = endOfTime
            days = first - 1...first + 3653
        }
        if scenario.timeZone == "UTC" {
            civil = nil
            start = Date(timeIntervalSince1970: 0)
        } else {
            var calendar = Foundation.Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: scenario.timeZone) ?? .gmt
            civil = calendar
            start = Self.date(first, scenario.starts.minuteOfDay, calendar)
        }
    }

    private static func date(_ day: Int, _ minute: Int, _ calendar: Foundation.Calendar) -> Date {
        let date = CivilDate(dayNumber: minute < 1440 ? day : day + 1)
        let rest = minute % 1440
        let parts = DateComponents(
            year: date.year,
            month: date.month,
            day: date.day,
            hour: rest / 60,
            minute: rest % 60
        )
        return calendar.date(from: parts) ?? .distantPast
    }

    /// The moment of a minute of a day; minute 1440 is the next midnight.
    func moment(day: Int, minute: Int) -> Moment {
        guard let civil else {
            let first = scenario.starts.date.dayNumber
            return Moment((day - first) * 1440 + minute - scenario.starts.minuteOfDay) * Self.minute
        }
        return Moment(Self.date(day, minute, civil).timeIntervalSince(start).rounded()) * 1_000_000
    }

    /// Hour of the week, from Monday at midnight, at a moment.
    func hourOfWeek(_ moment: Moment) -> Int {
        guard let civil else {
            let minutes = Int(moment / Self.minute) + scenario.starts.minuteOfDay
            let day = CivilDate(dayNumber: scenario.starts.date.dayNumber + minutes / 1440)
            return day.weekday.rawValue * 24 + minutes % 1440 / 60
        }
        let date = start.addingTimeInterval(Double(moment / 1_000_000))
        let parts = civil.dateComponents([.weekday, .hour], from: date)
        return ((parts.weekday ?? 0) + 5) % 7 * 24 + (parts.hour ?? 0)
    }

    /// The day of a moment.
    func dayNumber(_ moment: Moment) -> Int {
        days.last { self.moment(day: $0, minute: 0) <= moment } ?? days.lowerBound
    }

    /// The first moment after another at which an hour of civil time begins.
    func nextHour(after moment: Moment) -> Moment {
        var next = (moment / Self.minute + 1) * Self.minute
        while isInsideHour(next) { next += Self.minute }
        return next
    }

    private func isInsideHour(_ moment: Moment) -> Bool {
        guard let civil else {
            return (Int(moment / Self.minute) + scenario.starts.minuteOfDay) % 60 != 0
        }
        return civil.component(.minute, from: start.addingTimeInterval(Double(moment / 1_000_000))) != 0
    }

    /// Open minutes of a day.
    func intervals(_ use: CalendarUse, on day: Int) -> [WorkCalendar.DayInterval] {
        let date = CivilDate(dayNumber: day)
        guard let calendar = scenario.calendars.first(where: { $0.name == use.calendar }),
            use.weekdays?.contains(date.weekday) ?? true
        else { return [] }
        for special in calendar.specialDays where special.date == date { return special.intervals }
        return calendar.holidays.contains(date) ? [] : calendar.week[date.weekday.rawValue]
    }

    /// The open days of a calendar, in order.
    func days(of use: CalendarUse) -> [OpenDay] {
        if let known = openDays[use] { return known }
        var result: [OpenDay] = []
        var last = Moment.min
        for day in days {
            var open = OpenDay(number: day, intervals: [])
            for interval in intervals(use, on: day) {
                // A change of clocks may swallow an interval or push it into the next.
                let opens = max(last, moment(day: day, minute: interval.opens))
                let closes = moment(day: day, minute: interval.closes)
                if closes > opens {
                    open.intervals.append((opens, closes))
                    last = closes
                }
            }
            if !open.intervals.isEmpty { result.append(open) }
        }
        openDays[use] = result
        return result
    }

    // MARK: Durations

    /// When a duration of a drawn length ends that begins at a moment.
    func end(of law: DurationLaw, _ length: Double, from start: Moment) -> Moment {
        switch (law.basis, law.calendar) {
        case (.elapsed, nil): return start + Self.ticks(length)
        case (.elapsed, let calendar?):
            return after(start + Self.ticks(length), openTime: 0, days(of: calendar))
        case (.workingTime, let calendar?):
            return after(start, openTime: Self.ticks(length), days(of: calendar))
        case (.workingDays, let calendar?): return after(start, openDays: length, days(of: calendar))
        case (_, nil): preconditionFailure("working time needs a calendar")
        }
    }

    /// Whole microseconds, rounded half to even; nothing lasts for less than no time.
    static func ticks(_ length: Double) -> Moment {
        length < 0x1p60 ? Moment(max(0, length).rounded(.toNearestOrEven)) : endOfTime
    }

    /// The moment at which so much open time has passed; of a time while it is closed, the next opening.
    private func after(_ start: Moment, openTime span: Moment, _ days: [OpenDay]) -> Moment {
        guard start < endOfTime, span < endOfTime else { return endOfTime }
        var left = span
        for day in days where (day.intervals.last?.closes ?? start) > start {
            for interval in day.intervals where interval.closes > start {
                let begins = max(start, interval.opens)
                if left <= interval.closes - begins { return begins + left }
                left -= interval.closes - begins
            }
        }
        return endOfTime
    }

    /// The moment at which so many open days have passed, each spread evenly over its own open time.
    private func after(_ start: Moment, openDays span: Double, _ days: [OpenDay]) -> Moment {
        guard start < endOfTime, span < 1e9,
            let today = days.firstIndex(where: { ($0.intervals.last?.closes ?? start) > start })
        else { return endOfTime }
        let passed = days[today].intervals.reduce(Moment(0)) { sum, interval in
            sum + max(0, min(start, interval.closes) - interval.opens)
        }
        let goal = Double(today) + Double(passed) / Double(days[today].length) + max(0, span)
        guard Int(goal) < days.count else { return endOfTime }
        let last = days[Int(goal)]
        let within = Moment(((goal - Double(Int(goal))) * Double(last.length)).rounded(.toNearestOrEven))
        // In a pause within the day, the open time before it has passed already.
        return max(after(start, openTime: 0, days), after(last.intervals[0].opens, openTime: within, days))
    }

    /// A moment while it is open, else the next opening.
    func opening(_ use: CalendarUse, from moment: Moment) -> Moment {
        after(moment, openTime: 0, days(of: use))
    }

    /// When to come who could come at a moment: at once, right after a break, or at a share of the open time of the day.
    func arrival(_ use: CalendarUse, readyAt ready: Moment, share: () -> Double) -> Moment {
        let days = days(of: use)
        let opening = after(ready, openTime: 0, days)
        guard opening > ready, let day = days.first(where: { $0.intervals[0].opens == opening }) else {
            return opening
        }
        let within = Moment((share() * Double(day.length)).rounded(.down))
        return after(opening, openTime: within, days)
    }
}
