import ScenarioModel

extension LawParser {
    /// An argument of a law as written.
    private struct Argument {
        var name: String?
        var range: Range<Int>
        var start: Int
    }

    /// A law by its name and arguments.
    mutating func namedLaw() throws(Fault) -> Distribution {
        skipBlanks()
        let start = index
        let name = word()
        guard LawSignature.names.contains(name) else { throw unknownLaw(name, from: start) }
        guard consume("(") else {
            throw Fault(
                message: DiagnosticText(
                    "'\(name)' needs its parameters in parentheses",
                    "после «\(name)» нужны параметры в скобках"
                ),
                range: start..<index,
                suggestion: LawSignature.all.first { $0.name == name }?.usage
            )
        }
        switch name {
        case "categorical": return try categorical(from: start)
        case "mixture": return try mixture(from: start)
        case "empirical": return try empirical(from: start)
        default: return try plainLaw(name, from: start)
        }
    }

    private func unknownLaw(_ name: String, from start: Int) -> Fault {
        let isCall = characters[start...].contains("(") && !name.isEmpty
        let end = name.isEmpty || !isCall ? pieceEnd(from: start) : start + name.count
        let found = piece(start..<end)
        if isCall {
            return Fault(
                message: DiagnosticText("unknown law '\(found)'", "неизвестный закон «\(found)»"),
                range: start..<end,
                suggestion: NearestName(to: name, among: LawSignature.names).suggestion
            )
        }
        let expected: DiagnosticText =
            switch use {
            case .duration: .durationOrLaw
            case .count, .number: .numberOrLaw
            }
        return Fault(
            message: DiagnosticText(
                "found '\(found)', expected \(expected.en)",
                "указано «\(found)», нужно: \(expected.ru)"
            ),
            range: start..<max(end, min(characters.count, start + 1)),
            suggestion: NearestName(to: name, among: LawSignature.names).nearSuggestion
        )
    }

    // MARK: - Plain parameters

    private mutating func plainLaw(_ name: String, from start: Int) throws(Fault) -> Distribution {
        guard let signature = LawSignature.all.first(where: { $0.name == name }) else {
            throw unknownLaw(name, from: start)
        }
        if signature.isDiscrete, use == .duration {
            throw Fault(
                message: DiagnosticText(
                    "'\(name)' is a law of whole numbers, not of durations",
                    "«\(name)» — закон целых чисел, а не длительностей"
                ),
                range: start..<(start + name.count)
            )
        }
        let values = try arguments(of: signature, from: start)
        return try law(named: name, values, range: start..<index)
    }

    private mutating func arguments(
        of signature: LawSignature,
        from start: Int
    ) throws(Fault) -> [String: Double] {
        var values: [String: Double] = [:]
        let all = signature.forms.flatMap { $0 }
        var position = 0
        repeat {
            skipBlanks()
            let place = index
            var name = word()
            if signature.isPositional {
                let form = signature.forms[0]
                guard position < form.count else { throw signature.wrongUse(start..<place) }
                let isNamed = name == form[position].name
                if !isNamed { index = place }
                name = form[position].name
            }
            guard let parameter = all.first(where: { $0.name == name }) else {
                guard !name.isEmpty else { throw signature.wrongUse(start..<max(place, start + 1)) }
                throw Fault(
                    message: DiagnosticText(
                        "'\(signature.name)' has no parameter '\(name)'",
                        "у закона «\(signature.name)» нет параметра «\(name)»"
                    ),
                    range: place..<index,
                    suggestion: NearestName(to: name, among: all.map(\.name)).suggestion
                )
            }
            guard values[name] == nil else { throw signature.wrongUse(start..<index) }
            values[name] = try parameter.kind == .number ? bareNumber() : quantity()
            position += 1
        } while consume(",")
        guard consume(")") else {
            throw Fault(
                message: DiagnosticText("a ')' is missing", "не хватает закрывающей скобки «)»"),
                range: start..<max(index, start + 1),
                suggestion: signature.usage
            )
        }
        let given = Set(values.keys)
        guard signature.forms.contains(where: { Set($0.map(\.name)) == given }) else {
            throw signature.wrongUse(start..<index)
        }
        return values
    }

    private mutating func bareNumber() throws(Fault) -> Double {
        skipBlanks()
        let start = index
        let value = try number()
        let end = index
        skipBlanks()
        if index < characters.count, characters[index] == "%" {
            index += 1
            return value / 100
        }
        guard index == characters.count || characters[index] == "," || characters[index] == ")" else {
            let found = piece(start..<max(end, pieceEnd(from: start)))
            throw Fault(
                message: DiagnosticText(
                    "found '\(found)', expected a bare number",
                    "указано «\(found)», нужно число без единицы"
                ),
                range: start..<max(end, pieceEnd(from: start))
            )
        }
        return value
    }

