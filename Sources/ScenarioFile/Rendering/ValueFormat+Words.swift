extension ValueFormat {
    /// What may stand here in plain words, as a cell of the language reference.
    var words: DiagnosticText {
        switch self {
        case .localizedText: DiagnosticText("text, or one per language", "текст или тексты по языкам")
        case .text: DiagnosticText("text", "текст")
        case .word(let words): Self.choice(words)
        case .integer(let range):
            DiagnosticText(
                "whole number from \(range.lowerBound) to \(range.upperBound)",
                "целое число от \(range.lowerBound) до \(range.upperBound)"
            )
        case .share: DiagnosticText("share", "доля")
        case .weight: DiagnosticText("weight", "вес")
        case .yesNo: Self.choice(["yes", "no"])
        case .duration: DiagnosticText("duration", "длительность")
        case .durationLaw: DiagnosticText("duration or law", "длительность или закон")
        case .countLaw: DiagnosticText("number or law", "число или закон")
        case .numberLaw: DiagnosticText("number or law, of words too", "число или закон, в том числе слов")
        case .form(let example): DiagnosticText("text such as `\(example)`", "текст вида `\(example)`")
        case .quantity(let example):
            DiagnosticText("amount such as `\(example)`", "величина вида `\(example)`")
        case .date: DiagnosticText("date", "дата")
        case .hours: DiagnosticText("hours of a day", "часы дня")
        case .calendarUse: DiagnosticText("calendar", "календарь")
        case .reference(.attribute): DiagnosticText("name of an attribute", "имя признака")
        case .reference(.role): DiagnosticText("member of the family", "член семьи")
        case .reference(let kind):
            DiagnosticText("name from `\(kind.section)`", "имя из `\(kind.section)`")
        case .poolUses: DiagnosticText("pools", "пулы")
        case .steps: DiagnosticText("list of steps", "список шагов")
        case .object: DiagnosticText("keys (see below)", "ключи (см. ниже)")
        case .map(let keys, let inner): Self.entries(keys, inner)
        case .list(.object): DiagnosticText("list of entries (see below)", "список записей (см. ниже)")
        case .list(.steps): DiagnosticText("list of lists of steps", "список списков шагов")
        case .list(let inner):
            DiagnosticText(
                "list of: \(inner.partWords.en)",
                "список, элемент: \(inner.partWords.ru)"
            )
        case .either(let forms): Self.joined(forms, by: DiagnosticText(", or ", " либо "))
        }
    }

    /// The same as part of a longer cell.
    private var partWords: DiagnosticText {
        guard case .either(let forms) = self else { return words }
        return Self.joined(forms, by: DiagnosticText(" or ", " или "))
    }

    private static func joined(_ forms: [ValueFormat], by word: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            forms.map(\.words.en).joined(separator: word.en),
            forms.map(\.words.ru).joined(separator: word.ru)
        )
    }

    private static func choice(_ words: [String]) -> DiagnosticText {
        let quoted = words.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else {
            return DiagnosticText(quoted.joined(), quoted.joined())
        }
        let others = quoted.dropLast().joined(separator: ", ")
        return DiagnosticText("\(others) or \(last)", "\(others) или \(last)")
    }

    private static func entries(_ keys: MapKeys, _ inner: ValueFormat) -> DiagnosticText {
        if case .object = inner {
            return DiagnosticText("entries by name (see below)", "записи по именам (см. ниже)")
        }
        return switch keys {
        case .names:
            DiagnosticText(
                "entries by name, each: \(inner.partWords.en)",
                "записи по именам, каждая: \(inner.partWords.ru)"
            )
        case .open:
            DiagnosticText(
                "pairs `key: value`, the value: \(inner.partWords.en)",
                "пары `ключ: значение`, значение: \(inner.partWords.ru)"
            )
        }
    }
}
