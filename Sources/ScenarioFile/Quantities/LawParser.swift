import ScenarioModel

/// Reads a law of chance from its text: `5 min + lognormal(mean 30 min, cv 0.5) at most 2 h`.
struct LawParser {
    /// What the law is of.
    enum Use: Sendable {
        /// Durations: every amount carries a unit, and none is below zero.
        case duration
        /// Counts: bare numbers, none below zero.
        case count
        /// Any bare numbers; categories may be words.
        case number
    }

    /// Why a text is not a law, and which characters of it are meant.
    struct Fault: Error {
        var message: DiagnosticText
        var range: Range<Int>
        var suggestion: DiagnosticText?
    }

    /// Reads the values of a column of a file for `empirical`.
    typealias ColumnSource = (_ file: String, _ column: String) -> Result<[Double], ColumnFault>

    let characters: [Character]
    let use: Use
    let columns: ColumnSource?
    var index = 0
    private var depth = 0
    private(set) var basis: TimeBasis?

    /// Prepares to read a text.
    init(_ text: String, use: Use, columns: ColumnSource? = nil) {
        characters = Array(text)
        self.use = use
        self.columns = columns
    }

    /// Reads the whole text as one law.
    mutating func law() throws(Fault) -> Distribution {
        guard characters.count <= 20_000 else {
            throw Fault(message: DiagnosticText("too long for a law", "слишком длинная запись"), range: 0..<1)
        }
        let law = try expression()
        skipBlanks()
        guard index == characters.count else { throw unexpected(among: ["within", "at least", "at most"]) }
        try checkSupport(law, from: 0)
        return law
    }

    // MARK: - Expressions

    /// A sum with its ranges: `A + B within 1 min to 2 min`.
    mutating func expression() throws(Fault) -> Distribution {
        depth += 1
        defer { depth -= 1 }
        guard depth <= LexicalScanner.nestingLimit else {
            throw Fault(message: .tooDeep, range: index..<characters.count)
        }
        let start = index
        var law = try term()
        while consume("+") {
            let next = index
            law = try bounded(sum(law, term(), range: next..<index), range: start..<index)
        }
        while let range = try rangeSuffix() {
            if case .constant = law {
                throw Fault(
                    message: DiagnosticText(
                        "a fixed value cannot be kept within a range",
                        "постоянное значение нельзя ограничить промежутком"
                    ),
                    range: start..<index
                )
            }
            law = try truncated(law, to: range, from: start)
        }
        return law
    }

    private func sum(
        _ left: Distribution,
        _ right: Distribution,
        range: Range<Int>
    ) throws(Fault) -> Distribution {
        switch (left, right) {
        case (.constant(let one), .constant(let other)): return .constant(one + other)
        case (.constant(let shift), .affine(let law, let scale, let inner)),
            (.affine(let law, let scale, let inner), .constant(let shift)):
            return .affine(law, scale: scale, shift: inner + shift)
        case (.constant(let shift), let law), (let law, .constant(let shift)):
            return .affine(law, scale: 1, shift: shift)
        default:
            throw Fault(
                message: DiagnosticText(
                    "only a fixed amount can be added to a law",
                    "к закону распределения можно прибавить только постоянную величину"
                ),
                range: range
            )
        }
    }

