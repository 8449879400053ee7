import ScenarioCompiler
import ScenarioModel
import SimulationCore

extension DesignReduction {
    /// Waits, services and times of whole journeys.
    mutating func addTimes() {
        let waits = symbols.waits
        addWaits(.waitingTime, of: waits.filter(\.isOfFamily), \.wait)
        addClosedWaits(waits.filter(\.isOfFamily))
        addWaits(.waitingTimeOpen, of: waits.filter(\.isOfFamily), \.openWait)
        addWaits(.waitingTimeGivenUp, of: waits.filter(\.isOfFamily), \.givenUp)
        addWaits(.officeWaitingTime, of: waits.filter { !$0.isOfFamily }, \.wait)
        let services = symbols.services.map {
            LineTally(step: $0.step, pools: $0.pools, tally: $0.tally)
        }
        addLines(.serviceTime, services)
        let layout = compiled.program.tallies
        addByClass(.timeInSystem, in: .hours, first: Int(layout.timeInSystem))
        addByClass(.timeToFirstHelp, in: .hours, first: Int(layout.timeToFirstHelp))
    }

    /// Shares of families within the limits of targets.
    mutating func addServiceLevels() {
        for (target, symbol) in zip(compiled.scenario.targets, symbols.targets) {
            addRatio(
                MeasureID(.serviceLevel, of: .target(target.name), .share),
                in: .share,
                symbol.within,
                over: symbol.judged
            )
        }
    }

    /// Hours spent and what is counted.
    mutating func addEffort() {
        let layout = compiled.program.tallies
        addByClass(.hoursSpent, in: .hours, first: Int(layout.ownTime))
        for (counter, effort) in symbols.counters.enumerated() {
            let quantity: Quantity =
                switch effort {
                case .trip: .trips
                case .documentCarried: .documentsCarried
                case .storyTold: .storiesTold
                case .handOff: .handOffs
                }
            addByClass(
                quantity,
                in: .perFamily,
                first: Int(layout.counters) + counter * symbols.classes.count
            )
        }
        let engaged = Set(compiled.program.engagements.flatMap(\.parts).map(\.role))
        for (place, role) in symbols.roles.enumerated() where engaged.contains(Int32(place)) {
            addForClasses(
                MeasureID(.memberTime, of: .role(role)),
                in: .hours,
                firstTallies: [Int(layout.memberTimes) + place * symbols.classes.count]
            )
        }
    }

    /// Adds a quantity that has one tally per class.
    private mutating func addByClass(_ quantity: Quantity, in unit: MeasureUnit, first: Int) {
        guard first >= 0 else { return }
        addForClasses(MeasureID(quantity), in: unit, firstTallies: [first])
    }

    /// Adds a quantity for all classes together and for each.
    private mutating func addForClasses(_ id: MeasureID, in unit: MeasureUnit, firstTallies: [Int]) {
        let classes = symbols.classes
        // A pool or a step serves everybody; figures over all families leave out those in the background.
        let isOfFamilies = if case .role = id.subject { true } else { id.subject == .all }
        let counted = isOfFamilies ? foregroundClasses : Array(classes.indices)
        let all = firstTallies.flatMap { first in counted.map { first + $0 } }
        add(TallyGroup(id: id, unit: unit, tallies: all))
        guard classes.count > 1 else { return }
        for (place, name) in classes.enumerated() {
            var ofClass = id
            ofClass.familyClass = name
            add(TallyGroup(id: ofClass, unit: unit, tallies: firstTallies.map { $0 + place }))
        }
    }

    private mutating func addWaits(
        _ quantity: Quantity,
        of waits: [SymbolTable.WaitSymbol],
        _ tally: KeyPath<SymbolTable.WaitSymbol, Int>
    ) {
        addLines(quantity, waits.map { LineTally(step: $0.step, pools: $0.pools, tally: $0[keyPath: tally]) })
    }

    /// Adds a quantity of lines: over all, by pool and by step.
    private mutating func addLines(_ quantity: Quantity, _ lines: [LineTally]) {
        guard !lines.isEmpty else { return }
        for (subject, tallies) in subjects(of: lines) {
            addForClasses(MeasureID(quantity, of: subject), in: .minutes, firstTallies: tallies)
        }
    }

    /// The part of waits on clock time that is not on open time; its mean only.
    private mutating func addClosedWaits(_ waits: [SymbolTable.WaitSymbol]) {
        let clock = waits.map { LineTally(step: $0.step, pools: $0.pools, tally: $0.wait) }
        let open = waits.map { LineTally(step: $0.step, pools: $0.pools, tally: $0.openWait) }
        for (one, other) in zip(subjects(of: clock), subjects(of: open)) {
            let id = MeasureID(.waitingTimeClosed, of: one.subject)
            let classes = one.subject == .all ? foregroundClasses : Array(symbols.classes.indices)
            let whole = TallyGroup(
                id: id,
                unit: .minutes,
                tallies: one.tallies.flatMap { first in classes.map { first + $0 } }
            )
            let part = TallyGroup(
                id: id,
                unit: .minutes,
                tallies: other.tallies.flatMap { first in classes.map { first + $0 } }
            )
            addRatio(id, in: .minutes, { whole.sum($0) - part.sum($0) }, over: whole.count)
        }
    }

    /// First tallies of all lines together, of each pool and of each step's name, in order.
    private func subjects(of lines: [LineTally]) -> [(subject: MeasureSubject, tallies: [Int])] {
        var rows: [(subject: MeasureSubject, tallies: [Int])] = []
        func add(_ subject: MeasureSubject, _ chosen: [LineTally]) {
            guard !chosen.isEmpty else { return }
            rows.append((subject, chosen.map(\.tally)))
        }
        add(.all, lines)
        for (pool, name) in symbols.pools.enumerated() {
            add(.pool(name), lines.filter { $0.pools.contains(pool) })
        }
        let names = symbols.steps.map(\.name)
        for (step, name) in names.enumerated() where names.firstIndex(of: name) == step {
            add(.step(name), lines.filter { names[$0.step] == name })
        }
        return rows
    }
}

/// The first tally of a line or service, with its step and pools.
private struct LineTally {
    var step: Int
    var pools: [Int]
    var tally: Int
}
