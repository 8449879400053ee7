import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// Whether both interpreters tell the same of a scenario.
enum JourneyComparison {
    /// The first difference between the engine and the second interpreter, in words, or nil; and the number of events.
    static func difference(
        in scenario: Scenario,
        seed: UInt64,
        replication: UInt32
    ) -> (words: String?, events: Int) {
        let engine: EngineStory
        do {
            engine = try EngineStory(scenario, seed: seed, replication: replication)
        } catch {
            return ("the engine fails: \(error)", 0)
        }
        let reference = ReferenceRun(scenario, seed: seed, replication: replication)
        let hasEnded = reference.run()
        if reference.isTooLong {
            return difference(in: halved(scenario), seed: seed, replication: replication)
        }
        if !engine.deadlock.isEmpty {
            if let words = DeadlockComparison.difference(engine, reference) { return (words, 0) }
            let shorter = halved(scenario)
            // So early that no listed family has come yet, there is nothing to compare.
            guard (try? ScenarioCompiler.compile(shorter)) != nil else { return (nil, 0) }
            return difference(in: shorter, seed: seed, replication: replication)
        }
        if !engine.isSameUnrecorded { return ("a run that records nothing sees something else", 0) }
        guard let seen = engine.observations, hasEnded else {
            let isSame = (engine.observations != nil) == hasEnded
            return (isSame ? nil : "the runs differ: in one of them families wait for ever", 0)
        }
        let words =
            eventDifference(engine.events, reference.journeys.map(plain))
            ?? sumDifference(engine, seen, reference)
            ?? Laws.broken(in: seen, reference)
        return (words, seen.journeys.count)
    }

    /// The same scenario over half the time, or over half a day when it had no end.
    private static func halved(_ scenario: Scenario) -> Scenario {
        var shorter = scenario
        shorter.warmUp = .zero
        shorter.horizon = .duration(TimeSpan(microseconds: 43_200_000_000))
        if case .duration(let span) = scenario.horizon {
            shorter.horizon = .duration(TimeSpan(microseconds: span.microseconds / 2))
        }
        return shorter
    }

    /// The strand that ends last is any of the family's.
    private static func plain(_ event: ReferenceEvent) -> ReferenceEvent {
        var event = event
        if event.kind == "left" { event.occurrence = 0 }
        return event
    }

    private static func eventDifference(_ engine: [ReferenceEvent], _ reference: [ReferenceEvent]) -> String?
    {
        guard engine != reference else { return nil }
        let place = zip(engine, reference).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let first = place ?? min(engine.count, reference.count)
        func around(_ events: [ReferenceEvent]) -> String {
            let shown = events[max(0, first - 4)..<min(events.count, first + 3)]
            return shown.map { "    \($0)" }.joined(separator: "\n")
        }
        let family = (first < engine.count ? engine[first] : reference[first]).family
        return """
            event \(first) differs, of family \(family)
              engine:
            \(around(engine))
              second interpreter:
            \(around(reference))
            """
    }

    private static func sumDifference(
        _ engine: EngineStory,
        _ seen: ReplicationObservations,
        _ reference: ReferenceRun
    ) -> String? {
        let sums = reference.sums
        for (place, (left, right)) in zip(engine.classes(seen), sums.classes).enumerated() where left != right
        {
            return "class \(place) differs: \(left), by the second interpreter \(right)"
        }
        for (pool, row) in zip(reference.pools, seen.pools) {
            let left = engine.pool(row)
            var right = pool.observed
            if row.week.isEmpty { (right.waitingByHour, right.workByHour) = ([:], [:]) }
            right = withoutZeros(right)
            if left != right {
                return "pool \(pool.model.name) differs: \(left), by the second interpreter \(right)"
            }
        }
        if engine.agencies(seen) != sums.agencies {
            return "agencies differ: \(engine.agencies(seen)), by the second interpreter \(sums.agencies)"
        }
        let values = engine.values(seen)
        // Only what some step counts is counted by the engine.
        let counted = engine.compiled.symbols.counters.map(\.rawValue)
        let own = sums.values.filter { value in
            EffortCount(rawValue: value.key.what) == nil || counted.contains(value.key.what)
        }
        for key in Set(values.keys).union(own.keys).sorted(by: { "\($0)" < "\($1)" })
        where values[key] != own[key] {
            let (left, right) = (values[key] ?? PlainSums(), own[key] ?? PlainSums())
            return "\(key) differs: \(left), by the second interpreter \(right)"
        }
        if seen.loopsStopped != Int64(sums.loopsStopped) {
            return "loops stopped differ: \(seen.loopsStopped) and \(sums.loopsStopped)"
        }
        return seen.presentArea == sums.presentArea ? nil : "areas under the families present differ"
    }

    private static func withoutZeros(_ sums: ReferencePoolSums) -> ReferencePoolSums {
        var sums = sums
        sums.lineTimes = sums.lineTimes.filter { $0.value > 0 }
        sums.busyTimes = sums.busyTimes.filter { $0.value > 0 }
        sums.waitingByHour = sums.waitingByHour.filter { $0.value > 0 }
        sums.workByHour = sums.workByHour.filter { $0.value > 0 }
        return sums
    }
}

/// Laws that hold exactly on every path.
enum Laws {
    /// A law that is broken, in words, or nil.
    static func broken(in seen: ReplicationObservations, _ reference: ReferenceRun) -> String? {
        for (model, row) in zip(reference.scenario.familyClasses, seen.classes)
        where row.arrived != row.outcomes.reduce(0, +) + row.present {
            return "conservation: of class '\(model.name)' those who came differ from those gone and present"
        }
        // Little: the area under each line is the sum of all waits in it, over a run observed from its start.
        guard reference.scenario.warmUp == .zero else { return nil }
        for (pool, row) in zip(reference.pools, seen.pools) {
            let waits = reference.sums.waits[pool.model.name] ?? 0
            if row.lineArea != waits {
                return "Little: the area under the line of '\(pool.model.name)' differs from all waits in it"
            }
        }
        return nil
    }
}
