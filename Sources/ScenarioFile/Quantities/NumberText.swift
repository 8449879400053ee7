/// Reads numbers from their text: plain decimals with an optional exponent, and nothing else.
enum NumberText {
    /// Numbers beyond this are refused; whole numbers below it are exact.
    static let limit = 9_007_199_254_740_992.0

    /// The place just after the number that starts at an index; the index itself when none starts there.
    static func end(of characters: [Character], from start: Int) -> Int {
        var index = start
        func digits() -> Bool {
            let first = index
            while index < characters.count, isDigit(characters[index]) { index += 1 }
            return index > first
        }
        if index < characters.count, characters[index] == "-" || characters[index] == "+" { index += 1 }
        guard digits() else { return start }
        if index + 1 < characters.count, characters[index] == ".", isDigit(characters[index + 1]) {
            index += 1
            _ = digits()
        }
        let mantissaEnd = index
        if index < characters.count, characters[index] == "e" || characters[index] == "E" {
            index += 1
            if index < characters.count, characters[index] == "-" || characters[index] == "+" { index += 1 }
            if !digits() { index = mantissaEnd }
        }
        return index
    }

    /// The number that a text is, if it is one, finite and below 2^53 in size.
    static func number(_ text: String) -> Double? {
        let characters = Array(text.prefix(400))
        guard !characters.isEmpty, characters.count < 400, end(of: characters, from: 0) == characters.count,
            let value = Double(text), value.isFinite, abs(value) < limit
        else { return nil }
        return value
    }

    /// The whole number that a text is: digits with an optional sign.
    static func integer(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, text.count < 30, digits.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    /// A share of one: `0.15` or `15 %`.
    static func share(_ text: String) -> Double? {
        guard text.hasSuffix("%") else { return number(text) }
        var rest = text.dropLast()
        while rest.last == " " { rest.removeLast() }
        return number(String(rest)).map { $0 / 100 }
    }

    /// Whether a character is one of the ten ASCII digits.
    static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) && character.isASCII
    }

    /// Whether a text is nothing but a number, finite or not.
    static func looksLikeNumber(_ text: String) -> Bool {
        let characters = Array(text.prefix(400))
        return !characters.isEmpty && end(of: characters, from: 0) == characters.count
    }
}
