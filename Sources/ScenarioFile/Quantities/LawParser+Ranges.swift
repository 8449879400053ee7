import ScenarioModel

extension LawParser {
    /// The bounds that follow a law.
    struct RangeSuffix {
        var low: Double?
        var high: Double?
        var manner: Distribution.Truncation
    }

    /// The bounds that come next, if there are any.
    mutating func rangeSuffix() throws(Fault) -> RangeSuffix? {
        if consume(word: "within") {
            return try between(.conditioned)
        }
        if consume(word: "at least") { return RangeSuffix(low: try quantity(), manner: .conditioned) }
        if consume(word: "at most") { return RangeSuffix(high: try quantity(), manner: .conditioned) }
        if consume(word: "clamped to") { return try between(.clamped) }
        return nil
    }

    private mutating func between(_ manner: Distribution.Truncation) throws(Fault) -> RangeSuffix {
        let start = index
        let low = try quantity()
        guard consume(word: "to") else {
            throw Fault(
                message: DiagnosticText(
                    "expected a range such as 'A to B'",
                    "нужен промежуток вида «A to B»"
                ),
                range: start..<max(start + 1, index)
            )
        }
        let high = try quantity()
        guard low < high else {
            throw Fault(
                message: DiagnosticText(
                    "the range ends before it begins",
                    "конец промежутка не позже его начала"
                ),
                range: start..<index
            )
        }
        return RangeSuffix(low: low, high: high, manner: manner)
    }

    /// The law kept within bounds in which it has values.
    func truncated(
        _ law: Distribution,
        to range: RangeSuffix,
        from start: Int
    ) throws(Fault) -> Distribution {
        let support = law.support
        let low = range.low ?? -.infinity
        let high = range.high ?? .infinity
        let isPossible = low < support.upperBound && high > support.lowerBound
        guard isPossible || range.manner == .clamped else {
            throw Fault(
                message: DiagnosticText(
                    "the law has no values in this range",
                    "в этом промежутке у закона нет значений"
                ),
                range: start..<index
            )
        }
        return .truncated(law, low: range.low, high: range.high, manner: range.manner)
    }

    /// Refuses a law whose values its use does not allow.
    func checkSupport(_ law: Distribution, from start: Int) throws(Fault) {
        let support = law.support
        let bound = max(abs(support.lowerBound), abs(support.upperBound))
        guard !bound.isFinite || bound < NumberText.limit else {
            throw Fault(message: .outOfRange, range: start..<characters.count)
        }
        guard use != .number, support.lowerBound < 0 else { return }
        if case .constant = law {
            throw Fault(
                message: DiagnosticText(
                    "found '\(piece(start..<characters.count))', expected a number, 0 or more",
                    "указано «\(piece(start..<characters.count))», нужно число не меньше 0"
                ),
                range: start..<characters.count
            )
        }
        let isDuration = use == .duration
        throw Fault(
            message: DiagnosticText(
                isDuration
                    ? "the law can give a duration below 0; keep it above, as in 'normal(mean 10 min, sd 2 min) at least 0 min'"
                    : "the law can give a number below 0; keep it above, as in 'normal(mean 10, sd 2) at least 0'",
                isDuration
                    ? "закон может дать длительность меньше 0; ограничьте его снизу, например «normal(mean 10 min, sd 2 min) at least 0 min»"
                    : "закон может дать число меньше 0; ограничьте его снизу, например «normal(mean 10, sd 2) at least 0»"
            ),
            range: start..<characters.count
        )
    }
}
