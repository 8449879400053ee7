/// How dates, weekdays and times of day are written.
public struct DateStyle: Sendable, Hashable {
    /// The language in which dates are written.
    public let language: Language

    /// Creates the style of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// A date: "9 января 2023", "9 January 2023".
    ///
    /// - Precondition: `month` lies in 1...12.
    public func text(year: Int, month: Int, day: Int) -> String {
        let space = NumberStyle.noBreakSpace
        return "\(day)\(space)\(Self.monthsOfDates[month - 1].text(in: language)) \(year)"
    }

    /// A weekday by its ISO number, Monday is 1: "понедельник", "Monday".
    ///
    /// - Precondition: `weekday` lies in 1...7.
    public func weekdayName(_ weekday: Int) -> String {
        Self.weekdays[weekday - 1].text(in: language)
    }

    /// A weekday's short name by its ISO number, Monday is 1: "пн", "Mon".
    ///
    /// - Precondition: `weekday` lies in 1...7.
    public func shortWeekdayName(_ weekday: Int) -> String {
        Self.shortWeekdays[weekday - 1].text(in: language)
    }

    /// A month's name on its own: "январь", "January".
    ///
    /// - Precondition: `month` lies in 1...12.
    public func monthName(_ month: Int) -> String {
        Self.months[month - 1].text(in: language)
    }

    /// A time of day on the 24-hour clock: "08:30".
    public func time(hour: Int, minute: Int) -> String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static let monthsOfDates = [
        LocalisedText(ru: "января", en: "January"), LocalisedText(ru: "февраля", en: "February"),
        LocalisedText(ru: "марта", en: "March"), LocalisedText(ru: "апреля", en: "April"),
        LocalisedText(ru: "мая", en: "May"), LocalisedText(ru: "июня", en: "June"),
        LocalisedText(ru: "июля", en: "July"), LocalisedText(ru: "августа", en: "August"),
        LocalisedText(ru: "сентября", en: "September"), LocalisedText(ru: "октября", en: "October"),
        LocalisedText(ru: "ноября", en: "November"), LocalisedText(ru: "декабря", en: "December"),
    ]

    private static let months = [
        LocalisedText(ru: "январь", en: "January"), LocalisedText(ru: "февраль", en: "February"),
        LocalisedText(ru: "март", en: "March"), LocalisedText(ru: "апрель", en: "April"),
        LocalisedText(ru: "май", en: "May"), LocalisedText(ru: "июнь", en: "June"),
        LocalisedText(ru: "июль", en: "July"), LocalisedText(ru: "август", en: "August"),
        LocalisedText(ru: "сентябрь", en: "September"), LocalisedText(ru: "октябрь", en: "October"),
        LocalisedText(ru: "ноябрь", en: "November"), LocalisedText(ru: "декабрь", en: "December"),
    ]

    private static let weekdays = [
        LocalisedText(ru: "понедельник", en: "Monday"), LocalisedText(ru: "вторник", en: "Tuesday"),
        LocalisedText(ru: "среда", en: "Wednesday"), LocalisedText(ru: "четверг", en: "Thursday"),
        LocalisedText(ru: "пятница", en: "Friday"), LocalisedText(ru: "суббота", en: "Saturday"),
        LocalisedText(ru: "воскресенье", en: "Sunday"),
    ]

    private static let shortWeekdays = [
        LocalisedText(ru: "пн", en: "Mon"), LocalisedText(ru: "вт", en: "Tue"),
        LocalisedText(ru: "ср", en: "Wed"), LocalisedText(ru: "чт", en: "Thu"),
        LocalisedText(ru: "пт", en: "Fri"), LocalisedText(ru: "сб", en: "Sat"),
        LocalisedText(ru: "вс", en: "Sun"),
    ]
}
