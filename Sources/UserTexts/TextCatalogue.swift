/// A section of the catalogue of texts: an enumeration whose every case has its wording in all languages.
///
/// Declare a section as an enumeration with one exhaustive `switch`: a new case without a text, or a text without
/// one of the languages, is then a compile error. A case may carry what its text speaks of, and a number in a text
/// is written by `NumberStyle` and agreed with its noun by `CountedNoun`.
///
///     enum GreetingText: TextCatalogue {
///         case welcome, familiesToday(Int)
///
///         var wording: LocalisedText {
///             switch self {
///             case .welcome: LocalisedText(ru: "Здравствуйте", en: "Welcome")
///             case .familiesToday(let count):
///                 LocalisedText(
///                     ru: "сегодня \(CountedNoun.family.phrase(count, in: .russian))",
///                     en: "\(CountedNoun.family.phrase(count, in: .english)) today"
///                 )
///             }
///         }
///     }
///     GreetingText.welcome.text(in: .russian)
public protocol TextCatalogue: Sendable {
    /// The text of this case in every language.
    var wording: LocalisedText { get }
}

extension TextCatalogue {
    /// The text of this case in one language.
    public func text(in language: Language) -> String {
        wording.text(in: language)
    }

    /// The text of this case with a capital first letter, for a heading or the start of a sentence.
    public func sentenceStart(in language: Language) -> String {
        let text = wording.text(in: language)
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
