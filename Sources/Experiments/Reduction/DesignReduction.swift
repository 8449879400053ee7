import OutputStatistics
import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// Turns a design's sums into measures, in the order of `Quantity`; those by attribute come last, in the same order.
struct DesignReduction {
    let compiled: CompiledScenario
    let sums: DesignAccumulator
    let level: Double
    private(set) var series: [MeasureSeries] = []
    private(set) var measures: [Measure] = []

    init(_ compiled: CompiledScenario, _ sums: DesignAccumulator, level: Double) {
        self.compiled = compiled
        self.sums = sums
        self.level = level
        addTimes()
        addServiceLevels()
        addEffort()
        addFamilies()
        addTimeByKind()
        addPools()
        addAgencies()
        addCosts()
        addInequality()
        addGroupings()
    }

    var symbols: SymbolTable { compiled.symbols }
    var replications: [ReplicationObservations] { sums.replications }

    /// Classes that figures over all families count: those not in the background, or all when every one is.
    var foregroundClasses: [Int] {
        let families = compiled.scenario.familyClasses
        let counted = families.indices.filter { !families[$0].isBackground }
        return counted.isEmpty ? Array(families.indices) : counted
    }

    /// Adds a mean or share with its interval.
    mutating func add(_ one: MeasureSeries) {
        series.append(one)
        measures.append(one.measure)
    }

    /// Adds a ratio of totals.
    mutating func addRatio(
        _ id: MeasureID,
        in unit: MeasureUnit,
        _ sum: (ReplicationObservations) -> Double,
        over count: (ReplicationObservations) -> Double,
        countsValues: Bool = true
    ) {
        add(
            MeasureSeries(
                id,
                in: unit,
                sums: replications.map(sum),
                counts: replications.map(count),
                level: level,
                countsValues: countsValues
            )
        )
    }

    /// Adds a mean over replications.
    mutating func addMean(
        _ id: MeasureID,
        in unit: MeasureUnit,
        _ value: (ReplicationObservations) -> Double
    ) {
        add(MeasureSeries(id, in: unit, values: replications.map(value), level: level))
    }

    /// Adds a value that only describes what was observed.
    mutating func addObserved(_ id: MeasureID, in unit: MeasureUnit, _ value: Double?, count: Int64) {
        measures.append(Measure(id, in: unit, observed: value, count: count))
    }

    mutating func add(_ measure: Measure) {
        measures.append(measure)
    }
}
