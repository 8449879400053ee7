public import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// What can be said of a design without running it: the load of every pool, and the wait where a formula applies.
///
/// Expected visits come from walking the routes with chances, repetitions and documents; giving up and turning away
/// are left out, so the load is that of families who all stay.
public struct LoadPreview: Sendable, Hashable {
    /// The pools, by name.
    public let pools: [PoolPreview]
    /// Expected arrivals of each class in a week, by name.
    public let arrivals: [ClassArrivals]

    /// Expected arrivals of a class.
    public struct ClassArrivals: Sendable, Hashable {
        /// Name of the class.
        public let name: String
        /// Families in a week, over the whole run.
        public let perWeek: Double
    }

    /// The pool with the greatest load, if any is loaded.
    public var bottleneck: PoolPreview? {
        pools.filter { ($0.greatestLoad ?? 0) > 0 }.max { ($0.greatestLoad ?? 0) < ($1.greatestLoad ?? 0) }
    }

    /// Walks the routes of a compiled scenario.
    ///
    /// - Throws: `CompilationError` when a law has impossible parameters.
    public init(_ compiled: CompiledScenario) throws(CompilationError) {
        let scenario = compiled.scenario
        let period = PreviewPeriod(compiled)
        let routes = try PreviewRoutes(scenario)
        var flows = scenario.pools.map { _ in PoolFlow() }
        var arrivals: [ClassArrivals] = []
        for (place, family) in scenario.familyClasses.enumerated() {
            let expected = try period.arrivals(of: family, compiled.program.classes[place])
            let perWeek = expected / Double(period.length) * 604_800e6
            arrivals.append(ClassArrivals(name: family.name, perWeek: perWeek))
            let walk = try RouteWalk.expectedFlows(of: family, through: routes)
            for pool in flows.indices { flows[pool].add(walk[pool], times: expected) }
            for group in family.atStart {
                let steps = scenario.routes.first { $0.name == family.route }?.steps ?? []
                let first = steps.firstIndex { $0.name == group.step } ?? 0
                let ahead = try RouteWalk.expectedFlows(of: family, through: routes, from: first)
                for pool in flows.indices { flows[pool].add(ahead[pool], times: Double(group.count)) }
            }
        }
        self.arrivals = arrivals
        let varies = period.ratesVary(compiled)
        let isBunched = scenario.familyClasses.contains {
            $0.arrivals.familiesAtOnce != nil || $0.arrivals.busyness != nil
        }
        let runOut = scenario.documents.contains { $0.validFor != nil }
        let changesAttributes =
            runOut
            || scenario.routes.contains { route in
                route.steps.flatMap(\.andNested).contains { step in
                    switch step.action {
                    case .set: true
                    case .lookup(let lookup): !lookup.documents.isEmpty
                    case .serve(let serve): serve.factor?.asksLines ?? false
                    case .delay(let delay): delay.factor?.asksLines ?? false
                    default: false
                    }
                }
            }
        let waitsForMembers = scenario.routes.contains { route in
            route.steps.flatMap(\.andNested).contains { step in
                if case .members = step.action { true } else { false }
            }
        }
        let whoMatters = Self.poolsAskedForPersons(scenario)
        pools = scenario.pools.enumerated().map { place, pool in
            PoolPreview(
                pool,
                flows[place].served(at: pool.meanSpeed),
                PoolHours(compiled.program.pools[place], until: period.length),
                ratesVary: varies,
                isBunched: isBunched,
                changesAttributes: changesAttributes,
                waitsForMembers: waitsForMembers,
                mattersWho: whoMatters.contains(pool.name) || Set(pool.members.map(\.speed)).count > 1
            )
        }
    }

    /// Pools of which steps ask for a skill or a person.
    private static func poolsAskedForPersons(_ scenario: Scenario) -> Set<String> {
        var pools: Set<String> = []
        for step in scenario.routes.flatMap({ $0.steps.flatMap(\.andNested) }) {
            switch step.action {
            case .serve(let serve) where serve.skill != nil || serve.person != nil:
                pools.formUnion(serve.by.map(\.pool))
            case .keep(let keep) where keep.person != nil: pools.formUnion(keep.by.map(\.pool))
            default: break
            }
        }
        return pools
    }
}
