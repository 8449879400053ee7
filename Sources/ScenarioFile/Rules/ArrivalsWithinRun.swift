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
            let key: String
            let verb: DiagnosticText
            switch familyClass.arrivals.pattern {
            case .poisson(let law):
                guard let use = law.calendar,
                    !days.all.contains(where: { !days.hours(use, on: $0).isEmpty })
                else { continue }
                key = "calendar"
                verb = DiagnosticText("is not open", "открыт")
            case .openings(let use):
                let opens = days.all.contains { day in
                    let minutes = days.hours(use)?.openings(on: day) ?? []
                    return !days.cut(minutes.map { .init(opens: $0, closes: $0 + 1) }, on: day).isEmpty
                }
                if opens { continue }
                key = "at each opening of"
                verb = DiagnosticText("does not open", "открывается")
            case .counted, .listed, .renewal: continue
            }
            guard let arrivals = tree["families"]?[familyClass.name]?["arrivals"],
                let pair = arrivals.pairs?.first(where: { $0.key == key })
            else { continue }
            context.collector.warn(
                DiagnosticText(
                    "families '\(familyClass.name)' never come: their calendar \(verb.en) within the run",
                    "семьи «\(familyClass.name)» не приходят: за время расчёта их календарь ни разу не \(verb.ru)"
                ),
                at: pair.keyNode,
                DiagnosticText("the results are without them", "в результатах их не будет")
            )
        }
    }
}
