/// Why a scenario cannot be made into a program, in both languages.
public struct CompilationError: Error, Sendable, Hashable {
    /// What is wrong, in English.
    public var english: String
    /// What is wrong, in Russian.
    public var russian: String

    /// Makes an error from its texts.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }
}
