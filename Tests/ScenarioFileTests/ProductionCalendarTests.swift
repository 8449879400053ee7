import ScenarioFile
import ScenarioModel
import Testing

/// The production calendars of Russia against the totals that are published for a five-day week of 40 hours.
struct ProductionCalendarTests {
    private func calendar(_ holidays: String, week: String = "mon-fri: \"09:00-13:00, 14:00-18:00\"") throws
        -> WorkCalendar
    {
        let text = """
            scenario: days
            starts: 2026-01-12
            horizon: 1 week
            calendars: { office: { \(week), holidays: \(holidays) } }
            families: { all: { arrivals: { rate: 1 per h, calendar: office }, route: way } }
            routes: { way: [ { delay: 1 min } ] }
            """
        let result = ScenarioReader().read(text: text, named: "days.yaml")
        return try #require(
            result.designs?.baseline.scenario.calendars.first,
            "\(DiagnosticRenderer().text(result.diagnostics))"
        )
    }

    private func minutes(_ calendar: WorkCalendar, on date: CivilDate) -> Int {
        let special = calendar.specialDays.first { $0.date == date }?.intervals
        let usual = calendar.holidays.contains(date) ? [] : calendar.week[date.weekday.rawValue]
        return (special ?? usual).reduce(0) { $0 + $1.closes - $1.opens }
    }

    private func minutes(_ calendar: WorkCalendar, in year: Int) -> [Int] {
        let first = CivilDate(year: year, month: 1, day: 1).dayNumber
        let last = CivilDate(year: year, month: 12, day: 31).dayNumber
        return (first...last).map { minutes(calendar, on: CivilDate(dayNumber: $0)) }
    }

    /// Working days and hours of a year (normativ.kontur.ru and consultant.ru for 2022 to 2024, gogov.ru for 2025,
    /// mail.ru and Penza's statistics office for 2026; hours are days times eight less one for each short day).
    @Test(
        arguments: [
            (2022, 247, 1973), (2023, 247, 1973), (2024, 248, 1979), (2025, 247, 1972), (2026, 247, 1972),
        ]
    )
    func `a year has the published working days and hours`(year: Int, days: Int, hours: Int) throws {
        let open = minutes(try calendar("ru-\(year)"), in: year)
        #expect(open.count { $0 > 0 } == days)
        #expect(open.reduce(0, +) == hours * 60)
    }

    /// Working days by quarter of 2023 (ria.ru and the production calendar of 2023).
    @Test func `the quarters of 2023 have the published working days`() throws {
        let open = minutes(try calendar("ru-2023"), in: 2023)
        let ends = [0, 90, 181, 273, 365]
        let quarters = zip(ends, ends.dropFirst()).map { open[$0..<$1].count { $0 > 0 } }
        #expect(quarters == [57, 61, 65, 64])
    }

    @Test func `a short day ends an hour early, a worked Saturday has the hours of its weekday`() throws {
        let office = try calendar("ru-2024", week: "mon-thu: \"08:30-17:30\", fri: \"08:30-16:15\"")
        #expect(minutes(office, on: CivilDate(year: 2024, month: 2, day: 22)) == 480)
        #expect(minutes(office, on: CivilDate(year: 2024, month: 4, day: 27)) == 540)
        #expect(minutes(office, on: CivilDate(year: 2024, month: 11, day: 2)) == 480)
        #expect(minutes(office, on: CivilDate(year: 2024, month: 4, day: 29)) == 0)
        let onSaturdays = try calendar("ru-2024", week: "mon-fri: \"09:00-18:00\", sat: \"09:00-14:00\"")
        #expect(minutes(onSaturdays, on: CivilDate(year: 2024, month: 4, day: 27)) == 300)
    }

    @Test func `what the file itself says of a day wins`() throws {
        let office = try calendar("[ru-2026, 2026-04-30], special days: { 2026-05-08: \"10:00-12:00\" }")
        #expect(minutes(office, on: CivilDate(year: 2026, month: 4, day: 30)) == 0)
        #expect(minutes(office, on: CivilDate(year: 2026, month: 5, day: 8)) == 120)
    }

    @Test func `a run into a year whose holidays are not named is warned of`() {
        func warnings(_ holidays: String, starts: String, horizon: String) -> [String] {
            let text = """
                scenario: days
                starts: \(starts)
                horizon: \(horizon)
                calendars: { office: { mon-fri: "09:00-18:00", holidays: \(holidays) } }
                families: { all: { arrivals: { rate: 1 per h, calendar: office }, route: way } }
                routes: { way: [ { delay: 1 min } ] }
                """
            return ScenarioReader().read(text: text, named: "days.yaml").diagnostics.map(\.message.en)
        }
        let told = ["the run reaches into 2026, for which no holidays are named here"]
        #expect(warnings("ru-2025", starts: "2025-12-25", horizon: "8 d") == told)
        #expect(warnings("ru-2025", starts: "2026-01-12", horizon: "8 d") == told)
        #expect(warnings("ru-2025", starts: "2025-12-25", horizon: "7 d").isEmpty)
        #expect(warnings("[ru-2025, ru-2026]", starts: "2025-12-25", horizon: "8 d").isEmpty)
        #expect(warnings("[ru-2025, 2026-01-01]", starts: "2025-12-25", horizon: "8 d").isEmpty)
        #expect(warnings("[2025-01-01]", starts: "2025-12-25", horizon: "8 d").isEmpty)
    }

    @Test func `an unknown year is told with the known ones, and a list cannot take a known name`() {
        let text = """
            scenario: days
            starts: 2026-01-12
            horizon: 1 week
            holidays: { ru-2026: [ 2026-01-01 ] }
            calendars: { office: { mon-fri: "09:00-18:00", holidays: ru-2031 } }
            families: { all: { arrivals: { rate: 1 per h, calendar: office }, route: way } }
            routes: { way: [ { delay: 1 min } ] }
            """
        let messages = ScenarioReader().read(text: text, named: "days.yaml").diagnostics.map(\.message.en)
        #expect(messages.count == 2)
        #expect(messages.contains("unknown holiday list 'ru-2031' in calendar 'office'"))
        #expect(messages.contains { $0.contains("'ru-2026' is the production calendar of Russia") })
    }
}
