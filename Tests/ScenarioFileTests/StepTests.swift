import ScenarioFile
import ScenarioModel
import Testing

struct StepTests {
    private static let minute = 6e7
    private let office = CalendarUse(calendar: "office")

    private func minutes(_ count: Double) -> DurationLaw { DurationLaw(.constant(count * Self.minute)) }

    private func route(_ name: String) throws -> Route {
        let result = ScenarioReader().read(text: korkinoText, named: "korkino.yaml")
        return try #require(result.designs?.baseline.scenario.routes.first { $0.name == name })
    }

    @Test func `steps have their own name, or kind and target`() throws {
        let names = try ["one-window", "carry-papers", "one-door"].map { try route($0).steps.map(\.name) }
        #expect(
            names == [
                ["count story told", "serve desks", "lookup", "choose", "by town"],
                ["repeat", "again", "leave helped"], ["delay"],
            ]
        )
    }

    @Test func `serve, lookup and count are read`() throws {
        let steps = try route("one-window").steps
        #expect(steps[0].action == .count(.storyTold))
        let serve = ServeStep(
            by: [PoolUse(pool: "desks")],
            takes: DurationLaw(.lognormal(mean: 30 * Self.minute, cv: 0.5)),
            balking: [BalkingRule(fromLength: 5, chance: 0.1), BalkingRule(fromLength: 10, chance: 0.5)],
            onGivingUp: [Step(name: "leave too long a line", action: .leave(outcome: "too long a line"))]
        )
        #expect(steps[1].action == .serve(serve))
        let handling = LookupStep.Handling(by: [PoolUse(pool: "desks")], takes: minutes(4))
        #expect(steps[2].action == .lookup(LookupStep(lookedUpShare: 0.85, handling: handling)))
    }

    @Test func `choose, together, repeat and visit are read`() throws {
        let steps = try route("one-window").steps
        let assessment = ServeStep(
            by: [PoolUse(pool: "curators"), PoolUse(pool: "rooms", units: 2)],
            takes: DurationLaw(
                .triangular(low: 40 * Self.minute, mode: 60 * Self.minute, high: 90 * Self.minute)
            )
        )
        let talk = ServeStep(
            by: [PoolUse(pool: "psychologists")],
            takes: minutes(60),
            priority: 0,
            patience: .unlimited
        )
        let together = TogetherStep(
            branches: [
                .init([Step(name: "delay", action: .delay(DelayStep(takes: minutes(4_320))))]),
                .init([Step(name: "serve psychologists", action: .serve(talk))]),
            ]
        )
        let session = ServeStep(by: [PoolUse(pool: "psychologists")], takes: minutes(45))
        let visit = VisitStep(
            travel: minutes(25),
            during: office,
            steps: [Step(name: "session", action: .serve(session))]
        )
        let course = RepeatStep(
            rule: .timesAttribute("children"),
            every: minutes(10_080),
            steps: [Step(name: "visit", action: .visit(visit))]
        )
        let answer = ServeStep(by: [PoolUse(pool: "desks")], takes: minutes(15))
        let choose = ChooseStep(
            rule: .chances([
                .init(
                    chance: .value(0.45),
                    steps: [
                        Step(name: "serve curators + rooms", action: .serve(assessment)),
                        Step(name: "together", action: .together(together)),
                        Step(name: "course", action: .repeat(course)),
                    ]
                )
            ]),
            otherwise: [Step(name: "answer", action: .serve(answer))]
        )
        #expect(steps[3].action == .choose(choose))
    }

    @Test func `conditions, delays, use, keep and leave are read`() throws {
        let condition = Condition.all([
            .attribute("town", .equal, 1), .attribute("documents", .greaterOrEqual, 5),
            .waiting(pool: "desks", .less, 3),
        ])
        let road = Step(name: "road", action: .delay(DelayStep(takes: minutes(60), kind: .travel)))
        let choose = ChooseStep(
            rule: .conditions([
                .init(condition: condition, steps: [road]),
                .init(condition: .familyClass(["routine"]), steps: []),
            ])
        )
        #expect(try route("one-window").steps[4].action == .choose(choose))
        let papers = try route("carry-papers")
        #expect(papers.title == LocalizedText("The family carries the papers"))
        let doors = RepeatStep(
            rule: .timesAttribute("documents"),
            steps: [
                Step(name: "door", action: .use(UseStep(route: "one-door", isNamed: true))),
                Step(name: "count document carried", action: .count(.documentCarried)),
            ]
        )
        let keep = KeepStep(
            by: [PoolUse(pool: "rooms")],
            steps: [Step(name: "delay", action: .delay(DelayStep(takes: minutes(10))))]
        )
        let again = RepeatStep(
            rule: .again(.attribute("complexity")),
            atMost: 10,
            steps: [Step(name: "keep rooms", action: .keep(keep))]
        )
        #expect(papers.steps.map(\.action) == [.repeat(doors), .repeat(again), .leave(outcome: "helped")])
        let hours = CalendarUse(calendar: "agencies-hours")
        let wait = DurationLaw(.constant(2), basis: .workingDays, calendar: hours)
        #expect(try route("one-door").steps[0].action == .delay(DelayStep(takes: wait, kind: .agency)))
    }
}
