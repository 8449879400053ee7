import Glibc

/// How the benchmarks are run, by the options of the command line.
///
/// `--list` prints names only; `--only NAME` runs those whose name holds NAME; `--quick` runs sizes that take a moment;
/// `--rounds N` asks for so many rounds; `--against FOLDER` names the folder of the C programs, each of which is run in
/// turn with its benchmark; `--program PATH` is the built program, whose start is timed.
package struct BenchmarkSettings: Sendable {
    /// Whether sizes are such as take a moment.
    package let isQuick: Bool
    /// Whether only names are wanted.
    package let isList: Bool
    /// Part of the names of those that are wanted, or nil for all.
    package let only: String?
    /// Rounds, of which the best counts.
    package let rounds: Int
    /// Folder of the C programs, or nil.
    package let counterparts: String?
    /// Path of the built program, or nil.
    package let program: String?

    /// What the command line asks for.
    package static var ofCommandLine: BenchmarkSettings {
        let isQuick = CommandLine.arguments.contains("--quick")
        return BenchmarkSettings(
            isQuick: isQuick,
            isList: CommandLine.arguments.contains("--list"),
            only: value(of: "--only"),
            rounds: value(of: "--rounds").flatMap { Int($0) } ?? (isQuick ? 1 : 5),
            counterparts: value(of: "--against"),
            program: value(of: "--program")
        )
    }

    private static func value(of option: String) -> String? {
        let arguments = CommandLine.arguments
        return arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
}

/// A benchmark that could not run.
package struct BenchmarkFailure: Error, CustomStringConvertible {
    /// Why not.
    package let description: String

    /// Makes a failure with its reason.
    package init(_ description: String) { self.description = description }
}

/// Something to be timed.
package struct Benchmark {
    /// Its name: area, what is run, which.
    package let name: String
    /// Whether it takes so long that it only runs when it is named.
    package let isOnRequest: Bool
    /// Runs it.
    package let run: () throws -> BenchmarkRow

    /// Makes a benchmark from its parts.
    package init(name: String, isOnRequest: Bool = false, run: @escaping () throws -> BenchmarkRow) {
        self.name = name
        self.isOnRequest = isOnRequest
        self.run = run
    }
}

/// What a benchmark has found; what does not apply is nil.
package struct BenchmarkRow {
    /// CPU seconds of the best round.
    package var seconds: Double
    /// Customers, families, draws or readings.
    package var units: Double
    /// What the units are called.
    package var unit: String
    /// Events of the model.
    package var events: Double?
    /// Allocations per event once warm, when they are counted.
    package var allocations: Double?
    /// Time of the fastest C program of the model over ours.
    package var limitRatio: Double?
    /// Time of the C twin over ours.
    package var twinRatio: Double?
    /// A number that changes with any result.
    package var digest: String?
    /// Whatever else must be said.
    package var remark = ""

    /// Makes a row of a time; the rest is set afterwards.
    package init(seconds: Double, units: Double, unit: String) {
        self.seconds = seconds
        self.units = units
        self.unit = unit
    }

    private static let header = """
        | benchmark | a second | ns a unit | ns an event | allocations an event | peak MB | C / ours | twin / ours | digest | |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
        """

    private func line(named name: String) -> String {
        func optional(_ number: Double?, _ decimals: Int) -> String {
            number.map { fixed($0, decimals) } ?? ""
        }
        let cells: [String] = [
            name,
            Self.short(units / seconds) + " " + unit,
            fixed(seconds / units * 1e9, 1),
            optional(events.map { seconds / $0 * 1e9 }, 1),
            optional(allocations, 4),
            fixed(TimedRun.peakMegabytes, 1),
            optional(limitRatio, 3),
            optional(twinRatio, 3),
            digest ?? "",
            remark,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// Runs the benchmarks and prints a Markdown table, a row for each as it ends.
    package static func printTable(of all: [Benchmark], _ settings: BenchmarkSettings) throws {
        if settings.isList { return all.forEach { print($0.name) } }
        print(header)
        for benchmark in all {
            let isWanted = settings.only.map(benchmark.name.contains) ?? !benchmark.isOnRequest
            if !isWanted { continue }
            print(try benchmark.run().line(named: benchmark.name))
        }
    }

    private static func short(_ number: Double) -> String {
        if number >= 1e6 { return fixed(number / 1e6, 2) + " M" }
        if number >= 1e3 { return fixed(number / 1e3, 1) + " k" }
        return fixed(number, 1)
    }
}

/// A number with so many decimals.
package func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    let scale = pow(10, Double(decimals))
    let whole = "\(Int((number.magnitude * scale).rounded()))"
    let sign = number < 0 ? "−" : ""
    guard decimals > 0 else { return sign + whole }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    let point = padded.index(padded.endIndex, offsetBy: -decimals)
    return sign + padded[..<point] + "." + padded[point...]
}
