import ArgumentParser
import Reports
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import UserTexts

/// `marshrut validate`: reads scenarios and says what is wrong.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check scenario files. Проверить файлы сценариев."
    )

    @Argument(help: "Scenario files. Файлы сценариев.", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set a value of the files; repeatable.", valueName: "path=value")
    )
    var overrides: [ScenarioOverride] = []

    @Option(help: "Language, ru or en; by default the file's. Язык вывода.")
    var lang: Language?

    @Flag(help: "Print JSON for machines instead of text. Вывести JSON.")
    var json = false

    @Flag(help: "Print nothing about files without mistakes.")
    var quiet = false

    func run() throws {
        var isFaulty = false
        var isMissing = false
        var files: [JSONValue] = []
        for path in scenarios {
            do {
                let result = try ScenarioReader().read(path: path, overrides: overrides)
                var diagnostics = result.diagnostics
                diagnostics += Self.compilationErrors(of: result)
                let isFine = Self.isFine(result, diagnostics)
                if !isFine { isFaulty = true }
                files.append(record(path, result, diagnostics))
                if !json { show(path, result, diagnostics, isFine: isFine) }
            } catch {
                isMissing = true
                let cause = LocalisedText(ru: error.cause.ru, en: error.cause.en)
                let text = CommandText.cannotRead(path: error.path, cause: cause)
                Console.note(text.text(in: lang ?? .english))
            }
        }
        if json {
            let members: [(key: String, value: JSONValue)] = [
                ("schema", .string("marshrut/diagnostics/1")), ("files", .array(files)),
            ]
            Console.write(JSONValue.object(members).text)
        }
        if isMissing { throw ExitStatus.missingFile.code }
        if isFaulty { throw ExitStatus.faultyScenario.code }
    }

    /// What only the compiler finds.
    private static func compilationErrors(of result: ReadResult) -> [Diagnostic] {
        var compiler = ScenarioCompiler()
        return (result.designs?.designs ?? []).compactMap { design -> Diagnostic? in
            do throws(CompilationError) {
                _ = try compiler.compile(design.scenario)
                return nil
            } catch {
                return error.diagnostic(in: design.name, result.places)
            }
        }
    }

    private func show(_ path: String, _ result: ReadResult, _ diagnostics: [Diagnostic], isFine: Bool) {
        let language = language(of: result)
        if !diagnostics.isEmpty, !(quiet && isFine) { LoadedScenario.show(diagnostics, language) }
        let errors = diagnostics.count { $0.severity == .error }
        if isFine {
            guard !quiet else { return }
            let text = CommandText.fileIsFine(
                path: path,
                designs: result.designs?.designs.count ?? 0,
                warnings: diagnostics.count
            )
            Console.write(text.text(in: language) + "\n")
        } else {
            Console.note("\(path): " + CommandText.filesAreFaulty(errors: errors).text(in: language))
        }
    }

    private func record(
        _ path: String,
        _ result: ReadResult,
        _ diagnostics: [Diagnostic]
    ) -> JSONValue {
        let records = diagnostics.map { DiagnosticRecord($0, language: language(of: result).rawValue) }
        return .object([
            ("path", .string(path)),
            ("is_valid", .bool(Self.isFine(result, diagnostics))),
            ("designs", .array((result.designs?.designs ?? []).map { .string($0.name) })),
            ("diagnostics", .array(records.map(Self.json))),
        ])
    }

    private static func json(_ record: DiagnosticRecord) -> JSONValue {
        func number(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
        return .object([
            ("severity", .string(record.severity)),
            ("message", .string(record.message)),
            ("file", JSONValue(record.file)),
            ("line", number(record.line)),
            ("column", number(record.column)),
            ("length", number(record.length)),
            ("found", JSONValue(record.found)),
            ("expected", JSONValue(record.expected)),
            ("suggestion", JSONValue(record.suggestion)),
            ("notes", .array(record.notes.map(JSONValue.string))),
        ])
    }

    private static func isFine(_ result: ReadResult, _ diagnostics: [Diagnostic]) -> Bool {
        result.designs != nil && !diagnostics.contains { $0.severity == .error }
    }

    private func language(of result: ReadResult) -> Language {
        lang ?? result.statedLanguage.flatMap(Language.init(rawValue:)) ?? .english
    }
}
