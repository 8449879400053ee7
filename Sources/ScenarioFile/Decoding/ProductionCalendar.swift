import ScenarioModel

/// The production calendar of Russia for one year and a five-day week: what a calendar gets by naming `ru-2026`.
///
/// Holidays are those of article 112 of the Labour Code; moves of days off are the government's, one decree a year. A
/// day before a holiday is an hour shorter (article 95). Totals are checked by a test against the published ones.
struct ProductionCalendar: Sendable {
    /// The name that calendars use.
    let name: String
    /// The year.
    let year: Int
    /// Holidays and days to which days off were moved, as dates and ranges.
    let daysOff: [String]
    /// Saturdays that are worked by the hours of another weekday: the day to which their rest was moved.
    let workedDays: [(date: String, by: Weekday)]
    /// Days that are an hour shorter.
    let shortDays: [String]

    /// All years that are known, in order.
    static let all = [
        // Decree 1564 of 16 September 2021.
        ProductionCalendar(
            2022,
            daysOff: [
                "01-01 to 2022-01-08", "02-23", "03-07", "03-08", "05-01 to 2022-05-03", "05-09", "05-10",
                "06-12", "06-13", "11-04",
            ],
            workedDays: [("03-05", .monday)],
            shortDays: ["02-22", "03-05", "11-03"]
        ),
        // Decree 1505 of 29 August 2022.
        ProductionCalendar(
            2023,
            daysOff: [
                "01-01 to 2023-01-08", "02-23", "02-24", "03-08", "05-01", "05-08", "05-09", "06-12", "11-04",
                "11-06",
            ],
            shortDays: ["02-22", "03-07", "11-03"]
        ),
        // Decree 1314 of 10 August 2023.
        ProductionCalendar(
            2024,
            daysOff: [
                "01-01 to 2024-01-08", "02-23", "03-08", "04-29 to 2024-05-01", "05-09", "05-10", "06-12",
                "11-04", "12-30", "12-31",
            ],
            workedDays: [("04-27", .monday), ("11-02", .tuesday), ("12-28", .monday)],
            shortDays: ["02-22", "03-07", "05-08", "06-11", "11-02"]
        ),
        // Decree 1335 of 4 October 2024.
        ProductionCalendar(
            2025,
            daysOff: [
                "01-01 to 2025-01-08", "02-23", "03-08", "05-01", "05-02", "05-08", "05-09", "06-12", "06-13",
                "11-03", "11-04", "12-31",
            ],
            workedDays: [("11-01", .monday)],
            shortDays: ["03-07", "04-30", "06-11", "11-01"]
        ),
        // Decree 1466 of 24 September 2025.
        ProductionCalendar(
            2026,
            daysOff: [
                "01-01 to 2026-01-09", "02-23", "03-08", "03-09", "05-01", "05-09", "05-11", "06-12", "11-04",
                "12-31",
            ],
            shortDays: ["04-30", "05-08", "06-11", "11-03"]
        ),
    ]

    /// The calendar of this name, if there is one.
    static func named(_ name: String) -> ProductionCalendar? { all.first { $0.name == name } }

    private init(
        _ year: Int,
        daysOff: [String],
        workedDays: [(String, Weekday)] = [],
        shortDays: [String]
    ) {
        name = "ru-\(year)"
        self.year = year
        self.daysOff = daysOff.map { "\(year)-\($0)" }
        self.workedDays = workedDays.map { ("\(year)-\($0)", $1) }
        self.shortDays = shortDays.map { "\(year)-\($0)" }
    }

    /// Days on which nothing is open.
    var closedDays: [CivilDate] { daysOff.flatMap { DateText.days($0) ?? [] } }

    /// The days whose hours it changes in a calendar of this week.
    ///
    /// A worked Saturday leaves a calendar alone that is open on Saturdays anyway, and so the parts of such a calendar.
    func specialDays(
        in week: [[WorkCalendar.DayInterval]],
        partOf whole: [[WorkCalendar.DayInterval]]
    ) -> [WorkCalendar.SpecialDay] {
        var special: [WorkCalendar.SpecialDay] = []
        for (text, weekday) in workedDays {
            guard let date = DateText.date(text), whole[date.weekday.rawValue].isEmpty else { continue }
            special.append(.init(date: date, intervals: week[weekday.rawValue]))
        }
        for text in shortDays {
            guard let date = DateText.date(text) else { continue }
            let moved = special.firstIndex { $0.date == date }
            let hours = moved.map { special[$0].intervals } ?? week[date.weekday.rawValue]
            let short = WorkCalendar.SpecialDay(date: date, intervals: Self.anHourLess(hours))
            if let moved { special[moved] = short } else { special.append(short) }
        }
        return special
    }

    /// The hours without their last sixty minutes.
    private static func anHourLess(_ hours: [WorkCalendar.DayInterval]) -> [WorkCalendar.DayInterval] {
        var left = 60
        var result = hours
        while left > 0, let last = result.popLast() {
            let length = last.closes - last.opens
            if length > left { result.append(.init(opens: last.opens, closes: last.closes - left)) }
            left -= min(left, length)
        }
        return result
    }
}

/// What a calendar names as its holidays.
struct ClosedDays {
    /// Dates and the days of the file's own lists.
    var own: Set<CivilDate> = []
    /// Production calendars, each once.
    private(set) var official: [ProductionCalendar] = []

    /// Adds a production calendar, unless it is there.
    mutating func name(_ calendar: ProductionCalendar) {
        if !official.contains(where: { $0.year == calendar.year }) { official.append(calendar) }
    }

    /// The weekday by whose hours a Saturday is worked; nil for other days.
    func weekday(workedLike date: CivilDate) -> Weekday? {
        official.flatMap(\.workedDays).first { DateText.date($0.date) == date }?.by
    }

    /// All days on which nothing is open, in order.
    var all: [CivilDate] { own.union(official.flatMap(\.closedDays)).sorted() }

    /// The days whose hours production calendars change in a calendar of this week, or of a part of a whole week.
    func specialDays(
        in week: [[WorkCalendar.DayInterval]],
        partOf whole: [[WorkCalendar.DayInterval]]? = nil
    ) -> [WorkCalendar.SpecialDay] {
        official.flatMap { $0.specialDays(in: week, partOf: whole ?? week) }.filter { !own.contains($0.date) }
    }
}
