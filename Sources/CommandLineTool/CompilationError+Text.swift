import ScenarioCompiler
import UserTexts

extension CompilationError {
    /// The error in both languages.
    var localised: LocalisedText { LocalisedText(ru: russian, en: english) }
}
