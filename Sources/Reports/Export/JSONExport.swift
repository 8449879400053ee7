public import Experiments
import OutputStatistics
import ScenarioModel

/// Results for machines: a versioned schema, keys in a fixed order, no time, host or effort.
public enum JSONExport {
    /// The name and version of the schema.
    public static let schema = "marshrut/result/1"

    /// A whole result.
    public static func value(of result: ExperimentResult) -> JSONValue {
        .object(
            heading(result) + [
                ("designs", .array(result.designs.map(value))),
                ("comparisons", .array(result.comparisons.map(value))),
                ("pairs", .array(result.designs.count > 2 ? result.pairs.map(value) : [])),
            ]
        )
    }

    /// One design of a result.
    public static func value(of design: DesignResult, in result: ExperimentResult) -> JSONValue {
        .object(heading(result) + [("designs", .array([value(design)]))])
    }

    private static func heading(_ result: ExperimentResult) -> [(key: String, value: JSONValue)] {
        let provenance = result.provenance
        let horizon: JSONValue =
            switch provenance.horizon {
            case .duration(let span): .number(hours(span))
            case .untilEmpty: .null
            }
        return [
            ("schema", .string(schema)),
            ("version", .string(ProgramVersion.current)),
            ("scenario", .string(provenance.scenario)),
            ("seed", .string("\(provenance.seed)")),
            ("stream_layout", .integer(Int64(provenance.streamLayout))),
            ("replications", .integer(Int64(provenance.replications))),
            ("replications_asked", .integer(Int64(provenance.replicationsAsked))),
            ("precision_asked", JSONValue(provenance.precision?.goal.share)),
            ("precision_reached", provenance.precision.map { .bool($0.isReached) } ?? .null),
            ("horizon_h", horizon),
            ("warm_up_h", .number(hours(provenance.warmUp))),
            ("confidence_level", .number(provenance.level)),
        ]
    }

    private static func value(_ design: DesignResult) -> JSONValue {
        .object([
            ("name", .string(design.name)),
            ("loops_stopped", .integer(design.loopsStopped)),
            ("targets", .array(design.targets.map(value))),
            ("measures", .array(design.measures.map(value))),
        ])
    }

    private static func value(_ result: TargetResult) -> JSONValue {
        .object([
            ("name", .string(result.target.name)),
            ("limit_min", .number(hours(result.target.limit) * 60)),
            ("share_asked", .number(result.target.share)),
            ("share", JSONValue(result.share)),
            ("share_lower", JSONValue(result.interval?.lower)),
            ("share_upper", JSONValue(result.interval?.upper)),
            ("families", .integer(result.count)),
            ("verdict", .string(result.verdict.rawValue)),
        ])
    }

    private static func value(_ measure: Measure) -> JSONValue {
        .object(
            identity(measure.id, measure.unit) + [
                ("value", JSONValue(measure.value)),
                ("half_width", JSONValue(measure.halfWidth)),
                ("no_half_width", JSONValue(measure.gap?.rawValue)),
                ("count", .integer(measure.count)),
            ]
        )
    }

    private static func value(_ comparison: Comparison) -> JSONValue {
        .object(
            [
                ("design", .string(comparison.design)),
                ("reference", .string(comparison.reference)),
            ] + identity(comparison.id, comparison.unit) + [
                ("difference", JSONValue(comparison.difference.value)),
                ("half_width", JSONValue(comparison.difference.halfWidth)),
                ("joint_half_width", JSONValue(comparison.joint.halfWidth)),
                ("joint_comparisons", .integer(Int64(comparison.family))),
                ("adjusted_p", JSONValue(comparison.adjustedPValue)),
                ("correlation", JSONValue(comparison.correlation)),
                ("variance_ratio", JSONValue(comparison.varianceRatio)),
                ("verdict", .string(comparison.verdict.rawValue)),
            ]
        )
    }

    private static func identity(
        _ id: MeasureID,
        _ unit: MeasureUnit
    ) -> [(key: String, value: JSONValue)] {
        [
            ("quantity", .string(id.quantity.rawValue)),
            ("subject_kind", .string(id.subject.kind)),
            ("subject", .string(id.subject.name)),
            ("class", JSONValue(id.familyClass)),
            ("statistic", .string(id.statistic.name)),
            ("unit", .string(unit.rawValue)),
        ]
    }

    private static func hours(_ span: TimeSpan) -> Double {
        Double(span.microseconds) / 3_600_000_000
    }
}
