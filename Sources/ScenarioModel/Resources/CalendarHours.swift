/// The open hours of a calendar by the number of a day, quick to find however many holidays it has.
///
/// A day has its own hours, else none on a holiday, else those of its weekday.
public struct CalendarHours: Sendable {
    private let week: [[WorkCalendar.DayInterval]]
    /// Days with hours of their own; none on holidays.
    private var ownHours: [Int: [WorkCalendar.DayInterval]] = [:]
    /// The only weekdays on which they count; nil for all.
    private var weekdays: [Weekday]?

    /// The hours of a calendar on all weekdays.
    public init(_ calendar: WorkCalendar) {
        week = calendar.week
        for holiday in calendar.holidays { ownHours[holiday.dayNumber] = [] }
        // Of several entries for one day the first holds.
        for special in calendar.specialDays.reversed() {
            ownHours[special.date.dayNumber] = special.intervals
        }
    }

    /// The same hours on some weekdays only; on all for nil.
    public func only(on weekdays: [Weekday]?) -> CalendarHours {
        var hours = self
        hours.weekdays = weekdays
        return hours
    }

    /// Open intervals of a day, in minutes.
    public func intervals(on day: Int) -> [WorkCalendar.DayInterval] {
        let weekday = Weekday(dayNumber: day)
        guard counts(weekday) else { return [] }
        return ownHours[day] ?? week[weekday.rawValue]
    }

    /// Minutes of a day at which it opens; an interval that follows another without a pause is no opening.
    public func openings(on day: Int) -> [Int] {
        let wasOpenTillMidnight = intervals(on: day - 1).last?.closes == 1_440
        var last = wasOpenTillMidnight ? 0 : -1
        return intervals(on: day).compactMap { interval in
            defer { last = interval.closes }
            return interval.opens == last ? nil : interval.opens
        }
    }

    /// From a day's first opening to its last closing, or nil when it is closed.
    public func window(on day: Int) -> WorkCalendar.DayInterval? {
        let open = intervals(on: day)
        guard let first = open.first, let last = open.last else { return nil }
        return WorkCalendar.DayInterval(opens: first.opens, closes: last.closes)
    }

    /// Whether there is a day on which it is open.
    public var isEverOpen: Bool {
        Weekday.allCases.contains { counts($0) && !week[$0.rawValue].isEmpty }
            || ownHours.contains { counts(Weekday(dayNumber: $0.key)) && !$0.value.isEmpty }
    }

    private func counts(_ weekday: Weekday) -> Bool { weekdays?.contains(weekday) ?? true }
}
