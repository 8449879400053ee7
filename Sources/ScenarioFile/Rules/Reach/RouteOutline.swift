import ScenarioModel

/// The steps of a route in the order of the file, with where each stands: what links a step to its place in the file.
struct RouteOutline {
    /// What was noted of each step while it was read, itself before the steps inside it.
    let records: [StepRecord]
    /// How many steps each step is, those inside it included.
    let sizes: [Int]

    /// Nil when a faulty step was left out, so that steps and notes do not match.
    init?(_ route: Route, _ records: [StepRecord]) {
        var sizes: [Int] = []
        for step in route.steps { Self.measure(step, &sizes) }
        guard sizes.count == records.count else { return nil }
        self.records = records
        self.sizes = sizes
    }

    private static func measure(_ step: Step, _ sizes: inout [Int]) {
        let place = sizes.count
        sizes.append(1)
        for steps in step.nested {
            for inner in steps { measure(inner, &sizes) }
        }
        sizes[place] = sizes.count - place
    }
}
