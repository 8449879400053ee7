import Foundation
import ScenarioCompiler
import ScenarioModel

/// Walks a route with expected numbers instead of chance, and adds up what it asks of every pool.
struct RouteWalk {
    let routes: PreviewRoutes
    let family: SampledFamily
    /// Mean time that a family of the class would wait, in microseconds; nil when it waits for ever.
    let patience: Double?
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

    /// What one family of a class asks of each pool, on average, from a step of its route on.
    static func expectedFlows(
        of family: FamilyClass,
        through routes: PreviewRoutes,
        from first: Int = 0
    ) throws(CompilationError) -> [PoolFlow] {
        let families = try SampledFamily.all(of: family)
        let patience = try family.patience.map(routes.mean)
        let none = Array(repeating: PoolFlow(), count: routes.poolCount)
        var total = none
        for (sampled, number) in SampledFamily.distinct(families) {
            var walk = RouteWalk(routes: routes, family: sampled, patience: patience, flows: none)
            _ = walk.walk(Array(routes.steps(of: family.route).dropFirst(first)), 1)
            let share = Double(number) / Double(families.count)
            for pool in total.indices { total[pool].add(walk.flows[pool], times: share) }
        }
        return total
    }

    private init(routes: PreviewRoutes, family: SampledFamily, patience: Double?, flows: [PoolFlow]) {
        self.routes = routes
        self.family = family
        self.patience = patience
        self.flows = flows
    }

    /// Walks steps that so many families start.
    mutating func walk(_ steps: [PreviewStep], _ weight: Double) -> Passage {
        var passage = Passage()
        for step in steps where passage.goesOn * weight > 1e-12 {
            let one = walk(step, weight * passage.goesOn)
            passage.time += passage.goesOn * one.time
            passage.goesOn *= one.goesOn
        }
        return passage
    }

    private mutating func walk(_ step: PreviewStep, _ weight: Double) -> Passage {
        switch step {
        case .serve(let service): return walk(service, weight)
        case .lookup(let lookup): return walk(lookup, weight)
        case .delay(let time, let factor):
            isAtStart = false
            return Passage(time: time * value(of: factor))
        case .choose(let choice, let otherwise): return walk(choice, otherwise: otherwise, weight)
        case .together(let together): return walk(together, weight)
        case .repeat(let loop): return walk(loop, weight)
        case .visit(let steps, let travel):
            var passage = walk(steps, weight)
            passage.time += travel
            return passage
        case .keep(let servers, let steps):
            let passage = walk(steps, weight)
            add(servers, weight, time: passage.time, squaredTime: passage.time * passage.time)
            return passage
        case .members(let steps): return walk(steps, weight)
        case .use(let route):
            // A route that uses itself is refused by the compiler; the depth only bounds a faulty file.
            guard depth < 20, let route else { return Passage() }
            depth += 1
            defer { depth -= 1 }
            return walk(routes.steps[route], weight)
        case .count: return Passage()
        case .leave: return Passage(goesOn: 0)
        }
    }

    // MARK: Services

    private mutating func walk(_ service: PreviewStep.Service, _ weight: Double) -> Passage {
        if let first = service.first {
            if isAtStart { flows[first].firstVisits += weight / service.groupSize }
            if service.canBalk { flows[first].balkingVisits += weight }
            if let patience = meanPatience(service.patience) {
                flows[first].patientVisits += weight
                flows[first].patience += weight * patience
            }
        }
        let sessions = weight / service.groupSize
        let factor = value(of: service.factor)
        let squaredTime = service.squaredTime * factor * factor
        add(service.servers, sessions, time: service.mean * factor, squaredTime: squaredTime)
        for use in service.servers.uses { flows[use.pool].work += sessions * service.notes * use.units }
        if let skill = service.skill, let first = service.first {
            flows[first].skilledWork[skill, default: 0] += sessions * (service.mean * factor + service.notes)
        }
        isAtStart = false
        return Passage(time: service.mean * factor)
    }

    private func meanPatience(_ ofService: PreviewStep.Service.Patience) -> Double? {
        switch ofService {
        case .ofClass: patience
        case .unlimited: nil
        case .limited(let mean): mean
        }
    }

    /// Adds services of one length to all pools that they need.
    private mutating func add(
        _ servers: PreviewStep.Servers,
        _ weight: Double,
        time: Double,
        squaredTime: Double
    ) {
        for use in servers.uses {
            flows[use.pool].visits += weight
            flows[use.pool].work += weight * time * use.units
            flows[use.pool].time += weight * time
            flows[use.pool].squaredTime += weight * squaredTime
            if servers.isJoint { flows[use.pool].jointVisits += weight }
        }
    }

    private mutating func walk(_ lookup: PreviewStep.Lookup, _ weight: Double) -> Passage {
        isAtStart = false
        // What a family has on arrival it is taken to have here.
        let lacking = lookup.documents.reduce(0.0) { sum, document in
            sum + (document.holder.map(family.value) ?? 1) * (1 - family.value(document.name))
        }
        let number = lookup.documents.isEmpty ? family.documents * lookup.share : lacking
        guard number > 0 else { return Passage() }
        var passage = Passage(time: lookup.answer)
        if let handling = lookup.handling {
            let time = handling.mean * number
            let asked = lookup.documents.isEmpty ? 1 - pow(1 - lookup.share, family.documents) : 1
            // Given that anything is asked for, the work is that much longer.
            let perService = asked > 0 ? time / asked : 0
            add(
                handling.servers,
                weight * asked,
                time: perService,
                squaredTime: perService * perService + handling.variance * number
            )
            passage.time += time
        }
        return passage
    }
}
