import BenchmarkTools
import Experiments
import Foundation
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore

/// The scenarios of the repository: reading, checking and compiling each, and a replication of each design.
func scenarioBenchmarks(_ settings: BenchmarkSettings) throws -> [Benchmark] {
    let folder = "Scenarios"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".yaml") }.sorted()
    return names.flatMap { file -> [Benchmark] in
        let name = file.dropLast(".yaml".count)
        return [
            Benchmark(name: "read.\(name)") { try readRow("\(folder)/\(file)", settings) },
            Benchmark(name: "scenario.\(name)") { try scenarioRow("\(folder)/\(file)", settings) },
        ]
    }
}

private func designs(of path: String) throws -> [ExperimentDesign] {
    let result = try ScenarioReader().read(path: path)
    guard let designs = result.designs else {
        throw BenchmarkFailure(DiagnosticRenderer(language: "en").text(result.diagnostics))
    }
    var compiler = ScenarioCompiler()
    return try designs.designs.map { try ExperimentDesign($0, by: &compiler) }
}

private func readRow(_ path: String, _ settings: BenchmarkSettings) throws -> BenchmarkRow {
    let first = TimedRun.processSeconds
    let count = try designs(of: path).count
    let cold = TimedRun.processSeconds - first
    var best = cold
    for _ in 0..<(settings.isQuick ? 1 : 4 * settings.rounds) {
        let start = TimedRun.processSeconds
        _ = try designs(of: path)
        best = min(best, TimedRun.processSeconds - start)
    }
    var row = BenchmarkRow(seconds: best, units: 1, unit: "readings")
    row.remark = "\(fixed(best * 1e3, 1)) ms for \(count) designs; the first \(fixed(cold * 1e3, 1)) ms"
    return row
}

private func scenarioRow(_ path: String, _ settings: BenchmarkSettings) throws -> BenchmarkRow {
    let programs = try designs(of: path).map(\.compiled.program)
    var best = Double.infinity
    var runs: [TimedRun] = []
    for _ in 0..<settings.rounds {
        runs = try programs.map { try TimedRun($0) }
        best = min(best, runs.reduce(0) { $0 + $1.seconds })
    }
    let families = try programs.reduce(0.0) { sum, program in
        let seen = try Replication.run(ReplicationTables(program: program, seed: TimedRun.seed), index: 0)
        return sum + Double(seen.classes.reduce(0) { $0 + $1.arrived })
    }
    let events = Double(runs.reduce(0) { $0 + $1.events })
    var row = BenchmarkRow(seconds: best, units: families, unit: "families")
    row.events = events
    // Everything that a replication allocates, its memory at the start included.
    if runs.allSatisfy({ $0.allocations != nil }) {
        row.allocations = Double(runs.reduce(0) { $0 + ($1.allocations ?? 0) }) / events
    }
    row.digest = String(runs.reduce(0) { $0 &* 31 &+ $1.digest }, radix: 16)
    row.remark = "\(fixed(best * 1e3, 1)) ms for a replication of \(runs.count) designs"
    return row
}