    private mutating func term() throws(Fault) -> Distribution {
        skipBlanks()
        let start = index
        let end = NumberText.end(of: characters, from: index)
        guard end > index else { return try namedLaw() }
        var next = end
        while next < characters.count, characters[next] == " " { next += 1 }
        guard next < characters.count, characters[next] == "*" else { return .constant(try quantity()) }
        let factor = try number()
        _ = consume("*")
        guard factor > 0 || (use == .number && factor != 0) else {
            throw Fault(
                message: DiagnosticText("a factor must be above 0", "множитель должен быть больше 0"),
                range: start..<end
            )
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= LexicalScanner.nestingLimit else { throw Fault(message: .tooDeep, range: start..<end) }
        let scaled: Distribution =
            switch try term() {
            case .constant(let value): .constant(value * factor)
            case .affine(let law, let scale, let shift):
                .affine(law, scale: scale * factor, shift: shift * factor)
            case let law: .affine(law, scale: factor, shift: 0)
            }
        return try bounded(scaled, range: start..<index)
    }

    /// The law, if what came of its factors and sums can still be told from 0 and is in range.
    private func bounded(_ law: Distribution, range: Range<Int>) throws(Fault) -> Distribution {
        let isInRange =
            switch law {
            case .constant(let value): abs(value) < NumberText.limit
            case .affine(_, let scale, let shift):
                abs(scale).isNormal && abs(scale) < NumberText.limit && abs(shift) < NumberText.limit
            default: true
            }
        guard isInRange else { throw Fault(message: .outOfRange, range: range) }
        return law
    }

    // MARK: - Amounts

    /// A bare number.
    mutating func number() throws(Fault) -> Double {
        skipBlanks()
        let start = index
        let end = NumberText.end(of: characters, from: index)
        guard end > start else {
            throw Fault(
                message: DiagnosticText(
                    "found '\(piece(from: start))', expected a number",
                    "указано «\(piece(from: start))», нужно число"
                ),
                range: start..<pieceEnd(from: start)
            )
        }
        guard let value = NumberText.number(String(characters[start..<end])) else {
            throw Fault(message: .outOfRange, range: start..<end)
        }
        index = end
        return value
    }

    /// An amount in the unit of the law's use: with a unit for durations, bare for counts and numbers.
    mutating func quantity() throws(Fault) -> Double {
        skipBlanks()
        let start = index
        let value = try number()
        guard use == .duration else {
            skipBlanks()
            if index < characters.count, characters[index].isLetter, !startsKeyword() {
                throw unitNotDue(start)
            }
            return value
        }
        let unit = try unit(after: start)
        try adopt(unit.basis, range: start..<index)
        guard let amount = unit.amount(value) else { throw Fault(message: .outOfRange, range: start..<index) }
        guard amount >= 0 else {
            throw Fault(
                message: DiagnosticText(
                    "a duration is 0 or more, found '\(piece(start..<index))'",
                    "длительность не бывает меньше 0, а указано «\(piece(start..<index))»"
                ),
                range: start..<index
            )
        }
        return amount
    }

    private mutating func unit(after start: Int) throws(Fault) -> TimeUnit {
        let numberEnd = index
        skipBlanks()
        let wordStart = index
        var word = self.word()
        if word == "working" {
            skipBlanks()
            word += " " + self.word()
        }
        guard !word.isEmpty, wordStart > numberEnd, let unit = TimeUnit.unit(word) else {
            let isKeyword = ["within", "at", "clamped", "to"].contains(word)
            let end = word.isEmpty || isKeyword ? numberEnd : index
            let found = piece(start..<end)
            let nearest = TimeUnit.suggestion(for: word)
            throw Fault(
                message: DiagnosticText(
                    "found '\(found)', expected a duration such as '15 min'",
                    "указано «\(found)», нужна длительность, например «15 min»"
                ),
                range: start..<max(start + 1, end),
                suggestion: word.isEmpty || isKeyword
                    ? .units : TimeUnit.unit(word) == nil ? nearest ?? .units : .spaceBeforeUnit
            )
        }
        return unit
    }

    private func unitNotDue(_ start: Int) -> Fault {
        let end = pieceEnd(from: start)
        return Fault(
            message: DiagnosticText(
                "found '\(piece(start..<end))', expected a bare number",
                "указано «\(piece(start..<end))», нужно число без единицы"
            ),
            range: start..<end
        )
    }

    mutating func adopt(_ basis: TimeBasis, range: Range<Int>) throws(Fault) {
        guard let known = self.basis else {
            self.basis = basis
            return
        }
        guard known == basis else {
            throw Fault(
                message: DiagnosticText(
                    "working and elapsed time cannot be mixed in one law",
                    "нельзя смешивать рабочее и обычное время в одном законе"
                ),
                range: range
            )
        }
    }
}

extension DiagnosticText {
    static let outOfRange = DiagnosticText(
        "out of range: numbers stay below 9007199254740992, durations below 285 years",
        "вне допустимых пределов: числа меньше 9007199254740992, длительности короче 285 лет"
    )
    static let units = DiagnosticText(
        "add a unit: s, min, h, d, weeks, working h, working days",
        "добавьте единицу: s, min, h, d, weeks, working h, working days"
    )
    static let spaceBeforeUnit = DiagnosticText(
        "put a space before the unit",
        "поставьте пробел перед единицей"
    )
}
