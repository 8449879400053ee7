import OutputStatistics
import ScenarioCompiler

extension DesignReduction {
    /// The worst class against the best, by mean, for waits, whole journeys, first help and hours spent.
    ///
    /// The classes are chosen once, by their means over all replications: choosing them anew in each replication would take
    /// chance for inequality. The interval of the gap is for these two classes as such.
    mutating func addInequality() {
        for quantity in Quantity.judgedForEquity {
            let means = foregroundClasses.compactMap { place in
                series.first { $0.id == MeasureID(quantity, familyClass: symbols.classes[place]) }
            }
            let known = means.filter { $0.ratio.estimate.value != nil }
            func mean(_ one: MeasureSeries) -> Double { one.ratio.estimate.value ?? 0 }
            guard known.count > 1, let worst = known.max(by: { mean($0) < mean($1) }),
                let best = known.min(by: { mean($0) < mean($1) }), mean(best) < mean(worst)
            else { continue }
            let subject = MeasureSubject.quantity(quantity.rawValue)
            for (one, statistic) in [(worst, Statistic.worstClass), (best, .bestClass)] {
                let id = MeasureID(.inequality, of: subject, familyClass: one.id.familyClass, statistic)
                add(Measure(id, in: one.unit, one.ratio.estimate, count: one.measure.count))
            }
            let gap = PairedDifference(worst.ratio, minus: best.ratio, level: level)
            let count = worst.measure.count + best.measure.count
            add(
                Measure(MeasureID(.inequality, of: subject, .gap), in: worst.unit, gap.estimate, count: count)
            )
        }
    }
}
