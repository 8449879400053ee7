import ScenarioCompiler
import ScenarioModel

@testable import SimulationCore

/// A run of the engine, told in the words of the scenario.
struct EngineStory {
    let compiled: CompiledScenario
    /// What was observed, or nil when families were left whom nothing would ever move on.
    let observations: ReplicationObservations?
    /// Strands that wait for each other for ever; the run then stopped before its end.
    let deadlock: [ReplicationFailure.Wait]
    /// Whether a run that records nothing is a plain one, and whether it sees the same.
    let isPlain: Bool
    let isSameUnrecorded: Bool

    /// Runs a scenario, and once more without recording.
    ///
    /// - Throws: what the compiler or the run throws, unless families are stuck.
    init(_ scenario: Scenario, seed: UInt64, replication: UInt32) throws {
        compiled = try ScenarioCompiler.compile(scenario)
        let tables = ReplicationTables(program: compiled.program, seed: seed)
        isPlain = tables.isPlain
        (observations, deadlock) = try Self.outcome(of: tables, replication)
        var unrecorded = try? Replication.run(tables, index: replication)
        unrecorded?.journeys = observations?.journeys ?? []
        isSameUnrecorded = unrecorded == observations
    }

    /// What a run observes, or nil and who waits for each other for ever.
    private static func outcome(
        of tables: ReplicationTables,
        _ replication: UInt32
    ) throws -> (observations: ReplicationObservations?, deadlock: [ReplicationFailure.Wait]) {
        do {
            return (try Replication.run(tables, index: replication, recording: .all), [])
        } catch ReplicationFailure.waitsForever {
            return (nil, [])
        } catch ReplicationFailure.deadlock(let waits) {
            return (nil, waits)
        }
    }

    /// The journeys.
    var events: [ReferenceEvent] { observations?.journeys.map(event) ?? [] }

    private func event(_ event: JourneyEvent) -> ReferenceEvent {
        let symbols = compiled.symbols
        var told = ReferenceEvent(
            family: Int(event.entity),
            familyClass: symbols.classes[Int(event.classIndex)],
            ordinal: Int(event.ordinal),
            kind: "\(event.kind)",
            cause: "\(event.cause)",
            ahead: Int(event.ahead),
            begins: event.begins,
            ends: event.ends,
            occurrence: event.occurrence
        )
        // A strand that is broken off stands between two steps.
        if event.step >= 0, event.kind != .brokenOff { told.step = symbols.steps[Int(event.step)].name }
        if event.subject >= 0 {
            told.subject = (event.kind == .replied ? symbols.agencies : symbols.pools)[Int(event.subject)]
        }
        if event.server >= 0 { told.member = symbols.members[Int(event.subject)][Int(event.server)] }
        if [.served, .gathered, .suspended, .blocked, .delayed, .awaitedOpening, .replied].contains(
            event.kind
        ) {
            told.timeKind = "\(symbols.kinds[Int(event.timeKind)])"
        }
        told.outcome = outcome(event)
        // The strand that ends last is any of the family's.
        if event.kind == .left { told.occurrence = 0 }
        return told
    }

    private func outcome(_ event: JourneyEvent) -> String {
        let number = Int(event.outcome)
        switch event.kind {
        case .left: return compiled.symbols.outcomes[number]
        case .counted: return compiled.symbols.counters[number].rawValue
        case .joined: return number == 1 ? "time limit" : "all ended"
        case .replied: return number == 1 ? "fallen back" : ""
        default: return number < 0 ? "" : "\(number)"
        }
    }

    // MARK: Sums

    /// What was observed of each class.
    func classes(_ seen: ReplicationObservations) -> [ReferenceClassSums] {
        seen.classes.map { row in
            var sums = ReferenceClassSums()
            sums.arrived = Int(row.arrived)
            for (outcome, count) in zip(compiled.symbols.outcomes, row.outcomes) where count > 0 {
                sums.outcomes[outcome] = Int(count)
            }
            sums.present = Int(row.present)
            sums.presentAge = row.presentAge
            for (kind, time) in zip(compiled.symbols.kinds, row.kindTimes) where time > 0 {
                sums.kindTimes[kind] = time
            }
            return sums
        }
    }