    private func law(
        named name: String,
        _ values: [String: Double],
        range: Range<Int>
    ) throws(Fault) -> Distribution {
        func value(_ key: String) -> Double { values[key] ?? 0 }
        for key in ["mean", "median", "scale", "shape", "alpha", "beta", "sigma", "cv", "sd"] {
            guard let given = values[key], !(name == "normal" && key == "mean") else { continue }
            let mayBeZero = name == "poisson" || name == "geometric"
            guard given > 0 || (mayBeZero && given == 0), key == "mean" || given < 1e9 || use == .duration
            else {
                throw .parameter(key, of: name, DiagnosticText("above 0", "больше 0"), range)
            }
        }
        switch name {
        case "uniform":
            guard value("low") < value("high") else { throw .order(["low", "high"], of: name, range) }
            return .uniform(low: value("low"), high: value("high"))
        case "triangular", "pert":
            let (low, mode, high) = (value("low"), value("mode"), value("high"))
            guard low <= mode, mode <= high, low < high else {
                throw .order(["low", "mode", "high"], of: name, range)
            }
            return name == "pert"
                ? .pert(low: low, mode: mode, high: high) : .triangular(low: low, mode: mode, high: high)
        case "exponential": return .exponential(mean: value("mean"))
        case "erlang":
            guard let stages = Int(exactly: value("stages")), (1...1_000).contains(stages) else {
                throw .parameter(
                    "stages",
                    of: name,
                    DiagnosticText("a whole number from 1 to 1000", "целым числом от 1 до 1000"),
                    range
                )
            }
            return .erlang(stages: stages, mean: value("mean"))
        case "gamma": return .gamma(shape: value("shape"), mean: value("mean"))
        case "weibull": return try weibull(values, range: range)
        case "lognormal":
            if let median = values["median"] {
                return .lognormalByMedian(median: median, sigma: value("sigma"))
            }
            let mean = value("mean")
            return .lognormal(mean: mean, cv: values["cv"] ?? value("sd") / mean)
        case "beta":
            guard value("from") < value("to") else { throw .order(["from", "to"], of: name, range) }
            return .beta(
                alpha: value("alpha"),
                beta: value("beta"),
                low: value("from"),
                high: value("to")
            )
        case "normal": return .normal(mean: value("mean"), standardDeviation: value("sd"))
        case "poisson": return .poisson(mean: value("mean"))
        case "geometric": return .geometric(mean: value("mean"))
        default:
            guard (0...1).contains(value("chance")) else {
                throw .parameter("chance", of: name, DiagnosticText("from 0 to 1", "от 0 до 1"), range)
            }
            return .bernoulli(chance: value("chance"))
        }
    }

    private func weibull(_ values: [String: Double], range: Range<Int>) throws(Fault) -> Distribution {
        let shape = values["shape"] ?? 1
        guard shape >= 0.05 else {
            throw .parameter("shape", of: "weibull", DiagnosticText("0.05 or more", "не меньше 0.05"), range)
        }
        if let mean = values["mean"] { return .weibull(shape: shape, mean: mean) }
        let mean = (values["scale"] ?? 0) * gammaFunction(1 + 1 / shape)
        guard mean < NumberText.limit else { throw Fault(message: .outOfRange, range: range) }
        return .weibull(shape: shape, mean: mean)
    }
}

extension LawSignature {
    /// The ways in which the law is written.
    var usages: [String] {
        forms.map { form in
            isPositional
                ? "\(name)(\(form.map(\.name).joined(separator: ", ")))"
                : "\(name)(\(form.map { "\($0.name) …" }.joined(separator: ", ")))"
        }
    }

    /// Advice on how the law is written.
    var usage: DiagnosticText {
        DiagnosticText(
            "write \(usages.joined(separator: " or "))",
            "пишите \(usages.joined(separator: " или "))"
        )
    }

    /// A fault of parameters missing or superfluous.
    fileprivate func wrongUse(_ range: Range<Int>) -> LawParser.Fault {
        LawParser.Fault(
            message: DiagnosticText(
                "wrong parameters of '\(name)'",
                "неверный набор параметров закона «\(name)»"
            ),
            range: range,
            suggestion: usage
        )
    }
}

extension LawParser.Fault {
    fileprivate static func parameter(
        _ key: String,
        of law: String,
        _ rule: DiagnosticText,
        _ range: Range<Int>
    ) -> LawParser.Fault {
        LawParser.Fault(
            message: DiagnosticText(
                "'\(key)' of '\(law)' must be \(rule.en)",
                "параметр «\(key)» закона «\(law)» должен быть \(rule.ru)"
            ),
            range: range
        )
    }

    fileprivate static func order(
        _ keys: [String],
        of law: String,
        _ range: Range<Int>
    ) -> LawParser.Fault {
        let list = keys.joined(separator: ", ")
        return LawParser.Fault(
            message: DiagnosticText(
                "the parameters of '\(law)' must ascend: \(list)",
                "параметры закона «\(law)» должны идти по возрастанию: \(list)"
            ),
            range: range
        )
    }
}

extension DiagnosticText {
    static let durationOrLaw = DiagnosticText(
        "a duration such as '15 min' or a law such as 'exponential(mean 15 min)'",
        "длительность, например «15 min», или закон, например «exponential(mean 15 min)»"
    )
    static let numberOrLaw = DiagnosticText(
        "a number such as '3' or a law such as 'poisson(mean 3)'",
        "число, например «3», или закон, например «poisson(mean 3)»"
    )
}
