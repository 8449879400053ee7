import ScenarioModel
import TestSupport

/// Random routes over all kinds of steps.
struct RandomSteps {
    private let scenario: Scenario
    private(set) var chance: TestChance
    /// Roles of members, which all classes have.
    private let roles: [String]
    /// Lengths on the clock, and lengths that may run in working time.
    private let lengths: [DurationLaw]
    private let durations: [DurationLaw]
    private let calendars: [CalendarUse]
    /// Whether to do without several strands, pools and answers at once.
    private let isSimple: Bool
    private var names = 0

    /// Where a step stands.
    private struct Place {
        var depth = 0
        var loops = 0
        /// Whether it is on the way of one member, and the roles of those who take part around.
        var isOfMember = false
        var engaged: Set<String> = []
        /// Units kept around it.
        var kept: [String: Int] = [:]
        /// Routes that may be used, each with the loops inside it.
        var usable: [(name: String, loops: Int)] = []
    }

    init(
        _ scenario: Scenario,
        chance: TestChance,
        roles: [String],
        lengths: [DurationLaw],
        durations: [DurationLaw],
        calendars: [CalendarUse],
        isSimple: Bool
    ) {
        self.scenario = scenario
        self.chance = chance
        self.roles = roles
        self.lengths = lengths
        self.durations = durations
        self.calendars = calendars
        self.isSimple = isSimple
    }

    /// One to three routes; a later one may use those before it, outside loops and keeps.
    mutating func routes() -> [Route] {
        var routes: [Route] = []
        for name in ["long", "main", "other"].prefix(1 + chance.below(3)) {
            var place = Place()
            place.usable = routes.map { ($0.name, 0) }
            // Steps of the same name in two routes share their chance.
            if isOne(of: 2) { names = 0 }
            let steps = steps(2 + chance.below(4), place)
            routes.append(Route(name: name, title: LocalizedText(name), steps: steps))
        }
        return routes
    }

    private mutating func isOne(of number: Int) -> Bool { chance.below(number) == 0 }

    private mutating func steps(_ count: Int, _ place: Place) -> [Step] {
        (0..<count).map { _ in step(place) }
    }

    /// The steps inside a step; sometimes none.
    private mutating func inner(_ place: Place) -> [Step] {
        var place = place
        place.depth += 1
        return steps(isOne(of: 8) ? 0 : 1 + chance.below(place.depth < 2 ? 3 : 2), place)
    }

    private mutating func step(_ place: Place) -> Step {
        names += 1
        let name = "s\(names)"
        return Step(name: name, action: place.depth < 3 ? anyAction(place) : plainAction(place))
    }

    private mutating func anyAction(_ place: Place) -> StepAction {
        let kind = chance.below(20)
        return switch kind {
        case 2...7 where isSimple: kind == 4 && place.loops < 3 ? loop(place) : plainAction(place)
        case 0...1: choose(place)
        case 2...3: together(place)
        case 4: place.loops < 3 ? loop(place) : plainAction(place)
        case 5: visit(place)
        case 6...7: keep(place)
        case 9...10 where !roles.isEmpty: with(place)
        case 8 where !place.usable.isEmpty && place.loops == 0 && place.kept.isEmpty:
            .use(UseStep(route: chance.pick(place.usable).name, isNamed: true))
        default: plainAction(place)
        }
    }

    private mutating func plainAction(_ place: Place) -> StepAction {
        switch chance.below(16) {
        case 0: .leave(outcome: chance.pick(["helped", "moved away", "refused"]))
        case 1 where isOne(of: 2): set()
        case 1...2: .count(chance.pick([.storyTold, .documentCarried]))
        case 3...5:
            .delay(
                DelayStep(
                    takes: chance.pick(durations),
                    factor: !isSimple && isOne(of: 5) ? expression(0) : nil,
                    kind: chance.pick(TimeKind.allCases)
                )
            )
        case 6...7 where !scenario.agencies.isEmpty && !isSimple: lookup(place)
        default: serve(place)
        }
    }

    // MARK: Staff

