import Foundation

/// Reads a scenario file and those it extends into one tree.
///
/// A class because it remembers which files were read; it lives as long as one reading.
final class SourceLoader {
    private let collector: DiagnosticCollector
    private var files: ProjectFiles?
    private var folders: [String: String] = [:]
    private var columnTexts: [String: SourceText] = [:]
    /// Everything that was read, for fingerprints: names and bytes.
    private(set) var hashInput: [UInt8] = []

    init(reportingTo collector: DiagnosticCollector) {
        self.collector = collector
    }

    /// The tree of a file with everything that it extends; nil if it is faulty.
    func tree(path: String) throws(ScenarioFileError) -> LocatedNode? {
        let real: String
        let bytes: [UInt8]
        do {
            real = try ProjectFiles.realPath(path)
            bytes = try ProjectFiles.bytes(of: real)
        } catch {
            throw ScenarioFileError(path: path, cause: error.cause, isMissing: error.isMissing)
        }
        files = ProjectFiles(mainFile: real)
        return tree(bytes, name: path, real: real, chain: [real])
    }

    /// The tree of a text that stands for itself; it cannot extend files.
    func tree(text: String, name: String) -> LocatedNode? {
        tree(Array(text.utf8), name: name, real: nil, chain: [])
    }

    private func tree(_ bytes: [UInt8], name: String, real: String?, chain: [String]) -> LocatedNode? {
        collector.announce(file: name)
        note(name: real.map(relativeName) ?? name, bytes)
        let text: SourceText
        switch SourceText.decode(bytes, name: name) {
        case .success(let decoded): text = decoded
        case .failure(let fault):
            collector.report(fault.diagnostic)
            return nil
        }
        if let real { folders[name] = (real as NSString).deletingLastPathComponent }
        guard let root = TreeBuilder.tree(of: text, reportingTo: collector) else { return nil }
        guard let pairs = root.pairs else {
            collector.report(
                Diagnostic(.error, .notAScenario, at: root.location, excerpt: root.excerpt)
            )
            return nil
        }
        guard let extends = pairs.first(where: { $0.key == "extends" }) else { return root }
        var own = root
        own.content = .mapping(pairs.filter { $0.key != "extends" })
        guard let below = extended(extends.value, from: name, chain: chain) else { return nil }
        return TreeMerge.merged(own, over: below)
    }

    private func extended(_ node: LocatedNode, from name: String, chain: [String]) -> LocatedNode? {
        let target = (node.text ?? "").trimmed
        do {
            guard let files, let folder = folders[name], !target.isEmpty else {
                throw ProjectFiles.Fault(
                    cause: DiagnosticText("the path of a file is expected", "здесь нужен путь к файлу")
                )
            }
            let real = try files.resolve(target, from: folder)
            guard !chain.contains(real), chain.count < 64 else {
                throw ProjectFiles.Fault(
                    cause: DiagnosticText(
                        "the files extend one another in a circle",
                        "файлы дополняют друг друга по кругу"
                    )
                )
            }
            let bytes = try ProjectFiles.bytes(of: real)
            return tree(bytes, name: Self.shownName(target, beside: name), real: real, chain: chain + [real])
        } catch let fault as ProjectFiles.Fault {
            collector.report(
                Diagnostic(
                    .error,
                    DiagnosticText(
                        "cannot extend '\(target)': \(fault.cause.en)",
                        "не удаётся дополнить «\(target)»: \(fault.cause.ru)"
                    ),
                    at: node.location,
                    found: target,
                    excerpt: node.excerpt
                )
            )
        } catch {
            preconditionFailure("only faults of files are thrown here")
        }
        return nil
    }

    /// The column source of laws in a file.
    func columns(asking name: String) -> LawParser.ColumnSource? {
        guard let files, let folder = folders[name] ?? (name == "--set" ? folders.values.min() : nil) else {
            return nil
        }
        return { target, column in
            do throws(ProjectFiles.Fault) {
                let text = try self.text(files.resolve(target, from: folder), name: target)
                return ColumnReader.values(of: column, in: text)
            } catch {
                return .failure(
                    ColumnFault(
                        message: DiagnosticText(
                            "cannot read '\(target)': \(error.cause.en)",
                            "не удаётся прочитать «\(target)»: \(error.cause.ru)"
                        )
                    )
                )
            }
        }
    }

    /// The text of a data file that another file names.
    func dataFile(_ target: String, asking name: String) throws(ProjectFiles.Fault) -> SourceText {
        guard let files, let folder = folders[name] ?? (name == "--set" ? folders.values.min() : nil) else {
            throw ProjectFiles.Fault(
                cause: DiagnosticText(
                    "a text that is not a file can name no other files",
                    "текст, который не лежит в файле, не может ссылаться на файлы"
                )
            )
        }
        return try text(files.resolve(target, from: folder), name: Self.shownName(target, beside: name))
    }

    private func text(_ real: String, name: String) throws(ProjectFiles.Fault) -> SourceText {
        if let text = columnTexts[real] { return text }
        let bytes = try ProjectFiles.bytes(of: real)
        switch SourceText.decode(bytes, name: name) {
        case .failure(let fault):
            let message = fault.diagnostic.message
            guard fault.isOfEncoding else { throw ProjectFiles.Fault(cause: message) }
            throw ProjectFiles.Fault(
                cause: DiagnosticText(
                    message.en + "; in Excel, save it as 'CSV UTF-8 (Comma delimited)'",
                    message.ru + "; в Excel выберите тип файла «CSV UTF-8 (разделитель — запятая)»"
                )
            )
        case .success(let text):
            note(name: relativeName(real), bytes)
            columnTexts[real] = text
            return text
        }
    }

    /// Adds something that was read to the input of fingerprints.
    func note(name: String, _ bytes: [UInt8]) {
        hashInput += Array("\(name)\n\(bytes.count)\n".utf8) + bytes + [0x0A]
    }

    private func relativeName(_ real: String) -> String {
        guard let root = files?.root, real.hasPrefix(root + "/") else { return real }
        return String(real.dropFirst(root.count + 1))
    }

    /// The name of a file as seen from where the user is: beside the file that names it.
    private static func shownName(_ target: String, beside name: String) -> String {
        var parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in target.split(separator: "/").map(String.init) where part != "." {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

extension DiagnosticText {
    fileprivate static let notAScenario = DiagnosticText(
        "a scenario is a mapping that begins with 'scenario: NAME'",
        "сценарий — это набор ключей, который начинается со строки «scenario: ИМЯ»"
    )
}
