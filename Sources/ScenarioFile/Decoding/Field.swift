import Foundation
import ScenarioModel

/// The value of a key, with what messages about it need.
struct Field {
    /// The value.
    let node: LocatedNode
    /// The key it stands under.
    let key: String
    /// Where that is.
    let place: DiagnosticText
    /// The decoding it belongs to.
    let context: DecodingContext

    init(_ node: LocatedNode, key: String, in place: DiagnosticText, _ context: DecodingContext) {
        self.node = node
        self.key = key
        self.place = place
        self.context = context
    }

    /// The same key with another value: an element of its list.
    func element(_ node: LocatedNode) -> Field {
        Field(node, key: key, in: place, context)
    }

    /// Reports that something else was expected here.
    func wrong(_ expected: DiagnosticText, suggestion: DiagnosticText? = nil) {
        let found = node.shortText
        context.error(
            DiagnosticText(
                "\(key) in \(place.en): found '\(found)', expected \(expected.en)",
                "\(key) \(place.ru): указано «\(found)», нужно: \(expected.ru)"
            ),
            at: node,
            found: found,
            expected: expected,
            suggestion: suggestion ?? misspeltWrapper
        )
    }

    /// Advice where `{ value: X, source: … }` was probably meant.
    private var misspeltWrapper: DiagnosticText? {
        guard let pairs = node.pairs, pairs.count <= 3 else { return nil }
        let known = ["value"] + FormatTable.provenanceKeys
        let nearest = pairs.filter { !known.contains($0.key) }.map { NearestName(to: $0.key, among: known) }
        return nearest.first(where: \.isNear)?.suggestion
    }

    /// Reports a mistake in a sentence of its own.
    func fault(_ message: DiagnosticText, suggestion: DiagnosticText? = nil) {
        context.error(
            DiagnosticText("\(key) in \(place.en): \(message.en)", "\(key) \(place.ru): \(message.ru)"),
            at: node,
            suggestion: suggestion
        )
    }

    /// The text, if it is one.
    func text(_ expected: DiagnosticText = DiagnosticText("a text", "текст")) -> String? {
        guard let text = node.text, !text.isEmpty else {
            wrong(expected)
            return nil
        }
        return text
    }

    /// A short name or word for people: not empty, at most 200 characters.
    func name() -> String? {
        guard let text = text() else { return nil }
        guard text.count <= 200, !text.contains(where: \.isNewline) else {
            wrong(DiagnosticText("a short text on one line", "короткий текст в одну строку"))
            return nil
        }
        return text
    }

    /// One of several words.
    func word<Value>(_ choices: [(String, Value)]) -> Value? {
        let words = choices.map(\.0)
        guard let text = node.text, let choice = choices.first(where: { $0.0 == text }) else {
            let list = DiagnosticText.names(words)
            let suggestion = node.text.flatMap { NearestName(to: $0, among: words) }
            wrong(
                words.count == 1 ? list : DiagnosticText("one of \(list.en)", "одно из \(list.ru)"),
                suggestion: suggestion?.isNear == true ? suggestion?.suggestion : nil
            )
            return nil
        }
        return choice.1
    }

    /// A whole number in a range.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = node.text, let value = NumberText.integer(text), range.contains(value) else {
            wrong(
                DiagnosticText(
                    "a whole number from \(range.lowerBound) to \(range.upperBound)",
                    "целое число от \(range.lowerBound) до \(range.upperBound)"
                )
            )
            return nil
        }
        return value
    }

    /// A number in a range that excludes its lower end if asked.
    func number(from low: Double = 0, isOpen: Bool = false) -> Double? {
        guard let text = node.text, let value = NumberText.number(text), isOpen ? value > low : value >= low
        else {
            wrong(
                isOpen
                    ? DiagnosticText("a number above 0", "число больше 0")
                    : DiagnosticText("a number, 0 or more", "число не меньше 0"),
                suggestion: decimalComma
            )
            return nil
        }
        return value
    }

    /// A share of one: `0.15` or `15 %`.
    func share() -> Double? {
        guard let text = node.text, let value = NumberText.share(text), (0...1).contains(value) else {
            wrong(.share, suggestion: decimalComma)
            return nil
        }
        return value
    }

    /// Advice where a decimal comma was written.
    var decimalComma: DiagnosticText? {
        guard let text = node.text?.prefix(100), !text.contains("(") else { return nil }
        let characters = Array(text)
        let hasComma = characters.indices.dropFirst().dropLast().contains { place in
            characters[place] == "," && NumberText.isDigit(characters[place - 1])
                && NumberText.isDigit(characters[place + 1])
        }
        guard hasComma else { return nil }
        return .decimalPoint
    }

    /// `yes` or `no`.
    func yesNo() -> Bool? { word([("yes", true), ("no", false)]) }

    /// A name that something in the file must bear.
    func reference(_ kind: ReferenceKind) -> String? {
        guard let text = text(DiagnosticText("a name", "имя")) else { return nil }
        guard context.isKnown(text, kind) else {
            context.unknown(kind, text, at: node, in: place)
            return nil
        }
        return text
    }

    /// The elements of a list; a single value counts as a list of one.
    func elements() -> [Field] {
        guard let elements = node.elements else { return [self] }
        if elements.isEmpty { wrong(DiagnosticText("at least one entry", "хотя бы одна запись")) }
        return elements.map(element)
    }

    /// The entries of a mapping from names to values.
    func entries() -> [(pair: LocatedNode.Pair, field: Field)] {
        guard let pairs = node.pairs else {
            wrong(DiagnosticText("a mapping from names to values", "набор пар «имя: значение»"))
            return []
        }
        return pairs.compactMap { pair in
            guard !pair.value.isEmpty else {
                context.error(
                    DiagnosticText(
                        "'\(pair.key)' in \(key) has no value",
                        "«\(pair.key)» в «\(key)» не имеет значения"
                    ),
                    at: pair
                )
                return nil
            }
            return (pair, Field(pair.value, key: pair.key, in: place, context))
        }
    }

    /// A text in one language, or one per language.
    func localizedText() -> LocalizedText? {
        guard node.pairs != nil else { return text().map { LocalizedText($0) } }
        var versions: [LocalizedText.Version] = []
        for (pair, field) in entries() {
            guard pair.key == "ru" || pair.key == "en" else {
                context.error(
                    DiagnosticText(
                        "unknown language '\(pair.key)' in \(key)",
                        "неизвестный язык «\(pair.key)» в «\(key)»"
                    ),
                    at: pair,
                    suggestion: NearestName(to: pair.key, among: ["ru", "en"]).suggestion
                )
                continue
            }
            if let text = field.text() { versions.append(.init(language: pair.key, text: text)) }
        }
        return versions.isEmpty ? nil : LocalizedText(versions: versions)
    }
}

extension DiagnosticText {
    static let decimalPoint = DiagnosticText(
        "write a decimal point, not a comma",
        "пишите десятичную точку, а не запятую"
    )
    static let share = DiagnosticText(
        "a share from 0 to 1, such as '0.15' or '15 %'",
        "доля от 0 до 1, например «0.15» или «15 %»"
    )
}
