import Experiments
import ScenarioCompiler
import ScenarioModel

/// A small centre for tests: two classes, one desk pool, a psychologist and an agency.
enum SmallCentre {
    static let minute = 60_000_000.0

    static func minutes(_ law: Distribution) -> DurationLaw { DurationLaw(law) }

    /// Desks are on duty around the clock; each family makes so many visits and is served on the first.
    static func scenario(desks: Int = 1, trips: Int = 1, days: Int64 = 2) -> Scenario {
        let serve = Step(
            name: "intake",
            action: .serve(
                ServeStep(
                    by: [PoolUse(pool: "desks")],
                    takes: DurationLaw(.exponential(mean: 8 * minute))
                )
            )
        )
        let lookup = Step(
            name: "papers",
            action: .lookup(LookupStep(lookedUpShare: 0.5))
        )
        let visits = (0..<trips).map { number in
            Step(
                name: "visit \(number)",
                action: .visit(
                    VisitStep(travel: DurationLaw(.constant(20 * minute)), steps: number == 0 ? [serve] : [])
                )
            )
        }
        return Scenario(
            name: "small",
            title: LocalizedText("Small"),
            starts: CivilMoment(date: CivilDate(year: 2024, month: 1, day: 1)),
            horizon: .duration(TimeSpan(microseconds: days * 86_400_000_000)),
            pools: [ResourcePool(name: "desks", title: LocalizedText("Desks"), staff: desks)],
            agencies: [
                Agency(
                    name: "fund",
                    title: LocalizedText("Fund"),
                    share: 1,
                    channels: [
                        AgencyChannel(
                            name: "wire",
                            share: 1,
                            answersIn: DurationLaw(.exponential(mean: 60 * minute)),
                            failureChance: 0.1,
                            retries: 1
                        )
                    ]
                )
            ],
            familyClasses: [
                familyClass("foster", rate: 2, patience: nil),
                familyClass("large", rate: 3, patience: DurationLaw(.exponential(mean: 40 * minute))),
            ],
            routes: [Route(name: "way", title: LocalizedText("Way"), steps: visits + [lookup])],
            targets: [
                Target(
                    name: "wait",
                    title: LocalizedText("Wait"),
                    measure: .waitingTime(pool: "desks"),
                    limit: TimeSpan(microseconds: Int64(15 * minute)),
                    share: 0.95
                )
            ]
        )
    }

    private static func familyClass(_ name: String, rate: Double, patience: DurationLaw?) -> FamilyClass {
        FamilyClass(
            name: name,
            title: LocalizedText(name),
            arrivals: ArrivalProcess(.poisson(RateLaw(mean: rate, unit: .hour))),
            documents: .constant(3),
            patience: patience,
            route: "way"
        )
    }

    static func design(_ name: String, _ scenario: Scenario) throws -> ExperimentDesign {
        try ExperimentDesign(Design(name: name, title: LocalizedText(name), scenario: scenario))
    }

    /// One desk against two, the second with one more trip.
    static func experiment(replications: Int = 12, threads: Int = 1) throws -> Experiment {
        Experiment(
            designs: [
                try design("one desk", scenario()),
                try design("two desks", scenario(desks: 2, trips: 2)),
            ],
            replications: replications,
            seed: 7,
            threads: threads
        )
    }
}
