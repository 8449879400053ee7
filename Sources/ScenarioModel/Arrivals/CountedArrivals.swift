/// Families counted by day and hours, as a file gives them: the mean number that come in each stretch of a day.
public struct CountedArrivals: Sendable, Hashable {
    /// Counts of each weekday, Monday first; seven lists, each in order and without overlap.
    public var week: [[Count]]
    /// Days with counts of their own, in order of date; they win over closed days and the week.
    public var dates: [DateCounts]
    /// Days on which nobody comes, in order.
    public var closedDays: [CivilDate]

    /// Families in a stretch of a day, coming evenly.
    public struct Count: Sendable, Hashable {
        /// The stretch.
        public var hours: WorkCalendar.DayInterval
        /// Mean number of families, above 0.
        public var families: Double

        /// Makes a count from its parts.
        public init(hours: WorkCalendar.DayInterval, families: Double) {
            self.hours = hours
            self.families = families
        }
    }

    /// Counts of a single day.
    public struct DateCounts: Sendable, Hashable {
        /// The day.
        public var date: CivilDate
        /// Its counts, in order and without overlap.
        public var counts: [Count]

        /// Makes counts from their parts.
        public init(date: CivilDate, counts: [Count]) {
            self.date = date
            self.counts = counts
        }
    }

    /// Makes counts from their parts.
    public init(week: [[Count]], dates: [DateCounts] = [], closedDays: [CivilDate] = []) {
        precondition(week.count == 7, "a week has seven weekdays")
        self.week = week
        self.dates = dates
        self.closedDays = closedDays
    }

    /// The counts of a day.
    public func counts(on date: CivilDate) -> [Count] {
        if let own = dates.first(where: { $0.date == date }) { return own.counts }
        return closedDays.contains(date) ? [] : week[date.weekday.rawValue]
    }
}
