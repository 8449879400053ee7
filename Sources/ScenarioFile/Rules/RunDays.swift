import ScenarioModel

/// The days of a run in local time, and which hours calendars are open on them.
///
/// Clocks put forward or back in the course of a run are not counted.
struct RunDays {
    private let calendars: [String: CalendarHours]
    /// The days that the run reaches into; of a run without a fixed end, ten years.
    let all: ClosedRange<Int>
    /// Minutes of the first day before the run, and of the last day until its end.
    private let firstMinute: Int
    private let lastMinute: Int
    /// Whether the run has a fixed end.
    let isLimited: Bool

    private static let most = 3_653

    init(_ scenario: Scenario) {
        calendars = Dictionary(scenario.calendars.map { ($0.name, CalendarHours($0)) }) { first, _ in first }
        let first = scenario.starts.date.dayNumber
        firstMinute = scenario.starts.minuteOfDay
        guard case .duration(let length) = scenario.horizon else {
            isLimited = false
            all = first...first + Self.most
            lastMinute = 1_440
            return
        }
        isLimited = true
        let (days, rest) = Self.end(after: length, from: firstMinute)
        all = first...first + min(days, 150 * 366)
        lastMinute = rest
    }

    /// The last day of a run, counted from its first, and the minute in which it ends there.
    private static func end(after length: TimeSpan, from minute: Int) -> (day: Int, minute: Int) {
        let minutes = Int(length.microseconds / 60_000_000) + (length.microseconds % 60_000_000 > 0 ? 1 : 0)
        let last = minute + minutes - 1
        return (last / 1_440, last % 1_440 + 1)
    }

    /// At most the first year of the run.
    var firstYear: ClosedRange<Int> { all.lowerBound...min(all.upperBound, all.lowerBound + 365) }

    /// Open hours of a calendar by day; nil for an unknown one.
    func hours(_ use: CalendarUse) -> CalendarHours? {
        calendars[use.calendar]?.only(on: use.weekdays)
    }

    /// Open hours of a calendar on a day of the run, cut to the run.
    func hours(_ use: CalendarUse, on day: Int) -> [WorkCalendar.DayInterval] {
        cut(hours(use)?.intervals(on: day) ?? [], on: day)
    }

    /// Intervals of a day of the run, cut to the run.
    func cut(_ intervals: [WorkCalendar.DayInterval], on day: Int) -> [WorkCalendar.DayInterval] {
        guard day == all.lowerBound || day == all.upperBound else { return intervals }
        let from = day == all.lowerBound ? firstMinute : 0
        let to = day == all.upperBound ? lastMinute : 1_440
        return intervals.compactMap { interval in
            let opens = max(interval.opens, from)
            let closes = min(interval.closes, to)
            return opens < closes ? .init(opens: opens, closes: closes) : nil
        }
    }

    /// Whether a calendar is ever open, in the run or not.
    func isEverOpen(_ use: CalendarUse) -> Bool { hours(use)?.isEverOpen ?? true }

    /// Most of a pool on duty at once on a day of the run.
    func mostOnDuty(_ pool: ResourcePool, on day: Int) -> Int {
        var changes: [(minute: Int, change: Int)] = []
        for duty in pool.duty {
            for interval in hours(duty.calendar, on: day) {
                changes.append((interval.opens, duty.count))
                changes.append((interval.closes, -duty.count))
            }
        }
        var count = 0
        var most = 0
        for change in changes.sorted(by: { ($0.minute, $0.change) < ($1.minute, $1.change) }) {
            count += change.change
            most = max(most, count)
        }
        return min(most, pool.staff)
    }
}
