import ScenarioCompiler
import SimulationCore
import TestSupport

/// Many replications of a scenario of which only sums and counts are kept.
struct StreamedRuns {
    /// Sums and counts, one of each per replication.
    struct Series: Sendable {
        var sums: [Double] = []
        var counts: [Double] = []
    }

    private let compiled: CompiledScenario

    /// Reads and compiles a scenario.
    init(_ text: String) throws {
        compiled = try ScenarioRuns.compiled(text)
    }

    /// The series of what is observed, on both cores.
    func series(of observed: [Observed], replications: Int, seed: UInt64) async throws -> [Series] {
        let tables = ReplicationTables(program: compiled.program, seed: seed)
        let compiled = compiled
        let half = (replications + 1) / 2
        return try await withThrowingTaskGroup(of: (Int, [Series]).self) { group in
            for (place, range) in [0..<half, half..<replications].enumerated() {
                group.addTask {
                    var series = observed.map { _ in Series() }
                    for index in range {
                        let run = try Replication.run(tables, index: UInt32(index))
                        for (number, one) in observed.enumerated() {
                            series[number].sums.append(one.sum(compiled, run))
                            series[number].counts.append(one.count(compiled, run))
                        }
                    }
                    return (place, series)
                }
            }
            var halves: [[Series]] = [[], []]
            for try await (place, series) in group { halves[place] = series }
            return zip(halves[0], halves[1]).map { first, second in
                Series(sums: first.sums + second.sums, counts: first.counts + second.counts)
            }
        }
    }
}
