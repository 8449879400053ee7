import ScenarioModel

/// Reads targets.
struct TargetDecoder {
    let context: DecodingContext

    /// One target.
    func target(_ name: String, _ node: LocatedNode) -> Target? {
        let place = DiagnosticText("target '\(name)'", "в нормативе «\(name)»")
        guard let reader = ObjectReader(node, as: .target, in: place, context) else { return nil }
        let measures = ["waiting time at", "time in system", "time to first help"]
        let given = measures.filter(reader.has)
        let limit = reader.required("within")?.timeSpan()
        let share = reader.required("for")?.share()
        guard given.count == 1 else {
            if !given.isEmpty || !measures.contains(where: reader.seems) {
                let names = DiagnosticText.names(measures)
                context.error(
                    DiagnosticText(
                        "\(place.en): give exactly one of \(names.en)",
                        "\(place.ru): укажите ровно одно из \(names.ru)"
                    ),
                    at: node.firstLine
                )
            }
            return nil
        }
        var familyClass: String?
        let measure: TargetMeasure
        switch given[0] {
        case "waiting time at":
            familyClass = reader.field("family")?.reference(.familyClass)
            measure = .waitingTime(pool: reader.field("waiting time at").flatMap(pool) ?? "")
        default:
            reader.field("family")?.fault(
                DiagnosticText(
                    "it belongs to 'waiting time at'; here the class stands beside '\(given[0])'",
                    "он указывается вместе с «waiting time at»; здесь категорию пишут рядом с «\(given[0])»"
                )
            )
            let field = reader.field(given[0])
            if field?.node.text != "all" { familyClass = field?.reference(.familyClass) }
            measure = given[0] == "time in system" ? .timeInSystem : .timeToFirstHelp
        }
        return Target(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            measure: measure,
            familyClass: familyClass,
            limit: limit ?? .zero,
            share: share ?? 1
        )
    }

    /// A pool, or the waiting list for the cases that its members may have: `curators/cases`.
    private func pool(_ field: Field) -> String? {
        let lists = context.caseloads.map(PoolDecoder.casesName)
        if let text = field.node.text, lists.contains(text) { return text }
        return field.reference(.pool)
    }
}
