import Foundation
import RandomStreams
import ScenarioCompiler
import ScenarioModel

/// Walks a route with expected numbers instead of chance, and adds up what it asks of every pool.
struct RouteWalk {
    let scenario: Scenario
    let family: SampledFamily
    let patience: DurationLaw?
    let moments: LawMoments
    /// What a family asks of each pool.
    var flows: [PoolFlow]
    /// Whether nothing but travel has happened yet.
    private var isAtStart = true
    private var depth = 0

    /// What came of walking some steps.
    struct Passage {
        /// Expected number of families that go on, of one that starts.
        var goesOn = 1.0
        /// Mean time that the steps take, without waits in lines, in microseconds.
        var time = 0.0
    }

    /// What one family of a class asks of each pool, on average.
    static func expectedFlows(
        of family: FamilyClass,
        in scenario: Scenario
    ) throws(CompilationError) -> [PoolFlow] {
        let route = scenario.routes.first { $0.name == family.route }
        let families = try SampledFamily.all(of: family)
        let moments = LawMoments()
        var total = scenario.pools.map { _ in PoolFlow() }
        for (sampled, number) in SampledFamily.distinct(families) {
            var walk = RouteWalk(
                scenario: scenario,
                family: sampled,
                patience: family.patience,
                moments: moments,
                flows: scenario.pools.map { _ in PoolFlow() }
            )
            _ = try walk.walk(route?.steps ?? [], 1)
            let share = Double(number) / Double(families.count)
            for pool in total.indices { total[pool].add(walk.flows[pool], times: share) }
        }
        return total
    }

    private init(
        scenario: Scenario,
        family: SampledFamily,
        patience: DurationLaw?,
        moments: LawMoments,
        flows: [PoolFlow]
    ) {
        self.scenario = scenario
        self.family = family
        self.patience = patience
        self.moments = moments
        self.flows = flows
    }

    /// Walks steps that so many families start.
    mutating func walk(_ steps: [Step], _ weight: Double) throws(CompilationError) -> Passage {
        var passage = Passage()
        for step in steps where passage.goesOn * weight > 1e-12 {
            let one = try walk(step.action, weight * passage.goesOn)
            passage.time += passage.goesOn * one.time
            passage.goesOn *= one.goesOn
        }
        return passage
    }

    private mutating func walk(_ action: StepAction, _ weight: Double) throws(CompilationError) -> Passage {
        switch action {
        case .serve(let serve): return try walk(serve, weight)
        case .lookup(let lookup): return try walk(lookup, weight)
        case .delay(let delay):
            isAtStart = false
            return Passage(time: try mean(delay.takes))
        case .choose(let choose): return try walk(choose, weight)
        case .together(let together): return try walk(together, weight)
        case .repeat(let loop): return try walk(loop, weight)
        case .visit(let visit):
            var passage = try walk(visit.steps, weight)
            if let travel = visit.travel { passage.time += try 2 * mean(travel) }
            return passage
        case .keep(let keep):
            let passage = try walk(keep.steps, weight)
            add(keep.by, weight, time: passage.time, squaredTime: passage.time * passage.time)
            return passage
        case .use(let use):
            // A route that uses itself is refused by the compiler; the depth only bounds a faulty file.
            guard depth < 20, let route = scenario.routes.first(where: { $0.name == use.route }) else {
                return Passage()
            }
            depth += 1
            defer { depth -= 1 }
            return try walk(route.steps, weight)
        case .count: return Passage()
        case .leave: return Passage(goesOn: 0)
        }
    }

    // MARK: Services

    private mutating func walk(_ serve: ServeStep, _ weight: Double) throws(CompilationError) -> Passage {
        let takes = try moments.of(serve.takes.law)
        let unit = serve.takes.basis == .workingDays ? workingDay(serve.takes.calendar) : 1
        let mean = takes.mean * unit
        let first = serve.by.first.flatMap { use in scenario.pools.firstIndex { $0.name == use.pool } }
        if let first {
            if isAtStart { flows[first].firstVisits += weight }
            if !serve.balking.isEmpty { flows[first].balkingVisits += weight }
            if let law = patienceLaw(serve) {
                flows[first].patientVisits += weight
                flows[first].patience += weight * (try self.mean(law))
            }
        }
        add(serve.by, weight, time: mean, squaredTime: takes.variance * unit * unit + mean * mean)
        isAtStart = false
        return Passage(time: mean)
    }

    private func patienceLaw(_ serve: ServeStep) -> DurationLaw? {
        guard !serve.isOfficeWork else { return nil }
        switch serve.patience {
        case .ofClass: return patience
        case .unlimited: return nil
        case .law(let law): return law
        }
    }

    /// Adds services of one length to all pools that they need.
    mutating func add(_ uses: [PoolUse], _ weight: Double, time: Double, squaredTime: Double) {
        let isJoint = uses.count > 1 || uses.contains { $0.units > 1 }
        for use in uses {
            guard let pool = scenario.pools.firstIndex(where: { $0.name == use.pool }) else { continue }
            flows[pool].visits += weight
            flows[pool].work += weight * time * Double(use.units)
            flows[pool].time += weight * time
            flows[pool].squaredTime += weight * squaredTime
            if isJoint { flows[pool].jointVisits += weight }
        }
    }

    private mutating func walk(_ lookup: LookupStep, _ weight: Double) throws(CompilationError) -> Passage {
        isAtStart = false
        let number = family.documents * lookup.lookedUpShare
        guard number > 0 else { return Passage() }
        var passage = Passage(time: try meanAnswer())
        if let handling = lookup.handling {
            let takes = try moments.of(handling.takes.law)
            let time = takes.mean * number
            let asked = 1 - pow(1 - lookup.lookedUpShare, family.documents)
            // Given that anything is asked for, the work is that much longer.
            let perService = asked > 0 ? time / asked : 0
            add(
                handling.by,
                weight * asked,
                time: perService,
                squaredTime: perService * perService + takes.variance * number
            )
            passage.time += time
        }
        return passage
    }

    private func meanAnswer() throws(CompilationError) -> Double {
        var sum = 0.0
        var weights = 0.0
        for agency in scenario.agencies {
            for channel in agency.channels {
                let weight = agency.share * channel.share
                sum += weight * (try mean(channel.answersIn))
                weights += weight
            }
        }
        return weights > 0 ? sum / weights : 0
    }

    // MARK: Means

    /// The mean of a duration; working time counts as it is, working days by their open hours.
    func mean(_ duration: DurationLaw) throws(CompilationError) -> Double {
        let mean = try moments.of(duration.law).mean
        return duration.basis == .workingDays ? mean * workingDay(duration.calendar) : mean
    }

    /// Mean open time of a working day, in microseconds.
    private func workingDay(_ use: CalendarUse?) -> Double {
        guard let use, let calendar = scenario.calendars.first(where: { $0.name == use.calendar }) else {
            return 86_400e6
        }
        let days = calendar.week.filter { !$0.isEmpty }
        let minutes = days.joined().reduce(0) { $0 + $1.closes - $1.opens }
        return days.isEmpty ? 86_400e6 : Double(minutes) / Double(days.count) * 60e6
    }
}
