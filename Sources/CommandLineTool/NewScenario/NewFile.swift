import Foundation
import UserTexts

/// The file that `marshrut new` writes; it never replaces one.
struct NewFile {
    /// The path as the user named it.
    let path: String
    /// The name of the scenario: the file's without its extension.
    let scenarioName: String
    private let language: Language

    /// Looks whether the file can be made; says so and exits otherwise.
    init(_ path: String, language: Language) throws {
        self.path = path
        self.language = language
        let name = (path as NSString).lastPathComponent
        let stem = (name as NSString).deletingPathExtension
        let isFit = !stem.contains { "/\\:*?\"<>|".contains($0) || $0.isNewline } && !stem.hasPrefix(".")
        let isYAML = ["yaml", "yml"].contains((name as NSString).pathExtension)
        guard isYAML, !stem.isEmpty, stem.count <= 100, isFit else {
            Console.note(Self.failure(path, .notAYAMLName).text(in: language))
            throw ExitStatus.wrongUsage.code
        }
        scenarioName = stem
        if FileManager.default.fileExists(atPath: path) { throw refused(.alreadyThere) }
    }

    /// Writes the text, unless a file has come to be there meanwhile.
    func write(_ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? refused(.alreadyThere) : failed(String(cString: strerror(errno)))
        }
        do {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            unlink(path)
            throw failed(OutputFolder.cause(of: error))
        }
    }

    private func failed(_ cause: String) -> any Error {
        Console.note(CommandText.cannotWrite(path: path, cause: cause).text(in: language))
        return ExitStatus.cannotWrite.code
    }

    private func refused(_ reason: NewText) -> any Error {
        Console.note(Self.failure(path, reason).text(in: language))
        return ExitStatus.cannotWrite.code
    }

    private static func failure(_ path: String, _ reason: NewText) -> LocalisedText {
        let cause = reason.wording
        return LocalisedText(
            ru: CommandText.cannotWrite(path: path, cause: cause.ru).text(in: .russian),
            en: CommandText.cannotWrite(path: path, cause: cause.en).text(in: .english)
        )
    }
}
