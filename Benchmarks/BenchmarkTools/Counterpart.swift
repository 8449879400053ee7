import Glibc
package import RandomStreams
package import SimulationCore

/// A run of a C program that prints its own CPU seconds, and a digest if it is a twin.
package struct Counterpart {
    /// CPU seconds.
    package let seconds: Double
    /// Of a twin: what its results amount to.
    package let digest: String?

    /// Runs a program, or is nil when that fails.
    package init?(_ command: String) {
        guard let pipe = popen(command, "r") else { return nil }
        defer { pclose(pipe) }
        var text = [UInt8](repeating: 0, count: 512)
        let length = fread(&text, 1, text.count, pipe)
        let words = String(decoding: text.prefix(length), as: UTF8.self).split { ", :{}\"\n".contains($0) }
        func value(of name: String) -> String? {
            words.firstIndex(of: Substring(name)).flatMap {
                words.indices.contains($0 + 1) ? String(words[$0 + 1]) : nil
            }
        }
        guard let seconds = value(of: "secs").flatMap(Double.init) else { return nil }
        self.seconds = seconds
        digest = value(of: "digest")
    }

    /// Writes what a twin needs to draw as a program does: the keys of its draws, and of each its sampler's numbers.
    ///
    /// A draw without a sampler has its class's mean gap in place of the scale, if it is that of the arrivals.
    package static func writeInputs(of program: Program, seed: UInt64, to path: String) {
        let samplers = program.draws.enumerated().map { place, draw in
            draw.sampler >= 0
                ? program.samplers.compiled(Int(draw.sampler))
                : CompiledSampler(scale: meanGap(drawnBy: place, program))
        }
        writeInputs(keys: program.streamKeys(seed: seed).map(\.first), samplers: samplers, to: path)
    }

    /// Writes keys of first occurrences and samplers' numbers.
    package static func writeInputs(keys: [UInt64], samplers: [CompiledSampler], to path: String) {
        var lines = ["\(keys.count) \(samplers.count)"] + keys.map { String($0, radix: 16) }
        for sampler in samplers {
            lines.append("\(sampler.bits) \(sampler.table.count)")
            let numbers = [sampler.location, sampler.scale, sampler.parameter] + sampler.table
            lines += numbers.map { String($0.bitPattern, radix: 16) }
        }
        guard let file = fopen(path, "w") else { return }
        fputs(lines.joined(separator: "\n") + "\n", file)
        fclose(file)
    }

    private static func meanGap(drawnBy draw: Int, _ program: Program) -> Double {
        for plan in program.classes where Int(plan.arrivals.draw) == draw {
            if case .rate(let segments) = plan.arrivals.pattern { return 1 / segments[0].rate }
        }
        return 0
    }
}
