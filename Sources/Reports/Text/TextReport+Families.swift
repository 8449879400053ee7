import Experiments
import OutputStatistics
import ScenarioModel
import UserTexts

extension TextReport {
    /// A table with one column for every design.
    private func matrix(_ subject: ReportText) -> ReportTable {
        let single = [word(.perFamily)]
        return ReportTable(
            columns: [word(subject)]
                + (result.designs.count > 1 ? result.designs.map(names.design) : single)
        )
    }

    /// Hours of a journey by kind of time, with their share.
    var whereTimeGoes: ReportTable {
        var table = matrix(.kindOfTime)
        for kind in TimeKind.allCases {
            let id = MeasureID(.timeByKind, of: .timeKind("\(kind)"))
            let isSeen = result.designs.contains { ($0.measure(id)?.value ?? 0) > 0 }
            guard isSeen else { continue }
            table.add(
                [names.kind(kind)]
                    + result.designs.map { design in
                        let share = design.measure(id.with(.share))?.value
                        let percent = share.map { " (\(NumberStyle(language).percent($0)))" } ?? ""
                        return style.text(design.measure(id)) + percent
                    }
            )
        }
        table.add(row(MeasureID(.timeInSystem)))
        return table
    }

    /// Times and counts of a whole journey.
    var effort: ReportTable {
        var table = matrix(.measure)
        let quantities: [Quantity] = [
            .timeToFirstHelp, .hoursSpent, .trips, .documentsCarried, .storiesTold, .handOffs,
        ]
        for quantity in quantities where result.designs.contains(where: { isSeen(quantity, $0) }) {
            table.add(row(MeasureID(quantity)))
        }
        for role in roles { table.add(row(MeasureID(.memberTime, of: .role(role)))) }
        return table
    }

    /// Roles of members of families in any design, in order of first appearance.
    private var roles: [String] {
        var roles: [String] = []
        for measure in result.designs.flatMap(\.measures) where measure.id.quantity == .memberTime {
            if case .role(let role) = measure.id.subject, !roles.contains(role) { roles.append(role) }
        }
        return roles
    }

    private func isSeen(_ quantity: Quantity, _ design: DesignResult) -> Bool {
        (design.measure(MeasureID(quantity))?.value ?? 0) > 0
    }

    private func row(_ id: MeasureID) -> [String] {
        let quantity = QuantityText(id.quantity).text(in: language)
        return [id.subject == .all ? quantity : "\(quantity): \(id.subject.name)"]
            + result.designs.map { style.text($0.measure(id)) }
    }

    /// How journeys ended, in families per run and as a share of arrivals.
    var outcomes: ReportTable {
        var table = ReportTable(
            columns: [word(.outcome)]
                + (result.designs.count > 1 ? result.designs.map(names.design) : [word(.perReplication)])
        )
        var ids: [MeasureID] = []
        for design in result.designs {
            for measure in design.measures
            where measure.id.quantity == .outcome && measure.id.statistic == .mean
                && measure.id.familyClass == nil && !ids.contains(measure.id)
            {
                ids.append(measure.id)
            }
        }
        for id in ids where result.designs.contains(where: { ($0.measure(id)?.value ?? 0) > 0 }) {
            table.add([names.outcome(id.subject.name)] + result.designs.map { number(id, $0) })
        }
        let present = MeasureID(.present)
        table.add([QuantityText(.present).text(in: language)] + result.designs.map { number(present, $0) })
        table.add(
            [word(.presentAge)] + result.designs.map { style.text($0.measure(MeasureID(.presentAge))) }
        )
        return table
    }

    private func number(_ id: MeasureID, _ design: DesignResult) -> String {
        let share = design.measure(id.with(.share))?.value
        let percent = share.map { " (\(NumberStyle(language).percent($0)))" } ?? ""
        return style.text(design.measure(id)) + percent
    }

    /// Every alternative against the baseline, for the headline measures.
    var comparisons: ReportTable? {
        guard result.designs.count > 1 else { return nil }
        let thisDesign = LocalisedText(ru: "этот вариант", en: "this design").text(in: language)
        var table = ReportTable(
            columns: [word(.measure), word(.design), word(.baseline), thisDesign]
                + [word(.difference), word(.fewerReplications), word(.conclusion)],
            wordColumns: [1, 6]
        )
        for id in result.headlines {
            for design in result.designs.dropFirst() {
                guard let comparison = result.comparison(of: id, design: design.name) else { continue }
                table.add([
                    names.measure(id), names.design(design),
                    style.text(result.baseline.measure(id)), style.text(design.measure(id)),
                    difference(comparison), gain(comparison), word(conclusion(comparison.verdict)),
                ])
            }
        }
        return table
    }

    private func difference(_ comparison: Comparison) -> String {
        guard let value = comparison.joint.value else { return ValueStyle.nothing }
        return style.difference(value, comparison.joint.halfWidth, comparison.unit)
    }

    /// How many times fewer replications the same families need than independent ones.
    private func gain(_ comparison: Comparison) -> String {
        guard let ratio = comparison.varianceRatio else { return ValueStyle.nothing }
        return "×" + NumberStyle(language).text(ratio)
    }

    /// What the half-widths of differences hold for.
    var comparisonNote: String {
        let level = NumberStyle(language).percent(result.provenance.level)
        return LocalisedText(
            ru:
                "  Полуширины разностей действуют вместе для всех вариантов с вероятностью \(level); «выигрыш» —"
                + " во сколько раз меньше прогонов нужно, чем для независимых семей.",
            en:
                "  The half-widths of differences hold for all designs at once with probability \(level); “gain”"
                + " says how many times fewer replications are needed than with independent families."
        ).text(in: language)
    }

    private func conclusion(_ verdict: Comparison.Verdict) -> ReportText {
        switch verdict {
        case .better: .better
        case .worse: .worse
        case .greater: .greater
        case .smaller: .smaller
        case .notDistinguishable: .notDistinguishable
        case .cannotTell: .cannotTell
        }
    }
}
