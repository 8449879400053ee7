import BenchmarkTools
import Foundation

/// The built program: how long it takes to start, and to say its first word.
func programBenchmarks(_ settings: BenchmarkSettings) throws -> [Benchmark] {
    guard let program = settings.program else { return [] }
    let calls: [(String, [String])] = [
        ("start-up", ["--version"]),
        ("validate-korkino", ["validate", "Scenarios/korkino.yaml"]),
        ("explain-korkino", ["explain", "Scenarios/korkino.yaml"]),
    ]
    return calls.map { name, arguments in
        Benchmark(name: "program.\(name)") {
            var first = Double.infinity
            var processor = Double.infinity
            for _ in 0..<(settings.isQuick ? 1 : 4 * settings.rounds) {
                let call = try ProgramCall(program, arguments)
                first = min(first, call.firstOutput)
                processor = min(processor, call.processor)
            }
            var row = BenchmarkRow(seconds: processor, units: 1, unit: "calls")
            row.remark =
                "\(fixed(first * 1e3, 1)) ms to the first output, \(fixed(processor * 1e3, 1)) ms of CPU"
            return row
        }
    }
}

/// One call of a program, its output thrown away.
private struct ProgramCall {
    /// Wall seconds from the start to the first byte.
    let firstOutput: Double
    /// CPU seconds of the whole call.
    let processor: Double

    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let before = Self.childSeconds
        let start = TimedRun.seconds(CLOCK_MONOTONIC)
        try process.run()
        let first = try output.fileHandleForReading.read(upToCount: 1)
        firstOutput = TimedRun.seconds(CLOCK_MONOTONIC) - start
        _ = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        guard first?.count == 1, process.terminationStatus == 0 else {
            throw BenchmarkFailure("\(program) \(arguments.joined(separator: " ")) failed")
        }
        processor = Self.childSeconds - before
    }

    private static var childSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
