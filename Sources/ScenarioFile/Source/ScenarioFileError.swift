/// A file could not be read at all: a fault of the environment, not of the file's content.
public struct ScenarioFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path as the user gave it.
    public var path: String
    /// Why it could not be read.
    public var cause: DiagnosticText
    /// Whether the file does not exist, rather than being unreadable.
    public var isMissing: Bool

    /// Makes an error from its parts.
    public init(path: String, cause: DiagnosticText, isMissing: Bool) {
        self.path = path
        self.cause = cause
        self.isMissing = isMissing
    }

    /// Path and cause in English.
    public var description: String { "cannot read '\(path)': \(cause.en)" }
}
