import Foundation

/// Tells which names a reader cannot tell apart: by case, by the alphabet of a letter, or by what cannot be seen.
enum Lookalike {
    /// What is left of a name when all that the eye misses is taken away.
    static func skeleton(_ name: String) -> String {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.lowercased() }
        var result = String.UnicodeScalarView()
        for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where !isInvisible(scalar) {
            result.append(latin[scalar] ?? scalar)
        }
        return String(result)
    }

    /// The first character of a name that cannot be seen, else nil.
    static func invisible(in name: String) -> Unicode.Scalar? {
        name.unicodeScalars.first(where: isInvisible)
    }

    /// The first letter of a name that is not that of its look-alike; nil when only case or accents differ.
    static func foreignLetter(of name: String, beside other: String) -> (
        found: Unicode.Scalar, meant: Unicode.Scalar
    )? {
        guard name.count == other.count, skeleton(name) == skeleton(other) else { return nil }
        for (found, meant) in zip(name.unicodeScalars, other.unicodeScalars)
        where found != meant && found.properties.lowercaseMapping != meant.properties.lowercaseMapping {
            return (found, meant)
        }
        return nil
    }

    /// A character as `U+0435`.
    static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        // Unicode answers slowly; the soft hyphen is the first of them, and none is among the Cyrillic letters.
        guard scalar.value >= 0xAD, !(0x400...0x4FF).contains(scalar.value) else { return false }
        return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
    }

    /// Small Cyrillic and Greek letters that look like Latin ones, in small or capital form, and odd hyphens.
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t",
        "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w", "һ": "h", "ѵ": "v",
        "α": "a", "β": "b", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "y",
        "χ": "x", "ı": "i", "ɑ": "a", "ɡ": "g",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    ]
}
