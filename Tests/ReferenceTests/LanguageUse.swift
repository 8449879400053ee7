import ScenarioModel

/// Which words of the language a scenario uses.
struct LanguageUse {
    /// The words used.
    private(set) var words: Set<String> = []

    /// All words that random scenarios are to use.
    static let all =
        [
            "serve", "keep", "lookup", "delay", "choose by chance", "choose by condition", "together",
            "repeat times",
            "repeat again", "visit", "use", "count", "leave", "several pools", "several units",
            "family absent",
            "balks", "own patience", "own priority", "if it gives up", "if it balks", "if refused",
            "handling",
            "wait for some", "within", "every", "travel", "during", "retry", "fall-back", "line limit",
            "duty",
            "holidays", "special days", "warm-up", "until empty", "rate", "renewal", "counted", "listed",
            "profile", "patience",
            "documents", "limit", "families at once", "busy day", "busy run", "at start",
            "at start of a step",
            "due in", "own due date", "ageing", "if sent home", "group", "group within", "notes", "reserved",
            "absence",
            "or", "set", "set by law", "factor", "delay by factor", "held up", "members", "own lines",
            "jockeying", "openings",
            "with members", "with all members", "each member", "wait for members", "some members",
            "document of each member",
            "documents named", "document that runs out", "document set", "speed", "skill",
            "assign", "absence of members", "suspended members",
            "pre-empted members",
            "assigned to another", "group by members",
            "pre-emption: resume", "pre-emption: restart", "working time", "working days", "until open",
            "measures by", "word set",
        ] + PersonRule.allCases.map { "person: \($0.rawValue)" } + QueueDiscipline.allCases.map(\.rawValue)
        + ClosingRule.allCases.map(\.rawValue)

    init(_ scenario: Scenario) {
        note("warm-up", scenario.warmUp > .zero)
        note("measures by", !scenario.measuresBy.isEmpty)
        note("until empty", scenario.horizon == .untilEmpty)
        note("holidays", scenario.calendars.contains { !$0.holidays.isEmpty })
        note("special days", scenario.calendars.contains { !$0.specialDays.isEmpty })
        for pool in scenario.pools {
            words.formUnion([pool.discipline.rawValue, pool.closingRule.rawValue])
            note("line limit", pool.lineLimit != nil)
            note("ageing", pool.ageing != nil)
            note("reserved", !pool.reserved.isEmpty)
            note("absence", pool.absenceChance > 0)
            if let rule = pool.preemption { words.insert("pre-emption: \(rule.rawValue)") }
            note("held up", pool.blocks)
            note("duty", !pool.duty.isEmpty)
            if pool.members.isEmpty { continue }
            words.insert("members")
            note("own lines", pool.ownLines != nil)
            note("jockeying", pool.ownLines?.jockeying != nil)
            note("speed", pool.members.contains { $0.speed != 1 })
            note("absence of members", pool.absenceChance > 0)
            note("suspended members", pool.closingRule == .suspendService)
            note("pre-empted members", pool.preemption != nil)
        }
        for agency in scenario.agencies {
            note("fall-back", agency.fallBack != nil)
            for channel in agency.channels {
                note("retry", channel.retries > 0)
                note(channel.answersIn)
            }
        }
        note("document of each member", scenario.documents.contains { $0.holder != nil })
        note("document that runs out", scenario.documents.contains { $0.validFor != nil })
        for family in scenario.familyClasses { note(family) }
        for step in scenario.routes.flatMap({ $0.steps.flatMap(\.andNested) }) { note(step.action) }
    }

    private mutating func note(_ word: String, _ isUsed: Bool) {
        if isUsed { words.insert(word) }
    }

    private mutating func note(_ law: DurationLaw) {
        note("working time", law.basis == .workingTime)
        note("working days", law.basis == .workingDays)
        note("until open", law.basis == .elapsed && law.calendar != nil)
    }

