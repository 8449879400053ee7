import ScenarioModel

/// Follows the families of one design along their routes and notes which steps they can reach.
///
/// A step is taken as reachable unless it is certain that no family comes to it.
struct RouteReach {
    /// A step: its route and its place among that route's steps.
    struct StepID: Hashable {
        var route: String
        var place: Int
    }

    /// What a pool is needed for.
    struct Need {
        /// Most units that a step takes, with those kept around it.
        var units: Int
        /// That step.
        var step: StepID
    }

    private let scenario: Scenario
    private let outlines: [String: RouteOutline]
    private let routes: [String: Route]
    private let lineLimits: [String: Int]
    private let poolsSendingHome: Set<String>
    /// Routes that a class follows, or that a route followed uses.
    private(set) var followed: Set<String> = []
    /// Steps that families can reach.
    private(set) var reached: Set<StepID> = []
    /// First steps of what some families cannot reach, with why.
    private(set) var unreached: [StepID: UnreachedReason] = [:]
    /// What is needed of each pool.
    private(set) var needs: [String: Need] = [:]
    /// When families come to each pool.
    private(set) var comings = PoolComings()
    /// Steps looked at so far.
    private var visits = 0

    /// Most steps that are looked at; of a larger design nothing is said.
    static let visitLimit = 1_000_000

    /// Whether the whole design was looked at.
    var isComplete: Bool { visits <= Self.visitLimit }

    init(_ scenario: Scenario, _ records: [String: [StepRecord]]) {
        self.scenario = scenario
        routes = Dictionary(scenario.routes.map { ($0.name, $0) }) { first, _ in first }
        var outlines: [String: RouteOutline] = [:]
        for route in scenario.routes { outlines[route.name] = RouteOutline(route, records[route.name] ?? []) }
        self.outlines = outlines
        let limits = scenario.pools.compactMap { pool in pool.lineLimit.map { (pool.name, $0) } }
        lineLimits = Dictionary(limits) { first, _ in first }
        poolsSendingHome = Set(
            scenario.pools.filter { $0.closingRule == .sendHome && !$0.duty.isEmpty }.map(\.name)
        )
        let asked = AskedAttributes(scenario.routes, scenario.documents)
        for familyClass in scenario.familyClasses where isComplete {
            let cases = FamilyCase.cases(
                of: familyClass,
                asking: asked.names,
                lineLimits: lineLimits,
                changing: asked.changing
            )
            for familyCase in cases {
                var walk = Walk(familyCase, source: ComingHours(of: familyClass))
                _ = follow(familyClass.route, &walk)
            }
        }
    }

    /// The families being followed and how they came to where they are.
    struct Walk {
        let families: FamilyCase
        /// Hours in which they come here; nil for any.
        var source: ComingHours?
        /// Whether nothing has kept them waiting since they came.
        var isFirst = true
        /// Units of pools kept around.
        var kept: [String: Int] = [:]

        init(_ families: FamilyCase, source: ComingHours?) {
            self.families = families
            self.source = source
        }

        /// They have been elsewhere, or waited for something that has its own hours.
        mutating func loseHours() {
            source = nil
            isFirst = false
        }
    }

    /// Whether the line of a pool holds only so many.
    func isLimited(_ pool: String) -> Bool { lineLimits[pool] != nil }

    /// Whether some of these pools send families home at closing.
    func sendsHome(_ uses: [PoolUse]) -> Bool { uses.contains { poolsSendingHome.contains($0.pool) } }

    // MARK: Walking

    /// Follows a route; tells whether families can come to its end.
    mutating func follow(_ name: String, _ walk: inout Walk) -> Bool {
        guard let route = routes[name], outlines[name] != nil else { return true }
        followed.insert(name)
        return follow(route.steps, from: StepID(route: name, place: 0), &walk)
    }

    /// Follows steps in order; tells whether families can come to their end.
    mutating func follow(_ steps: [Step], from first: StepID, _ walk: inout Walk) -> Bool {
        var id = first
        for (offset, step) in steps.enumerated() {
            visits += 1
            guard visits <= Self.visitLimit else { return true }
            reached.insert(id)
            let next = after(id)
            guard follow(step, id, &walk) else {
                if offset < steps.count - 1 { note(.haveLeft, at: next) }
                return false
            }
            id = next
        }
        return true
    }

    private mutating func follow(_ step: Step, _ id: StepID, _ walk: inout Walk) -> Bool {
        switch step.action {
        case .serve(let serve): return follow(serve, id, &walk)
        case .keep(let keep): return follow(keep, id, &walk)
        case .lookup(let lookup):
            if let handling = lookup.handling { need(handling.by, at: id, walk) }
            walk.loseHours()
        case .delay: walk.loseHours()
        case .choose(let choose): return follow(choose, id, &walk)
        case .together(let together): return follow(together, id, &walk)
        case .repeat(let loop): return follow(loop, id, &walk)
        case .visit(let visit):
            if let during = visit.during {
                walk.source = .open(during)
                walk.isFirst = true
            } else if visit.travel != nil {
                walk.loseHours()
            }
            let goesOn = follow(visit.steps, from: inside(id), &walk)
            walk.loseHours()
            return goesOn
        case .members(let with):
            walk.loseHours()
            return follow(with.steps, from: inside(id), &walk)
        case .use(let use): return follow(use.route, &walk)
        case .count, .set: break
        case .leave: return false
        }
        return true
    }

    // MARK: Notes

    /// The step after another and all that is inside it.
    func after(_ id: StepID) -> StepID {
        StepID(route: id.route, place: id.place + (outlines[id.route]?.sizes[id.place] ?? 1))
    }

    /// The first step inside a step.
    func inside(_ id: StepID) -> StepID { StepID(route: id.route, place: id.place + 1) }

    /// The step after a list of steps that begins at one.
    func after(_ steps: [Step], from first: StepID) -> StepID {
        steps.reduce(first) { id, _ in after(id) }
    }

    /// Notes that some families cannot reach a step and what follows it in its list.
    mutating func note(_ reason: UnreachedReason, at id: StepID) {
        guard let known = unreached[id] else { return unreached[id] = reason }
        if known != reason { unreached[id] = .various }
    }

    /// Notes that a step takes units of pools; families who are there come in certain hours.
    mutating func need(_ uses: [PoolUse], at id: StepID, _ walk: Walk, isOfFamily: Bool = false) {
        for use in uses {
            let units = use.units + (walk.kept[use.pool] ?? 0)
            if units > needs[use.pool]?.units ?? 0 { needs[use.pool] = Need(units: units, step: id) }
            comings.note(use.pool, isOfFamily ? walk.source : nil, isFirst: isOfFamily && walk.isFirst)
        }
    }
}

/// Why no family can reach a step.
enum UnreachedReason: Hashable {
    case haveLeft
    case noChance, chancesUsedUp
    case neverHolds, earlierHolds
    case noRounds
    case noMembers
    case noPatience, noBalking, noLineLimit, noSendingHome
    /// Some families for one reason, others for another.
    case various
}
