/// How durations are written: in the unit that reads best, short ("5,2 мин") or long ("5,2 минуты").
///
/// Seconds serve below one minute, minutes below 90 minutes, hours below 48 hours, then days; zero is "0 мин".
public struct DurationStyle: Sendable, Hashable {
    /// Whether units are abbreviated.
    public enum Form: Sendable, Hashable, CaseIterable {
        case short
        case long
    }

    /// The unit in which a duration is written.
    public enum Unit: Sendable, Hashable, CaseIterable {
        case seconds
        case minutes
        case hours
        case days

        /// The unit that reads best for a duration in seconds.
        public init(bestFor seconds: Double) {
            switch seconds.magnitude {
            case 0: self = .minutes
            case ..<60: self = .seconds
            case ..<(90 * 60): self = .minutes
            case ..<(48 * 3600): self = .hours
            default: self = .days
            }
        }

        /// The length of the unit in seconds.
        public var seconds: Double {
            switch self {
            case .seconds: 1
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            }
        }

        /// The unit's short name.
        public var shortName: UnitText {
            switch self {
            case .seconds: .seconds
            case .minutes: .minutes
            case .hours: .hours
            case .days: .days
            }
        }

        /// The unit's noun.
        public var noun: CountedNoun {
            switch self {
            case .seconds: .second
            case .minutes: .minute
            case .hours: .hour
            case .days: .day
            }
        }
    }

    /// The language in which durations are written.
    public let language: Language
    /// Whether units are abbreviated.
    public let form: Form

    /// Creates the style of a language.
    public init(_ language: Language, form: Form = .short) {
        self.language = language
        self.form = form
    }

    /// A duration with at least so many significant digits; nil chooses the unit that reads best.
    public func text(seconds: Double, in unit: Unit? = nil, significantDigits: Int = 2) -> String {
        guard seconds.isFinite else { return NumberStyle(language).text(seconds) }
        let unit = unit ?? Unit(bestFor: seconds)
        let number = NumberStyle.rounded(seconds / unit.seconds, significantDigits: significantDigits)
        return join(NumberStyle(language).text(number), unit, Plural(number, in: language))
    }

    /// A duration and its half-width, both at the decimal place which the half-width deserves.
    ///
    /// A half-width that is nil, not finite or zero is left out; nil chooses the unit that reads best.
    public func text(seconds: Double, halfWidth: Double?, in unit: Unit? = nil) -> String {
        let unit = unit ?? Unit(bestFor: seconds)
        guard let halfWidth,
            let pair = NumberStyle.rounded(seconds / unit.seconds, halfWidth: halfWidth / unit.seconds)
        else { return text(seconds: seconds, in: unit) }
        let numbers = NumberStyle(language).text(seconds / unit.seconds, halfWidth: halfWidth / unit.seconds)
        // "12 ± 3 минуты" agrees with the number beside the noun, "5 ± 1 minutes" is always plural.
        return join(numbers, unit, language == .russian ? Plural(pair.halfWidth, in: language) : .many)
    }

    private func join(_ numbers: String, _ unit: Unit, _ plural: Plural) -> String {
        let name =
            switch form {
            case .short: unit.shortName.text(in: language)
            case .long: unit.noun.form(plural, in: language)
            }
        return numbers + NumberStyle.noBreakSpace + name
    }
}
