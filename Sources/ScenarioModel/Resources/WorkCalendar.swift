/// Opening hours or shifts, week by week, with holidays and special days.
public struct WorkCalendar: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Open intervals of each weekday, Monday first; seven lists, each in order and without overlap.
    public var week: [[DayInterval]]
    /// Days on which nothing is open, in order.
    public var holidays: [CivilDate]
    /// Days with hours of their own, in order of date; they win over holidays and the week.
    public var specialDays: [SpecialDay]

    /// One open interval of a day.
    public struct DayInterval: Sendable, Hashable {
        /// First open minute after midnight, 0 to 1439.
        public var opens: Int
        /// Minute after midnight at which it closes, at most 1440.
        public var closes: Int

        /// Makes an interval from its parts.
        public init(opens: Int, closes: Int) {
            self.opens = opens
            self.closes = closes
        }
    }

    /// A day with hours of its own.
    public struct SpecialDay: Sendable, Hashable {
        /// The date.
        public var date: CivilDate
        /// Its open intervals.
        public var intervals: [DayInterval]

        /// Makes a special day from its parts.
        public init(date: CivilDate, intervals: [DayInterval]) {
            self.date = date
            self.intervals = intervals
        }
    }

    /// Makes a calendar from its parts.
    public init(
        name: String,
        week: [[DayInterval]],
        holidays: [CivilDate] = [],
        specialDays: [SpecialDay] = []
    ) {
        precondition(week.count == 7, "a calendar has seven weekdays")
        self.name = name
        self.week = week
        self.holidays = holidays
        self.specialDays = specialDays
    }
}

/// A calendar as it is used: whole, or on some weekdays only.
public struct CalendarUse: Sendable, Hashable {
    /// Name of the calendar.
    public var calendar: String
    /// The weekdays it is used on, or nil for all.
    public var weekdays: [Weekday]?

    /// Makes a use of a calendar.
    public init(calendar: String, weekdays: [Weekday]? = nil) {
        self.calendar = calendar
        self.weekdays = weekdays
    }
}
