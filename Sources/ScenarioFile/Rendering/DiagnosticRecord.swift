/// A diagnostic in one language, ready to be written as JSON.
public struct DiagnosticRecord: Sendable, Hashable, Codable {
    /// `error` or `warning`.
    public var severity: String
    /// What is wrong.
    public var message: String
    /// The file, if the diagnostic has a place.
    public var file: String?
    /// Line, from 1.
    public var line: Int?
    /// Column in characters, from 1.
    public var column: Int?
    /// Characters meant.
    public var length: Int?
    /// The value found, as written.
    public var found: String?
    /// What was expected.
    public var expected: String?
    /// What to do.
    public var suggestion: String?
    /// Further lines.
    public var notes: [String]

    /// Takes a diagnostic's texts in one language.
    public init(_ diagnostic: Diagnostic, language: String) {
        severity = diagnostic.severity.rawValue
        message = diagnostic.message.text(in: language)
        file = diagnostic.location?.file
        line = diagnostic.location?.line
        column = diagnostic.location?.column
        length = diagnostic.location?.length
        found = diagnostic.found
        expected = diagnostic.expected?.text(in: language)
        suggestion = diagnostic.suggestion?.text(in: language)
        notes = diagnostic.notes.map { $0.text(in: language) }
    }
}
