import ScenarioModel

/// Families who are there at the start come next to a step of their route that is not inside another.
enum StartingSteps {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        for family in scenario.familyClasses {
            guard let route = scenario.routes.first(where: { $0.name == family.route }),
                let pairs = tree["families"]?[family.name]?["at start"]?.pairs
            else { continue }
            let names = route.steps.map(\.name)
            for pair in pairs where !names.contains(pair.key) {
                report(pair, family.name, route.name, names, context)
            }
        }
    }

    private static func report(
        _ pair: LocatedNode.Pair,
        _ familyClass: String,
        _ route: String,
        _ names: [String],
        _ context: DecodingContext
    ) {
        var node = pair.value
        node.location = pair.keyLocation
        node.excerpt = pair.keyExcerpt
        context.error(
            DiagnosticText(
                "families '\(familyClass)' cannot start at '\(pair.key)': route '\(route)' has no such step, or has it"
                    + " inside another",
                "семьи «\(familyClass)» не могут начать с «\(pair.key)»: в маршруте «\(route)» такого шага нет или он"
                    + " внутри другого"
            ),
            at: node,
            found: pair.key,
            expected: names.count > 100 ? nil : .names(names),
            suggestion: NearestName(to: pair.key, among: names).suggestion
        )
    }
}
