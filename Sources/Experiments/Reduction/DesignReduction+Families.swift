import ScenarioCompiler
import ScenarioModel
import SimulationCore

extension DesignReduction {
    /// How many families came, how they left, and who is still inside.
    mutating func addFamilies() {
        for scope in classScopes {
            addMean(MeasureID(.arrivals, familyClass: scope.name), in: .families) { scope.arrived($0) }
        }
        for scope in classScopes {
            addMean(MeasureID(.departures, familyClass: scope.name), in: .families) { scope.left($0) }
        }
        for (outcome, name) in symbols.outcomes.enumerated() {
            for scope in classScopes {
                let id = MeasureID(.outcome, of: .outcome(name), familyClass: scope.name)
                addMean(id, in: .families) { scope.outcome(outcome, $0) }
                addRatio(
                    id.with(.share),
                    in: .share,
                    { scope.outcome(outcome, $0) },
                    over: scope.arrived
                )
            }
        }
        for scope in classScopes {
            addRatio(
                MeasureID(.helped, familyClass: scope.name, .share),
                in: .share,
                { scope.outcome(0, $0) },
                over: scope.left
            )
        }
        for scope in classScopes {
            let id = MeasureID(.present, familyClass: scope.name)
            addMean(id, in: .families) { scope.present($0) }
            addRatio(id.with(.share), in: .share, scope.present, over: scope.arrived)
        }
        for scope in classScopes {
            addRatio(
                MeasureID(.presentAge, familyClass: scope.name),
                in: .hours,
                scope.presentAge,
                over: scope.present
            )
        }
    }

    /// Where the time of journeys that ended went.
    mutating func addTimeByKind() {
        for (kind, name) in symbols.kinds.enumerated() {
            for scope in classScopes {
                let id = MeasureID(.timeByKind, of: .timeKind("\(name)"), familyClass: scope.name)
                addRatio(id, in: .hours, { scope.hours(kind, $0) }, over: scope.left)
                addRatio(
                    id.with(.share),
                    in: .share,
                    { scope.hours(kind, $0) },
                    over: scope.allHours,
                    countsValues: false
                )
            }
        }
    }

    /// All classes together, then each when there are several.
    private var classScopes: [ClassScope] {
        let classes = symbols.classes
        let all = ClassScope(name: nil, places: foregroundClasses)
        guard classes.count > 1 else { return [all] }
        return [all] + classes.enumerated().map { ClassScope(name: $0.element, places: [$0.offset]) }
    }
}

/// Classes whose families are counted together.
struct ClassScope {
    var name: String?
    var places: [Int]

    func arrived(_ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int64(0)) { $0 + observations.classes[$1].arrived })
    }

    func left(_ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int64(0)) { $0 + observations.classes[$1].outcomes.reduce(0, +) })
    }

    func outcome(_ outcome: Int, _ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int64(0)) { $0 + observations.classes[$1].outcomes[outcome] })
    }

    func present(_ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int64(0)) { $0 + observations.classes[$1].present })
    }

    func presentAge(_ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int128(0)) { $0 + observations.classes[$1].presentAge }) / 3_600_000_000
    }

    func hours(_ kind: Int, _ observations: ReplicationObservations) -> Double {
        Double(places.reduce(Int128(0)) { $0 + observations.classes[$1].kindTimes[kind] }) / 3_600_000_000
    }

    func allHours(_ observations: ReplicationObservations) -> Double {
        let time = places.reduce(Int128(0)) { $0 + observations.classes[$1].kindTimes.reduce(0, +) }
        return Double(time) / 3_600_000_000
    }
}
