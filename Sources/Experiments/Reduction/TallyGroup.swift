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
        var read: [(statistic: Statistic, unit: MeasureUnit, value: (QuantileSketch) -> Double?)] =
            Statistic.percentiles.map { percent in
                (.percentile(percent), group.unit, { $0.quantile(Double(percent) / 100) })
            }
        if group.id.subject == .all, Quantity.judgedForEquity.contains(group.id.quantity) {
            read.append((.worstTenth, group.unit, { $0.meanOfGreatest(0.1) }))
            read.append((.worstTenthRatio, .number, \.worstTenthOverMean))
        }
        for (statistic, unit, value) in read {
            let id = group.id.with(statistic)
            let scale = unit == group.unit ? group.scale : 1
            guard let overall = value(whole) else {
                addObserved(id, in: unit, nil, count: 0)
                continue
            }
            let parts = sections.compactMap { value($0).map { $0 * scale } }
            guard parts.count > 1 else {
                let reason: MissingPrecision =
                    replications.count > 1 ? .oneInformativeReplication : .oneReplication
                let estimate = Estimate(value: overall * scale, count: 1, level: level, missing: reason)
                add(Measure(id, in: unit, estimate, count: count))
                continue
            }
            let estimate = Estimate(overall: overall * scale, sections: parts, level: level)
            add(Measure(id, in: unit, estimate, count: count))
        }
    }
}

extension QuantileSketch {
    /// The mean of the greatest tenth over the mean of all values; nil when there are none or all are zero.
    fileprivate var worstTenthOverMean: Double? {
        guard let mean = meanOfGreatest(1), mean > 0 else { return nil }
        return meanOfGreatest(0.1).map { $0 / mean }
    }
}
