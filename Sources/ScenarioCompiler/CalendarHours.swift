import ScenarioModel

/// The open hours of a calendar by the number of a day, quick to find however many holidays it has.
struct CalendarHours {
    private let week: [[WorkCalendar.DayInterval]]
    /// Days with hours of their own; none on holidays.
    private var ownHours: [Int: [WorkCalendar.DayInterval]] = [:]
    /// The only weekdays on which they count; nil for all.
    private var weekdays: [Weekday]?

    init(_ calendar: WorkCalendar) {
        week = calendar.week
        for holiday in calendar.holidays { ownHours[holiday.dayNumber] = [] }
        // Of several entries for one day the first holds.
        for special in calendar.specialDays.reversed() {
            ownHours[special.date.dayNumber] = special.intervals
        }
    }

    /// The same hours on some weekdays only.
    func only(on weekdays: [Weekday]?) -> CalendarHours {
        var hours = self
        hours.weekdays = weekdays
        return hours
    }

    /// Open intervals of a day, in minutes.
    func intervals(on day: Int) -> [WorkCalendar.DayInterval] {
        let weekday = Weekday(dayNumber: day)
        if let weekdays, !weekdays.contains(weekday) { return [] }
        return ownHours[day] ?? week[weekday.rawValue]
    }

    /// From a day's first opening to its last closing, or nil when it is closed.
    func window(on day: Int) -> WorkCalendar.DayInterval? {
        let open = intervals(on: day)
        guard let first = open.first, let last = open.last else { return nil }
        return WorkCalendar.DayInterval(opens: first.opens, closes: last.closes)
    }
}
