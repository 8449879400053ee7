import ScenarioCompiler
import ScenarioFile
import UserTexts

extension CompilationError {
    /// The error in both languages.
    var localised: LocalisedText { LocalisedText(ru: russian, en: english) }

    /// The error in a design, at its place in the file.
    func diagnostic(in design: String, _ places: ScenarioPlaces) -> Diagnostic {
        let message = DiagnosticText("design '\(design)': \(english)", "вариант «\(design)»: \(russian)")
        return places.error(message, about: part, in: design)
    }
}
