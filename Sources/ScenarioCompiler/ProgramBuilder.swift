import RandomStreams
import ScenarioModel
import SimulationCore

/// A program in the making: its tables, and the indices of what is in them already.
struct ProgramBuilder {
    let scenario: Scenario
    var schedule: ScheduleUnroller
    var program: Program
    var symbols = SymbolTable()
    var samplers: [Sampler] = []
    var layout: TallyLayout

    /// Index of each law's sampler, draw's, shift table's, step's and outcome's row.
    private var samplerIndex: [Distribution: Int32] = [:]
    private var drawIndex: [DrawPlan: Int32] = [:]
    private var shiftTableIndex: [CalendarUse: Int32] = [:]
    private var stepIndex: [String: Int32] = [:]
    private var outcomeIndex: [String: Int32] = [:]
    /// Index of each step's group.
    var groupIndex: [GroupKey: Int32] = [:]
    /// Priority level of each priority number.
    private(set) var levels: [Int: Int32] = [:]
    /// Register of each attribute; `documents` has the first.
    private(set) var registers: [String: Int32] = [:]
    /// Index of each role of members.
    private(set) var roleIndex: [String: Int32] = [:]
    /// Registers of each kind of document.
    private(set) var heldDocuments: [String: HeldPlan] = [:]
    /// Registers in which families have their own persons, by the pool whose members these are.
    private(set) var personRegisters: [String: Int32] = [:]
    /// Rows at which families wait for room at the step that comes next, and where they go then.
    var entering: [(row: Int, seize: Label)] = []
    /// The row of every label, -1 until it is placed.
    var labelRows: [Int32] = []
    private let poolIndex: [String: Int32]
    /// Kinds of document, by name.
    let documentKinds: [String: DocumentKind]

    init(_ scenario: Scenario, _ schedule: ScheduleUnroller) {
        self.scenario = scenario
        self.schedule = schedule
        layout = TallyLayout(ownKinds: TimeKind.allCases.map(\.isSpentByFamily))
        program = Program(samplers: SamplerBank([]), tallies: layout)
        let places = scenario.pools.enumerated().map { ($0.element.name, Int32($0.offset)) }
        poolIndex = Dictionary(places) { first, _ in first }
        documentKinds = Dictionary(scenario.documents.map { ($0.name, $0) }) { first, _ in first }
    }

    /// What tells groups apart.
    struct GroupKey: Hashable {
        var name: String
        var serve: ServeStep
    }

    mutating func build() throws(CompilationError) -> CompiledScenario {
        symbols.pools = scenario.pools.map(\.name)
        symbols.members = scenario.pools.map { $0.members.map(\.name) }
        symbols.classes = scenario.familyClasses.map(\.name)
        symbols.agencies = scenario.agencies.map(\.name)
        symbols.documents = scenario.documents.map(\.name)
        symbols.counters = countersUsed
        symbols.kinds = TimeKind.allCases
        for outcome in Outcome.allCases { _ = self.outcome(outcome.rawValue) }
        setLevels()
        setRegisters()
        let documents = heldDocuments.values.reduce(0) { $0 + $1.count }
        guard documents <= DocumentKind.limit else {
            throw CompilationError(
                english:
                    "\(documents) documents, those of each member counted; \(DocumentKind.limit) are possible",
                russian:
                    "документов \(documents) (у каждого члена семьи — свой), возможно не больше \(DocumentKind.limit)"
            )
        }
        try addPools()
        addJourneyTallies()
        try addGroupings()
        try addAgencies()
        let starts = try addRoutes()
        try addClasses(starts)
        guard symbols.outcomes.count <= Program.outcomeLimit else {
            throw CompilationError(
                english: "\(symbols.outcomes.count) outcomes; \(Program.outcomeLimit) are possible",
                russian: "исходов \(symbols.outcomes.count), возможно не больше \(Program.outcomeLimit)"
            )
        }
        addTargets()
        finish()
        return CompiledScenario(scenario: scenario, program: program, symbols: symbols)
    }

    /// What the scenario's routes count; counting what never happens would only cost time.
    private var countersUsed: [EffortCount] {
        let steps = scenario.routes.flatMap { $0.steps.flatMap(\.andNested) }
        let sendsHome = scenario.pools.contains { $0.closingRule == .sendHome }
        let counted = EffortCount.allCases.filter { count in
            if count == .trip, sendsHome { return true }
            return steps.contains { step in
                switch step.action {
                case .count(let counted): counted == count
                case .visit: count == .trip
                case .lookup: count == .documentCarried
                default: false
                }
            }
        }
        // Where nothing else of a family's effort is told, lines are studied, and hand-offs would only cost time.
        return counted.isEmpty || !canHandOver(steps) ? counted : counted + [.handOff]
    }

