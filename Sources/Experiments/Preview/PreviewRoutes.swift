import ScenarioCompiler
import ScenarioModel

/// The routes of a scenario as a preview walks them, made once for all families.
struct PreviewRoutes {
    /// Places of the routes, by name.
    private let places: [String: Int]
    private let pools: [String: Int]
    private let workingDays: [String: Double]
    private let moments = LawMoments()
    private var meanAnswer = 0.0
    /// Mean time until the answer on each document that is a thing.
    private var meanAnswers: [String: Double] = [:]
    /// The members who each have a document of a kind, by the kind.
    private let holders: [String: String?]
    /// The steps of every route.
    private(set) var steps: [[PreviewStep]] = []
    /// Number of pools.
    let poolCount: Int

    /// - Throws: `CompilationError` when a law has impossible parameters.
    init(_ scenario: Scenario) throws(CompilationError) {
        func numbered(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        }
        places = numbered(scenario.routes.map(\.name))
        poolCount = scenario.pools.count
        pools = numbered(scenario.pools.map(\.name))
        workingDays = Dictionary(scenario.calendars.map { ($0.name, Self.workingDay($0)) }) { first, _ in
            first
        }
        holders = Dictionary(scenario.documents.map { ($0.name, $0.holder) }) { first, _ in first }
        meanAnswer = try answer(of: scenario.agencies.filter { $0.share > 0 })
        for kind in scenario.documents {
            var agencies = scenario.agencies.filter { $0.name == kind.agency }
            for place in agencies.indices { agencies[place].share = 1 }
            meanAnswers[kind.name] = try answer(of: agencies)
        }
        for route in scenario.routes { steps.append(try plan(route.steps)) }
    }

    /// The steps of the route of this name; none if there is no such route.
    func steps(of route: String) -> [PreviewStep] {
        places[route].map { steps[$0] } ?? []
    }

    // MARK: Steps

    private func plan(_ steps: [Step]) throws(CompilationError) -> [PreviewStep] {
        var planned: [PreviewStep] = []
        for step in steps { planned.append(try plan(step.action)) }
        return planned
    }

    private func plan(_ action: StepAction) throws(CompilationError) -> PreviewStep {
        switch action {
        case .serve(let serve): return .serve(try plan(serve))
        case .lookup(let lookup): return .lookup(try plan(lookup))
        case .delay(let delay): return .delay(time: try mean(delay.takes), factor: delay.factor)
        case .choose(let choose): return .choose(try plan(choose.rule), otherwise: try plan(choose.otherwise))
        case .together(let together): return .together(try plan(together))
        case .repeat(let loop): return .repeat(try plan(loop))
        case .visit(let visit):
            let travel = try visit.travel.map(mean) ?? 0
            return .visit(steps: try plan(visit.steps), travel: 2 * travel)
        case .keep(let keep): return .keep(servers(keep.by), steps: try plan(keep.steps))
        case .members(let with): return .members(steps: try plan(with.steps))
        case .use(let use): return .use(route: places[use.route])
        // What formulas know of attributes is their values at arrival.
        case .count, .set: return .count
        case .leave: return .leave
        }
    }

    private func plan(_ serve: ServeStep) throws(CompilationError) -> PreviewStep.Service {
        let takes = try moments.of(serve.takes.law)
        let unit = serve.takes.basis == .workingDays ? workingDay(serve.takes.calendar) : 1
        let mean = takes.mean * unit
        return PreviewStep.Service(
            servers: servers(serve.by),
            first: serve.by.first.flatMap { pools[$0.pool] },
            skill: serve.skill,
            mean: mean,
            squaredTime: takes.variance * unit * unit + mean * mean,
            factor: serve.factor,
            groupSize: Double(serve.group?.size ?? 1),
            notes: try serve.notes.map(self.mean) ?? 0,
            patience: try patience(serve),
            canBalk: !serve.balking.isEmpty
        )
    }

    private func patience(_ serve: ServeStep) throws(CompilationError) -> PreviewStep.Service.Patience {
        guard !serve.isOfficeWork else { return .unlimited }
        switch serve.patience {
        case .ofClass: return .ofClass
        case .unlimited: return .unlimited
        case .law(let law): return .limited(mean: try mean(law))
        }
    }

