import ArgumentParser
import Experiments
import Foundation

/// Options of commands that run replications.
struct StudyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Replications of each design: 40, or with --precision at most 1000. Число прогонов.",
            valueName: "number"
        )
    )
    var replications: Int?

    @Option(
        help: ArgumentHelp(
            "Run until the main measures (of compare: their differences) are known to 5% or so. Нужная точность.",
            valueName: "share"
        )
    )
    var precision: PrecisionShare?

    @Option(help: "Root of all chance. Начальное число.")
    var seed: UInt64 = 1

    @Option(help: "Replications at work at once; by default one per core. Число потоков.")
    var threads: Int?

    @Flag(
        help: """
            Exit with 1 unless every target is met and the precision is reached. Код 1, если норматив не выполнен \
            или точность не достигнута.
            """
    )
    var check = false

    @Option(
        help: ArgumentHelp(
            "Folder for results; by default results/<scenario>. Папка для результатов.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var out: String?

    /// Replications at work at once.
    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// Replications of each design; with a precision, the most that may be spent.
    var replicationCount: Int { replications ?? (precision == nil ? 40 : 1000) }

    /// These options as words of a command that repeats the study.
    var words: [String] {
        let goal = precision.map { ["--precision", $0.text] } ?? []
        return goal + ["--replications", "\(replicationCount)", "--seed", "\(seed)"]
    }

    func validate() throws {
        guard (1...1_000_000).contains(replicationCount) else {
            throw ValidationError("--replications must be from 1 to 1000000, found \(replicationCount)")
        }
        guard precision == nil || replicationCount >= PrecisionGoal.leastReplications else {
            throw ValidationError(
                "--precision needs --replications of at least \(PrecisionGoal.leastReplications), found \(replicationCount)"
            )
        }
        guard (1...4096).contains(threadCount) else {
            throw ValidationError("--threads must be from 1 to 4096, found \(threadCount)")
        }
    }
}

/// A precision as people write it: `5%` or `0.05`.
struct PrecisionShare: ExpressibleByArgument {
    /// As it was written, without spaces.
    let text: String
    let goal: PrecisionGoal

    init?(argument: String) {
        text = argument.filter { !$0.isWhitespace }
        let isPercent = text.hasSuffix("%")
        let number = (isPercent ? String(text.dropLast()) : text).replacing(",", with: ".")
        guard number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(number)
        else {
            return nil
        }
        let share = isPercent ? value / 100 : value
        // A ten-thousandth would take a hundred million replications.
        guard share >= 0.0001, share < 1 else { return nil }
        goal = PrecisionGoal(share: share)
    }

    static var allValueStrings: [String] { [] }
}
