/// How several things are joined in a sentence.
public struct ListStyle: Sendable, Hashable {
    /// The language of the sentence.
    public let language: Language

    /// Creates the style of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// All of the things: "окно, куратор и психолог", "desk, curator and psychologist".
    public func all(of items: [String]) -> String {
        join(items, by: LocalisedText(ru: "и", en: "and"))
    }

    /// One of the things: "сек, мин или ч", "s, min or h".
    public func any(of items: [String]) -> String {
        join(items, by: LocalisedText(ru: "или", en: "or"))
    }

    private func join(_ items: [String], by conjunction: LocalisedText) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction.text(in: language)) \(last)"
    }
}
