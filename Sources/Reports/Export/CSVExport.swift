public import Experiments
import OutputStatistics

/// Results as flat tables for spreadsheets, pandas, R and DuckDB: one value a row, no time, host or effort.
public enum CSVExport {
    private static let identity = ["quantity", "subject_kind", "subject", "class", "statistic", "unit"]

    /// All measures of designs: design, identity, value, half-width, why there is none, count.
    public static func measures(of designs: [DesignResult]) -> String {
        var table = CSVText(
            columns: ["design"] + identity + ["value", "half_width", "no_half_width", "count"]
        )
        for design in designs {
            for measure in design.measures {
                table.add(
                    [design.name] + fields(measure.id, measure.unit) + [
                        CSVText.number(measure.value), CSVText.number(measure.halfWidth),
                        measure.gap?.rawValue ?? "", "\(measure.count)",
                    ]
                )
            }
        }
        return table.text
    }

    /// What each replication contributes to means and shares: the value is the sum over the number.
    public static func replications(of designs: [DesignResult]) -> String {
        var table = CSVText(columns: ["design", "replication"] + identity + ["sum", "number"])
        for design in designs {
            for series in design.series {
                for (index, sum) in series.ratio.sums.enumerated() {
                    table.add(
                        [design.name, "\(index)"] + fields(series.id, series.unit) + [
                            CSVText.number(sum), CSVText.number(series.ratio.counts[index]),
                        ]
                    )
                }
            }
        }
        return table.text
    }

    /// All comparisons: against the baseline first, then, of three designs or more, all pairs.
    public static func comparisons(of result: ExperimentResult) -> String {
        var table = CSVText(
            columns: ["joint_over", "design", "reference"] + identity + [
                "difference", "half_width", "joint_half_width", "joint_comparisons", "adjusted_p",
                "correlation", "variance_ratio", "verdict",
            ]
        )
        let scopes =
            result.designs.count > 2
            ? [("baseline", result.comparisons), ("pairs", result.pairs)] : [("baseline", result.comparisons)]
        for (scope, comparisons) in scopes {
            for one in comparisons {
                table.add(
                    [scope, one.design, one.reference] + fields(one.id, one.unit) + [
                        CSVText.number(one.difference.value), CSVText.number(one.difference.halfWidth),
                        CSVText.number(one.joint.halfWidth), "\(one.family)",
                        CSVText.number(one.adjustedPValue), CSVText.number(one.correlation),
                        CSVText.number(one.varianceRatio), one.verdict.rawValue,
                    ]
                )
            }
        }
        return table.text
    }

    private static func fields(_ id: MeasureID, _ unit: MeasureUnit) -> [String] {
        [
            id.quantity.rawValue, id.subject.kind, id.subject.name, id.familyClass ?? "", id.statistic.name,
            unit.rawValue,
        ]
    }
}
