import ScenarioModel

/// Numbers worked out from attributes.
extension ReferenceRun {
    /// The value of an expression, never beyond the numbers.
    private func value(of expression: AttributeExpression, _ family: ReferenceFamily) -> Double {
        let value = unboundedValue(of: expression, family)
        return value.isNaN ? 0 : min(max(value, -0x1p60), 0x1p60)
    }

    private func unboundedValue(of expression: AttributeExpression, _ family: ReferenceFamily) -> Double {
        func value(_ part: AttributeExpression) -> Double { unboundedValue(of: part, family) }
        switch expression {
        case .number(let number): return number
        case .attribute(let name): return family.attributes[name] ?? 0
        case .waiting(let pool): return Double(self.pool(pool).line.count)
        case .sum(let left, let right): return value(left) + value(right)
        case .difference(let left, let right): return value(left) - value(right)
        case .product(let left, let right): return value(left) * value(right)
        case .least(let left, let right): return min(value(left), value(right))
        case .greatest(let left, let right): return max(value(left), value(right))
        }
    }

    /// By what a length is multiplied.
    func factor(_ expression: AttributeExpression?, _ strand: ReferenceStrand) -> Double {
        expression.map { max(0, value(of: $0, strand.family)) } ?? 1
    }

    /// Gives attributes new values, all by the old ones.
    func assign(_ set: SetStep, _ name: String, _ strand: ReferenceStrand) {
        let values = set.assignments.map { assignment in
            let value =
                switch assignment.value {
                case .expression(let expression): self.value(of: expression, strand.family)
                case .law(let law): self.value(law, "set@\(name)/\(assignment.attribute)", strand)
                }
            let isCount = assignment.attribute == "documents"
            return isCount ? max(0, value.rounded(.toNearestOrEven)) : value
        }
        for (assignment, value) in zip(set.assignments, values) {
            if let kind = scenario.documents.firstIndex(where: { $0.name == assignment.attribute }) {
                for document in documents(ofKind: kind, strand) {
                    strand.family.validUntil[document] = nil
                    if value > 0 { obtain(document, name, strand, strand.occurrence) }
                }
                continue
            }
            strand.family.attributes[assignment.attribute] = value
        }
    }
}
