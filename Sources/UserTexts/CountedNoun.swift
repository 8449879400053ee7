/// A noun with the forms it takes after numbers, in every language.
public struct CountedNoun: Sendable, Hashable {
    /// The Russian forms as after 1, 2 and 5; after a fraction the form after 2 serves (genitive singular).
    public let ru: RussianForms
    /// The English singular and plural.
    public let en: EnglishForms

    /// Creates a noun from its forms in each language.
    public init(ru: RussianForms, en: EnglishForms) {
        self.ru = ru
        self.en = en
    }

    /// The noun in one form.
    public func form(_ plural: Plural, in language: Language) -> String {
        switch (language, plural) {
        case (.russian, .one): ru.one
        case (.russian, .few), (.russian, .fraction): ru.few
        case (.russian, .many): ru.many
        case (.english, .one): en.one
        case (.english, _): en.many
        }
    }

    /// A whole number with its noun: "21 семья".
    public func phrase(_ count: Int, in language: Language) -> String {
        let noun = form(Plural(count, in: language), in: language)
        return NumberStyle(language).text(count) + NumberStyle.noBreakSpace + noun
    }

    /// A rounded number with its noun: "5,2 минуты".
    public func phrase(_ number: DecimalNumber, in language: Language) -> String {
        let noun = form(Plural(number, in: language), in: language)
        return NumberStyle(language).text(number) + NumberStyle.noBreakSpace + noun
    }

    /// The three forms of a Russian noun after whole numbers.
    public struct RussianForms: Sendable, Hashable {
        let one: String
        let few: String
        let many: String

        /// Creates the forms as after 1 (семья), 2 (семьи) and 5 (семей).
        public init(_ one: String, _ few: String, _ many: String) {
            self.one = one
            self.few = few
            self.many = many
        }
    }

    /// The two forms of an English noun.
    public struct EnglishForms: Sendable, Hashable {
        let one: String
        let many: String

        /// Creates the singular and the plural.
        public init(_ one: String, _ many: String) {
            self.one = one
            self.many = many
        }
    }
}
