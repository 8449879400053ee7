/// A number rounded to a decimal place, digit by digit, as it will be shown.
///
/// Rounding starts from the shortest decimal that identifies the `Double`, halves away from zero: 2.675 at two
/// decimals is 2.68, as a reader expects. The digits shown also decide the plural ("5 минут", "5,0 минуты").
public struct DecimalNumber: Sendable, Hashable {
    /// Whether the number is below zero; a number that rounds to zero is not.
    public let isNegative: Bool
    /// The digits before the decimal mark, at least one.
    public let integerDigits: [UInt8]
    /// The digits after the decimal mark, possibly none.
    public let fractionDigits: [UInt8]

    /// Rounds a finite number to `decimals` places; a negative count rounds to tens, hundreds and so on.
    ///
    /// - Precondition: `value` is finite and `decimals` lies in -400...400.
    public init(rounding value: Double, decimals: Int) {
        precondition(value.isFinite, "only finite numbers have digits")
        precondition((-400...400).contains(decimals), "decimals out of range: \(decimals)")
        let expansion = Self.expansion(of: value.magnitude)
        let kept = Self.rounded(expansion.digits, keeping: expansion.point + decimals)
        var point = expansion.point + kept.carry
        var digits = kept.digits
        if point < 0 {
            digits = Array(repeating: 0, count: -point) + digits
            point = 0
        }
        let missing = point + max(decimals, 0) - digits.count
        if missing > 0 {
            digits += Array(repeating: 0, count: missing)
        }
        let integer = Array(digits[..<point].drop { $0 == 0 })
        integerDigits = integer.isEmpty ? [0] : integer
        fractionDigits = Array(digits[point..<(point + max(decimals, 0))])
        isNegative = value < 0 && digits.contains { $0 != 0 }
    }

    /// The same number without zeros at the end of its fraction.
    public var withoutTrailingZeros: DecimalNumber {
        var fraction = fractionDigits
        while fraction.last == 0 {
            fraction.removeLast()
        }
        return DecimalNumber(isNegative: isNegative, integerDigits: integerDigits, fractionDigits: fraction)
    }

    private init(isNegative: Bool, integerDigits: [UInt8], fractionDigits: [UInt8]) {
        self.isNegative = isNegative
        self.integerDigits = integerDigits
        self.fractionDigits = fractionDigits
    }

    /// The power of ten of a number's first significant digit; nil for zero.
    static func exponent(of value: Double) -> Int? {
        let expansion = expansion(of: value.magnitude)
        return expansion.digits.firstIndex { $0 != 0 }.map { expansion.point - 1 - $0 }
    }

    /// The shortest digits of a number and how many of them stand before the decimal mark (may be negative).
    private static func expansion(of magnitude: Double) -> (digits: [UInt8], point: Int) {
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let digits = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
        return (digits, mantissa[0].count + exponent)
    }

    /// Digits cut to a length, rounded half away from zero; `carry` is 1 when a digit was added in front.
    private static func rounded(_ digits: [UInt8], keeping count: Int) -> (digits: [UInt8], carry: Int) {
        guard count < digits.count else { return (digits, 0) }
        guard count >= 0 else { return ([], 0) }
        var kept = Array(digits[..<count])
        guard digits[count] >= 5 else { return (kept, 0) }
        for index in kept.indices.reversed() {
            guard kept[index] == 9 else {
                kept[index] += 1
                return (kept, 0)
            }
            kept[index] = 0
        }
        return ([1] + kept, 1)
    }
}
