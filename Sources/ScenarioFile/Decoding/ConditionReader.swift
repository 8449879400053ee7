import ScenarioModel

/// Reads conditions: `documents >= 5 and waiting at desks < 3 or town = Коркино`; `and` binds more closely than `or`.
struct ConditionReader {
    let field: Field
    let decoder: StepDecoder

    private static let signs: [(String, Condition.Comparison)] = [
        ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .notEqual), ("<", .less), (">", .greater),
        ("=", .equal),
    ]

    private static let expected = DiagnosticText(
        "a condition such as 'documents >= 5' or 'waiting at desks < 3', joined by 'and' or 'or'",
        "условие, например «documents >= 5» или «waiting at desks < 3», через «and» или «or»"
    )

    /// The condition; nil, with a report, if the text is none.
    func condition() -> Condition? {
        guard field.text(Self.expected) != nil else { return nil }
        guard let ways = parts(of: field, between: " or ", all) else { return nil }
        return ways.count == 1 ? ways[0] : .any(ways)
    }

    /// Comparisons of which all hold.
    private func all(_ field: Field) -> Condition? {
        guard let parts = parts(of: field, between: " and ", comparison) else { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// What is read between words; nil, with a report, if some part is not what it should be.
    private func parts(
        of field: Field,
        between word: String,
        _ read: (Field) -> Condition?
    ) -> [Condition]? {
        var parts: [Condition] = []
        var rest = field.node.text ?? ""
        var offset = 0
        while true {
            let range = rest.firstRange(of: word)
            let part = range.map { String(rest[..<$0.lowerBound]) } ?? rest
            guard let condition = read(field.part(part.trimmed, at: offset)) else { return nil }
            parts.append(condition)
            guard let range else { return parts }
            offset += rest.distance(from: rest.startIndex, to: range.upperBound)
            rest = String(rest[range.upperBound...])
        }
    }

    private func comparison(_ part: Field) -> Condition? {
        guard let text = part.node.text,
            let (sign, comparison) = Self.signs.first(where: { text.contains($0.0) })
        else {
            part.wrong(Self.expected)
            return nil
        }
        if let wrong = ["=>", "=<", "=="].first(where: text.contains) {
            let right = wrong == "==" ? "=" : String(wrong.reversed())
            part.wrong(
                Self.expected,
                suggestion: DiagnosticText("write '\(right)'", "пишите «\(right)»")
            )
            return nil
        }
        let sides = text.components(around: sign)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
            part.wrong(Self.expected)
            return nil
        }
        let left = part.part(sides[0], at: 0)
        let right = part.part(sides[1], at: text.count - sides[1].count)
        let prefix = "waiting at "
        if sides[0].hasPrefix(prefix) {
            let pool = left.part(String(sides[0].dropFirst(prefix.count)).trimmed, at: prefix.count)
            guard let name = pool.reference(.pool), let limit = right.number() else { return nil }
            return .waiting(pool: name, comparison, limit)
        }
        guard let name = decoder.attribute(left, sides[0]), let value = value(right, of: name) else {
            return nil
        }
        return .attribute(name, comparison, value)
    }

    /// A number, or a word's place among the attribute's words.
    private func value(_ field: Field, of attribute: String) -> Double? {
        guard let text = field.node.text else { return nil }
        guard let words = field.context.attributeWords[attribute], !words.isEmpty else {
            guard let number = NumberText.number(text) else {
                field.wrong(DiagnosticText("a number", "число"))
                return nil
            }
            return number
        }
        guard let place = words.firstIndex(of: text) else {
            let list = DiagnosticText.names(words)
            field.wrong(
                DiagnosticText("one of \(list.en)", "одно из \(list.ru)"),
                suggestion: NearestName(to: text, among: words).suggestion
            )
            return nil
        }
        return Double(place)
    }
}