    /// What was observed of a pool.
    func pool(_ row: PoolObservations) -> ReferencePoolSums {
        var sums = ReferencePoolSums()
        sums.lineArea = row.lineArea
        sums.busyArea = row.busyArea
        sums.overtimeArea = row.overtimeArea
        sums.scheduledArea = row.scheduledArea
        sums.longestLine = Int(row.longestLine)
        for (length, time) in row.lineTimes.enumerated() where time > 0 { sums.lineTimes[length] = time }
        for (number, time) in row.busyTimes.enumerated() where time > 0 { sums.busyTimes[number] = time }
        for (member, seen) in row.servers.enumerated() where seen != ServerObservations() {
            sums.members[member] = ReferenceMemberSums(
                busy: seen.busyTime,
                overtime: seen.overtime,
                present: seen.presentTime,
                grants: Int(seen.grants),
                switches: Int(seen.switches),
                longestStretch: seen.longestStretch
            )
        }
        for (hour, slot) in row.week.enumerated() {
            if slot.line > 0 { sums.waitingByHour[hour] = slot.line }
            if slot.busy > 0 { sums.workByHour[hour] = slot.busy }
        }
        return sums
    }

    /// What was observed of each agency that was asked.
    func agencies(_ seen: ReplicationObservations) -> [String: ReferenceAgencySums] {
        var result: [String: ReferenceAgencySums] = [:]
        for (name, row) in zip(compiled.symbols.agencies, seen.responders) where row.sent > 0 {
            result[name] = ReferenceAgencySums(
                sent: Int(row.sent),
                failed: Int(row.failed),
                fellBack: Int(row.fellBack),
                unanswered: Int(row.unanswered)
            )
        }
        return result
    }

    /// The tallies, by what they are of.
    func values(_ seen: ReplicationObservations) -> [PlainMeasure: PlainSums] {
        var result: [PlainMeasure: PlainSums] = [:]
        let classes = compiled.symbols.classes
        func add(_ what: String, _ step: Int, _ first: Int) {
            for (place, name) in classes.enumerated() where seen.tallies[first + place].count > 0 {
                let step = step < 0 ? "" : compiled.symbols.steps[step].name
                let tally = seen.tallies[first + place]
                let measure = PlainMeasure(what: what, step: step, familyClass: name)
                result[measure, default: PlainSums()].count += Int(tally.count)
                result[measure, default: PlainSums()].sum += tally.sum
            }
        }
        for wait in compiled.symbols.waits {
            add("wait", wait.step, wait.wait)
            add("open wait", wait.step, wait.openWait)
            add("given up", wait.step, wait.givenUp)
        }
        for service in compiled.symbols.services { add("service", service.step, service.tally) }
        let layout = compiled.program.tallies
        add("time in system", -1, Int(layout.timeInSystem))
        add("first help", -1, Int(layout.timeToFirstHelp))
        add("own time", -1, Int(layout.ownTime))
        for (place, role) in compiled.symbols.roles.enumerated() {
            add("engaged \(role)", -1, Int(layout.memberTimes) + place * classes.count)
        }
        for (place, counted) in compiled.symbols.counters.enumerated() {
            add(counted.rawValue, -1, Int(layout.counters) + place * classes.count)
        }
        return result.merging(valuesByWord(seen)) { first, _ in first }
    }

    /// The tallies and counts by words of attributes.
    private func valuesByWord(_ seen: ReplicationObservations) -> [PlainMeasure: PlainSums] {
        var result: [PlainMeasure: PlainSums] = [:]
        let groupings = zip(compiled.program.groupings, compiled.symbols.groupings)
        for ((plan, symbol), row) in zip(groupings, seen.groupings) {
            for (value, word) in symbol.words.enumerated() {
                func add(_ what: String, count: Int64, sum: Int128 = 0) {
                    let measure = PlainMeasure(what: what, step: symbol.attribute, familyClass: word)
                    if count > 0 { result[measure] = PlainSums(count: Int(count), sum: sum) }
                }
                let tallies = [
                    ("wait of", plan.waits), ("first help of", plan.timeToFirstHelp),
                    ("time in system of", plan.timeInSystem), ("own time of", plan.ownTime),
                ]
                for (what, first) in tallies {
                    let tally = seen.tallies[Int(first) + value]
                    add(what, count: tally.count, sum: tally.sum)
                }
                for (outcome, count) in zip(compiled.symbols.outcomes, row.outcomes[value]) {
                    add("\(outcome):", count: count)
                }
                add("present:", count: row.present[value])
            }
        }
        return result
    }
}
