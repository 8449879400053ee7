import RandomStreams
import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// What an experiment found out.
public struct ExperimentResult: Sendable {
    /// Where the numbers come from.
    public let provenance: ExperimentProvenance
    /// The designs, the baseline first.
    public let designs: [DesignResult]
    /// Every alternative against the baseline, measure by measure.
    public let comparisons: [Comparison]
    /// Every pair of designs, measure by measure; with two designs the same as `comparisons`.
    public let pairs: [Comparison]

    /// The design that the others are compared with.
    public var baseline: DesignResult { designs[0] }

    /// The comparison of a design's measure with the baseline's, if both have it.
    public func comparison(of id: MeasureID, design: String) -> Comparison? {
        comparisons.first { $0.id == id && $0.design == design }
    }

    /// The measures by which designs are judged first: effort, times, waits at shared pools, targets, who was helped,
    /// costs where they are known.
    public var headlines: [MeasureID] {
        Self.headlines(of: baseline.scenario).filter { id in
            guard case (.waitingTime, .pool) = (id.quantity, id.subject) else {
                return designs.contains { $0.measure(id) != nil }
            }
            return designs.allSatisfy { $0.measure(id)?.value != nil }
        }
    }

    /// What the headlines of a baseline are chosen from.
    static func headlines(of baseline: Scenario) -> [MeasureID] {
        let general = [
            MeasureID(.trips), MeasureID(.hoursSpent), MeasureID(.timeInSystem), MeasureID(.timeToFirstHelp),
        ]
        let waits = baseline.pools.map { MeasureID(.waitingTime, of: .pool($0.name)) }
        let levels = baseline.targets.map { MeasureID(.serviceLevel, of: .target($0.name), .share) }
        let costs = [MeasureID(.totalCost), MeasureID(.costPerFamily), MeasureID(.costPerHelped)]
        return general + waits + levels + [MeasureID(.helped, .share)] + costs
    }
}

extension ExperimentResult {
    /// Estimates all measures from what was accumulated.
    init(
        of experiment: Experiment,
        _ accumulators: [DesignAccumulator],
        asked: Int,
        precision: PrecisionOutcome? = nil
    ) {
        let designs = zip(experiment.designs, accumulators).map { design, sums in
            DesignResult(design, sums, level: experiment.level)
        }
        let places = Array(designs.indices)
        let againstBaseline: [Comparison.Pair] = places.dropFirst().map { ($0, 0) }
        let allPairs: [Comparison.Pair] = places.flatMap { reference in
            places.dropFirst(reference + 1).map { ($0, reference) }
        }
        let scenario = experiment.designs[0].compiled.scenario
        self.init(
            provenance: ExperimentProvenance(
                scenario: scenario.name,
                seed: experiment.seed,
                streamLayout: Occurrence.layoutVersion,
                replications: accumulators[0].replications.count,
                replicationsAsked: asked,
                precision: precision,
                horizon: scenario.horizon,
                warmUp: scenario.warmUp,
                level: experiment.level
            ),
            designs: designs,
            comparisons: Comparison.all(of: designs, pairs: againstBaseline, level: experiment.level),
            pairs: Comparison.all(of: designs, pairs: allPairs, level: experiment.level)
        )
    }
}

extension DesignResult {
    init(_ design: ExperimentDesign, _ sums: DesignAccumulator, level: Double) {
        let reduction = DesignReduction(design.compiled, sums, level: level)
        let symbols = design.compiled.symbols
        let targets = zip(design.compiled.scenario.targets, symbols.targets).map { target, symbol in
            TargetResult(
                target,
                within: sums.replications.map(symbol.within),
                judged: sums.replications.map(symbol.judged),
                level: level
            )
        }
        self.init(
            name: design.name,
            title: design.title,
            scenario: design.compiled.scenario,
            measures: reduction.measures,
            series: reduction.series,
            targets: targets,
            preview: Self.preview(of: design),
            loopsStopped: sums.replications.reduce(0) { $0 + $1.loopsStopped }
        )
    }

    private static func preview(of design: ExperimentDesign) -> LoadPreview? {
        do {
            return try LoadPreview(design.compiled)
        } catch {
            // The laws have been compiled before; without a preview a result only lacks the warning of overload.
            return nil
        }
    }
}
