import Foundation
import UserTexts

/// A folder that results are written to: each file whole or not at all.
struct OutputFolder {
    /// The path as the user named it.
    let path: String
    private let language: Language

    /// Makes the folder and tries whether it can be written to; says so and exits otherwise.
    init(_ path: String, language: Language) throws {
        self.path = path
        self.language = language
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Self.failure(path, SystemCause.text(of: error) { mkdir(path, 0o777) }, language)
        }
        let probe = ".marshrut-\(getpid()).probe"
        _ = try write("", to: probe)
        unlink("\(path)/\(probe)")
    }

    /// Writes a file under a temporary name and moves it into place; returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let target = "\(path)/\(name)"
        let temporary = "\(path)/.\(name).\(getpid()).tmp"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
        } catch {
            unlink(temporary)
            throw Self.failure(target, SystemCause.text(of: error), language)
        }
        guard rename(temporary, target) == 0 else {
            let cause = SystemCause.text(of: errno)
            unlink(temporary)
            throw Self.failure(target, cause, language)
        }
        return target
    }

    /// A name of a design or scenario as a name of a file.
    static func fileName(_ name: String) -> String {
        let safe = name.map { $0 == "/" || $0 == "\0" || $0.isNewline ? "-" : $0 }
        let text = String(safe)
        return text.hasPrefix(".") ? "_" + text : text
    }

    private static func failure(_ path: String, _ cause: LocalisedText, _ language: Language) -> any Error {
        Console.note(CommandText.cannotWrite(path: path, cause: cause).text(in: language))
        return ExitStatus.cannotWrite.code
    }
}
