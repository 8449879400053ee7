/// The grammatical number that a noun takes after a number.
///
/// Russian: 1, 21 минута (one); 2–4, 22–24 минуты (few); 0, 5–20 минут (many); 5,2 минуты (fraction: genitive
/// singular). English: 1 minute (one); every other, 1.0 and 0.5 included, minutes (many). After Unicode CLDR 44.
public enum Plural: Sendable, Hashable, CaseIterable {
    case one
    case few
    case many
    case fraction

    /// The form after a whole number.
    public init(_ count: Int, in language: Language) {
        self.init(lastTwoDigits: Int(count.magnitude % 100), isOne: count.magnitude == 1, in: language)
    }

    /// The form after a number as it is shown.
    public init(_ number: DecimalNumber, in language: Language) {
        guard number.fractionDigits.isEmpty else {
            self = language == .russian ? .fraction : .many
            return
        }
        let lastTwoDigits = number.integerDigits.suffix(2).reduce(0) { $0 * 10 + Int($1) }
        self.init(lastTwoDigits: lastTwoDigits, isOne: number.integerDigits == [1], in: language)
    }

    private init(lastTwoDigits: Int, isOne: Bool, in language: Language) {
        guard language == .russian else {
            self = isOne ? .one : .many
            return
        }
        let isTeen = (11...14).contains(lastTwoDigits)
        switch lastTwoDigits % 10 {
        case 1 where !isTeen: self = .one
        case 2...4 where !isTeen: self = .few
        default: self = .many
        }
    }
}
