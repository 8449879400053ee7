import ScenarioModel

/// Reads expressions: `1 + 0.2 * min(children, 3) - waiting at desks / 10`.
///
/// A name may hold blanks and hyphens: `-` is an operator only between blanks or before what it belongs to.
struct ExpressionReader {
    let field: Field
    let decoder: StepDecoder

    /// Deepest nesting of parentheses and functions.
    private static let depthLimit = 20

    private static let expected = DiagnosticText(
        "an expression such as '1 + 0.2 * children': numbers, attributes, 'waiting at desks', + - * / ( ) min max",
        "выражение, например «1 + 0.2 * children»: числа, признаки, «waiting at desks», + - * / ( ) min max"
    )

    /// Whether a text is a law, rather than an expression.
    static func isLaw(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "(") else { return false }
        let name = text[..<open]
        return !name.isEmpty && name != "min" && name != "max" && name.allSatisfy { $0.isLetter }
    }

    /// The expression; nil, with a report, if the text is none.
    func expression() -> AttributeExpression? {
        guard let text = field.text(Self.expected) else { return nil }
        var parser = Parser(text: Array(text), reader: self)
        guard text.count <= 1_000, let result = parser.sum(0), parser.isAtEnd else {
            if !parser.hasReported { field.wrong(Self.expected) }
            return nil
        }
        return result
    }

    /// Reads one text from its beginning to its end.
    private struct Parser {
        let text: [Character]
        let reader: ExpressionReader
        private var place = 0
        private(set) var hasReported = false

        init(text: [Character], reader: ExpressionReader) {
            self.text = text
            self.reader = reader
        }

        var isAtEnd: Bool {
            mutating get {
                skipBlanks()
                return place == text.count
            }
        }

        private mutating func skipBlanks() {
            while place < text.count, text[place] == " " { place += 1 }
        }

        /// Takes a sign if it comes next.
        private mutating func take(_ sign: Character) -> Bool {
            skipBlanks()
            guard place < text.count, text[place] == sign else { return false }
            place += 1
            return true
        }

        mutating func sum(_ depth: Int) -> AttributeExpression? {
            guard depth <= ExpressionReader.depthLimit, var result = product(depth) else { return nil }
            while true {
                if take("+") {
                    guard let next = product(depth) else { return nil }
                    result = .sum(result, next)
                } else if take("-") {
                    guard let next = product(depth) else { return nil }
                    result = .difference(result, next)
                } else {
                    return result
                }
            }
        }

        private mutating func product(_ depth: Int) -> AttributeExpression? {
            guard var result = factor(depth) else { return nil }
            while true {
                if take("*") {
                    guard let next = factor(depth) else { return nil }
                    result = .product(result, next)
                } else if take("/") {
                    skipBlanks()
                    let first = place
                    guard let divisor = number() else {
                        report(
                            first,
                            DiagnosticText(
                                "a number to divide by, other than 0",
                                "число, на которое делят, кроме 0"
                            )
                        )
                        return nil
                    }
                    result = .product(result, .number(1 / divisor))
                } else {
                    return result
                }
            }
        }

        private mutating func factor(_ depth: Int) -> AttributeExpression? {
            if take("-") { return factor(depth + 1).map { .difference(.number(0), $0) } }
            if take("(") {
                guard let inner = sum(depth + 1), take(")") else { return nil }
                return inner
            }
            skipBlanks()
            guard place < text.count else { return nil }
            if text[place].isNumber {
                let first = place
                guard let value = number(mayBeZero: true) else {
                    report(first, DiagnosticText("a number", "число"))
                    return nil
                }
                return .number(value)
            }
            return named(depth)
        }

        /// A number, perhaps in per cent; nil for none, and for 0 unless that may be.
        private mutating func number(mayBeZero: Bool = false) -> Double? {
            let first = place
            while place < text.count, text[place].isNumber || text[place] == "." { place += 1 }
            guard let value = NumberText.number(String(text[first..<place])) else { return nil }
            guard value != 0 || mayBeZero else { return nil }
            return take("%") ? value / 100 : value
        }

        /// A function, the length of a line, or an attribute.
        private mutating func named(_ depth: Int) -> AttributeExpression? {
            let first = place
            while place < text.count, !"+*/(),".contains(text[place]) {
                if text[place] == "-", text[place - 1] == " ", place + 1 < text.count, text[place + 1] == " "
                {
                    break
                }
                place += 1
            }
            let name = String(text[first..<place]).trimmed
            if name == "min" || name == "max", take("(") {
                guard let left = sum(depth + 1), take(","), let right = sum(depth + 1), take(")") else {
                    return nil
                }
                return name == "min" ? .least(left, right) : .greatest(left, right)
            }
            let part = reader.field.part(name, at: first)
            let prefix = "waiting at "
            if name.hasPrefix(prefix) {
                let pool = part.part(String(name.dropFirst(prefix.count)).trimmed, at: prefix.count)
                guard let known = pool.reference(.pool) else { return failed() }
                return .waiting(pool: known)
            }
            guard !name.isEmpty else { return nil }
            guard let attribute = reader.decoder.numericAttribute(part, name) else { return failed() }
            return .attribute(attribute)
        }

        /// Nothing, after a report.
        private mutating func failed() -> AttributeExpression? {
            hasReported = true
            return nil
        }

        private mutating func report(_ first: Int, _ expected: DiagnosticText) {
            let rest = String(text[first...].prefix(20))
            reader.field.part(rest.isEmpty ? String(text) : rest, at: rest.isEmpty ? 0 : first).wrong(
                expected
            )
            hasReported = true
        }
    }
}
