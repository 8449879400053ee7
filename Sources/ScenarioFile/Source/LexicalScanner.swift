/// Reads a YAML text as tokens before the parser sees it.
///
/// It bounds nesting, refuses anchors, aliases, tags, directives and further documents with their place,
/// notes where each scalar and bracket ends, and shields the commas and colons inside a law's parentheses
/// (`{ takes: lognormal(mean 30 min, cv 0.5) }`), which YAML would otherwise split. It follows the scanner
/// of libyaml step by step; where it stops early, the parser reports the mistake.
struct LexicalScanner {
    /// The characters, with stand-ins inside laws.
    private(set) var scalars: [Unicode.Scalar]
    /// Position after the last character of the scalar or bracketed collection that starts at the key.
    private(set) var ends: [SourcePosition: SourcePosition] = [:]
    /// The first thing that is refused.
    private(set) var refusal: Refusal?

    private var index = 0
    private var position = SourcePosition(line: 1, column: 1)
    private var indents: [Int] = []
    private var flow: [(isMapping: Bool, start: SourcePosition)] = []
    private var isKeyAllowed = true
    private var blockKey: SourcePosition?
    private var hasContent = false

    /// Deepest nesting that is read.
    static let nestingLimit = 64

    /// Something that scenario files must not contain.
    struct Refusal {
        /// What it is.
        var message: DiagnosticText
        /// Where it starts.
        var position: SourcePosition
    }

    /// Scans a text from start to end, or to the first refusal.
    init(_ text: SourceText) {
        scalars = text.scalars
        while refusal == nil, scanToken() {}
    }

