import ScenarioModel

/// A run until all have left needs a limited number of arrivals in every class.
enum LimitedArrivals {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        guard scenario.horizon == .untilEmpty, tree["horizon"]?.text == "until all have left" else { return }
        for familyClass in scenario.familyClasses where familyClass.arrivals.limit == nil {
            if case .listed = familyClass.arrivals.pattern { continue }
            let arrivals = tree["families"]?[familyClass.name]?["arrivals"]
            guard let arrivals, arrivals.pairs != nil, arrivals["at most"] == nil else { continue }
            context.error(
                DiagnosticText(
                    "arrivals of family class '\(familyClass.name)' never end; 'until all have left' needs 'at most'",
                    "поток категории семей «\(familyClass.name)» не кончается; для «until all have left» нужен «at most»"
                ),
                at: arrivals.firstLine
            )
        }
    }
}
