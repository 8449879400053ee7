import ScenarioModel

/// A calendar that names production calendars should name one for every year of the run.
enum KnownYears {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        guard case .duration(let length) = scenario.horizon else { return }
        let first = scenario.starts.date
        let minutes = scenario.starts.minuteOfDay + Int((length.microseconds - 1) / 60_000_000)
        let last = CivilDate(dayNumber: first.dayNumber + minutes / 1_440)
        let years = first.year...max(first.year, last.year)
        for use in context.productionCalendarUses {
            let closed = Set(use.closed.all.map(\.year))
            guard let missing = years.first(where: { !closed.contains($0) }) else { continue }
            context.collector.report(
                Diagnostic(
                    .warning,
                    DiagnosticText(
                        "the run reaches into \(missing), for which no holidays are named here",
                        "расчёт захватывает \(missing) год, а праздники этого года здесь не названы"
                    ),
                    at: use.node.location,
                    found: use.node.shortText,
                    excerpt: use.node.excerpt
                )
            )
        }
    }
}
