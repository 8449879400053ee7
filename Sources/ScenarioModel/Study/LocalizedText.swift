/// A text for people, in one language or in several.
public struct LocalizedText: Sendable, Hashable {
    /// Pairs of language code and text, ordered by code; the code is empty for a text of no stated language.
    public var versions: [Version]

    /// A text in one language.
    public struct Version: Sendable, Hashable {
        /// `ru`, `en`, or empty.
        public var language: String
        /// The text itself.
        public var text: String

        /// Makes a version from its parts.
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// A text in no stated language.
    public init(_ text: String) {
        versions = [Version(language: "", text: text)]
    }

    /// A text in several languages.
    public init(versions: [Version]) {
        self.versions = versions.sorted { $0.language < $1.language }
    }

    /// The text in the asked language, else in no stated one, else in the first there is.
    public func text(in language: String) -> String {
        let exact = versions.first { $0.language == language }
        return (exact ?? versions.first { $0.language.isEmpty } ?? versions.first)?.text ?? ""
    }
}
