import Experiments
import ScenarioModel
import TestSupport
import Testing

struct LoadPreviewTests {
    /// One class of 6 families an hour around the clock on a route of the given steps.
    private func preview(_ steps: [Step], servers: Int = 2) throws -> LoadPreview {
        var scenario = SmallCentre.scenario(desks: servers)
        scenario.familyClasses = [scenario.familyClasses[0]]
        scenario.familyClasses[0].arrivals = ArrivalProcess(.poisson(RateLaw(mean: 6, unit: .hour)))
        scenario.routes = [Route(name: "way", title: LocalizedText("Way"), steps: steps)]
        return try LoadPreview(SmallCentre.design("one", scenario).compiled)
    }

    private func serve(_ minutes: Double, name: String = "intake") -> Step {
        Step(
            name: name,
            action: .serve(
                ServeStep(
                    by: [PoolUse(pool: "desks")],
                    takes: DurationLaw(.exponential(mean: minutes * SmallCentre.minute))
                )
            )
        )
    }

    @Test
    func `the load is visits times service`() throws {
        let pool = try #require(try preview([serve(10)]).pools.first)
        #expect(abs((pool.visitsPerOpenHour ?? 0) - 6) < 1e-9)
        #expect(abs((pool.offeredLoad ?? 0) - 1) < 1e-9)
        #expect(abs((pool.loadRatio ?? 0) - 0.5) < 1e-9)
        #expect(pool.violations.isEmpty)
        // M/M/2 at load 1/2: the mean wait is a third of a service, C = 1/3 over (cμ − λ) = 6 per hour.
        let wait = try #require(pool.wait)
        #expect(wait.formula == .erlangC)
        #expect(abs(wait.meanMinutes - 10.0 / 3) < 1e-9)
    }

    @Test
    func `chances and repetitions weigh the visits`() throws {
        let often = Step(
            name: "again",
            action: .repeat(RepeatStep(rule: .again(.value(0.5)), steps: [serve(10)]))
        )
        let seldom = Step(
            name: "some",
            action: .choose(
                ChooseStep(
                    rule: .chances([
                        ChooseStep.ChanceOption(chance: .value(0.25), steps: [serve(20, name: "more")])
                    ])
                )
            )
        )
        let pool = try #require(try preview([often, seldom], servers: 9).pools.first)
        // Two rounds of 10 minutes and a quarter of 20 minutes: 25 minutes a family, 2.25 visits.
        #expect(abs((pool.visitsPerOpenHour ?? 0) - 13.5) < 1e-6)
        #expect(abs((pool.offeredLoad ?? 0) - 2.5) < 1e-6)
        #expect(pool.violations == [.notFirstStep])
    }

    @Test
    func `families that leave are not counted further on`() throws {
        let leave = Step(
            name: "end",
            action: .choose(
                ChooseStep(
                    rule: .chances([
                        ChooseStep.ChanceOption(
                            chance: .value(0.4),
                            steps: [Step(name: "out", action: .leave(outcome: "helped"))]
                        )
                    ])
                )
            )
        )
        let pool = try #require(try preview([leave, serve(10)]).pools.first)
        #expect(abs((pool.visitsPerOpenHour ?? 0) - 3.6) < 1e-9)
    }

    @Test
    func `overload is said and no wait is given`() throws {
        let preview = try preview([serve(30)])
        let pool = try #require(preview.bottleneck)
        #expect(pool.isOverloaded)
        #expect(pool.wait == nil)
        #expect(pool.violations.contains(.overload))
    }

    // Anna works twice as fast as at speed 1: an hour's work in half an hour. Three an hour are one and a half of her.
    @Test(arguments: [(1, 0.5, 1 / 3.0, false), (3, 1.5, 1.0, true)])
    func `a skill that few have is a load of its own`(
        perHour: Int,
        ofSkill: Double,
        ofAll: Double,
        isOverloaded: Bool
    ) throws {
        let text = """
            scenario: skills
            starts: 2024-01-08
            horizon: 10 d
            pools: { p: { members: { anna: { skills: [play], speed: 2 }, boris: {} } } }
            families: { f: { arrivals: { rate: \(perHour) per h }, route: r } }
            routes: { r: [ { serve: { by: p, takes: 1 h, skill: play } } ] }
            """
        let pool = try #require(try LoadPreview(ScenarioRuns.compiled(text)).pools.first)
        #expect(pool.skillLoads.map(\.skill) == ["play"])
        #expect(abs((pool.skillLoads.first?.ratio ?? 0) - ofSkill) < 1e-9)
        #expect(abs((pool.loadRatio ?? 0) - ofAll) < 1e-9)
        #expect(pool.overloads.contains { $0.skill == "play" } == isOverloaded)
        #expect(pool.greatestLoad == pool.skillLoads.first?.ratio)
        #expect(pool.violations.contains(.namedStaff))
    }

    @Test func `a skill whose bearers are never there is overload without end`() throws {
        let text = """
            scenario: skills
            starts: 2024-01-08
            horizon: 4 d
            calendars: { office: { mon-fri: "09:00-17:00" }, sunday: { sun: "09:00-17:00" } }
            pools: { p: { members: { anna: { calendar: sunday, skills: [play] }, boris: { calendar: office } } } }
            families: { f: { arrivals: { rate: 1 per h }, route: r } }
            routes: { r: [ { serve: { by: p, takes: 1 min, skill: play } } ] }
            """
        let preview = try LoadPreview(ScenarioRuns.compiled(text))
        let pool = try #require(preview.pools.first)
        #expect((pool.loadRatio ?? 1) < 1)
        #expect(pool.overloads.map(\.ratio) == [.infinity])
        #expect(preview.bottleneck?.name == "p")
    }
}
