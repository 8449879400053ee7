/// A text of a diagnostic in both languages, written side by side where the mistake is found.
public struct DiagnosticText: Sendable, Hashable {
    /// The English text.
    public var en: String
    /// The Russian text.
    public var ru: String

    /// Makes a text from its two versions.
    public init(_ en: String, _ ru: String) {
        self.en = en
        self.ru = ru
    }

    /// The text in the asked language: Russian for `ru`, otherwise English.
    public func text(in language: String) -> String {
        language == "ru" ? ru : en
    }
}

extension DiagnosticText {
    /// A list of names in quotes, in each language's quotation marks.
    static func names(_ names: [String]) -> DiagnosticText {
        DiagnosticText(
            names.map { "'\($0)'" }.joined(separator: ", "),
            names.map { "«\($0)»" }.joined(separator: ", ")
        )
    }
}
