import Experiments
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Loads that the domain table states for whole scenarios, against the preview.
struct DomainLoadTests {
    /// The domain table takes 408 of 480 minutes of a shift as productive; the office of the file is open for 483
    /// minutes a day on average.
    private static let scheduledMinutes = 483.0
    private static let productiveMinutes = 408.0

    /// Domain table C3, whose courses have six sessions on average, and twelve days exactly.
    ///
    /// In the files a course ends
    /// after 21 sessions at the latest, which takes 8 % off the psychologist's load, and has 12.3 days on average.
    @Test(
        arguments: [
            ("verkhny-ufaley", "psychologists", 0.69), ("verkhny-ufaley", "rehabilitation", 0.61),
            ("korkino", "rehabilitation", 0.58),
        ]
    )
    func `the small centres' specialists are loaded as the domain table says`(
        scenario: String,
        pool: String,
        load: Double
    ) throws {
        let result = try ScenarioReader().read(
            path: ScenarioRuns.path("Scenarios/\(scenario).yaml"),
            overrides: [
                ScenarioOverride(
                    path: "routes/psychology-course/steps/sessions/times",
                    value: "geometric(mean 5)"
                ),
                ScenarioOverride(
                    path: "routes/rehabilitation-course/steps/rehabilitation days/times",
                    value: "12"
                ),
            ]
        )
        let design = try #require(result.designs?.designs.first { $0.name == "one-window" })
        let preview = try LoadPreview(ExperimentDesign(design).compiled)
        let ratio = try #require(preview.pools.first { $0.name == pool }?.loadRatio)
        let found = ratio * Self.scheduledMinutes / Self.productiveMinutes
        #expect(abs(found - load) < 0.01, "\(found), stated \(load)")
    }
}
