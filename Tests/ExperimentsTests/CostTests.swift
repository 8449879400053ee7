import Experiments
import OutputStatistics
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

struct CostTests {
    /// Runs all designs of a scenario text or file.
    private func result(_ read: ReadResult, replications: Int = 2, threads: Int = 1) async throws
        -> ExperimentResult
    {
        let shown = DiagnosticRenderer().text(read.diagnostics)
        let designs = try #require(read.designs, "\(shown)").designs.map { try ExperimentDesign($0) }
        return try await Experiment(designs: designs, replications: replications, seed: 1, threads: threads)
            .run()
    }

    private func example() async throws -> ExperimentResult {
        try await result(
            ScenarioReader().read(path: ScenarioRuns.path("Scenarios/examples/costs.yaml"))
        )
    }

    /// A measure in whole kopecks, which its value must be.
    private func kopecks(_ quantity: Quantity, of pool: String? = nil, _ design: DesignResult) throws -> Int {
        let id = MeasureID(quantity, of: pool.map(MeasureSubject.pool) ?? .all)
        let value = try #require(design.measure(id)?.value, "\(id)")
        let kopecks = (value * 100).rounded()
        #expect(abs(value * 100 - kopecks) < 1e-6, "\(id): \(value)")
        return Int(kopecks)
    }

    @Test(arguments: [
        ("one-clerk", [63_180, 21_060, 48_000, 111_180, 55_590, 111_180]),
        ("two-clerks", [94_770, 10_530, 48_000, 142_770, 71_385, 142_770]),
        ("double-pay", [70_200, 28_080, 48_000, 118_200, 59_100, 118_200]),
    ])
    func `the example costs what its comment reckons, to the kopeck`(name: String, expected: [Int])
        async throws
    {
        let design = try #require(try await example().designs.first { $0.name == name })
        let quantities: [Quantity] = [
            .staffCost, .overtimeCost, .capitalCost, .totalCost, .costPerFamily, .costPerHelped,
        ]
        #expect(try quantities.map { try kopecks($0, design) } == expected)
        #expect(try kopecks(.staffCost, of: "clerks", design) == expected[0])
        #expect(try kopecks(.capitalCost, of: "rooms", design) == expected[2])
        #expect(design.measure(MeasureID(.staffCost, of: .pool("rooms"))) == nil)
        #expect(design.measure(MeasureID(.totalCost))?.halfWidth == 0)
        #expect(design.measure(MeasureID(.costPerFamily))?.count == 4)
    }

    // Anna is there for an hour at 400 roubles; Boris for an hour at 300, and ten minutes longer at 600.
    @Test func `members with pay of their own cost what the example's comment reckons`() async throws {
        let path = ScenarioRuns.path("Scenarios/examples/pay.yaml")
        let read = ScenarioReader()
        let design = try await result(read.read(path: path)).baseline
        #expect(try kopecks(.staffCost, design) == 80_000)
        #expect(try kopecks(.staffCost, of: "clerks", design) == 80_000)
        #expect(try kopecks(.overtimeCost, design) == 10_000)
        // Before any run: an hour a day of two at 700 roubles together, in a year of such days.
        let preview = try LoadPreview(ScenarioRuns.compiled(path: path))
        #expect(abs((preview.pools.first?.yearlyStaffCost ?? 0) - 700 * 365) < 1e-6)
        // Who has no pay of his own has the pool's.
        let text = """
            scenario: common
            starts: 2024-01-08 09:00
            horizon: 1 d
            calendars: { office: { mon: "09:00-10:00" } }
            pools:
              clerks: { pay: 100 rub/h, calendar: office, caseload: 2, members: { anna: { pay: 400 rub/h }, boris: {} } }
            families: { first: { arrivals: { every: 20 min, at most: 1 }, route: help } }
            routes: { help: [ { assign: { by: clerks, do: [ { serve: { by: clerks, takes: 30 min } } ] } } ] }
            """
        let common = try await result(read.read(text: text, named: "common.yaml")).baseline
        #expect(try kopecks(.staffCost, common) == 50_000)
        #expect(common.measure(MeasureID(.staffCost, of: .pool("clerks/cases"))) == nil)
    }

