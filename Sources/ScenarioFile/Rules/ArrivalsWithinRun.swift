import ScenarioModel

/// The days on which families of a class come lie within the run.
enum ArrivalsWithinRun {
    static func check(
        _ scenario: Scenario,
        _ days: RunDays,
        _ tree: LocatedNode,
        _ context: DecodingContext
    ) {
        for familyClass in scenario.familyClasses {
            guard case .poisson(let law) = familyClass.arrivals.pattern, let use = law.calendar,
                !days.all.contains(where: { !days.hours(use, on: $0).isEmpty }),
                let arrivals = tree["families"]?[familyClass.name]?["arrivals"],
                let pair = arrivals.pairs?.first(where: { $0.key == "calendar" })
            else { continue }
            context.collector.warn(
                DiagnosticText(
                    "families '\(familyClass.name)' never come: their calendar is not open within the run",
                    "семьи «\(familyClass.name)» не приходят: за время расчёта их календарь ни разу не открыт"
                ),
                at: pair.keyNode,
                DiagnosticText("the results are without them", "в результатах их не будет")
            )
        }
    }
}
