/// A date of the Gregorian calendar.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// Year, 1900 to 2200.
    public var year: Int
    /// Month, 1 to 12.
    public var month: Int
    /// Day of the month, 1 to 31.
    public var day: Int

    /// Makes a date; use `isValid` to check it.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date so many days after 1 January 1970.
    public init(dayNumber: Int) {
        // Days are counted from 1 March of a year divisible by 400, so that the leap day comes last.
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Whether the date exists and lies in the years 1900 to 2200.
    public var isValid: Bool {
        (1900...2200).contains(year) && (1...12).contains(month) && CivilDate(dayNumber: dayNumber) == self
    }

    /// The day of the week.
    public var weekday: Weekday { Weekday(dayNumber: dayNumber) }

    /// Orders dates by time.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

/// A day of the week, Monday first.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// Monday.
    case monday
    /// Tuesday.
    case tuesday
    /// Wednesday.
    case wednesday
    /// Thursday.
    case thursday
    /// Friday.
    case friday
    /// Saturday.
    case saturday
    /// Sunday.
    case sunday

    /// The weekday so many days after 1 January 1970, which was a Thursday.
    public init(dayNumber: Int) {
        self = Self.allCases[(dayNumber % 7 + 10) % 7]
    }
}

/// A date with a time of day, in the scenario's time zone.
public struct CivilMoment: Sendable, Hashable {
    /// The date.
    public var date: CivilDate
    /// Minutes after midnight, 0 to 1439.
    public var minuteOfDay: Int

    /// Makes a moment from its parts.
    public init(date: CivilDate, minuteOfDay: Int = 0) {
        self.date = date
        self.minuteOfDay = minuteOfDay
    }
}
