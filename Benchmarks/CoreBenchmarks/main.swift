import Glibc

// CoreBenchmarks [--quick] [--only NAME] [--rounds N] [--against FOLDER]
//
// Prints, for each workload, the best of the rounds. With a folder of the C programs, each is run in turn with its
// workload, and the ratio of the minima (C / ours: 1 is as fast) is printed with the least and greatest of the rounds.

/// The value that follows an option.
func value(of option: String) -> String? {
    let arguments = CommandLine.arguments
    return arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

/// A number with so many decimals.
func fixed(_ number: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let whole = "\(Int((number * scale).rounded()))"
    guard decimals > 0 else { return whole }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}

let isQuick = CommandLine.arguments.contains("--quick")
let folder = value(of: "--against")
let rounds = value(of: "--rounds").flatMap { Int($0) } ?? (isQuick ? 1 : 5)

for workload in try Workload.all(isQuick: isQuick) {
    if let only = value(of: "--only"), !workload.name.contains(only) { continue }
    var ours: [Measurement] = []
    var theirs: [Double] = []
    var twins: [Counterpart] = []
    for _ in 0..<rounds {
        if let folder, let name = workload.counterpart {
            theirs += [Counterpart("\(folder)/\(name) \(workload.units)")?.seconds].compactMap(\.self)
        }
        if let folder, let name = workload.twin {
            let inputs = "\(folder)/\(name).inputs"
            Counterpart.writeInputs(of: workload.program, seed: Measurement.seed, to: inputs)
            twins += [Counterpart("\(folder)/\(name) \(workload.units) \(inputs)")].compactMap(\.self)
        }
        ours.append(try Measurement(workload))
    }
    guard let best = ours.min(by: { $0.seconds < $1.seconds }) else { continue }
    precondition(ours.allSatisfy { $0.digest == best.digest }, "rounds differ in their results")
    var words = [
        workload.name,
        "\(fixed(Double(best.events) / best.seconds, 0)) events/s",
        "\(fixed(best.seconds / Double(best.events) * 1e9, 1)) ns/event",
        "\(fixed(best.seconds / Double(workload.units) * 1e9, 1)) ns/unit",
        "\(fixed(Measurement.peakMegabytes, 1)) MB",
        "digest \(String(best.digest, radix: 16))",
    ]
    if let least = theirs.min() {
        let ratios = zip(theirs, ours).map { $0 / $1.seconds }.sorted()
        words.append(
            "C/ours \(fixed(least / best.seconds, 3)) (\(ratios.map { fixed($0, 2) }.joined(separator: " ")))"
        )
    }
    if let least = twins.map(\.seconds).min() {
        words.append("twin/ours \(fixed(least / best.seconds, 3)) digest \(twins[0].digest ?? "none")")
    }
    print(words.joined(separator: "  "))
}
