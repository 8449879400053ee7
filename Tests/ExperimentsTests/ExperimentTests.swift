import Experiments
import OutputStatistics
import ScenarioModel
import Testing

struct ExperimentTests {
    @Test(arguments: [2, 8])
    func `the number of threads changes no digit`(threads: Int) async throws {
        let alone = try await SmallCentre.experiment().run()
        let together = try await SmallCentre.experiment(threads: threads).run()
        #expect(alone.designs.map(\.measures) == together.designs.map(\.measures))
        #expect(alone.designs.map(\.series) == together.designs.map(\.series))
        #expect(alone.comparisons == together.comparisons)
        #expect(alone.designs.map(\.targets) == together.designs.map(\.targets))
    }

    @Test
    func `one visit more is one trip more for those who never give up`() async throws {
        let result = try await SmallCentre.experiment().run()
        let trips = try #require(result.comparison(of: MeasureID(.trips), design: "two desks"))
        let baseline = try #require(result.designs[0].measure(MeasureID(.trips, familyClass: "foster")))
        let alternative = try #require(result.designs[1].measure(MeasureID(.trips, familyClass: "foster")))
        #expect(baseline.value == 1)
        #expect(alternative.value == 2)
        #expect(trips.verdict == .worse)
    }

    @Test
    func `a second desk shortens waits and the interval says so`() async throws {
        let result = try await SmallCentre.experiment().run()
        let id = MeasureID(.waitingTime, of: .pool("desks"))
        let comparison = try #require(result.comparison(of: id, design: "two desks"))
        let interval = try #require(comparison.joint.interval)
        #expect(comparison.verdict == .better)
        #expect(interval.upper < 0)
    }

    @Test
    func `no verdict contradicts its interval`() async throws {
        let result = try await SmallCentre.experiment(replications: 5).run()
        #expect(result.comparisons.count > 50)
        for comparison in result.comparisons + result.pairs {
            let excludesZero = comparison.joint.interval.map { !$0.contains(0) }
            switch comparison.verdict {
            case .better, .worse, .greater, .smaller: #expect(excludesZero == true)
            case .notDistinguishable: #expect(excludesZero == false)
            case .cannotTell: #expect(excludesZero == nil)
            }
        }
    }

    @Test
    func `outcomes and those present add up to the arrivals`() async throws {
        let result = try await SmallCentre.experiment(replications: 3).run()
        for design in result.designs {
            for name in [nil, "foster", "large"] {
                let shares = design.measures.filter {
                    [.outcome, .present].contains($0.id.quantity) && $0.id.statistic == .share
                        && $0.id.familyClass == name
                }
                let total = shares.compactMap(\.value).reduce(0, +)
                #expect(abs(total - 1) < 1e-12)
            }
        }
    }

    @Test
    func `kinds of time add up to the time in system`() async throws {
        let result = try await SmallCentre.experiment(replications: 3).run()
        for design in result.designs {
            let kinds = design.measures.filter {
                $0.id.quantity == .timeByKind && $0.id.statistic == .mean && $0.id.familyClass == nil
            }
            let total = kinds.compactMap(\.value).reduce(0, +)
            let inSystem = try #require(design.measure(MeasureID(.timeInSystem))?.value)
            #expect(abs(total - inSystem) < 1e-9 * inSystem)
        }
    }

    @Test
    func `one replication has values and says why it has no intervals`() async throws {
        let result = try await SmallCentre.experiment(replications: 1).run()
        let wait = try #require(result.baseline.measure(MeasureID(.waitingTime)))
        #expect(wait.value != nil)
        #expect(wait.halfWidth == nil)
        #expect(wait.gap == .oneReplication)
        #expect(result.comparisons.allSatisfy { $0.verdict == .cannotTell })
    }

    @Test
    func `measures have one identity each`() async throws {
        let result = try await SmallCentre.experiment(replications: 2).run()
        let ids = result.baseline.measures.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}
