import Foundation
import ScenarioModel

extension LawParser {
    /// `categorical(1: 0.6, 2: 0.3)`, with words for values where the use allows them.
    mutating func categorical(from start: Int) throws(Fault) -> Distribution {
        var categories: [Distribution.Category] = []
        repeat {
            skipBlanks()
            let place = index
            while index < characters.count, !":,)".contains(characters[index]) { index += 1 }
            let key = String(characters[place..<index]).trimmingCharacters(in: .whitespaces)
            guard consume(":"), !key.isEmpty else {
                throw listFault(LawSignature.categorical.usages[0], place..<max(place + 1, index))
            }
            let value = try categoryValue(key, range: place..<index)
            let weight = try weight()
            let isWord = value == nil
            guard
                !categories.contains(where: { isWord ? $0.word == key : $0.word == nil && $0.value == value })
            else {
                throw Fault(
                    message: DiagnosticText(
                        "'\(key)' is given twice",
                        "«\(key)» указано дважды"
                    ),
                    range: place..<index
                )
            }
            categories.append(.init(value: value ?? 0, word: isWord ? key : nil, weight: weight))
        } while consume(",")
        try closeList(LawSignature.categorical.usages[0], from: start)
        try requireWeight(categories.map(\.weight), range: start..<index)
        let words = categories.compactMap(\.word).sorted()
        guard words.isEmpty || words.count == categories.count else {
            throw Fault(
                message: DiagnosticText(
                    "categories are either all words or all numbers",
                    "категории должны быть либо все словами, либо все числами"
                ),
                range: start..<index
            )
        }
        for place in categories.indices {
            if let word = categories[place].word, let rank = words.firstIndex(of: word) {
                categories[place].value = Double(rank)
            }
        }
        return .categorical(categories)
    }

    private mutating func categoryValue(_ key: String, range: Range<Int>) throws(Fault) -> Double? {
        if use == .duration {
            var inner = LawParser(key, use: .duration)
            do {
                let value = try inner.quantity()
                return value
            } catch {
                throw Fault(message: error.message, range: range, suggestion: error.suggestion)
            }
        }
        if NumberText.looksLikeNumber(key) {
            guard let value = NumberText.number(key) else { throw Fault(message: .outOfRange, range: range) }
            return value
        }
        guard use == .number else {
            throw Fault(
                message: DiagnosticText(
                    "found '\(key)', expected a number",
                    "указано «\(key)», нужно число"
                ),
                range: range
            )
        }
        return nil
    }

    /// `mixture(0.7: exponential(mean 5 min), 0.3: 20 min)`.
    mutating func mixture(from start: Int) throws(Fault) -> Distribution {
        let usage = LawSignature.mixture.usages[0]
        var parts: [Distribution.Component] = []
        repeat {
            let place = index
            let weight = try weight()
            guard consume(":") else { throw listFault(usage, place..<max(place + 1, index)) }
            parts.append(.init(weight: weight, law: try expression()))
        } while consume(",")
        try closeList(usage, from: start)
        try requireWeight(parts.map(\.weight), range: start..<index)
        return .mixture(parts)
    }

    private mutating func weight() throws(Fault) -> Double {
        skipBlanks()
        let start = index
        var value = try number()
        if consume("%") { value /= 100 }
        guard value >= 0 else {
            throw Fault(
                message: DiagnosticText("a weight must be 0 or more", "вес должен быть не меньше 0"),
                range: start..<index
            )
        }
        return value
    }

    private func requireWeight(_ weights: [Double], range: Range<Int>) throws(Fault) {
        guard weights.reduce(0, +) > 0 else {
            throw Fault(
                message: DiagnosticText("all weights are 0", "все веса равны 0"),
                range: range
            )
        }
    }

    private mutating func closeList(_ usage: String, from start: Int) throws(Fault) {
        guard consume(")") else { throw listFault(usage, start..<max(start + 1, index)) }
    }

    private func listFault(_ usage: String, _ range: Range<Int>) -> Fault {
        Fault(
            message: DiagnosticText(
                "expected a list such as '\(usage)'",
                "нужен список вида «\(usage)»"
            ),
            range: range.clamped(to: 0..<max(1, characters.count))
        )
    }

    /// `empirical(file.csv, column minutes, unit min)`; counts have no unit.
    mutating func empirical(from start: Int) throws(Fault) -> Distribution {
        let usage = LawSignature.empirical.usages[use == .duration ? 0 : 1]
        let body = index
        while index < characters.count, characters[index] != ")" { index += 1 }
        let parts = String(characters[body..<index]).split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        try closeList(usage, from: start)
        let range = start..<index
        guard parts.count == (use == .duration ? 3 : 2), !parts[0].isEmpty, parts[1].hasPrefix("column "),
            use != .duration || parts[2].hasPrefix("unit ")
        else { throw listFault(usage, range) }
        let column = parts[1].dropFirst(7).trimmingCharacters(in: .whitespaces)
        var unit: TimeUnit?
        if use == .duration {
            let word = parts[2].dropFirst(5).trimmingCharacters(in: .whitespaces)
            unit = TimeUnit.unit(word)
            guard let unit else {
                throw Fault(
                    message: DiagnosticText("unknown unit '\(word)'", "неизвестная единица «\(word)»"),
                    range: range,
                    suggestion: NearestName(to: word, among: TimeUnit.words).suggestion
                )
            }
            try adopt(unit.basis, range: range)
        }
        guard let columns else { throw Fault(message: .noFiles, range: range) }
        switch columns(parts[0], column) {
        case .failure(let fault):
            throw Fault(message: fault.message, range: range, suggestion: fault.suggestion)
        case .success(let values):
            guard let unit else { return .empirical(values) }
            let amounts = values.compactMap(unit.amount)
            guard amounts.count == values.count else { throw Fault(message: .outOfRange, range: range) }
            return .empirical(amounts)
        }
    }
}

/// Euler's gamma function, for the mean of a Weibull law given by its scale.
func gammaFunction(_ value: Double) -> Double { tgamma(value) }

extension DiagnosticText {
    fileprivate static let noFiles = DiagnosticText(
        "files cannot be read here",
        "здесь нельзя читать файлы"
    )
}
