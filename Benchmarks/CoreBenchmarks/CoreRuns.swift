import BenchmarkTools

/// The engine's programs, written by hand, against the C programs of the same models.
func coreBenchmarks(_ settings: BenchmarkSettings) throws -> [Benchmark] {
    var all: [Benchmark] = []
    for workload in try Workload.all(isQuick: settings.isQuick) {
        all.append(Benchmark(name: workload.name) { try coreRow(workload, settings) })
    }
    // Memory must not grow with the number of families; each runs in a process of its own.
    for (name, families) in [("1e5", 100_000), ("1e8", 100_000_000)] {
        all.append(
            Benchmark(name: "core.memory.centre-network-\(name)", isOnRequest: true) {
                let run = try TimedRun(Workload.network(families: families))
                var row = BenchmarkRow(seconds: run.seconds, units: Double(families), unit: "families")
                row.events = Double(run.events)
                row.digest = String(run.digest, radix: 16)
                return row
            }
        )
    }
    return all
}

private func coreRow(_ workload: Workload, _ settings: BenchmarkSettings) throws -> BenchmarkRow {
    var ours: [TimedRun] = []
    var limits: [Double] = []
    var twins: [Counterpart] = []
    let program = try workload.program(workload.units)
    for _ in 0..<settings.rounds {
        if let folder = settings.counterparts, let name = workload.limit {
            limits += [Counterpart("\(folder)/\(name) \(workload.units)")?.seconds].compactMap(\.self)
        }
        if let folder = settings.counterparts, let name = workload.twin {
            let inputs = "\(folder)/\(name).inputs"
            Counterpart.writeInputs(of: program, seed: TimedRun.seed, to: inputs)
            twins += [Counterpart("\(folder)/\(name) \(workload.units) \(inputs)")].compactMap(\.self)
        }
        ours.append(try TimedRun(program))
    }
    guard let best = ours.min(by: { $0.seconds < $1.seconds }) else {
        preconditionFailure("there is a round")
    }
    precondition(ours.allSatisfy { $0.digest == best.digest }, "rounds differ in their results")
    let digest = String(best.digest, radix: 16)
    for twin in twins {
        precondition(
            twin.digest == digest,
            "the twin of \(workload.name) has the digest \(twin.digest ?? "none")"
        )
    }
    var row = BenchmarkRow(seconds: best.seconds, units: Double(workload.units), unit: workload.unit)
    row.events = Double(best.events)
    row.limitRatio = limits.min().map { $0 / best.seconds }
    row.twinRatio = twins.map(\.seconds).min().map { $0 / best.seconds }
    row.digest = best.digest == 0 ? nil : digest
    if let all = best.allocations {
        // What a run of half the size does not need has come with the further events.
        let half = try TimedRun(workload.program(workload.units / 2))
        row.allocations = Double(all - (half.allocations ?? 0)) / Double(best.events - half.events)
    }
    return row
}
