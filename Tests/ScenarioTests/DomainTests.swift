import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Figures that the domain's sources and check computations give.
struct DomainTests {
    /// Papers by hand: a visit in vain in three of ten, travel both ways of triangular(20, 35, 60) minutes, a line of
    /// 35 minutes on average and 12 minutes at the window: n/0.7 visits of 123.7 minutes (domain table B3, C4).
    @Test(arguments: [(3, 4.3, 8.8), (5, 7.2, 14.7), (7, 10.0, 20.6), (9, 12.9, 26.5)])
    func `carrying papers by hand costs the visits and hours of the domain table`(
        documents: Int,
        visits: Double,
        hours: Double
    ) async throws {
        let path = ScenarioRuns.path("Scenarios/papers-by-hand.yaml")
        let compiled = try ScenarioRuns.compiled(
            path: path,
            set: [ScenarioOverride(path: "families/carriers/documents", value: "\(documents)")]
        )
        let runs = try await ScenarioRuns.replications(10, of: compiled, seed: 7)
        var trips = TallySums()
        var own = TallySums()
        for run in runs {
            trips.add(compiled.counter(.trip, in: run))
            own.add(compiled.ownTime(in: run))
        }
        let meanTrips = Double(trips.sum) / Double(trips.count)
        let meanHours = Double(own.sum) / Double(own.count) / 3600e6
        #expect(abs(meanTrips / visits - 1) < 0.02, "\(meanTrips) visits, expected \(visits)")
        #expect(abs(meanHours / hours - 1) < 0.02, "\(meanHours) hours, expected \(hours)")
        #expect(runs.allSatisfy { $0.loopsStopped == 0 })
    }

    /// The check computation behind the domain table: FIFO, 1,100 visitors a day, lognormal service of 15 minutes
    /// with cv 0.8; over 3,000 days 33 windows give 7.5 minutes and 34 give 5.4.
    @Test(arguments: [("windows-33", 7.5), ("windows-34", 5.4)])
    func `Magnitogorsk waits as its visitors were counted to wait`(design: String, wait: Double) async throws
    {
        let path = ScenarioRuns.path("Scenarios/magnitogorsk-mfc.yaml")
        let compiled = try ScenarioRuns.compiled(path: path, design: design)
        // Each replication has 84 days; 40 of them left a standard error of 0.08 min, too much for a bound of 0.3.
        let runs = try await ScenarioRuns.replications(200, of: compiled, seed: 8)
        var sums = TallySums()
        for run in runs { sums.add(compiled.waits(at: "serve windows", in: run)) }
        let mean = Double(sums.sum) / Double(sums.count) / 60e6
        #expect(abs(mean - wait) < 0.3, "\(mean) min at \(design), expected \(wait)")
    }

    /// The values that PEERS gives for the C programs over 16 million families.
    @Test func `the centre network waits as its peers do`() async throws {
        let path = ScenarioRuns.path("Scenarios/centre-network.yaml")
        let compiled = try ScenarioRuns.compiled(path: path)
        let runs = try await ScenarioRuns.replications(80, of: compiled, seed: 9)
        let expected = [
            ("serve desk", 6.57, 0.02), ("serve psychologists", 0.97, 0.04),
            ("serve rehabilitation", 2.07, 0.06), ("sign-off", 1.32, 0.01),
        ]
        for (step, theory, halfWidth) in expected {
            // The figures are rounded to two decimals, which the half-width has room for.
            let tallies = runs.map { compiled.waits(at: step, in: $0) }
            let expectation = StatisticalExpectation(
                theory,
                source: "PEERS, C program over 16 million families",
                largestHalfWidth: halfWidth
            )
            let complaint = expectation.complaint(tallies)
            #expect(complaint == nil, "\(step): \(complaint ?? "")")
        }
    }
}
