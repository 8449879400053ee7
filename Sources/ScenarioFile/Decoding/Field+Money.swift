import ScenarioModel

extension Field {
    /// A sum of money in roubles, 0 or more: `1200000 rub`.
    func roubles() -> Double? {
        money(
            .sum,
            DiagnosticText("a sum such as '1200000 rub'", "сумма, например «1200000 rub»")
        )
    }

    /// Roubles for an hour, 0 or more: `420 rub/h`.
    func roublesPerHour() -> Double? {
        money(
            .hourly,
            DiagnosticText("pay for an hour such as '420 rub/h'", "оплата часа, например «420 rub/h»")
        )
    }

    private func money(_ use: MoneyText.Use, _ expected: DiagnosticText) -> Double? {
        guard let text = node.text, let roubles = MoneyText.roubles(text, use) else {
            wrong(
                expected,
                suggestion: node.text.flatMap { decimalComma ?? MoneyText.suggestion(for: $0, use) }
            )
            return nil
        }
        return roubles
    }

    /// How long something lasts, above zero: `10 years`, a year of 365 days and a month of a twelfth of it.
    func lifetime() -> TimeSpan? {
        let units: [(words: [String], days: Double)] = [
            (["year", "years"], 365), (["month", "months"], 365.0 / 12), (["week", "weeks"], 7),
            (["d", "day", "days"], 1),
        ]
        let words = units.flatMap(\.words)
        let parts = (node.text ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2, let number = NumberText.number(parts[0]),
            let unit = units.first(where: { $0.words.contains(parts[1]) }),
            case let length = (number * unit.days * 86_400e6).rounded(), length >= 1,
            length < NumberText.limit
        else {
            wrong(
                DiagnosticText("a time such as '10 years'", "срок, например «10 years»"),
                suggestion: decimalComma ?? lifetimeSuggestion(parts, words)
            )
            return nil
        }
        return TimeSpan(microseconds: Int64(length))
    }

    private func lifetimeSuggestion(_ parts: [String], _ words: [String]) -> DiagnosticText? {
        guard let first = parts.first, NumberText.number(first) != nil, parts.count <= 2 else { return nil }
        guard let word = parts.dropFirst().first else {
            return DiagnosticText(
                "add a unit: years, months, weeks, days",
                "добавьте единицу: years, months, weeks, days"
            )
        }
        guard !words.contains(word) else { return nil }
        let russian = [
            ("лет", "years"), ("год", "years"), ("мес", "months"), ("нед", "weeks"), ("д", "days"),
        ]
        if let meant = russian.first(where: { word.lowercased().hasPrefix($0.0) })?.1 {
            return DiagnosticText("write '\(meant)'", "пишите «\(meant)»")
        }
        return NearestName(to: word, among: words).suggestion
    }
}
