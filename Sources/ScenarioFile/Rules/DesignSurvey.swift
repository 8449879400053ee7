import ScenarioModel

/// What no family of any design comes to: a part that is of use in one design is not in vain.
struct DesignSurvey {
    private var reached: Set<SourceLocation> = []
    private var unreached: [SourceLocation: UnreachedStep] = [:]
    private var routes: [String: LocatedNode.Pair] = [:]
    private var followed: Set<String> = []
    private var pools: [String: LocatedNode.Pair] = [:]
    private var used: Set<String> = []
    /// Due dates of classes, and whether a line of some design goes by them.
    private var dueDates: [String: LocatedNode.Pair] = [:]
    private var asksDueDates = false
    private var isComplete = true

    private struct UnreachedStep {
        var record: StepRecord
        var route: String
        var reason: UnreachedReason
    }

    /// Looks at one design; says at once what is amiss in it alone.
    mutating func add(_ design: ReadDesign) {
        let (scenario, tree, context) = (design.scenario, design.tree, design.context)
        guard isComplete, !context.collector.hasErrors else { return }
        let reach = RouteReach(scenario, context.routeRecords)
        guard reach.isComplete else { return isComplete = false }
        note(reach, context.routeRecords)
        // What a file shared by several scenarios offers need not all be used by this one.
        func own(_ section: String) -> [LocatedNode.Pair] {
            (tree[section]?.pairs ?? []).filter { $0.keyLocation.file == tree.location.file }
        }
        for pair in own("routes") { routes[pair.key] = pair }
        for pair in own("pools") { pools[pair.key] = pair }
        for step in scenario.routes.flatMap({ $0.steps.flatMap(\.andNested) }) {
            used.formUnion(step.pools)
        }
        // Who takes on cases of a pool is one of its members.
        used.formUnion(scenario.pools.filter { used.contains($0.name) }.map(\.people))
        for pair in own("families") { dueDates[pair.key] = pair.value.pairs?.first { $0.key == "due in" } }
        asksDueDates = asksDueDates || scenario.pools.contains { $0.discipline == .earliestDue }
        let days = RunDays(scenario)
        DutyReached.check(scenario, reach, days, tree, context)
        ArrivalsWithinRun.check(scenario, days, tree, context)
        DutyHours(scenario: scenario, reach: reach, days: days).check(tree, context)
    }

    private mutating func note(_ reach: RouteReach, _ records: [String: [StepRecord]]) {
        followed.formUnion(reach.followed)
        for id in reach.reached {
            if let record = records[id.route]?[id.place] { reached.insert(record.node.location) }
        }
        for (id, reason) in reach.unreached {
            guard let record = records[id.route]?[id.place] else { continue }
            let place = record.node.location
            let isSame = unreached[place].map { $0.reason == reason } ?? true
            unreached[place] = UnreachedStep(
                record: record,
                route: id.route,
                reason: isSame ? reason : .various
            )
        }
    }

    /// Says what is in vain in all designs.
    func report(to collector: DiagnosticCollector) {
        guard isComplete, !collector.hasErrors else { return }
        for (place, step) in unreached where !reached.contains(place) {
            collector.warn(
                .unreached(step.record.name, step.route, step.reason),
                at: step.record.node,
                .withoutEffect
            )
        }
        for (name, pair) in routes where !followed.contains(name) {
            collector.warn(.notFollowed(name), at: pair.keyNode, .withoutEffect)
        }
        for (name, pair) in dueDates where !asksDueDates {
            collector.warn(.neverDue(name), at: pair.keyNode, .withoutEffect)
        }
        for (name, pair) in pools where !used.contains(name) {
            collector.warn(.notUsed(name), at: pair.keyNode, .withoutEffect)
        }
    }
}

extension Step {
    /// The pools that the step itself takes units of.
    fileprivate var pools: [String] {
        switch action {
        case .serve(let serve): serve.by.map(\.pool)
        case .keep(let keep): keep.by.map(\.pool)
        case .lookup(let lookup): lookup.handling?.by.map(\.pool) ?? []
        default: []
        }
    }
}

extension LocatedNode.Pair {
    /// The value with the place of its key, for messages about the entry as a whole.
    var keyNode: LocatedNode {
        var node = value
        node.location = keyLocation
        node.excerpt = keyExcerpt
        return node
    }
}

extension DiagnosticCollector {
    /// Warns at a node, with what it means for the results.
    func warn(_ message: DiagnosticText, at node: LocatedNode, _ meaning: DiagnosticText) {
        report(
            Diagnostic(.warning, message, at: node.location, notes: [meaning], excerpt: node.excerpt)
        )
    }
}

extension DiagnosticText {
    fileprivate static let withoutEffect = DiagnosticText(
        "it has no effect on the results",
        "на результаты это не влияет"
    )

    fileprivate static func neverDue(_ familyClass: String) -> DiagnosticText {
        DiagnosticText(
            "families '\(familyClass)' are due, but no pool has 'discipline: earliest due'",
            "для семей «\(familyClass)» задан срок («due in»), но ни у одного пула нет «discipline: earliest due»"
        )
    }

    fileprivate static func notFollowed(_ route: String) -> DiagnosticText {
        DiagnosticText("no family follows route '\(route)'", "по маршруту «\(route)» не идёт ни одна семья")
    }

    fileprivate static func notUsed(_ pool: String) -> DiagnosticText {
        DiagnosticText(
            "pool '\(pool)' is needed by no step",
            "пул «\(pool)» не нужен ни одному шагу"
        )
    }

    fileprivate static func unreached(_ step: String, _ route: String, _ reason: UnreachedReason)
        -> DiagnosticText
    {
        let why = reason.text
        return DiagnosticText(
            "no family can reach step '\(step)' of route '\(route)'\(why.en)",
            "до шага «\(step)» маршрута «\(route)» не дойдёт ни одна семья\(why.ru)"
        )
    }
}

extension UnreachedReason {
    /// The reason as the end of a sentence.
    fileprivate var text: DiagnosticText {
        switch self {
        case .haveLeft: DiagnosticText(": all have left before it", ": до него все уже ушли")
        case .noChance: DiagnosticText(": its chance is 0", ": вероятность этого пути равна 0")
        case .chancesUsedUp:
            DiagnosticText(
                ": the chances before it add up to 1",
                ": сумма вероятностей перед ним уже равна 1"
            )
        case .neverHolds: DiagnosticText(": its condition never holds", ": условие никогда не выполняется")
        case .earlierHolds:
            DiagnosticText(
                ": one of the conditions before it always holds",
                ": одно из условий перед ним выполняется всегда"
            )
        case .noRounds:
            DiagnosticText(": the number of rounds is always 0", ": число повторений всегда равно 0")
        case .noMembers: DiagnosticText(": families have no such members", ": таких членов семьи нет")
        case .noPatience:
            DiagnosticText(
                ": nobody gives up, because no patience is given",
                ": терпение не задано, и никто не уходит, не дождавшись"
            )
        case .noBalking:
            DiagnosticText(
                ": nobody turns away, because no chance of it is given in 'balks'",
                ": в «balks» не задана вероятность ухода, и никто не уходит при виде очереди"
            )
        case .noLineLimit:
            DiagnosticText(
                ": nobody is refused, because no line here has a limit",
                ": предел очереди здесь не задан, и никому не отказывают"
            )
        case .noSendingHome:
            DiagnosticText(
                ": nobody is sent home, because no pool here closes with 'send home'",
                ": домой никого не отправляют: у пулов здесь не задано «closing: send home»"
            )
        case .various: DiagnosticText("", "")
        }
    }
}
