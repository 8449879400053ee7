public import ScenarioModel

/// Why a scenario cannot be made into a program, in both languages.
public struct CompilationError: Error, Sendable, Hashable {
    /// What is wrong, in English.
    public var english: String
    /// What is wrong, in Russian.
    public var russian: String
    /// The part of the scenario that it is about, where one alone is.
    public var part: ScenarioPart?

    /// Makes an error from its texts.
    public init(english: String, russian: String, about part: ScenarioPart? = nil) {
        self.english = english
        self.russian = russian
        self.part = part
    }

    /// The error, about a part unless it is about a smaller one already.
    func within(_ part: ScenarioPart) -> CompilationError {
        CompilationError(english: english, russian: russian, about: self.part ?? part)
    }
}
