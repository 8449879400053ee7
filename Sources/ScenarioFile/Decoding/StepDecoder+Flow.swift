import ScenarioModel

extension StepDecoder {
    /// `choose`: go one of several ways.
    func choose(_ field: Field, _ name: String) -> Step? {
        guard field.node.pairs != nil else {
            return options(field).map { Step(name: name, action: .choose($0)) }
        }
        return object(field, .choose, name) { reader in
            reader.required("options").flatMap(options).map(StepAction.choose)
        }
    }

    private func options(_ field: Field) -> ChooseStep? {
        guard let elements = field.node.elements, !elements.isEmpty else {
            field.wrong(DiagnosticText("a list of options", "список путей"))
            return nil
        }
        var chances: [ChooseStep.ChanceOption] = []
        var conditions: [ChooseStep.ConditionOption] = []
        var otherwise: [Step] = []
        for (offset, node) in elements.enumerated() {
            let place = DiagnosticText(
                "option \(offset + 1) of \(field.place.en)",
                "в пути \(offset + 1) шага \(field.place.ru.dropFirst("в шаге ".count))"
            )
            guard let reader = ObjectReader(node, as: .option, in: place, context) else { continue }
            let kinds = ["chance", "if", "families", "otherwise"].filter(reader.has)
            guard kinds.count == 1, reader.has("do") != reader.has("otherwise") else {
                if !["chance", "if", "families", "otherwise", "do"].contains(where: {
                    !reader.has($0) && reader.seems($0)
                }) {
                    report(.optionForm(place), at: node.firstLine)
                }
                continue
            }
            if kinds[0] == "otherwise" {
                if offset < elements.count - 1 { report(.otherwiseLast(field.place), at: node.firstLine) }
                otherwise = reader.field("otherwise").map(steps) ?? []
                continue
            }
            let isChance = kinds[0] == "chance"
            if isChance ? !conditions.isEmpty : !chances.isEmpty {
                report(.mixedOptions(field.place), at: node.firstLine)
            }
            let done = reader.field("do").map(steps) ?? []
            if isChance {
                if let chance = reader.field("chance").flatMap(chance) {
                    chances.append(.init(chance: chance, steps: done))
                }
            } else if let condition = condition(reader) {
                conditions.append(.init(condition: condition, steps: done))
            }
        }
        let sum = chances.reduce(0.0) { sum, option in
            if case .value(let value) = option.chance { sum + value } else { sum }
        }
        if sum > 1 + 1e-9 {
            let shown = (sum * 10_000).rounded() / 10_000
            report(.chancesAddUp(field.place, shown), at: field.node.firstElement)
        }
        let isLastGiven = elements.last?.pairs?.contains { $0.key == "otherwise" } ?? true
        if !isLastGiven { warnOfRounding(chances.map(\.chance), field) }
        return ChooseStep(
            rule: conditions.isEmpty ? .chances(chances) : .conditions(conditions),
            otherwise: otherwise
        )
    }

    private func report(_ message: DiagnosticText, at node: LocatedNode) {
        context.error(message, at: node)
    }

    /// Chances of two decimals that were meant to add up to 1 may miss it by half a hundredth each.
    private func warnOfRounding(_ chances: [Chance], _ field: Field) {
        let values = chances.compactMap { chance in if case .value(let value) = chance { value } else { nil }
        }
        let rest = 1 - values.reduce(0, +)
        guard values.count == chances.count, values.count > 1, rest > 1e-9,
            rest <= 0.005 * Double(values.count) + 1e-9
        else { return }
        let shown = ((1 - rest) * 10_000).rounded() / 10_000
        context.collector.warn(
            .chancesMissOne(field.place, shown),
            at: field.node.firstElement,
            .restGoesOn((rest * 1_000_000).rounded() / 10_000)
        )
    }

    /// A chance: a number, a percentage or an attribute.
    func chance(_ field: Field) -> Chance? {
        guard let text = field.node.text, text.first.map({ $0.isLetter }) == true else {
            return field.share().map(Chance.value)
        }
        return numericAttribute(field, text).map(Chance.attribute)
    }

    /// The name of an attribute that holds numbers.
    func numericAttribute(_ field: Field, _ text: String) -> String? {
        guard let name = attribute(field, text) else { return nil }
        guard let words = context.attributeWords[name], !words.isEmpty else { return name }
        field.fault(
            DiagnosticText(
                "'\(name)' holds words; a number is needed here",
                "значения признака «\(name)» — слова, а здесь нужно число"
            )
        )
        return nil
    }

    /// The name of an attribute that some class has; `documents` counts as one.
    func attribute(_ field: Field, _ text: String) -> String? {
        guard text == "documents" || context.isKnown(text, .attribute) else {
            context.unknown(.attribute, text, at: field.node, in: field.place)
            return nil
        }
        noteAttribute(text, at: field)
        return text
    }