    private mutating func note(_ family: FamilyClass) {
        note("patience", family.patience != nil)
        note("documents", family.documents != nil)
        note("limit", family.arrivals.limit != nil)
        note("families at once", family.arrivals.familiesAtOnce != nil)
        if let busyness = family.arrivals.busyness { words.insert("busy \(busyness.period)") }
        note("at start", family.atStart.contains { $0.step == nil })
        note("at start of a step", family.atStart.contains { $0.step != nil })
        note("due in", family.dueIn != nil)
        switch family.arrivals.pattern {
        case .renewal: words.insert("renewal")
        case .counted: words.insert("counted")
        case .listed: words.insert("listed")
        case .openings: words.insert("openings")
        case .poisson(let law):
            words.insert("rate")
            note("profile", !law.profiles.isEmpty)
        }
    }

    private static let documents = ["certificate", "passport", "statement"]

    private mutating func note(_ uses: [PoolUse]) {
        note("several pools", uses.count > 1)
        note("several units", uses.contains { $0.units > 1 })
    }

    private mutating func note(_ patience: ServeStep.StepPatience) {
        if case .law = patience { words.insert("own patience") }
    }

    private mutating func note(_ action: StepAction) {
        switch action {
        case .serve(let serve): note(serve)
        case .keep(let keep):
            words.insert("keep")
            note("assign", keep.by.contains { $0.pool.hasSuffix("/cases") })
            note("assigned to another", keep.person == .another)
            note(keep.by)
            note(keep.patience)
        case .lookup(let lookup):
            words.insert("lookup")
            note("handling", lookup.handling != nil)
            note("wait for some", lookup.waitFor != nil)
            note("documents named", !lookup.documents.isEmpty)
        case .delay(let delay):
            words.insert("delay")
            note("delay by factor", delay.factor != nil)
            note(delay.takes)
        case .choose(let choose):
            if case .chances = choose.rule { words.insert("choose by chance") }
            if case .conditions(let options) = choose.rule {
                words.insert("choose by condition")
                note("or", options.contains { if case .any = $0.condition { true } else { false } })
            }
        case .together(let together):
            words.insert("together")
            note("within", together.within != nil)
            note("each member", together.branches.contains { $0.each != nil })
            if case .members = together.waitFor { words.insert("wait for members") }
            if case .number = together.waitFor { words.insert("some members") }
        case .members(let with):
            words.insert("with members")
            note("with all members", with.members.contains { $0.most == nil })
        case .repeat(let loop):
            if case .again = loop.rule { words.insert("repeat again") } else { words.insert("repeat times") }
            note("every", loop.every != nil)
        case .visit(let visit):
            words.insert("visit")
            note("travel", visit.travel != nil)
            note("during", visit.during != nil)
        case .use: words.insert("use")
        case .set(let set):
            for assignment in set.assignments {
                note("word set", assignment.attribute == "channel")
                note("document set", Self.documents.contains(assignment.attribute))
                if case .law = assignment.value { words.insert("set by law") } else { words.insert("set") }
            }
        case .count: words.insert("count")
        case .leave: words.insert("leave")
        }
    }

    private mutating func note(_ serve: ServeStep) {
        words.insert("serve")
        note(serve.by)
        note(serve.takes)
        note("skill", serve.skill != nil)
        note("factor", serve.factor != nil)
        if let person = serve.person { words.insert("person: \(person.rawValue)") }
        note("group by members", serve.group != nil && serve.person != nil)
        note(serve.patience)
        note("own priority", serve.priority != nil)
        note("own due date", serve.dueIn != nil)
        note("notes", serve.notes != nil)
        note("group", serve.group != nil)
        note("group within", serve.group?.within != nil)
        note("balks", !serve.balking.isEmpty)
        note("family absent", serve.isOfficeWork)
        note("if it gives up", serve.onGivingUp != nil)
        note("if it balks", serve.onBalking != nil)
        note("if refused", serve.onRefusal != nil)
        note("if sent home", serve.onSendingHome != nil)
    }
}