    /// One or two pools of one discipline, never more than there are beside what is kept; nil when none is left.
    private mutating func pools(_ place: Place, forKeeping: Bool = false) -> [PoolUse]? {
        func left(_ pool: ResourcePool) -> Int {
            pool.staff - pool.reserved.reduce(0) { $0 + $1.count } - (place.kept[pool.name] ?? 0)
        }
        let free = scenario.pools.filter { pool in
            left(pool) > 0 && !(forKeeping && pool.discipline == .shortestFirst)
                && (forKeeping || !pool.areCases)
                && (pool.members.isEmpty || (place.kept[pool.name] == nil && place.kept[pool.people] == nil))
        }
        guard !free.isEmpty else { return nil }
        let first = chance.pick(free)
        var chosen = [first]
        if !first.members.isEmpty { return [PoolUse(pool: first.name, units: 1)] }
        let isAlone = first.blocks || first.suspendsServices || first.discipline == .random
        if !isSimple, !isAlone, isOne(of: 3) {
            let others = free.filter {
                $0.name != first.name && $0.discipline == first.discipline && $0.ageing == first.ageing
                    && !$0.suspendsServices && !$0.blocks && $0.members.isEmpty
            }
            if !others.isEmpty { chosen.append(chance.pick(others)) }
            let third = others.first { $0.name != chosen[1].name }
            if let third, isOne(of: 3) { chosen.append(third) }
        }
        return chosen.map { pool in
            PoolUse(pool: pool.name, units: isOne(of: 4) ? 1 + chance.below(left(pool)) : 1)
        }
    }

    private mutating func patience() -> ServeStep.StepPatience {
        switch chance.below(6) {
        case 0: .unlimited
        case 1...2: .law(chance.pick(lengths))
        default: .ofClass
        }
    }

    /// Steps of those who are not served; nil means that they leave.
    private mutating func exit(_ place: Place) -> [Step]? {
        place.depth < 3 && isOne(of: 3) ? inner(place) : nil
    }

    private mutating func serve(_ place: Place) -> StepAction {
        guard let by = pools(place) else { return .count(.storyTold) }
        // An ordinary length with a calendar belongs to delays and answers only.
        var takes = chance.pick(durations)
        if takes.basis == .elapsed { takes.calendar = nil }
        let hasDuty = scenario.pools.first { $0.name == by[0].pool }?.duty.isEmpty == false
        if takes.basis != .elapsed, hasDuty, isOne(of: 2) { takes.calendar = nil }
        let pool = scenario.pools.first { $0.name == by[0].pool }
        if pool?.suspendsServices == true, takes.basis != .elapsed { takes = chance.pick(lengths) }
        var serve = ServeStep(by: by, takes: takes, patience: patience(), isOfficeWork: isOne(of: 5))
        if let pool, !pool.members.isEmpty {
            let skills = pool.members.flatMap { $0.skills + $0.secondSkills }
            if isOne(of: 2) { serve.skill = chance.pick(skills) }
            let able = pool.members.count { member in
                serve.skill.map { (member.skills + member.secondSkills).contains($0) } ?? true
            }
            if !isOne(of: 3) { serve.person = person(able) }
        }
        if isOne(of: 4) { serve.priority = chance.below(4) }
        if isOne(of: 4) { serve.dueIn = chance.pick(lengths) }
        if !isSimple, isOne(of: 6) { serve.factor = expression(0) }
        if !isSimple, isOne(of: 4) { serve.notes = chance.pick(lengths) }
        if isOne(of: 5) {
            let first = BalkingRule(fromLength: chance.below(3), chance: 0.4)
            let second = BalkingRule(fromLength: first.fromLength + 2, chance: 1)
            serve.balking = isOne(of: 2) ? [first] : [second, first]
        }
        let staysTogether = by.allSatisfy { use in
            scenario.pools.contains {
                $0.name == use.pool && !$0.suspendsServices && !$0.blocks && $0.closingRule != .sendHome
            }
        }
        if !isSimple, staysTogether, !serve.isOfficeWork, isOne(of: 3) {
            let size = 2 + chance.below(2)
            serve.group = .init(size: size, least: 1 + chance.below(size))
            if !isOne(of: 3) { serve.group?.within = chance.pick(lengths) }
            serve.patience = .unlimited
            serve.balking = []
            return .serve(serve)
        }
        serve.onGivingUp = exit(place)
        serve.onBalking = exit(place)
        serve.onRefusal = exit(place)
        serve.onSendingHome = exit(place) ?? (place.kept.isEmpty && place.engaged.isEmpty ? nil : [])
        return .serve(serve)
    }

