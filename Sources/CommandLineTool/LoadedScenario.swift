import ArgumentParser
import Experiments
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import UserTexts

/// A scenario file, read and compiled, with the language to speak.
struct LoadedScenario {
    let designs: [ExperimentDesign]
    let diagnostics: [Diagnostic]
    let language: Language

    /// Reads and compiles; says what is wrong and exits otherwise.
    init(_ options: ScenarioOptions) throws {
        let result = try Self.read(options)
        guard let set = result.designs else {
            let language = options.lang ?? result.statedLanguage.flatMap(Language.init(rawValue:)) ?? .english
            Self.show(result.diagnostics, language)
            throw ExitStatus.faultyScenario.code
        }
        diagnostics = result.diagnostics
        language = options.lang ?? Language(rawValue: set.baseline.scenario.language) ?? .english
        if !options.quiet { Self.show(result.diagnostics, language) }
        var compiler = ScenarioCompiler()
        var compiled: [ExperimentDesign] = []
        for design in set.designs {
            do {
                compiled.append(try ExperimentDesign(design, by: &compiler))
            } catch {
                Self.show([error.diagnostic(in: design.name, result.places)], language)
                throw ExitStatus.faultyScenario.code
            }
        }
        designs = compiled
    }

    /// Reads a file; says so and exits when it cannot be read at all.
    static func read(_ options: ScenarioOptions) throws -> ReadResult {
        do {
            return try ScenarioReader().read(path: options.scenario, overrides: options.overrides)
        } catch {
            let cause = LocalisedText(ru: error.cause.ru, en: error.cause.en)
            let text = CommandText.cannotRead(path: error.path, cause: cause)
            Console.note(text.text(in: options.lang ?? .english))
            throw ExitStatus.missingFile.code
        }
    }

    /// Shows mistakes and warnings.
    static func show(_ diagnostics: [Diagnostic], _ language: Language) {
        guard !diagnostics.isEmpty else { return }
        Console.note(DiagnosticRenderer(language: language.rawValue).text(diagnostics))
    }

    /// The design of this name, the baseline for none; says so and exits when there is no such design.
    func design(_ name: String?) throws -> ExperimentDesign {
        guard let name else { return designs[0] }
        guard let design = designs.first(where: { $0.name == name }) else {
            let text = CommandText.unknownDesign(name: name, known: designs.map(\.name))
            Console.note(text.text(in: language))
            throw ExitStatus.wrongUsage.code
        }
        return design
    }
}
