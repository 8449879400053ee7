import ArgumentParser
import Foundation

/// Options of commands that run replications.
struct StudyOptions: ParsableArguments {
    @Option(help: "Replications of each design. Число прогонов.")
    var replications = 40

    @Option(help: "Root of all chance. Начальное число.")
    var seed: UInt64 = 1

    @Option(help: "Replications at work at once; by default one per core. Число потоков.")
    var threads: Int?

    @Flag(help: "Exit with 1 unless every target is met. Код 1, если норматив не выполнен.")
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

    func validate() throws {
        guard (1...1_000_000).contains(replications) else {
            throw ValidationError("--replications must be from 1 to 1000000, found \(replications)")
        }
        guard (1...4096).contains(threadCount) else {
            throw ValidationError("--threads must be from 1 to 4096, found \(threadCount)")
        }
    }
}
