import ScenarioCompiler
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// What a change of a scenario that ought to mean nothing leaves as it was, on random scenarios, event by event.
struct MetamorphicTests {
    private static let seeds = 0..<Proof.size(3000, quick: 150)

    /// A change, and what of the journeys it must leave alone.
    struct Relation: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout Scenario) -> Void
        /// Whether an event counts; all by default.
        var counts: @Sendable (ReferenceEvent) -> Bool = { _ in true }
        /// Whether a scenario whose families are left stuck is compared too.
        var includesStuck = true
    }

    static let relations = [
        Relation(testDescription: "a pool that nobody uses") {
            $0.pools.insert(ResourcePool(name: "aaa", title: LocalizedText("aaa"), staff: 3), at: 0)
            $0.pools.append(
                ResourcePool(name: "zzz", title: LocalizedText("zzz"), staff: 1, discipline: .priority)
            )
        },
        Relation(testDescription: "a route that nobody takes and a calendar that nobody keeps") {
            let steps = $0.routes[0].steps
            $0.routes.insert(Route(name: "aaa", title: LocalizedText("aaa"), steps: steps), at: 0)
            $0.calendars.insert(WorkCalendar(name: "aaa", week: $0.calendars[0].week), at: 0)
        },
        Relation(testDescription: "a class of whom nobody comes") {
            var nobody = $0.familyClasses[0]
            nobody.name = "zzz"
            nobody.arrivals.limit = 0
            nobody.atStart = []
            $0.familyClasses.append(nobody)
        },
        Relation(testDescription: "other titles") {
            $0.title = LocalizedText("other")
            for place in $0.pools.indices { $0.pools[place].title = LocalizedText("other \(place)") }
            for place in $0.familyClasses.indices {
                $0.familyClasses[place].title = LocalizedText("other \(place)")
            }
            for place in $0.routes.indices {
                for step in $0.routes[place].steps.indices {
                    $0.routes[place].steps[step].title = LocalizedText("other")
                }
            }
        },
        Relation(testDescription: "a line limit that no line reaches") {
            for place in $0.pools.indices where $0.pools[place].lineLimit == nil {
                $0.pools[place].lineLimit = 1_000_000
            }
        },
        Relation(
            testDescription: "patience for a hundred years",
            change: {
                for place in $0.familyClasses.indices where $0.familyClasses[place].patience == nil {
                    $0.familyClasses[place].patience = DurationLaw(
                        .constant(100 * 365 * 1440 * RandomScenario.minute)
                    )
                }
            },
            // Those who would wait for ever now wait for a hundred years.
            includesStuck: false
        ),
        Relation(
            testDescription: "a way that is never taken",
            change: {
                for place in $0.routes.indices {
                    let way = ChooseStep.ChanceOption(
                        chance: .value(0),
                        steps: [Step(name: "never", action: .leave(outcome: "never"))]
                    )
                    let choice = ChooseStep(rule: .chances([way]), otherwise: [])
                    $0.routes[place].steps.insert(Step(name: "nothing", action: .choose(choice)), at: 0)
                }
            },
            counts: { !$0.step.hasSuffix("nothing") }
        ),
    ]

    @Test(arguments: relations)
    func `what means nothing changes no event of any journey`(_ relation: Relation) throws {
        var compared = 0
        for seed in Self.seeds {
            let scenario = RandomScenario(seed: seed).scenario
            let before = try EngineStory(scenario, seed: UInt64(seed), replication: 1)
            if before.observations == nil, !relation.includesStuck { continue }
            var changed = scenario
            relation.change(&changed)
            if changed == scenario { continue }
            let after = try EngineStory(changed, seed: UInt64(seed), replication: 1)
            let events = before.events.filter(relation.counts)
            let difference = Self.difference(events, after.events.filter(relation.counts))
            #expect(difference == nil, "scenario \(seed)")
            #expect((before.observations == nil) == (after.observations == nil), "scenario \(seed)")
            compared += events.count
        }
        #expect(compared > 50 * Self.seeds.count)
    }

    /// The first events that differ, or nil.
    private static func difference(_ first: [ReferenceEvent], _ second: [ReferenceEvent]) -> String? {
        guard let place = zip(first, second).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return first.count == second.count ? nil : "\(first.count) events, then \(second.count)"
        }
        return "\(first[place]), then \(second[place])"
    }

    @Test func `one more family there at the start leaves the draws of those who arrive as they are`() throws
    {
        var compared = 0
        for seed in Self.seeds {
            var scenario = RandomScenario(seed: seed).scenario
            // Families meet nobody, so that only their own chance tells their journeys; what is measured by staff's hours
            // is left out.
            for place in scenario.pools.indices {
                scenario.pools[place].staff = 100_000
                scenario.pools[place].duty = []
                scenario.pools[place].absenceChance = 0
            }
            for place in scenario.routes.indices {
                scenario.routes[place].steps.removeAll { $0.andNested.contains { $0.isGroupSession } }
            }
            var changed = scenario
            let areNamed = scenario.pools.contains { !$0.members.isEmpty }
            guard !areNamed, (try? ScenarioCompiler.compile(scenario)) != nil else { continue }
            changed.familyClasses[0].atStart.append(.init(step: nil, count: 1))
            func arriving(_ scenario: Scenario) throws -> Set<String> {
                let events = try EngineStory(scenario, seed: UInt64(seed), replication: 1).events
                let numbered = events.filter { $0.ordinal < Int(ArrivalPlan.firstStartingOrdinal) }
                compared += numbered.count
                return Set(
                    numbered.map { event in
                        var event = event
                        event.family = 0
                        return "\(event)"
                    }
                )
            }
            #expect(try arriving(scenario) == arriving(changed), "scenario \(seed)")
        }
        #expect(compared > 50 * Self.seeds.count)
    }

    @Test func `a run twice as long begins like the shorter one`() throws {
        var compared = 0
        for seed in Self.seeds {
            let scenario = RandomScenario(seed: seed).scenario
            guard case .duration(let span) = scenario.horizon else { continue }
            var longer = scenario
            longer.horizon = .duration(TimeSpan(microseconds: 2 * span.microseconds))
            // The last minute is left out: at the very end of the short run much is still about to happen.
            let end = span.microseconds - 60_000_000
            func beginning(_ scenario: Scenario) throws -> [ReferenceEvent]? {
                let story = try EngineStory(scenario, seed: UInt64(seed), replication: 2)
                // An agency's tries are known as it is asked, as far as the run goes: how many there are, and that a
                // paper will be refused for good, is told before it happens.
                guard story.observations != nil else { return nil }
                return story.events.compactMap { event in
                    guard event.ends < end, event.outcome != "document carried" else { return nil }
                    var event = event
                    if event.kind == "replied" { event.ahead = 0 }
                    return event
                }
            }
            guard let short = try beginning(scenario), let long = try beginning(longer) else { continue }
            #expect(Self.difference(short, long) == nil, "scenario \(seed)")
            compared += short.count
        }
        #expect(compared > 50 * Self.seeds.count)
    }

    @Test func `a replication is the same whatever ran before it`() throws {
        for seed in Self.seeds.prefix(60) {
            let scenario = RandomScenario(seed: seed).scenario
            let alone = try EngineStory(scenario, seed: 5, replication: 17)
            guard let compiled = Optional(alone.compiled), alone.observations != nil else { continue }
            let tables = ReplicationTables(program: compiled.program, seed: 5)
            for index in 0..<3 { _ = try? Replication.run(tables, index: UInt32(index)) }
            let after = try Replication.run(tables, index: 17, recording: .all)
            #expect(after.journeys == alone.observations?.journeys)
        }
    }
}

extension Step {
    /// Whether several families are served by it at once.
    fileprivate var isGroupSession: Bool {
        if case .serve(let serve) = action { serve.group != nil } else { false }
    }
}