    private mutating func keep(_ place: Place) -> StepAction {
        guard let by = pools(place, forKeeping: true) else { return .count(.storyTold) }
        var inside = place
        for use in by { inside.kept[use.pool, default: 0] += use.units }
        var keep = KeepStep(by: by, patience: patience(), steps: inner(inside))
        let members = scenario.pools.first { $0.name == by[0].pool }?.members ?? []
        if !members.isEmpty, isOne(of: 2) { keep.person = person(members.count) }
        if isOne(of: 4) { keep.priority = chance.below(4) }
        keep.onGivingUp = exit(place)
        keep.onSendingHome = exit(place) ?? (place.kept.isEmpty && place.engaged.isEmpty ? nil : [])
        return .keep(keep)
    }

    /// Who of so many who are able; another only where there is one.
    private mutating func person(_ able: Int) -> PersonRule {
        let rule = chance.pick(PersonRule.allCases)
        return rule == .another && able < 2 ? .same : rule
    }

    private mutating func lookup(_ place: Place) -> StepAction {
        var lookup = LookupStep(lookedUpShare: chance.pick([1, 0.6, 0]))
        if isOne(of: 3) { lookup.waitFor = 1 + chance.below(2) }
        if !scenario.documents.isEmpty, isOne(of: 2) {
            lookup.waitFor = nil
            lookup.lookedUpShare = 1
            let names = scenario.documents.map(\.name)
            lookup.documents = isOne(of: 2) ? names : [chance.pick(names)]
        }
        lookup.familyWaitsAtCentre = isOne(of: 3)
        if isOne(of: 2), let by = pools(place) {
            lookup.handling = .init(by: by, takes: chance.pick(lengths))
            if isOne(of: 3) { lookup.handling?.priority = chance.below(4) }
        }
        return .lookup(lookup)
    }

    // MARK: Flow

    private mutating func choose(_ place: Place) -> StepAction {
        let otherwise = isOne(of: 2) ? inner(place) : []
        if isOne(of: 2) {
            let first: Chance = isOne(of: 3) ? .attribute("need") : .value(0.3)
            let options = [first, .value(0.4)].prefix(1 + chance.below(2)).map { chance in
                ChooseStep.ChanceOption(chance: chance, steps: inner(place))
            }
            return .choose(ChooseStep(rule: .chances(options), otherwise: otherwise))
        }
        let options = (0...chance.below(2)).map { _ in
            ChooseStep.ConditionOption(condition: condition(), steps: inner(place))
        }
        return .choose(ChooseStep(rule: .conditions(options), otherwise: otherwise))
    }

    /// A number of about 1, from attributes and lines.
    private mutating func expression(_ depth: Int) -> AttributeExpression {
        let number = AttributeExpression.number(chance.pick([0, 0.5, 1, 2]))
        switch chance.below(depth < 2 ? 9 : 4) {
        case 0: return number
        case 1: return .attribute("need")
        case 2: return .attribute("rounds")
        case 3: return .attribute("documents")
        case 4: return .product(.number(0.25), .waiting(pool: chance.pick(scenario.pools).name))
        case 5: return .sum(expression(depth + 1), expression(depth + 1))
        case 6: return .difference(expression(depth + 1), expression(depth + 1))
        case 7: return .least(expression(depth + 1), number)
        default: return .greatest(expression(depth + 1), .product(number, expression(depth + 1)))
        }
    }

    /// New values of one or two attributes; what is a chance stays about one, and rounds stay few.
    private mutating func set() -> StepAction {
        let laws = [Distribution.uniform(low: 0, high: 1), .constant(0.7)]
        var assignments: [SetStep.Assignment] = []
        if isOne(of: 4) {
            let documents = AttributeExpression.least(.number(5), expression(0))
            assignments.append(.init(attribute: "documents", value: .expression(documents)))
        }
        if assignments.isEmpty || isOne(of: 2) {
            let need = AttributeExpression.least(.number(1), expression(0))
            assignments.append(
                .init(attribute: "need", value: isOne(of: 2) ? .law(chance.pick(laws)) : .expression(need))
            )
        }
        if isOne(of: 3) {
            let rounds = AttributeExpression.least(.number(3), .sum(.number(0.5), .attribute("need")))
            assignments.append(.init(attribute: "rounds", value: .expression(rounds)))
        }
        if !scenario.documents.isEmpty, isOne(of: 2) {
            let value = AttributeExpression.number(chance.pick([0, 1]))
            let document = chance.pick(scenario.documents).name
            assignments.append(.init(attribute: document, value: .expression(value)))
        }
        return .set(SetStep(assignments.sorted { $0.attribute < $1.attribute }))
    }

