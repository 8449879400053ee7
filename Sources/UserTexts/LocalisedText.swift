/// One text in every language of the program, written side by side.
///
/// The initializer has no default for any language, so a text that lacks a translation does not compile.
///
///     let waiting = LocalisedText(ru: "время ожидания", en: "waiting time")
///     waiting.text(in: .russian)  // "время ожидания"
public struct LocalisedText: Sendable, Hashable {
    /// The Russian text.
    public let ru: String
    /// The English text.
    public let en: String

    /// Creates a text from its wording in each language.
    public init(ru: String, en: String) {
        self.ru = ru
        self.en = en
    }

    /// The wording in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .russian: ru
        case .english: en
        }
    }
}
