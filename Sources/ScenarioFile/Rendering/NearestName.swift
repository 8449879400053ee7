/// Finds the allowed name nearest to a misspelt one.
struct NearestName {
    /// The nearest allowed name, or nil when there are none.
    let name: String?
    /// Whether it is near enough to be meant: at most a third of its letters differ.
    let isNear: Bool
    private let wrong: String
    private let choices: [String]

    /// Compares a name with the allowed ones; of equally near ones the alphabetically first is taken.
    init(to wrong: String, among choices: [String]) {
        self.wrong = wrong
        self.choices = choices
        let folded = FoldedName(wrong)
        var best: (name: String, distance: Int)?
        for choice in choices.sorted() {
            let other = FoldedName(choice)
            if let best, abs(other.count - folded.count) >= best.distance { continue }
            let distance = folded.distance(to: other)
            if best.map({ distance < $0.distance }) ?? true { best = (choice, distance) }
        }
        name = best?.name
        isNear = best.map { $0.distance * 3 <= max($0.name.count, min(wrong.count, 60)) } ?? false
    }

    /// The suggestion in words: the name if near; else the choices when few, and the nearest as a guess.
    var suggestion: DiagnosticText? {
        guard let name else { return nil }
        if let letter = Lookalike.foreignLetter(of: wrong, beside: name) {
            let code = Lookalike.code(letter.found)
            return DiagnosticText(
                "did you mean '\(name)'? '\(letter.found)' (\(code)) only looks like '\(letter.meant)'",
                "возможно, имелось в виду «\(name)»? «\(letter.found)» (\(code)) лишь похоже на «\(letter.meant)»"
            )
        }
        if isNear {
            return DiagnosticText("did you mean '\(name)'?", "возможно, имелось в виду «\(name)»?")
        }
        if choices.count == 1 {
            return DiagnosticText("only '\(name)' is allowed here", "здесь возможно только «\(name)»")
        }
        let guess = DiagnosticText("perhaps '\(name)'? (a guess)", "может быть, «\(name)»? (догадка)")
        guard choices.count < 8 else { return guess }
        let list = DiagnosticText.names(choices)
        return DiagnosticText("expected one of \(list.en); \(guess.en)", "возможны: \(list.ru); \(guess.ru)")
    }

    /// The suggestion if the name is near, else nil.
    var nearSuggestion: DiagnosticText? { isNear ? suggestion : nil }
}

/// A name as it is compared: at most 60 characters, without case, without look-alikes.
private struct FoldedName {
    private let text: String
    /// The characters as bytes when all are of one byte, which compare much quicker.
    private let bytes: [UInt8]?

    init(_ name: String) {
        text = Lookalike.skeleton(String(name.prefix(60)))
        let isSimple = text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
        bytes = isSimple ? text.utf8.map { $0 == 0x2D || $0 == 0x5F ? 0x20 : $0 } : nil
    }

    /// Number of characters.
    var count: Int { bytes?.count ?? text.count }

    /// Letters to insert, remove, replace or swap with a neighbour to get from one name to the other.
    func distance(to other: FoldedName) -> Int {
        if let bytes, let otherBytes = other.bytes { return Self.distance(bytes, otherBytes) }
        return Self.distance(characters, other.characters)
    }

    private var characters: [Character] {
        text.map { $0 == "-" || $0 == "_" ? " " : $0 }
    }

    private static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
        var beforeLast = Array(0...right.count)
        var last = beforeLast
        var current = beforeLast
        for row in left.indices {
            current[0] = row + 1
            for column in right.indices {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count]
    }
}