    // MARK: - Reading

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
    }

    private func isBlankOrEnd(_ offset: Int = 0) -> Bool {
        guard let scalar = peek(offset) else { return true }
        return scalar == " " || scalar == "\t" || SourceText.isBreak(scalar)
    }

    private func isBreakOrEnd() -> Bool { peek().map(SourceText.isBreak) ?? true }

    private mutating func advance() {
        guard let scalar = peek() else { return }
        index += 1
        guard SourceText.isBreak(scalar) else { return position.column += 1 }
        if scalar == "\r", peek() == "\n" { index += 1 }
        position = SourcePosition(line: position.line + 1, column: 1)
    }

    private mutating func skipToToken() {
        while let scalar = peek() {
            if scalar == " " || (scalar == "\t" && (!flow.isEmpty || !isKeyAllowed)) {
                advance()
            } else if scalar == "#" {
                while !isBreakOrEnd() { advance() }
            } else if SourceText.isBreak(scalar) {
                advance()
                if flow.isEmpty { isKeyAllowed = true }
            } else {
                return
            }
        }
    }

    // MARK: - Tokens

    /// Reads one token; false at the end of the text or where the parser will report a mistake.
    private mutating func scanToken() -> Bool {
        skipToToken()
        if flow.isEmpty {
            while let last = indents.last, last > position.column { indents.removeLast() }
        }
        guard let scalar = peek() else { return false }
        if position.column == 1, let verdict = scanDocumentMark() { return verdict }
        hasContent = true
        switch scalar {
        case "[", "{": openFlow(isMapping: scalar == "{")
        case "]", "}": closeFlow()
        case ",":
            isKeyAllowed = true
            advance()
        case "-" where isBlankOrEnd(1): scanIndicator(indent: position.column)
        case "?" where !flow.isEmpty || isBlankOrEnd(1): scanIndicator(indent: position.column)
        case ":" where !flow.isEmpty || isBlankOrEnd(1): scanValueIndicator()
        case "*", "&", "!", "%", "@", "`": return refuseIndicator(scalar)
        case "|" where flow.isEmpty, ">" where flow.isEmpty: return scanBlockScalar()
        case "'", "\"": return scanQuoted(scalar)
        case "\t", ">", "|", "#": return false
        default: scanPlain()
        }
        return true
    }

    private mutating func scanDocumentMark() -> Bool? {
        guard let first = peek(), first == "-" || first == ".", peek(1) == first, peek(2) == first,
            isBlankOrEnd(3)
        else { return nil }
        if first == "-", !hasContent {
            hasContent = true
            for _ in 0..<3 { advance() }
            return true
        }
        refuse(
            DiagnosticText(
                "a scenario file holds one document; remove this line",
                "в файле сценария может быть только один документ; удалите эту строку"
            )
        )
        return false
    }

    private mutating func refuseIndicator(_ scalar: Unicode.Scalar) -> Bool {
        let name: DiagnosticText? =
            switch scalar {
            case "*": DiagnosticText("aliases", "псевдоним (*)")
            case "&": DiagnosticText("anchors", "якорь (&)")
            case "!": DiagnosticText("tags", "тег (!)")
            case "%" where position.column == 1: DiagnosticText("directives", "директива (%)")
            default: nil
            }
        if let name {
            refuse(
                DiagnosticText(
                    "YAML \(name.en) are not allowed; a text that begins with '\(scalar)' must be quoted",
                    "\(name.ru) YAML в сценарии не допускается; текст, который начинается с «\(scalar)», возьмите в кавычки"
                )
            )
        } else {
            refuse(
                DiagnosticText(
                    "a text that begins with '\(scalar)' must be quoted",
                    "текст, который начинается с «\(scalar)», нужно взять в кавычки"
                )
            )
        }
        return false
    }

    private mutating func refuse(_ message: DiagnosticText) {
        refusal = Refusal(message: message, position: position)
    }

    // MARK: - Nesting

    private mutating func indent(to column: Int) {
        guard flow.isEmpty, column > indents.last ?? 0 else { return }
        indents.append(column)
        checkDepth()
    }

    private mutating func checkDepth() {
        guard indents.count + flow.count > Self.nestingLimit else { return }
        refuse(.tooDeep)
    }

    private mutating func openFlow(isMapping: Bool) {
        noteKey()
        flow.append((isMapping, position))
        checkDepth()
        isKeyAllowed = true
        advance()
    }

    private mutating func closeFlow() {
        advance()
        isKeyAllowed = false
        if let opened = flow.popLast() { ends[opened.start] = position }
    }

    private mutating func noteKey() {
        if flow.isEmpty { blockKey = isKeyAllowed ? position : nil }
    }

    private mutating func scanIndicator(indent column: Int) {
        indent(to: column)
        isKeyAllowed = flow.isEmpty || peek() != "?"
        advance()
    }

    private mutating func scanValueIndicator() {
        if flow.isEmpty {
            let key = blockKey.flatMap { $0.line == position.line ? $0 : nil }
            indent(to: key?.column ?? position.column)
            isKeyAllowed = key == nil
            blockKey = nil
        } else {
            isKeyAllowed = false
        }
        advance()
    }

    // MARK: - Scalars

    private mutating func scanQuoted(_ quote: Unicode.Scalar) -> Bool {
        noteKey()
        let start = position
        isKeyAllowed = false
        advance()
        while let scalar = peek() {
            advance()
            if scalar == "\\", quote == "\"" {
                advance()
            } else if scalar == quote {
                guard quote == "'", peek() == "'" else {
                    ends[start] = position
                    return true
                }
                advance()
            }
        }
        return false
    }

    private mutating func scanBlockScalar() -> Bool {
        let start = position
        var increment = 0
        advance()
        while let scalar = peek(), !SourceText.isBreak(scalar), scalar != " ", scalar != "\t" {
            if let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil {
                increment = digit
            }
            advance()
        }
        while !isBreakOrEnd() { advance() }
        advance()
        let parent = indents.last ?? 0
        var indent = increment > 0 ? max(0, parent - 1) + increment : 0
        var end = position
        while peek() != nil {
            var column = 0
            while peek() == " ", indent == 0 || column < indent {
                advance()
                column += 1
            }
            if let scalar = peek(), SourceText.isBreak(scalar) {
                advance()
                continue
            }
            if indent == 0 { indent = max(column, parent, 1) }
            guard column == indent, peek() != nil else { break }
            while !isBreakOrEnd() { advance() }
            end = position
            advance()
        }
        ends[start] = end
        isKeyAllowed = true
        return true
    }

    private mutating func scanPlain() {
        noteKey()
        let start = position
        let indent = flow.isEmpty ? (indents.last ?? 0) + 1 : 0
        var end = position
        var hasNewLine = false
        isKeyAllowed = false
        while let scalar = peek(), scalar != "#" || end == start {
            if position.column == 1, position != start, isDocumentMark() { break }
            while let next = peek(), !isBlankOrEnd() {
                shieldLaw(from: start)
                let now = peek() ?? next
                if now == ":", isBlankOrEnd(1) { break }
                if !flow.isEmpty, now == "," || now == "[" || now == "]" || now == "{" || now == "}" { break }
                advance()
                end = position
                hasNewLine = false
            }
            guard let blank = peek(), blank == " " || blank == "\t" || SourceText.isBreak(blank) else {
                break
            }
            while let next = peek(), next == " " || next == "\t" || SourceText.isBreak(next) {
                if SourceText.isBreak(next) { hasNewLine = true }
                advance()
            }
            if flow.isEmpty, hasNewLine, position.column < indent { break }
        }
        ends[start] = end
        if hasNewLine { isKeyAllowed = true }
    }

    private func isDocumentMark() -> Bool {
        guard let first = peek(), first == "-" || first == "." else { return false }
        return peek(1) == first && peek(2) == first && isBlankOrEnd(3)
    }

    // MARK: - Shielding

    /// Replaces the commas and colons between here and the closing parenthesis, if a law's arguments start here;
    /// and a comma between names of weekdays inside a bracketed mapping.
    private mutating func shieldLaw(from start: SourcePosition) {
        if peek() == ",", let top = flow.last, top.isMapping, isBetweenWeekdays(from: start) {
            scalars[index] = StandIn.comma
            return
        }
        guard peek() == "(", index > 0, scalars[index - 1].properties.isAlphabetic,
            scalars[index - 1].isASCII
        else { return }
        var depth = 0
        var close = index
        let limit = min(scalars.count, index + 2_048)
        while close < limit, depth <= Self.nestingLimit, !SourceText.isBreak(scalars[close]) {
            if scalars[close] == "(" { depth += 1 }
            if scalars[close] == ")" {
                depth -= 1
                if depth == 0 { break }
            }
            close += 1
        }
        guard depth == 0, close < limit, close > index, scalars[close] == ")" else { return }
        for place in index..<close {
            if scalars[place] == "," { scalars[place] = StandIn.comma }
            if scalars[place] == ":" { scalars[place] = StandIn.colon }
        }
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private func isBetweenWeekdays(from start: SourcePosition) -> Bool {
        guard index >= 3, position.line == start.line, position.column - start.column >= 3 else {
            return false
        }
        let before = SourceText.string(scalars[(index - 3)..<index])
        var next = index + 1
        while next < scalars.count, scalars[next] == " " { next += 1 }
        let word = scalars[next...].prefix { $0.properties.isAlphabetic }
        return Self.weekdays.contains(before) && word.count == 3
            && Self.weekdays.contains(SourceText.string(word))
    }
}

extension DiagnosticText {
    /// Nesting beyond the limit.
    static let tooDeep = DiagnosticText(
        "nested more than 64 levels deep, the most that is read",
        "глубина вложенности больше 64 уровней — такие файлы не читаются"
    )
}
