import Experiments
import ScenarioModel
import UserTexts

extension TextReport {
    /// Costs of pools, in all and by family, with one column for every design; without rows where none are known.
    var costs: ReportTable {
        var table = ReportTable(
            columns: [word(.cost)]
                + (hasDesignColumn ? result.designs.map(names.design) : [word(.perReplication)])
        )
        for id in costIDs {
            table.add([label(id)] + result.designs.map { style.text($0.measure(id)) })
        }
        return table
    }

    /// The costs that some design has; sums of one kind where there are several of it and costs of another.
    private var costIDs: [MeasureID] {
        func ofPools(_ quantity: Quantity) -> [MeasureID] {
            pools.map { MeasureID(quantity, of: .pool($0)) }.filter(isKnown)
        }
        let (staff, capital) = (ofPools(.staffCost), ofPools(.capitalCost))
        func sum(_ quantity: Quantity, of parts: [MeasureID]) -> [MeasureID] {
            let isOfInterest = parts.count > 1 && !staff.isEmpty && !capital.isEmpty
            return parts + (isOfInterest ? [MeasureID(quantity)] : [])
        }
        let total = [MeasureID(.totalCost), MeasureID(.costPerFamily), MeasureID(.costPerHelped)]
        let overtime = MeasureID(.overtimeCost)
        let isOvertimePaid = result.designs.contains { ($0.measure(overtime)?.value ?? 0) > 0 }
        return sum(.staffCost, of: staff) + sum(.capitalCost, of: capital) + total.filter(isKnown)
            + (isOvertimePaid ? [overtime] : [])
    }

    private func isKnown(_ id: MeasureID) -> Bool {
        result.designs.contains { $0.measure(id) != nil }
    }

    private func label(_ id: MeasureID) -> String {
        guard id.quantity == .overtimeCost else { return names.measure(id) }
        return LocalisedText(ru: "из общих — за сверхурочную работу", en: "of the total, for overtime")
            .text(in: language)
    }

    /// What the costs are of.
    var costsNote: String {
        let provenance = result.provenance
        let period: LocalisedText =
            switch provenance.horizon {
            case .duration(let span):
                observed(TimeSpan(microseconds: span.microseconds - provenance.warmUp.microseconds))
            case .untilEmpty: LocalisedText(ru: "за прогон", en: "of a run")
            }
        return LocalisedText(
            ru: "  Затраты — \(period.ru); оплачиваются все часы на месте. На одну семью — все затраты,"
                + " делённые на число семей, обратившихся за это время и завершивших маршрут.",
            en: "  Costs are those \(period.en); all hours on duty are paid. Per family: all costs over the"
                + " families that came in that time and have left."
        ).text(in: language)
    }

    private func observed(_ span: TimeSpan) -> LocalisedText {
        let length = duration(span)
        return LocalisedText(ru: "за период наблюдения (\(length))", en: "of the observed period (\(length))")
    }
}