    private mutating func condition() -> Condition {
        let comparison = chance.pick(Condition.Comparison.allCases)
        if !scenario.documents.isEmpty, isOne(of: 4) {
            return .attribute(chance.pick(scenario.documents).name, chance.pick([.equal, .notEqual]), 1)
        }
        switch chance.below(6) {
        case 5: return .any([condition(), .attribute("rounds", .less, 1), condition()])
        case 0: return .attribute("documents", comparison, 2)
        case 1: return .attribute("need", comparison, 1)
        case 2: return .familyClass(["first", "third"])
        case 3: return .all([condition(), .attribute("rounds", .greater, 1)])
        default: return .waiting(pool: chance.pick(scenario.pools).name, comparison, 1)
        }
    }

    private mutating func together(_ place: Place) -> StepAction {
        // A branch is a strand of its own, and holds nothing of what is kept around it; but staff are not endless.
        var branches = (0..<2 + chance.below(2)).map { _ in TogetherStep.Branch(inner(place)) }
        if !roles.isEmpty, !place.isOfMember, !isOne(of: 3) {
            var ofMember = place
            ofMember.isOfMember = true
            // A route that is used may have ways of members itself.
            ofMember.usable = []
            // Others than holders cannot ask for what each holder has.
            let areHeld = scenario.documents.contains { $0.holder != nil }
            branches[0] = TogetherStep.Branch(each: areHeld ? roles[0] : chance.pick(roles), inner(ofMember))
            if isOne(of: 3) { branches = [branches[0]] }
        }
        var together = TogetherStep(branches: branches)
        if isOne(of: 2) { together.waitFor = .number(1 + chance.below(branches.count)) }
        if let role = branches[0].each, isOne(of: 3) { together.waitFor = .members(of: role) }
        if isOne(of: 3) { together.within = chance.pick(lengths) }
        return .together(together)
    }

    /// Steps that members take part in; inside others seldom, because they might wait for each other for ever.
    private mutating func with(_ place: Place) -> StepAction {
        let left = roles.filter { !place.engaged.contains($0) }
        if left.isEmpty || !place.engaged.isEmpty && !isOne(of: 3) { return plainAction(place) }
        var inside = place
        let chosen = isOne(of: 3) ? left : [chance.pick(left)]
        inside.engaged.formUnion(chosen)
        // A route that is used may need the same members.
        inside.usable = []
        let members = chosen.map { role in
            MembersStep.Members(role: role, most: isOne(of: 4) ? nil : 1 + chance.below(2))
        }
        return .members(MembersStep(members: members, steps: inner(inside)))
    }

    private mutating func loop(_ place: Place) -> StepAction {
        var inside = place
        inside.loops += 1
        let rule: RepeatStep.Rule
        switch chance.below(4) {
        case 0: rule = .times(chance.pick([.constant(2), .poisson(mean: 1), .uniform(low: -1, high: 3)]))
        case 1: rule = .timesAttribute(chance.pick(["documents", "rounds"]))
        case 2: rule = .again(.attribute("need"))
        default: rule = .again(.value(0.5))
        }
        var loop = RepeatStep(rule: rule, atMost: 1 + chance.below(4), steps: inner(inside))
        if isOne(of: 2) { loop.every = chance.pick(lengths) }
        return .repeat(loop)
    }

    private mutating func visit(_ place: Place) -> StepAction {
        var visit = VisitStep(steps: inner(place))
        if !isOne(of: 4) { visit.travel = chance.pick(lengths) }
        if !isOne(of: 3) { visit.during = chance.pick(calendars) }
        return .visit(visit)
    }
}
