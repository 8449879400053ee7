import ScenarioModel

/// The rules that look at more than one value.
enum ScenarioRules {
    /// Checks a scenario against every rule; the tree serves for places.
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        let rules = [
            UniqueStepNames.check, LimitedArrivals.check, DutyWithinStaff.check, KnownAttributes.check,
            KnownYears.check, ListedWithinRun.check, LookalikeNames.check, StartingSteps.check,
        ]
        for rule in rules { rule(scenario, tree, context) }
    }
}
