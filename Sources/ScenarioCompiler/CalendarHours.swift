import ScenarioModel

/// The open hours of a calendar by the number of a day, quick to find however many holidays it has.
struct CalendarHours {
    private let week: [[WorkCalendar.DayInterval]]
    /// Days with hours of their own; none on holidays.
    private var ownHours: [Int: [WorkCalendar.DayInterval]] = [:]

    init(_ calendar: WorkCalendar) {
        week = calendar.week
        for holiday in calendar.holidays { ownHours[holiday.dayNumber] = [] }
        // Of several entries for one day the first holds.
        for special in calendar.specialDays.reversed() {
            ownHours[special.date.dayNumber] = special.intervals
        }
    }

    /// Open intervals of a day.
    func intervals(on day: Int) -> [WorkCalendar.DayInterval] {
        ownHours[day] ?? week[Weekday(dayNumber: day).rawValue]
    }
}
