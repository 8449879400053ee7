import Foundation
import UserTexts

/// The file that `marshrut new` writes; it never replaces one.
struct NewFile {
    /// The path as the user named it.
    let path: String
    /// The name of the scenario: the file's without its extension.
    let scenarioName: String
    /// The language of messages; nil while nobody has chosen one, and both are spoken.
    var language: Language?

    /// Looks whether the file can be made; says so and exits otherwise.
    init(_ path: String, language: Language?) throws {
        self.path = path
        self.language = language
        let name = (path as NSString).lastPathComponent
        let stem = (name as NSString).deletingPathExtension
        let isFit = !stem.contains { "/\\:*?\"<>|".contains($0) || $0.isNewline } && !stem.hasPrefix(".")
        let isYAML = ["yaml", "yml"].contains((name as NSString).pathExtension)
        scenarioName = stem
        guard isYAML, !stem.isEmpty, stem.count <= 100, isFit else {
            throw failed(NewText.notAYAMLName.wording, .wrongUsage)
        }
        if FileManager.default.fileExists(atPath: path) { throw failed(NewText.alreadyThere.wording) }
        let folder = (path as NSString).deletingLastPathComponent
        if access((folder.isEmpty ? "." : folder) + "/.", W_OK | X_OK) != 0 {
            throw failed(SystemCause.text(of: errno))
        }
    }

    /// Writes the text, unless a file has come to be there meanwhile.
    func write(_ text: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw failed(errno == EEXIST ? NewText.alreadyThere.wording : SystemCause.text(of: errno))
        }
        do {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            unlink(path)
            throw failed(SystemCause.text(of: error))
        }
    }

    private func failed(_ cause: LocalisedText, _ status: ExitStatus = .cannotWrite) -> any Error {
        let text = CommandText.cannotWrite(path: path, cause: cause)
        for language in language.map({ [$0] }) ?? [.russian, .english] {
            Console.note(text.text(in: language))
        }
        return status.code
    }
}
