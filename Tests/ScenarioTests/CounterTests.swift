import OutputStatistics
import ScenarioCompiler
import ScenarioFile
import SimulationCore
import TestSupport
import Testing

/// The counters of the domain table, C1 and C3: a check computation of its own (FIFO, Poisson arrivals by the hour of
/// the counter's profile, lognormal patience with a median of 45 minutes and sigma 0.6) gave the figures.
struct CounterTests {
    /// A figure and how far the simulated mean may lie from it, as a whole interval at two-sided 1e-5.
    struct Figure: Sendable {
        var value: Double
        var tolerance: Double

        /// Complains unless the whole interval lies within the tolerance, so that noise cannot hide a difference.
        func complaint(_ sums: [Double], _ counts: [Double]) -> String? {
            let estimate = RatioEstimate(sums: sums, counts: counts, level: 1 - 1e-5).estimate
            guard let mean = estimate.value, let halfWidth = estimate.halfWidth else { return "no estimate" }
            let isWithin = abs(mean - value) + halfWidth <= tolerance
            return isWithin ? nil : "\(mean) ± \(halfWidth), stated \(value) ± \(tolerance)"
        }
    }

    /// What is stated of a counter: those who gave up are left out of waits and counted as a share of visits.
    struct Counter: Sendable, CustomTestStringConvertible {
        var design: String
        var minutes: Figure
        var percentOver15: Figure
        var percentGivenUp: Figure?

        var testDescription: String { design }
    }

    static let chelyabinsk = [
        Counter(
            design: "two-windows",
            minutes: Figure(value: 3.8, tolerance: 0.2),
            percentOver15: Figure(value: 10, tolerance: 1),
            percentGivenUp: Figure(value: 2.3, tolerance: 0.25)
        ),
        Counter(
            design: "three-windows",
            minutes: Figure(value: 0.8, tolerance: 0.1),
            percentOver15: Figure(value: 1.5, tolerance: 0.5)
        ),
        Counter(
            design: "two-windows-in-august",
            minutes: Figure(value: 9.6, tolerance: 0.5),
            percentOver15: Figure(value: 27, tolerance: 1),
            percentGivenUp: Figure(value: 8.7, tolerance: 0.6)
        ),
        Counter(
            design: "three-windows-in-august",
            minutes: Figure(value: 2.8, tolerance: 0.15),
            percentOver15: Figure(value: 6.5, tolerance: 0.5)
        ),
    ]

    private static let path = ScenarioRuns.path("Scenarios/chelyabinsk-counter.yaml")

    @Test(arguments: chelyabinsk)
    func `Chelyabinsk's counter waits as the check computation says`(counter: Counter) async throws {
        let compiled = try ScenarioRuns.compiled(path: Self.path, design: counter.design)
        let runs = try await ScenarioRuns.replications(400, of: compiled, seed: 11)
        let target = compiled.symbols.targets[0]
        let waits = runs.map { compiled.waits(at: "serve windows", in: $0) }
        let served = waits.map { Double($0.count) }
        let minutes = counter.minutes.complaint(waits.map { Double($0.sum) / 60e6 }, served)
        #expect(minutes == nil, "minutes: \(minutes ?? "")")
        let over = zip(runs, served).map { run, served in
            100 * (served - target.limits.reduce(0) { $0 + Double(run.within[$1]) })
        }
        let late = counter.percentOver15.complaint(over, served)
        #expect(late == nil, "over 15 minutes: \(late ?? "")")
        if let stated = counter.percentGivenUp {
            let lost = runs.map { compiled.givenUp(at: "serve windows", in: $0) }
            let visits = zip(lost, served).map { Double($0.count) + $1 }
            let share = stated.complaint(lost.map { 100 * Double($0.count) }, visits)
            #expect(share == nil, "gave up: \(share ?? "")")
        }
    }

    /// One window, new families for 30 minutes and repeat visits for 15.
    ///
    /// The domain table gives 3.2 minutes for Verkhny Ufaley (2.6 new and 2.4 repeat visits a day) and 4.6 for
    /// Korkino (3.3 and 3.2), and does not say how they were made. With those who gave up counted with the time they
    /// waited the run gives 3.4 and 4.5, without them 2.8 and 3.6; 60 days of so few visits, the length of the table's
    /// other computations, have a standard error of 0.5 minutes.
    @Test(arguments: [("verkhny-ufaley", 2.6, 2.4, 3.2), ("korkino", 3.3, 3.2, 4.6)])
    func `one window of a small centre waits as the domain table says`(
        centre: String,
        new: Double,
        again: Double,
        minutes: Double
    ) async throws {
        let law =
            "mixture(\(new): lognormal(mean 30 min, cv 0.5), \(again): lognormal(mean 15 min, cv 0.5))"
        let compiled = try ScenarioRuns.compiled(
            path: Self.path,
            design: "two-windows",
            set: [
                ScenarioOverride(
                    path: "families/visitors/arrivals/rate",
                    value: "\(new + again) per working day"
                ),
                ScenarioOverride(path: "pools/windows/on duty/open-day", value: "1"),
                ScenarioOverride(path: "routes/errand/steps/serve windows/takes", value: law),
            ]
        )
        let runs = try await ScenarioRuns.replications(1500, of: compiled, seed: 12)
        var sums: [Double] = []
        var counts: [Double] = []
        for run in runs {
            let served = compiled.waits(at: "serve windows", in: run)
            let lost = compiled.givenUp(at: "serve windows", in: run)
            sums.append(Double(served.sum + lost.sum) / 60e6)
            counts.append(Double(served.count + lost.count))
        }
        let stated = Figure(value: minutes, tolerance: 0.35)
        let complaint = stated.complaint(sums, counts)
        #expect(complaint == nil, "\(centre): \(complaint ?? "")")
    }
}
