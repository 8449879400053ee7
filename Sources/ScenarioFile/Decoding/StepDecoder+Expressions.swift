import ScenarioModel

extension StepDecoder {
    /// A number worked out from attributes.
    func expression(_ field: Field) -> AttributeExpression? {
        ExpressionReader(field: field, decoder: self).expression()
    }

    /// `set`: give attributes new values.
    func set(_ field: Field, _ name: String) -> Step? {
        let entries = field.entries()
        if entries.isEmpty {
            field.wrong(
                DiagnosticText(
                    "attributes with their new values, such as '{ need: 0.5 }'",
                    "признаки с новыми значениями, например «{ need: 0.5 }»"
                )
            )
        }
        let assignments = entries.compactMap { pair, entry -> SetStep.Assignment? in
            var key = entry.element(entry.node)
            key = Field(pair.keyNode, key: pair.key, in: field.place, context)
            guard !context.isKnown(pair.key, .role) else {
                key.fault(
                    DiagnosticText(
                        "the number of members of a family does not change",
                        "число членов семьи не меняется"
                    )
                )
                return nil
            }
            guard let attribute = attribute(key, pair.key), let value = value(entry, of: attribute) else {
                return nil
            }
            return SetStep.Assignment(attribute: attribute, value: value)
        }
        guard assignments.count == entries.count, !assignments.isEmpty else { return nil }
        return Step(name: name, action: .set(SetStep(assignments.sorted { $0.attribute < $1.attribute })))
    }

    /// A new value of an attribute: a word where it holds words, else an expression or a law.
    private func value(_ field: Field, of attribute: String) -> SetStep.Value? {
        if let words = context.attributeWords[attribute], !words.isEmpty {
            guard let text = field.node.text, let place = words.firstIndex(of: text) else {
                let list = DiagnosticText.names(words)
                field.wrong(
                    DiagnosticText("one of \(list.en)", "одно из \(list.ru)"),
                    suggestion: field.node.text.map { NearestName(to: $0, among: words).suggestion } ?? nil
                )
                return nil
            }
            return .expression(.number(Double(place)))
        }
        guard let text = field.node.text, !ExpressionReader.isLaw(text) else {
            return field.numberLaw(attribute == "documents" ? .count : .number).map { .law($0) }
        }
        return expression(field).map { .expression($0) }
    }
}