    /// Whether families can come from one of the staff to another.
    private func canHandOver(_ steps: [Step]) -> Bool {
        let pools = steps.flatMap { step -> [String] in
            switch step.action {
            case .serve(let serve): serve.by.map(\.pool)
            case .lookup(let lookup): lookup.handling?.by.map(\.pool) ?? []
            default: []
            }
        }
        let areNamed = scenario.pools.contains { $0.members.count > 1 && pools.contains($0.name) }
        return areNamed || Set(pools).count > 1
    }

    private mutating func finish() {
        program.samplers = SamplerBank(samplers)
        program.tallies = layout
        program.registerCount = registerCount
        program.counterCount = symbols.counters.count
        program.outcomeCount = symbols.outcomes.count
        program.kindCount = TimeKind.allCases.count
        program.idleKind = TimeKind.atHome.rawValue
        program.horizon = schedule.horizon
        program.warmUp = scenario.warmUp.microseconds
        if scenario.pools.contains(where: { !$0.duty.isEmpty }) {
            program.weekProfile = schedule.weekProfile()
        }
    }

    // MARK: Indices

    /// Index of a pool.
    func pool(_ name: String) throws(CompilationError) -> Int32 {
        guard let index = poolIndex[name] else {
            throw CompilationError(english: "unknown pool '\(name)'", russian: "неизвестный ресурс «\(name)»")
        }
        return index
    }

    /// Index of an outcome, added when it is new.
    mutating func outcome(_ name: String) -> Int32 {
        if let index = outcomeIndex[name] { return index }
        let index = Int32(symbols.outcomes.count)
        symbols.outcomes.append(name)
        outcomeIndex[name] = index
        return index
    }

    /// Index of a step, added when it is new.
    mutating func step(_ name: String, _ title: LocalizedText?, kind: String) -> Int32 {
        if let index = stepIndex[name] { return index }
        let index = Int32(symbols.steps.count)
        symbols.steps.append(SymbolTable.StepSymbol(name: name, title: title, kind: kind))
        stepIndex[name] = index
        return index
    }

    /// Register of an attribute that holds a number, or of `documents`.
    func numberRegister(_ name: String) throws(CompilationError) -> Int32 {
        guard documentKinds[name] == nil else {
            throw CompilationError(
                english: "document '\(name)' stands where a number is needed",
                russian: "документ «\(name)» указан там, где нужно число"
            )
        }
        return try register(name)
    }

    private func register(_ name: String) throws(CompilationError) -> Int32 {
        guard let index = registers[name] else {
            throw CompilationError(
                english: "unknown attribute '\(name)'",
                russian: "неизвестный признак семьи «\(name)»"
            )
        }
        return index
    }

    /// Priority level of a priority number.
    func level(_ priority: Int) -> Int32 { levels[priority] ?? 0 }

    // MARK: Chance

    /// A draw of a law under a purpose.
    mutating func draw(_ purpose: String, _ law: Distribution) throws(CompilationError) -> Int32 {
        var sampler = samplerIndex[law] ?? -1
        if sampler < 0 {
            sampler = Int32(samplers.count)
            samplers.append(try SamplerChoice.sampler(for: law))
            samplerIndex[law] = sampler
        }
        return add(DrawPlan(purpose: purpose, sampler: sampler))
    }

    /// A bare uniform, or standard exponentials for arrivals, under a purpose.
    mutating func draw(_ purpose: String) -> Int32 {
        add(DrawPlan(purpose: purpose, sampler: -1))
    }

    private mutating func add(_ draw: DrawPlan) -> Int32 {
        if let index = drawIndex[draw] { return index }
        let index = Int32(program.draws.count)
        program.draws.append(draw)
        drawIndex[draw] = index
        return index
    }

    // MARK: Time

    /// The shift table of a calendar.
    mutating func shiftTable(_ use: CalendarUse) throws(CompilationError) -> Int32 {
        if let index = shiftTableIndex[use] { return index }
        let index = Int32(program.shiftTables.count)
        program.shiftTables.append(try schedule.shiftTable(use))
        shiftTableIndex[use] = index
        return index
    }

