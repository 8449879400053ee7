import ScenarioCompiler
import SimulationCore

extension DesignReduction {
    /// Waits, times and ends of journeys for every word of the attributes by which measures are told apart.
    ///
    /// Waits and times to first help count by the word that a family has when service begins, the rest by that with which it
    /// leaves or is still inside at the end.
    mutating func addGroupings() {
        addByWord(.waitingTime, in: .minutes, \.waits)
        addByWord(.timeInSystem, in: .hours, \.timeInSystem)
        addByWord(.timeToFirstHelp, in: .hours, \.timeToFirstHelp)
        addByWord(.hoursSpent, in: .hours, \.ownTime)
        let scopes = wordScopes
        for scope in scopes {
            addMean(MeasureID(.arrivals, of: scope.subject), in: .families, scope.arrived)
        }
        for scope in scopes {
            addMean(MeasureID(.departures, of: scope.subject), in: .families, scope.left)
        }
        for scope in scopes {
            addRatio(
                MeasureID(.helped, of: scope.subject, .share),
                in: .share,
                scope.helped,
                over: scope.left
            )
        }
        for scope in scopes {
            let id = MeasureID(.present, of: scope.subject)
            addMean(id, in: .families, scope.present)
            addRatio(id.with(.share), in: .share, scope.present, over: scope.arrived)
        }
    }

    /// Adds a quantity that has one tally per word.
    private mutating func addByWord(
        _ quantity: Quantity,
        in unit: MeasureUnit,
        _ first: KeyPath<GroupingPlan, Int32>
    ) {
        for scope in wordScopes {
            let tally = Int(compiled.program.groupings[scope.grouping][keyPath: first]) + scope.value
            add(TallyGroup(id: MeasureID(quantity, of: scope.subject), unit: unit, tallies: [tally]))
        }
    }

    private var wordScopes: [WordScope] {
        symbols.groupings.enumerated().flatMap { grouping, symbol in
            symbol.words.enumerated().map { value, word in
                WordScope(
                    subject: .attribute(symbol.attribute, word: word),
                    grouping: grouping,
                    value: value
                )
            }
        }
    }
}

/// Families that bear a word.
private struct WordScope {
    var subject: MeasureSubject
    var grouping: Int
    var value: Int

    func left(_ observations: ReplicationObservations) -> Double {
        Double(observations.groupings[grouping].outcomes[value].reduce(0, +))
    }

    func helped(_ observations: ReplicationObservations) -> Double {
        Double(observations.groupings[grouping].outcomes[value][0])
    }

    func present(_ observations: ReplicationObservations) -> Double {
        Double(observations.groupings[grouping].present[value])
    }

    func arrived(_ observations: ReplicationObservations) -> Double {
        left(observations) + present(observations)
    }
}
