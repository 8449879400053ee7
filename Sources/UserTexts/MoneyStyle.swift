/// How sums of money are written: "1 250 000 руб.", "1,250,000 RUB".
public struct MoneyStyle: Sendable, Hashable {
    /// The language in which sums are written.
    public let language: Language

    /// Creates the style of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// Roubles and their half-width, both at the decimal place which the half-width deserves.
    ///
    /// A half-width that is nil, not finite or zero is left out, and so are then kopecks.
    public func text(roubles: Double, halfWidth: Double? = nil) -> String {
        let number = NumberStyle(language)
        let isKnown = halfWidth.map { $0.isFinite && $0 != 0 } ?? false
        let text = isKnown ? number.text(roubles, halfWidth: halfWidth) : number.text(roubles, decimals: 0)
        return text + NumberStyle.noBreakSpace + UnitText.roubles.text(in: language)
    }
}
