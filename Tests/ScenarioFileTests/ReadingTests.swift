import ScenarioFile
import ScenarioModel
import Testing

struct ReadingTests {
    private static let minute = 6e7
    private let office = CalendarUse(calendar: "office")

    private func korkino() throws -> DesignSet {
        let result = ScenarioReader().read(text: korkinoText, named: "korkino.yaml")
        #expect(DiagnosticRenderer().text(result.diagnostics) == "")
        return try #require(result.designs)
    }

    private func minutes(_ count: Double) -> DurationLaw { DurationLaw(.constant(count * Self.minute)) }

    @Test func `the study's own keys are read`() throws {
        let set = try korkino()
        #expect(set.designs.map(\.name) == ["one-window", "papers", "second-desk"])
        let scenario = set.baseline.scenario
        #expect(scenario.name == "korkino")
        #expect(scenario.title.text(in: "ru").hasPrefix("Коркино: "))
        #expect(scenario.question == LocalizedText("How many desks does the centre need?"))
        #expect(scenario.timeZone == "Asia/Yekaterinburg")
        #expect(scenario.language == "ru")
        #expect(scenario.starts == CivilMoment(date: CivilDate(year: 2023, month: 1, day: 9)))
        #expect(scenario.horizon == .duration(TimeSpan(microseconds: 26 * 604_800_000_000)))
        #expect(scenario.warmUp == TimeSpan(microseconds: 4 * 604_800_000_000))
    }