    func noteAttribute(_ name: String, at field: Field) {
        let use = DecodingContext.AttributeUse(route: route, attribute: name)
        guard name != "documents", context.attributeUses[use] == nil else { return }
        context.attributeUses[use] = Diagnostic(
            .error,
            DiagnosticText("", ""),
            at: field.node.location,
            excerpt: field.node.excerpt
        )
    }

    private func condition(_ reader: ObjectReader) -> Condition? {
        if let families = reader.field("families") {
            return .familyClass(families.elements().compactMap { $0.reference(.familyClass) })
        }
        return reader.field("if").flatMap { ConditionReader(field: $0, decoder: self).condition() }
    }

    /// `repeat`: do steps several times.
    func `repeat`(_ reader: ObjectReader) -> RepeatStep? {
        var inner = self
        inner.repeatDepth += 1
        let every = reader.field("every")?.elapsedLaw()
        let atMost = reader.field("at most")?.integer(in: 1...4_095) ?? 1_000
        let steps = reader.required("do").map(inner.steps) ?? []
        guard reader.has("times") != reader.has("again") else {
            if reader.has("again") {
                reader.field("again")?.fault(
                    DiagnosticText(
                        "give either 'times' or 'again', not both",
                        "укажите либо «times», либо «again», но не оба"
                    )
                )
            } else if !reader.seems("times"), !reader.seems("again") {
                report(.timesOrAgain(reader.place), at: reader.node.firstLine)
            }
            return nil
        }
        let rule =
            reader.has("times")
            ? reader.field("times").flatMap(times)
            : reader.field("again").flatMap(chance).map(RepeatStep.Rule.again)
        if case .again(.value(1)) = rule, !reader.has("at most"), let again = reader.field("again") {
            context.collector.warn(.endlessRounds(reader.place), at: again.node, .thousandRounds)
        }
        return rule.map { RepeatStep(rule: $0, every: every, atMost: atMost, steps: steps) }
    }

    private func times(_ field: Field) -> RepeatStep.Rule? {
        if let text = field.node.text, text.first.map({ $0.isLetter }) == true, !text.contains("(") {
            return numericAttribute(field, text).map(RepeatStep.Rule.timesAttribute)
        }
        return field.numberLaw(.count).map(RepeatStep.Rule.times)
    }
}

extension LocatedNode {
    /// The first element of a list, for messages about the list as a whole.
    var firstElement: LocatedNode { elements?.first?.firstLine ?? self }
}

extension DiagnosticText {
    fileprivate static func optionForm(_ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "\(place.en): expected 'chance', 'if' or 'families' with 'do', or 'otherwise' alone",
            "\(place.ru) нужен «chance», «if» или «families» вместе с «do» либо один «otherwise»"
        )
    }

    fileprivate static func otherwiseLast(_ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "'otherwise' must be the last option of \(place.en)",
            "«otherwise» \(place.ru) должен быть последним"
        )
    }

    fileprivate static func mixedOptions(_ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "chances and conditions are mixed in \(place.en); use one kind",
            "\(place.ru) смешаны вероятности и условия; оставьте что-то одно"
        )
    }

    fileprivate static func chancesAddUp(_ place: DiagnosticText, _ sum: Double) -> DiagnosticText {
        DiagnosticText(
            "the chances of \(place.en) add up to \(sum); they must add up to 1 or less",
            "сумма вероятностей \(place.ru) равна \(sum); она не должна превышать 1"
        )
    }

    fileprivate static func chancesMissOne(_ place: DiagnosticText, _ sum: Double) -> DiagnosticText {
        DiagnosticText(
            "the chances of \(place.en) add up to \(sum), a little less than 1",
            "сумма вероятностей \(place.ru) равна \(sum) — чуть меньше 1"
        )
    }

    fileprivate static func restGoesOn(_ percent: Double) -> DiagnosticText {
        DiagnosticText(
            "\(percent) % of the families skip all of these ways",
            "\(percent) % семей минуют все эти пути"
        )
    }

    fileprivate static func endlessRounds(_ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "the rounds of \(place.en) never end by chance: 'again' is 1",
            "повторения \(place.ru) сами не кончаются: «again» равно 1"
        )
    }

    fileprivate static let thousandRounds = DiagnosticText(
        "every family goes round 1000 times, the most that is done; 'at most' sets another limit",
        "каждая семья пройдёт 1000 повторений — это предел; другой предел задаёт «at most»"
    )

    fileprivate static func timesOrAgain(_ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "\(place.en): give either 'times' or 'again'",
            "\(place.ru): укажите либо «times», либо «again»"
        )
    }
}
