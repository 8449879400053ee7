import BenchmarkTools
import Dispatch
import Experiments
import Glibc
import ScenarioCompiler
import ScenarioFile
import ScenarioModel

/// 100 replications of M/M/1 with 100,000 customers, on one thread and on two.
func experimentBenchmarks(_ settings: BenchmarkSettings) throws -> [Benchmark] {
    [
        Benchmark(name: "experiment.cores-2") {
            let replications = settings.isQuick ? 4 : 100
            let experiment = Experiment(
                designs: [try queue(customers: settings.isQuick ? 2000 : 100_000)],
                replications: replications,
                seed: TimedRun.seed
            )
            var one = RunTime.none
            var two = RunTime.none
            for _ in 0..<settings.rounds {
                one = one.least(try RunTime(experiment, threads: 1))
                two = two.least(try RunTime(experiment, threads: 2))
            }
            var row = BenchmarkRow(
                seconds: two.processor,
                units: Double(replications),
                unit: "replications"
            )
            row.remark =
                "two threads against one: CPU time \(fixed(two.processor / one.processor, 3)), "
                + "wall time \(fixed(two.wall / one.wall, 3)) (\(fixed(two.wall, 2)) s)"
            return row
        }
    ]
}

private func queue(customers: Int) throws -> ExperimentDesign {
    let text = """
        scenario: one server
        starts: 2026-01-05
        horizon: until all have left
        pools: { desk: { staff: 1 } }
        families: { all: { arrivals: { rate: 54 per h, at most: \(customers) }, route: main } }
        routes: { main: [ { serve: { by: desk, takes: exponential(mean 1 min) } } ] }
        """
    let result = ScenarioReader().read(text: text, named: "mm1")
    guard let design = result.designs?.baseline else {
        throw BenchmarkFailure(DiagnosticRenderer(language: "en").text(result.diagnostics))
    }
    return try ExperimentDesign(design)
}

/// Waits for work on other threads to end; the benchmark itself has nothing else to do.
private func finish(_ work: @escaping @Sendable () async throws -> Void) throws {
    let outcome = Outcome()
    let hasEnded = DispatchSemaphore(value: 0)
    Task.detached {
        do { try await work() } catch { outcome.failure = error }
        hasEnded.signal()
    }
    hasEnded.wait()
    if let failure = outcome.failure { throw failure }
}

/// Written before the semaphore is raised, and read after it.
private final class Outcome: @unchecked Sendable {
    var failure: (any Error)?
}

/// Seconds of an experiment.
private struct RunTime {
    var processor: Double
    var wall: Double

    static let none = RunTime(processor: .infinity, wall: .infinity)

    init(processor: Double, wall: Double) {
        self.processor = processor
        self.wall = wall
    }

    init(_ experiment: Experiment, threads: Int) throws {
        var parallel = experiment
        parallel.threads = threads
        let experiment = parallel
        let processor = TimedRun.processSeconds
        let wall = TimedRun.seconds(CLOCK_MONOTONIC)
        try finish { _ = try await experiment.run() }
        self.processor = TimedRun.processSeconds - processor
        self.wall = TimedRun.seconds(CLOCK_MONOTONIC) - wall
    }

    func least(_ other: RunTime) -> RunTime {
        RunTime(processor: min(processor, other.processor), wall: min(wall, other.wall))
    }
}
