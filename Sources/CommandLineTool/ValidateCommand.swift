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
                let isFine = result.designs != nil && !diagnostics.contains { $0.severity == .error }
                if !isFine { isFaulty = true }
                files.append(Self.json(path, result, diagnostics))
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
        (result.designs?.designs ?? []).compactMap(compilationError)
    }

    private static func compilationError(of design: Design) -> Diagnostic? {
        do {
            _ = try ScenarioCompiler().compile(design.scenario)
            return nil
        } catch {
            let text = DiagnosticText(
                "design '\(design.name)': \(error.english)",
                "вариант «\(design.name)»: \(error.russian)"
            )
            return Diagnostic(.error, text, at: nil)
        }
    }

    private func show(_ path: String, _ result: ReadResult, _ diagnostics: [Diagnostic], isFine: Bool) {
        let language =
            lang ?? result.designs.flatMap { Language(rawValue: $0.baseline.scenario.language) } ?? .english
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

    private static func json(
        _ path: String,
        _ result: ReadResult,
        _ diagnostics: [Diagnostic]
    ) -> JSONValue {
        .object([
            ("path", .string(path)),
            ("is_valid", .bool(result.designs != nil && !diagnostics.contains { $0.severity == .error })),
            ("designs", .array((result.designs?.designs ?? []).map { .string($0.name) })),
            ("diagnostics", .array(diagnostics.map(json))),
        ])
    }

    private static func json(_ diagnostic: Diagnostic) -> JSONValue {
        .object([
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message_en", .string(diagnostic.message.en)),
            ("message_ru", .string(diagnostic.message.ru)),
            ("file", JSONValue(diagnostic.location?.file)),
            ("line", diagnostic.location.map { .integer(Int64($0.line)) } ?? .null),
            ("column", diagnostic.location.map { .integer(Int64($0.column)) } ?? .null),
            ("length", diagnostic.location.map { .integer(Int64($0.length)) } ?? .null),
            ("suggestion_en", JSONValue(diagnostic.suggestion?.en)),
            ("suggestion_ru", JSONValue(diagnostic.suggestion?.ru)),
        ])
    }
}
