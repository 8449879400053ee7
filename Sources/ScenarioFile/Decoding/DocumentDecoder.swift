import ScenarioModel

/// Reads kinds of document, and who has them.
struct DocumentDecoder {
    let context: DecodingContext

    /// What a document is in conditions and `set`: its words by their number.
    static let words = ["missing", "valid"]

    /// One kind.
    func document(_ name: String, _ node: LocatedNode) -> DocumentKind? {
        let place = DiagnosticText("document '\(name)'", "в документе «\(name)»")
        guard let reader = ObjectReader(node, as: .document, in: place, context) else { return nil }
        return DocumentKind(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            holder: reader.field("holder")?.reference(.role),
            agency: reader.required("agency")?.reference(.agency) ?? "",
            validFor: reader.field("valid for")?.durationLaw()
        )
    }

    /// Refuses too many kinds, and names that mean something else.
    func check(_ section: LocatedNode?) {
        let pairs = section?.pairs ?? []
        if let section, pairs.count > DocumentKind.limit {
            context.error(
                DiagnosticText(
                    "\(pairs.count) documents; \(DocumentKind.limit) are possible",
                    "документов \(pairs.count), возможно не больше \(DocumentKind.limit)"
                ),
                at: section.firstLine
            )
        }
        for pair in pairs where pair.key == "documents" || context.isKnown(pair.key, .attribute) {
            let isRole = context.isKnown(pair.key, .role)
            context.error(
                DiagnosticText(
                    "'\(pair.key)' is \(isRole ? "a member of families" : "an attribute of families") already; give the"
                        + " document another name",
                    "«\(pair.key)» — уже \(isRole ? "член семьи" : "признак семей"); назовите документ иначе"
                ),
                at: pair
            )
        }
    }

    /// What a class has on arrival: attributes that are 1 with the chance that it has the document.
    func holdings(_ field: Field?) -> [FamilyClass.Attribute] {
        var chances: [String: Double] = [:]
        for (pair, entry) in field?.entries() ?? [] {
            guard context.isKnown(pair.key, .document) else {
                context.unknown(.document, pair.key, at: pair.keyNode, in: entry.place)
                continue
            }
            chances[pair.key] = entry.share()
        }
        return (context.names[.document] ?? []).map { name in
            let chance = chances[name] ?? 0
            let isSure = chance == 0 || chance == 1
            return FamilyClass.Attribute(
                name: name,
                law: isSure ? .constant(chance) : .bernoulli(chance: chance)
            )
        }
    }
}
