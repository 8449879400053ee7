import OutputStatistics
import ScenarioCompiler
import SimulationCore

/// Tallies that together make one distribution.
struct TallyGroup {
    var id: MeasureID
    var unit: MeasureUnit
    var tallies: [Int]

    /// What a value of 1 in the tallies is in the unit.
    var scale: Double { 1 / (unit.microseconds ?? 1) }

    func sum(_ observations: ReplicationObservations) -> Double {
        Double(tallies.reduce(Int128(0)) { $0 + observations.tallies[$1].sum }) * scale
    }

    func count(_ observations: ReplicationObservations) -> Double {
        Double(tallies.reduce(Int64(0)) { $0 + observations.tallies[$1].count })
    }
}

extension DesignReduction {
    /// Adds all statistics of a group; a group of one class that saw nothing is left out.
    mutating func add(_ group: TallyGroup) {
        var total = TallySums()
        for observations in replications {
            for tally in group.tallies { total.add(observations.tallies[tally]) }
        }
        guard total.count > 0 || group.id.familyClass == nil else { return }
        addObserved(group.id.with(.count), in: .number, Double(total.count), count: total.count)
        addRatio(group.id, in: group.unit, group.sum, over: group.count)
        let moments = IntegerMoments(
            count: Int(total.count),
            sum: total.sum,
            sumOfSquares: total.sumOfSquares
        )
        let described: [(Statistic, Double?)] = [
            (.standardDeviation, moments.standardDeviation),
            (.minimum, total.count > 0 ? Double(total.minimum) : nil),
            (.maximum, total.count > 0 ? Double(total.maximum) : nil),
        ]
        for (statistic, value) in described {
            addObserved(
                group.id.with(statistic),
                in: group.unit,
                value.map { $0 * group.scale },
                count: total.count
            )
        }
        addQuantiles(of: group, count: total.count)
    }

    private mutating func addQuantiles(of group: TallyGroup, count: Int64) {
        guard group.tallies.contains(where: { compiled.program.tallies.hasSketch[$0] }) else { return }
        let sketches = (0..<(sums.sections.first?.count ?? 0)).map { section in
            group.tallies.reduce(QuantileSketch()) { $0.merged(with: sums.sections[$1][section]) }
        }
        let whole = sketches.reduce(QuantileSketch()) { $0.merged(with: $1) }
        let sections = sketches.prefix(sums.completeSections).filter { $0.count > 0 }
        for percent in Statistic.percentiles {
            let probability = Double(percent) / 100
            let id = group.id.with(.percentile(percent))
            guard let value = whole.quantile(probability) else {
                addObserved(id, in: group.unit, nil, count: 0)
                continue
            }
            guard sections.count > 1 else {
                let reason: MissingPrecision =
                    replications.count > 1 ? .oneInformativeReplication : .oneReplication
                let estimate = Estimate(value: value * group.scale, count: 1, level: level, missing: reason)
                add(Measure(id, in: group.unit, estimate, count: count))
                continue
            }
            let estimate = Estimate(
                overall: value * group.scale,
                sections: sections.compactMap { $0.quantile(probability).map { $0 * group.scale } },
                level: level
            )
            add(Measure(id, in: group.unit, estimate, count: count))
        }
    }
}