    @Test func `calendars and profiles are read`() throws {
        let scenario = try korkino().baseline.scenario
        let week = [(0, 5, 540, 1_080)].flatMap { first, last, opens, closes in
            (0..<7).map { day in
                (first..<last).contains(day) ? [WorkCalendar.DayInterval(opens: opens, closes: closes)] : []
            }
        }
        let newYear = (1...8).map { CivilDate(year: 2023, month: 1, day: $0) }
        let february = CivilDate(year: 2023, month: 2, day: 23)
        #expect(
            scenario.calendars[0]
                == WorkCalendar(
                    name: "agencies-hours",
                    week: week,
                    holidays: newYear + [february, CivilDate(year: 2023, month: 3, day: 8)],
                    specialDays: [
                        .init(
                            date: CivilDate(year: 2023, month: 12, day: 29),
                            intervals: [.init(opens: 540, closes: 720)]
                        )
                    ]
                )
        )
        #expect(scenario.calendars[1].holidays == newYear + [february])
        #expect(
            scenario.calendars[1].week[3] == [
                .init(opens: 510, closes: 750), .init(opens: 795, closes: 1_050),
            ]
        )
        #expect(
            scenario.calendars[1].week[4] == [.init(opens: 510, closes: 750), .init(opens: 795, closes: 975)]
        )
        guard case .hours(let hours) = scenario.profiles[0].weights else { preconditionFailure() }
        #expect(hours[7...10] == [0, 0.05, 0.11, 0.15])
        #expect(scenario.profiles[1].weights == .months([1, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0]))
    }

    @Test func `pools are read`() throws {
        let pools = try korkino().baseline.scenario.pools
        let someDays = CalendarUse(calendar: "office", weekdays: [.monday, .wednesday, .friday])
        #expect(
            pools == [
                ResourcePool(
                    name: "curators",
                    title: LocalizedText("curators"),
                    staff: 4,
                    duty: [DutyAssignment(calendar: office, count: 4)],
                    closingRule: .finishService
                ),
                ResourcePool(
                    name: "desks",
                    title: LocalizedText("desks"),
                    staff: 2,
                    duty: [DutyAssignment(calendar: office, count: 1)],
                    discipline: .priority,
                    lineLimit: 30
                ),
                ResourcePool(
                    name: "psychologists",
                    title: LocalizedText("psychologists"),
                    staff: 2,
                    duty: [
                        DutyAssignment(calendar: office, count: 1),
                        DutyAssignment(calendar: someDays, count: 1),
                    ]
                ),
                ResourcePool(name: "rooms", title: LocalizedText("rooms"), staff: 3),
            ]
        )
    }

    @Test func `agencies are read, with what they are based on`() throws {
        let agencies = try korkino().baseline.scenario.agencies
        let hours = CalendarUse(calendar: "agencies-hours")
        let fast = Distribution.lognormalByMedian(median: 3 * Self.minute, sigma: 1)
        let slow = Distribution.lognormalByMedian(median: 1_080 * Self.minute, sigma: 0.8)
        let day = 1_440 * Self.minute
        let channels = [
            AgencyChannel(
                name: "electronic",
                share: 0.15,
                answersIn: DurationLaw(slow, calendar: office),
                failureChance: 0.08
            ),
            AgencyChannel(
                name: "real-time",
                share: 0.85,
                answersIn: DurationLaw(fast, calendar: hours),
                failureChance: 0.03,
                retries: 1,
                retryAfter: DurationLaw(.constant(1), basis: .workingDays, calendar: hours)
            ),
        ]
        let paper = AgencyChannel(
            name: "paper",
            share: 1,
            answersIn: DurationLaw(.triangular(low: 3 * day, mode: 8 * day, high: 21 * day)),
            failureChance: 0.1
        )
        let fallBack = Agency.FallBack(after: minutes(2_880), channel: paper)
        func agency(_ name: String, _ share: Double) -> Agency {
            Agency(
                name: name,
                title: LocalizedText(name),
                share: share,
                channels: channels,
                fallBack: fallBack
            )
        }
        #expect(agencies == [agency("registry", 0.4), agency("social-fund", 0.6)])
    }

    @Test func `families are read, with what they are based on`() throws {
        let classes = try korkino().baseline.scenario.familyClasses
        #expect(classes.map(\.name) == ["disabled-child", "routine"])
        #expect(classes.map(\.priority) == [2, 3])
        #expect(classes.map(\.route) == ["one-window", "one-window"])
        #expect(classes.map(\.documents) == [.triangular(low: 5, mode: 7, high: 10), .constant(3)])
        let patience = DurationLaw(.lognormalByMedian(median: 45 * Self.minute, sigma: 0.6))
        #expect(classes.map(\.patience) == [patience, patience])
        let attributes = [
            FamilyClass.Attribute(
                name: "children",
                law: .categorical([
                    .init(value: 1, weight: 0.6), .init(value: 2, weight: 0.3), .init(value: 3, weight: 0.1),
                ])
            ),
            FamilyClass.Attribute(name: "complexity", law: .constant(0.3)),
            FamilyClass.Attribute(
                name: "town",
                law: .categorical([
                    .init(value: 0, word: "Коркино", weight: 0.6),
                    .init(value: 1, word: "Челябинск", weight: 0.4),
                ])
            ),
        ]
        #expect(classes.map(\.attributes) == [attributes, attributes])
        let rates = [0.86, 2.44].map { mean in
            ArrivalProcess(
                .poisson(
                    RateLaw(
                        mean: mean,
                        unit: .workingDay,
                        calendar: office,
                        profiles: ["counter-hours", "spring"]
                    )
                )
            )
        }
        #expect(classes.map(\.arrivals) == rates)
    }

    @Test func `designs give routes and values, and targets are read`() throws {
        let set = try korkino()
        #expect(set.designs[1].scenario.familyClasses.map(\.route) == ["carry-papers", "one-window"])
        #expect(set.designs[2].scenario.pools[1].duty[0].count == 2)
        let hour: Int64 = 3_600_000_000
        #expect(
            set.baseline.scenario.targets == [
                Target(
                    name: "desk-wait",
                    title: LocalizedText("desk-wait"),
                    measure: .waitingTime(pool: "desks"),
                    limit: TimeSpan(microseconds: hour / 4),
                    share: 0.95
                ),
                Target(
                    name: "first",
                    title: LocalizedText("first"),
                    measure: .timeToFirstHelp,
                    limit: TimeSpan(microseconds: hour),
                    share: 0.5
                ),
                Target(
                    name: "journey",
                    title: LocalizedText("journey"),
                    measure: .timeInSystem,
                    familyClass: "disabled-child",
                    limit: TimeSpan(microseconds: 720 * hour),
                    share: 0.9
                ),
            ]
        )
    }
}
