/// A mistake in a scenario file, or something a planner should know before a run.
public struct Diagnostic: Sendable, Hashable {
    /// How grave it is.
    public var severity: Severity
    /// What is wrong, in one sentence: lower case, no full stop.
    public var message: DiagnosticText
    /// Where it is, or nil for the file as a whole.
    public var location: SourceLocation?
    /// The value found, as written, where one was.
    public var found: String?
    /// What was expected instead.
    public var expected: DiagnosticText?
    /// What to do, shown beside the carets: usually the nearest allowed name.
    public var suggestion: DiagnosticText?
    /// Further lines.
    public var notes: [DiagnosticText]
    /// The line of the file that the location points into.
    public var excerpt: String?

    /// Grades of a diagnostic.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The scenario cannot be run.
        case error
        /// The scenario can be run, but it may not say what was meant.
        case warning
    }

    /// Makes a diagnostic from its parts.
    public init(
        _ severity: Severity,
        _ message: DiagnosticText,
        at location: SourceLocation?,
        found: String? = nil,
        expected: DiagnosticText? = nil,
        suggestion: DiagnosticText? = nil,
        notes: [DiagnosticText] = [],
        excerpt: String? = nil
    ) {
        self.severity = severity
        self.message = message
        self.location = location
        self.found = found
        self.expected = expected
        self.suggestion = suggestion
        self.notes = notes
        self.excerpt = excerpt
    }
}
