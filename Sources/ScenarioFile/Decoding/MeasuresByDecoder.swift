import ScenarioModel

/// Reads by which attributes measures are told apart.
struct MeasuresByDecoder {
    let context: DecodingContext
    /// The classes, as far as they could be read.
    let classes: [FamilyClass]

    /// Most words of all these attributes together: each has tallies of its own in every run.
    private static let wordLimit = 1000

    /// The attributes, ordered by name.
    func attributes(_ field: Field) -> [String] {
        var names: [String] = []
        var wordCount = 0
        for element in field.elements() {
            guard let name = element.text(DiagnosticText("the name of an attribute", "имя признака")),
                holdsWords(name, element)
            else { continue }
            guard !names.contains(name) else {
                element.fault(DiagnosticText("'\(name)' is given twice", "«\(name)» указано дважды"))
                continue
            }
            names.append(name)
            wordCount += classes.words(of: name).count
        }
        if wordCount > Self.wordLimit {
            field.fault(
                DiagnosticText(
                    "the attributes have \(wordCount) words together; \(Self.wordLimit) are possible",
                    "у этих признаков вместе слов: \(wordCount), допускается не больше \(Self.wordLimit)"
                )
            )
        }
        return names.sorted()
    }

    /// Whether a name is that of an attribute that holds words in all classes that have it; if not, says so.
    private func holdsWords(_ name: String, _ field: Field) -> Bool {
        guard context.isKnown(name, .attribute) else {
            reportUnknown(name, field)
            return false
        }
        if context.isKnown(name, .document) {
            report(
                name,
                DiagnosticText(
                    "'\(name)' is a document; measures are told apart by attributes of words",
                    "«\(name)» — документ, а показатели можно показать отдельно только по признакам со словами"
                ),
                field
            )
            return false
        }
        let bearers = classes.filter { family in family.attributes.contains { $0.name == name } }
        if let other = bearers.first(where: { !Self.holdsWords(name, in: $0) }) {
            report(
                name,
                DiagnosticText(
                    "attribute '\(name)' of family class '\(other.name)' holds numbers; measures are told apart by words",
                    "значения признака «\(name)» в категории семей «\(other.name)» — числа, а показатели можно показать отдельно только по признакам со словами"
                ),
                field
            )
            return false
        }
        // Without a bearer its law is faulty, which has been said.
        return !bearers.isEmpty
    }

    private static func holdsWords(_ name: String, in family: FamilyClass) -> Bool {
        guard case .categorical(let categories)? = family.attributes.first(where: { $0.name == name })?.law
        else { return false }
        return categories.allSatisfy { $0.word != nil }
    }

    /// Attributes that would do.
    private var choices: [String] {
        Set(classes.flatMap(\.attributes).map(\.name)).sorted().filter { name in
            !context.isKnown(name, .document)
                && classes.allSatisfy { family in
                    !family.attributes.contains { $0.name == name } || Self.holdsWords(name, in: family)
                }
        }
    }

    private static let none = DiagnosticText(
        "no family class has an attribute of words",
        "ни у одной категории семей нет признака со словами"
    )

    private func report(_ name: String, _ message: DiagnosticText, _ field: Field) {
        let choices = choices
        context.error(
            message,
            at: field.node,
            found: name,
            expected: choices.isEmpty || choices.count > 100 ? nil : .names(choices),
            suggestion: NearestName(to: name, among: choices).suggestion ?? Self.none
        )
    }

    private func reportUnknown(_ name: String, _ field: Field) {
        let choices = choices
        let shown = String(name.prefix(60))
        context.collector.reportUnknown(
            "\(ReferenceKind.attribute.rawValue)/\(name)",
            Diagnostic(
                .error,
                DiagnosticText(
                    "unknown attribute '\(shown)' in \(field.key)",
                    "неизвестный признак «\(shown)» в «\(field.key)»"
                ),
                at: field.node.location,
                found: shown,
                expected: choices.isEmpty || choices.count > 100 ? nil : .names(choices),
                suggestion: NearestName(to: name, among: choices).suggestion ?? Self.none,
                excerpt: field.node.excerpt
            )
        )
    }
}
