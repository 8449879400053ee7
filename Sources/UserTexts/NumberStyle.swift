/// How numbers are written in a language: decimal mark, groups of thousands, minus, and how many digits to show.
///
/// Russian has a decimal comma and narrow no-break spaces between thousands, English a point and commas; groups are
/// made from five digits up. Where a half-width is known it decides the digits: "5,2 ± 0,3".
public struct NumberStyle: Sendable, Hashable {
    /// The language in which numbers are written.
    public let language: Language

    /// Creates the style of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// A whole number.
    public func text(_ value: Int) -> String {
        grouped(String(value.magnitude), negative: value < 0)
    }

    /// A number that has been rounded.
    public func text(_ number: DecimalNumber) -> String {
        let integer = number.integerDigits.map(String.init).joined()
        let fraction = number.fractionDigits.map(String.init).joined()
        let whole = grouped(integer, negative: number.isNegative)
        return fraction.isEmpty ? whole : whole + decimalMark + fraction
    }

    /// A number with a fixed count of decimals; "∞" and "—" stand for what is not finite.
    public func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return Self.symbol(of: value) }
        return text(DecimalNumber(rounding: value, decimals: decimals))
    }

    /// A number with at least so many significant digits; whole digits are never rounded away.
    public func text(_ value: Double, significantDigits: Int = 2) -> String {
        guard value.isFinite else { return Self.symbol(of: value) }
        return text(Self.rounded(value, significantDigits: significantDigits))
    }

    /// A number and its half-width, both at the decimal place which the half-width deserves.
    ///
    /// A half-width that is nil, not finite or zero, or no more than the noise of rounding, is left out.
    public func text(_ value: Double, halfWidth: Double?) -> String {
        guard let halfWidth, let pair = Self.rounded(value, halfWidth: halfWidth) else { return text(value) }
        return "\(text(pair.value))\(Self.noBreakSpace)±\(Self.noBreakSpace)\(text(pair.halfWidth))"
    }

    /// A share as a percentage: "95 %" in Russian, "95%" in English.
    ///
    /// What is not quite all never reads as 100 %: 0.996 is "99,6 %".
    public func percent(_ share: Double, significantDigits: Int = 2) -> String {
        guard share.isFinite else { return Self.symbol(of: share) }
        let rounded = Self.rounded(share * 100, significantDigits: significantDigits)
        guard rounded.integerDigits == [1, 0, 0], share < 1,
            let exponent = DecimalNumber.exponent(of: 100 - share * 100)
        else { return text(rounded) + percentSign }
        return text(share * 100, decimals: max(1, -exponent)) + percentSign
    }

    /// A share and its half-width as a percentage: "95 ± 2 %" in Russian, "95 ± 2%" in English.
    public func percent(_ share: Double, halfWidth: Double?) -> String {
        text(share * 100, halfWidth: halfWidth.map { $0 * 100 }) + percentSign
    }

    /// A number rounded to at least so many significant digits, without zeros at the end of its fraction.
    static func rounded(_ value: Double, significantDigits: Int) -> DecimalNumber {
        let exponent = DecimalNumber.exponent(of: value) ?? 0
        let decimals = max(0, significantDigits - 1 - exponent)
        return DecimalNumber(rounding: value, decimals: decimals).withoutTrailingZeros
    }

    /// Rounds a value by its half-width, which shows two digits if it begins with 1 or 2 and one otherwise.
    static func rounded(
        _ value: Double,
        halfWidth: Double
    ) -> (value: DecimalNumber, halfWidth: DecimalNumber)? {
        guard value.isFinite, halfWidth.isFinite, halfWidth.magnitude > 1e-12 * value.magnitude else {
            return nil
        }
        guard let exponent = DecimalNumber.exponent(of: halfWidth) else { return nil }
        let leading = DecimalNumber(rounding: halfWidth, decimals: 1 - exponent)
        let digits = leading.integerDigits + leading.fractionDigits
        let first = digits.first { $0 != 0 } ?? 0
        let decimals = (first < 3 ? 1 : 0) - exponent
        return (
            DecimalNumber(rounding: value, decimals: decimals),
            DecimalNumber(rounding: halfWidth.magnitude, decimals: decimals)
        )
    }

    /// The space that keeps a number and its unit on one line.
    public static let noBreakSpace = "\u{A0}"
    static let narrowNoBreakSpace = "\u{202F}"

    private var decimalMark: String {
        switch language {
        case .russian: ","
        case .english: "."
        }
    }

    private var groupMark: String {
        switch language {
        case .russian: Self.narrowNoBreakSpace
        case .english: ","
        }
    }

    private var percentSign: String {
        switch language {
        case .russian: Self.noBreakSpace + "%"
        case .english: "%"
        }
    }

    private func grouped(_ digits: String, negative: Bool) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            let remaining = digits.count - index
            if index > 0, digits.count >= 5, remaining.isMultiple(of: 3) {
                text += groupMark
            }
            text.append(digit)
        }
        return negative ? "\u{2212}" + text : text
    }

    private static func symbol(of value: Double) -> String {
        switch value {
        case .infinity: "∞"
        case -.infinity: "\u{2212}∞"
        default: "—"
        }
    }
}
