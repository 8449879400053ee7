extension LawParser {
    /// Moves past blanks.
    mutating func skipBlanks() {
        while index < characters.count, characters[index] == " " || characters[index].isWhitespace {
            index += 1
        }
    }

    /// Moves past a sign if it comes next.
    mutating func consume(_ sign: Character) -> Bool {
        skipBlanks()
        guard index < characters.count, characters[index] == sign else { return false }
        index += 1
        return true
    }

    /// Moves past words if they come next.
    mutating func consume(word: String) -> Bool {
        skipBlanks()
        guard index < characters.count, characters[index] == word.first else { return false }
        var place = index
        for (number, part) in word.split(separator: " ").enumerated() {
            if number > 0 {
                while place < characters.count, characters[place].isWhitespace { place += 1 }
            }
            guard characters[place...].starts(with: part) else { return false }
            place += part.count
        }
        guard place == characters.count || !characters[place].isLetter else { return false }
        index = place
        return true
    }

    /// The letters that come next, which it moves past.
    mutating func word() -> String {
        let start = index
        while index < characters.count, characters[index].isLetter { index += 1 }
        return String(characters[start..<index])
    }

    /// Whether the words of a range come next.
    func startsKeyword() -> Bool {
        ["within", "at", "clamped", "to"].contains { characters[index...].starts(with: $0) }
    }

    /// The characters in a range as a text.
    func piece(_ range: Range<Int>) -> String {
        String(characters[range].prefix(60))
    }

    /// The characters up to the next sign of punctuation.
    func piece(from start: Int) -> String {
        piece(start..<pieceEnd(from: start))
    }

    /// The place of the next sign of punctuation.
    func pieceEnd(from start: Int) -> Int {
        var end = start
        while end < characters.count, !",()".contains(characters[end]) { end += 1 }
        while end > start + 1, characters[end - 1].isWhitespace { end -= 1 }
        return min(characters.count, max(end, start))
    }

    /// A fault at the next characters, with the words that might have been meant.
    func unexpected(among words: [String]) -> Fault {
        let end = max(pieceEnd(from: index), min(characters.count, index + 1))
        let found = piece(index..<end)
        return Fault(
            message: DiagnosticText("unexpected '\(found)'", "лишнее: «\(found)»"),
            range: index..<end,
            suggestion: NearestName(to: found, among: words).suggestion
        )
    }
}