    /// Of documents named, the slowest on average.
    private func meanAnswer(of lookup: LookupStep) -> Double {
        lookup.documents.isEmpty ? meanAnswer : lookup.documents.compactMap { meanAnswers[$0] }.max() ?? 0
    }

    private func documents(_ lookup: LookupStep) -> [(name: String, holder: String?)] {
        lookup.documents.map { name in (name, holders[name] ?? nil) }
    }

    private func plan(_ lookup: LookupStep) throws(CompilationError) -> PreviewStep.Lookup {
        guard let handling = lookup.handling else {
            return PreviewStep.Lookup(
                share: lookup.lookedUpShare,
                documents: documents(lookup),
                answer: meanAnswer(of: lookup),
                handling: nil
            )
        }
        let takes = try moments.of(handling.takes.law)
        return PreviewStep.Lookup(
            share: lookup.lookedUpShare,
            documents: documents(lookup),
            answer: meanAnswer(of: lookup),
            handling: (servers(handling.by), takes.mean, takes.variance)
        )
    }

    private func plan(_ rule: ChooseStep.Rule) throws(CompilationError) -> PreviewStep.Choice {
        switch rule {
        case .chances(let options):
            var ways: [(chance: Chance, steps: [PreviewStep])] = []
            for option in options { ways.append((option.chance, try plan(option.steps))) }
            return .chances(ways)
        case .conditions(let options):
            var ways: [(condition: Condition, steps: [PreviewStep])] = []
            for option in options { ways.append((option.condition, try plan(option.steps))) }
            return .conditions(ways)
        }
    }

    private func plan(_ together: TogetherStep) throws(CompilationError) -> PreviewStep.Together {
        var branches: [(each: String?, steps: [PreviewStep])] = []
        for branch in together.branches { branches.append((branch.each, try plan(branch.steps))) }
        let within = try together.within.map(mean)
        return PreviewStep.Together(branches: branches, waitFor: together.waitFor, within: within)
    }

    private func plan(_ loop: RepeatStep) throws(CompilationError) -> PreviewStep.Loop {
        let rule: PreviewStep.Loop.Rule =
            switch loop.rule {
            case .times(let law): .times(mean: try moments.of(law).mean)
            case .timesAttribute(let name): .timesAttribute(name)
            case .again(let chance): .again(chance)
            }
        return PreviewStep.Loop(
            rule: rule,
            pause: try loop.every.map(mean) ?? 0,
            atMost: Double(loop.atMost),
            steps: try plan(loop.steps)
        )
    }

    private func servers(_ uses: [PoolUse]) -> PreviewStep.Servers {
        PreviewStep.Servers(
            uses: uses.compactMap { use in pools[use.pool].map { ($0, Double(use.units)) } },
            isJoint: uses.count > 1 || uses.contains { $0.units > 1 }
        )
    }

    // MARK: Means

    /// The mean of a duration; working time counts as it is, working days by their open hours.
    func mean(_ duration: DurationLaw) throws(CompilationError) -> Double {
        let mean = try moments.of(duration.law).mean
        return duration.basis == .workingDays ? mean * workingDay(duration.calendar) : mean
    }

    private func answer(of agencies: [Agency]) throws(CompilationError) -> Double {
        var sum = 0.0
        var weights = 0.0
        for agency in agencies {
            for channel in agency.channels {
                let weight = agency.share * channel.share
                sum += weight * (try mean(channel.answersIn))
                weights += weight
            }
        }
        return weights > 0 ? sum / weights : 0
    }

    /// Mean open time of a working day; a whole day where no calendar is known.
    private func workingDay(_ use: CalendarUse?) -> Double {
        use.flatMap { workingDays[$0.calendar] } ?? 86_400e6
    }

    private static func workingDay(_ calendar: WorkCalendar) -> Double {
        let days = calendar.week.filter { !$0.isEmpty }
        let minutes = days.joined().reduce(0) { $0 + $1.closes - $1.opens }
        return days.isEmpty ? 86_400e6 : Double(minutes) / Double(days.count) * 60e6
    }
}
