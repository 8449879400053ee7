import BenchmarkTools
import RandomStreams

/// Draws alone, each from the stream of an entity of its own, as the engine opens them.
func drawBenchmarks(_ settings: BenchmarkSettings) throws -> [Benchmark] {
    let laws: [(String, Sampler)] = [
        ("exponential", try .exponential(mean: 1)),
        ("lognormal", try .lognormal(mean: 10, coefficientOfVariation: 0.6)),
        ("gamma", try .gamma(shape: 4, mean: 45)),
    ]
    return laws.map { name, sampler in
        Benchmark(name: "draws.\(name)") { drawRow(name, sampler, settings) }
    }
}

private func drawRow(_ law: String, _ sampler: Sampler, _ settings: BenchmarkSettings) -> BenchmarkRow {
    let number: UInt32 = settings.isQuick ? 100_000 : 10_000_000
    let bank = SamplerBank([sampler])
    let key = StreamKey(seed: TimedRun.seed, purpose: law, type: "benchmark")
    var best = Double.infinity
    var least = Double.infinity
    var digest: UInt64 = 0
    for _ in 0..<settings.rounds {
        if let folder = settings.counterparts {
            let inputs = "\(folder)/draws-\(law).inputs"
            Counterpart.writeInputs(keys: [key.first], samplers: [bank.compiled(0)], to: inputs)
            if let twin = Counterpart("\(folder)/draws-twin \(number) \(inputs) \(law)") {
                least = min(least, twin.seconds)
                let ours = String(drawAll(bank, key, number), radix: 16)
                precondition(twin.digest == ours, "the twin of \(law) drew other numbers")
            }
        }
        let start = TimedRun.processSeconds
        digest = drawAll(bank, key, number)
        best = min(best, TimedRun.processSeconds - start)
    }
    var row = BenchmarkRow(seconds: best, units: Double(number), unit: "draws")
    row.twinRatio = least.isFinite ? least / best : nil
    row.digest = String(digest, radix: 16)
    return row
}

/// The exclusive or of all values' bits.
private func drawAll(_ bank: SamplerBank, _ key: StreamKey, _ number: UInt32) -> UInt64 {
    var digest: UInt64 = 0
    for entity in 0..<number {
        let stream = RandomStream(key: key, occurrence: Occurrence(), entity: entity, replication: 0)
        digest ^= bank.draw(0, stream).bitPattern
    }
    return digest
}