    /// A duration of a law under a purpose; the default calendar is that of working time when the law names none.
    mutating func duration(
        _ law: DurationLaw,
        _ purpose: String,
        defaultCalendar: CalendarUse? = nil,
        itemRequest: Int32 = -1,
        tally: Int32 = -1,
        factor: AttributeExpression? = nil
    ) throws(CompilationError) -> Int32 {
        var plan = DurationPlan(draw: try draw(purpose, law.law), itemRequest: itemRequest, tally: tally)
        if let factor { plan.factor = try expression(factor) }
        if law.basis == .elapsed {
            if let calendar = law.calendar {
                plan.clock = .elapsedThenOpen
                plan.shiftTable = try shiftTable(calendar)
            }
        } else {
            guard let calendar = law.calendar ?? defaultCalendar else {
                throw CompilationError(
                    english: "'\(purpose)' runs on working time, but no calendar says what that is",
                    russian: "«\(purpose)»: срок задан в рабочем времени, но календарь не указан"
                )
            }
            plan.clock = law.basis == .workingTime ? .openTime : .openDays
            plan.shiftTable = try shiftTable(calendar)
        }
        program.durations.append(plan)
        return Int32(program.durations.count - 1)
    }

    // MARK: Parts of the program

    private mutating func setLevels() {
        var priorities = Set(scenario.familyClasses.map(\.priority))
        for route in scenario.routes { Self.collectPriorities(route.steps, &priorities) }
        for (place, priority) in priorities.sorted().enumerated() { levels[priority] = Int32(place) }
    }

    private mutating func setRegisters() {
        registers["documents"] = 0
        let ofClasses = scenario.familyClasses.flatMap { $0.attributes.map(\.name) }
        let names = Set(ofClasses).subtracting(["documents"] + scenario.documents.map(\.name))
        for name in names.sorted() { registers[name] = Int32(registers.count) }
        let people = Set(scenario.pools.filter { !$0.members.isEmpty }.map(\.people))
        for name in people.sorted() { personRegisters[name] = Int32(registers.count + personRegisters.count) }
        addRoles()
        addDocuments()
    }

    private var registerCount: Int {
        registers.count + personRegisters.count + program.roles.count * RolePlan.ownRegisters
            + heldDocuments.values.reduce(0) { $0 + Int($1.count) }
    }

    /// Registers of the moments until which families, or their members, have documents.
    private mutating func addDocuments() {
        for kind in scenario.documents {
            let role = kind.holder.flatMap { roleIndex[$0] } ?? -1
            heldDocuments[kind.name] = HeldPlan(
                register: Int32(registerCount),
                role: role,
                count: kind.holder.map(mostMembers) ?? 1
            )
        }
    }

    /// How many members of a role a family has at most, 1 or more.
    private func mostMembers(_ role: String) -> Int32 {
        let laws = scenario.familyClasses.flatMap(\.attributes).filter { $0.countsMembers && $0.name == role }
        let most = laws.map { $0.law.support.upperBound.rounded(.toNearestOrEven) }.max() ?? 1
        return Int32(min(max(1, most), Double(FamilyClass.membersInRole)))
    }

    /// Registers for the members of every role: how many are engaged, and for how long.
    private mutating func addRoles() {
        let counts = scenario.familyClasses.flatMap(\.attributes).filter(\.countsMembers)
        for name in Set(counts.map(\.name)).sorted() {
            let first = Int32(registerCount)
            roleIndex[name] = Int32(program.roles.count)
            symbols.roles.append(name)
            program.roles.append(
                RolePlan(
                    number: registers[name] ?? 0,
                    engaged: first,
                    time: first + 1,
                    summedUntil: first + 2
                )
            )
        }
    }

    private mutating func addJourneyTallies() {
        let classes = scenario.familyClasses.count
        layout.timeInSystem = layout.add(classes)
        layout.timeToFirstHelp = layout.add(classes)
        layout.ownTime = layout.add(classes)
        layout.counters = layout.add(classes * symbols.counters.count, sketched: false)
        layout.memberTimes = layout.add(classes * program.roles.count)
    }

    private mutating func addAgencies() throws(CompilationError) {
        for agency in scenario.agencies {
            var cumulative = 0.0
            let total = agency.channels.reduce(0) { $0 + $1.share }
            var channels: [ResponderPlan.Channel] = []
            for channel in agency.channels {
                cumulative += channel.share / total
                channels.append(responderChannel(channel, cumulative: cumulative))
            }
            let fallBack = agency.fallBack.map { responderChannel($0.channel, cumulative: 1) }
            program.responders.append(
                ResponderPlan(channels: channels, fallBack: fallBack, tally: layout.add(1))
            )
        }
    }

    private func responderChannel(_ channel: AgencyChannel, cumulative: Double) -> ResponderPlan.Channel {
        ResponderPlan.Channel(
            cumulative: cumulative,
            failureChance: channel.failureChance,
            retries: Int32(clamping: channel.retries)
        )
    }
}