    @Test func `designs are compared by total cost and by cost per family`() async throws {
        let result = try await example()
        let expected: [(Quantity, Double)] = [
            (.totalCost, 315.90), (.costPerFamily, 157.95), (.costPerHelped, 315.90), (.staffCost, 315.90),
        ]
        for (quantity, roubles) in expected {
            let comparison = try #require(
                result.comparison(of: MeasureID(quantity), design: "two-clerks")
            )
            #expect(abs((comparison.joint.value ?? 0) - roubles) < 1e-9)
            #expect(comparison.unit == .roubles)
            #expect(comparison.verdict == .worse)
        }
        let capital = try #require(
            result.comparison(of: MeasureID(.capitalCost), design: "two-clerks")
        )
        #expect(capital.verdict == .notDistinguishable)
        #expect(result.headlines.suffix(3).map(\.quantity) == [.totalCost, .costPerFamily, .costPerHelped])
    }

    @Test func `two pools of one cost as much as one pool of two`() async throws {
        let text = """
            scenario: split
            starts: 2024-01-08 09:00
            horizon: 1 d
            calendars: { office: { mon: "09:00-10:00" } }
            pools:
              one: { staff: 1, calendar: office, pay: 421.20 rub/h }
              two: { staff: 1, calendar: office, pay: 421.20 rub/h }
            families:
              first: { arrivals: { every: 20 min, at most: 1 }, route: to-one }
              second: { arrivals: { every: 40 min, at most: 1 }, route: to-two }
            routes:
              to-one: [ { serve: { by: one, takes: 30 min } } ]
              to-two: [ { serve: { by: two, takes: 30 min } } ]
            """
        let split = try await result(ScenarioReader().read(text: text, named: "split.yaml"))
        let whole = try #require(try await example().designs.first { $0.name == "two-clerks" })
        #expect(try kopecks(.staffCost, split.baseline) == kopecks(.staffCost, whole))
        #expect(try kopecks(.overtimeCost, split.baseline) == kopecks(.overtimeCost, whole))
        #expect(try kopecks(.staffCost, of: "one", split.baseline) == 42_120)
        #expect(try kopecks(.staffCost, of: "two", split.baseline) == 52_650)
    }

    /// The small centre, whose desks are on duty around the clock, with pay and a capital cost.
    private func centre(desks: Int = 2) -> Scenario {
        var scenario = SmallCentre.scenario(desks: desks)
        scenario.pools[0].pay = Pay(roublesPerHour: 400)
        scenario.pools[0].capitalCost = CapitalCost(roubles: 73_000, lifetime: .year)
        return scenario
    }

    private func run(_ scenario: Scenario, threads: Int = 1) async throws -> DesignResult {
        let design = try SmallCentre.design("one", scenario)
        return try await Experiment(designs: [design], replications: 8, seed: 5, threads: threads).run()
            .baseline
    }

    @Test func `staff always on duty cost their hours whatever families come`() async throws {
        // Two desks for 48 hours at 400 roubles, and two at 73,000 roubles a year for two days of 365.
        let design = try await run(centre())
        #expect(try kopecks(.staffCost, design) == 3_840_000)
        #expect(try kopecks(.overtimeCost, design) == 0)
        #expect(try kopecks(.capitalCost, design) == 80_000)
        let total = try #require(design.measure(MeasureID(.totalCost)))
        #expect(total.value == 39_200 && total.halfWidth == 0)
    }

    @Test func `costs per family and per family helped are ratios of totals`() async throws {
        let design = try await run(centre())
        let left = try #require(design.measure(MeasureID(.departures))?.value)
        let helped = try #require(design.measure(MeasureID(.outcome, of: .outcome("helped")))?.value)
        let perFamily = try #require(design.measure(MeasureID(.costPerFamily)))
        let perHelped = try #require(design.measure(MeasureID(.costPerHelped)))
        #expect(helped < left)
        #expect(abs((perFamily.value ?? 0) - 39_200 / left) < 1e-9)
        #expect(abs((perHelped.value ?? 0) - 39_200 / helped) < 1e-9)
        #expect((perFamily.halfWidth ?? 0) > 0)
    }

    @Test func `families in the background are not counted`() async throws {
        var scenario = centre()
        scenario.familyClasses[1].isBackground = true
        let design = try await run(scenario)
        let foster = try #require(design.measure(MeasureID(.departures, familyClass: "foster"))?.value)
        let perFamily = try #require(design.measure(MeasureID(.costPerFamily))?.value)
        #expect(abs(perFamily - 39_200 / foster) < 1e-9)
    }

    @Test func `the number of threads changes no cost`() async throws {
        let alone = try await run(centre())
        let together = try await run(centre(), threads: 3)
        #expect(alone.measures == together.measures)
    }

    @Test func `without pay and capital cost no cost is told`() async throws {
        let design = try await run(SmallCentre.scenario())
        #expect(!design.measures.contains { $0.unit == .roubles })
        #expect(design.series.allSatisfy { $0.unit != .roubles })
    }

    @Test func `a year's cost is known before any run`() throws {
        let preview = try LoadPreview(SmallCentre.design("one", centre()).compiled)
        let pool = try #require(preview.pools.first)
        #expect(abs((pool.yearlyStaffCost ?? 0) - 2 * 400 * 8760) < 1e-6)
        #expect(pool.yearlyCapitalCost == 146_000)
        let free = try LoadPreview(SmallCentre.design("one", SmallCentre.scenario()).compiled)
        #expect(free.pools.first?.yearlyStaffCost == nil && free.pools.first?.yearlyCapitalCost == nil)
    }
}
