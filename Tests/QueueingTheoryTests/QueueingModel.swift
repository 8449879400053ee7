import OutputStatistics
import ScenarioCompiler
import SimulationCore
import TestSupport

/// A queueing system as a scenario, in minutes, and how long it is watched.
struct QueueingModel: Hashable {
    /// Sections of the scenario from pools on.
    let body: String
    /// Minutes left out at the start of each replication.
    let warmUp: Int
    /// Minutes observed in each replication of the sized proof.
    let minutes: Int
    /// Replications of the sized proof.
    var replications = 40

    /// The scenario, watched for a share of the full time.
    func text(share: Double) -> String {
        """
        scenario: line
        starts: 2024-01-01
        horizon: \(warmUp + max(1, Int(Double(minutes) * share))) min
        \(warmUp > 0 ? "warm-up: \(warmUp) min" : "")
        \(body)
        """
    }

    /// One line of families.
    static func line(
        staff: Int,
        rate: Double,
        takes: String,
        more: String = "",
        line: String = "",
        warmUp: Int,
        minutes: Int
    ) -> QueueingModel {
        QueueingModel(
            body: """
                pools: { clerks: { staff: \(staff)\(line) } }
                families: { visitors: { arrivals: { rate: \(rate) per min }, route: counter\(more) } }
                routes: { counter: [ { serve: { by: clerks, takes: "\(takes)" } } ] }
                """,
            warmUp: warmUp,
            minutes: minutes
        )
    }
}

/// What a row speaks of, as a ratio of sums over replications.
struct Observed: Sendable {
    let name: String
    let sum: @Sendable (CompiledScenario, ReplicationObservations) -> Double
    let count: @Sendable (CompiledScenario, ReplicationObservations) -> Double

    private static let minute = 60e6

    @Sendable private static func arrived(_: CompiledScenario, _ run: ReplicationObservations) -> Double {
        run.classes.reduce(0) { $0 + Double($1.arrived) }
    }

    private static func served(
        _ step: String,
        _ familyClass: String?
    ) -> @Sendable (CompiledScenario, ReplicationObservations) -> Double {
        { Double($0.waits(at: step, of: familyClass, in: $1).count) }
    }

    /// Mean wait of those served at a step.
    static func meanWait(at step: String = "serve clerks", of familyClass: String? = nil) -> Observed {
        Observed(
            name: "mean wait",
            sum: { Double($0.waits(at: step, of: familyClass, in: $1).sum) / minute },
            count: served(step, familyClass)
        )
    }

    /// Mean wait at all steps that begin with `serve` and a pool's name.
    static func meanWait(atStepsFor pool: String) -> Observed {
        @Sendable func waits(_ compiled: CompiledScenario, _ run: ReplicationObservations) -> TallySums {
            let names = Set(compiled.symbols.steps.map(\.name)).filter { $0.hasPrefix("serve \(pool)") }
            return names.sorted().reduce(into: TallySums()) { $0.add(compiled.waits(at: $1, in: run)) }
        }
        return Observed(
            name: "mean wait at \(pool)",
            sum: { Double(waits($0, $1).sum) / minute },
            count: { Double(waits($0, $1).count) }
        )
    }

    /// Mean time in system.
    static let meanTime = Observed(
        name: "mean time in system",
        sum: { Double($1.tallies[Int($0.program.tallies.timeInSystem)].sum) / minute },
        count: { Double($1.tallies[Int($0.program.tallies.timeInSystem)].count) }
    )

    /// Mean time in system over all classes.
    static let meanTimeOfAll = Observed(
        name: "mean time in system",
        sum: { compiled, run in
            let first = Int(compiled.program.tallies.timeInSystem)
            return run.classes.indices.reduce(0) { $0 + Double(run.tallies[first + $1].sum) } / minute
        },
        count: { compiled, run in
            let first = Int(compiled.program.tallies.timeInSystem)
            return run.classes.indices.reduce(0) { $0 + Double(run.tallies[first + $1].count) }
        }
    )

    /// Mean number waiting at the first pool.
    static let meanLine = Observed(
        name: "mean number waiting",
        sum: { Double($1.pools[0].lineArea) / minute },
        count: { Double($1.window) / minute }
    )

    /// Mean number present.
    static let meanPresent = Observed(
        name: "mean number present",
        sum: { Double($1.presentArea) / minute },
        count: { Double($1.window) / minute }
    )

    /// Share of those served that waited longer than so many minutes, from the sketch of the waits.
    static func share(above minutes: Double) -> Observed {
        Observed(
            name: "share waiting longer",
            sum: { compiled, run in
                let waits = compiled.waits(at: "serve clerks", in: run)
                let sketch = run.sketches[compiled.symbols.waits[0].wait]
                let within = sketch?.share(atMost: Int64((minutes * minute).rounded())) ?? 0
                return Double(waits.count) * (1 - within)
            },
            count: served("serve clerks", nil)
        )
    }

    /// Share of all who came that were not served at once.
    static let shareDelayed = Observed(
        name: "share delayed",
        sum: { compiled, run in
            let waits = compiled.waits(at: "serve clerks", in: run)
            let atOnce = run.sketches[compiled.symbols.waits[0].wait]?.share(atMost: 0) ?? 0
            return arrived(compiled, run) - Double(waits.count) * atOnce
        },
        count: arrived
    )

    /// Share of all who came that left with an outcome.
    static func share(of outcome: String) -> Observed {
        Observed(
            name: "share \(outcome)",
            sum: { compiled, run in
                guard let place = compiled.symbols.outcomes.firstIndex(of: outcome) else { return 0 }
                return run.classes.reduce(0) { $0 + Double($1.outcomes[place]) }
            },
            count: arrived
        )
    }

    /// Mean wait over all who came, those who gave up included.
    static let meanWaitOfAll = Observed(
        name: "mean wait of all",
        sum: { Double($1.pools[0].lineArea) / minute },
        count: arrived
    )

    /// Number present at the end.
    static let presentAtEnd = Observed(
        name: "number present at the end",
        sum: { $1.classes.reduce(0) { $0 + Double($1.present) } },
        count: { _, _ in 1 }
    )

    /// Whether so many or more are present at the end.
    static func isPresentAtEnd(atLeast number: Int64) -> Observed {
        Observed(
            name: "share of runs with \(number) or more present at the end",
            sum: { $1.classes.reduce(0) { $0 + $1.present } >= number ? 1 : 0 },
            count: { _, _ in 1 }
        )
    }
}
