import Experiments
import UserTexts

extension TextReport {
    /// The worst class of families against the best.
    var equity: ReportTable {
        var table = table(.measure, [.worst, .best, .gap])
        for quantity in Quantity.judgedForEquity {
            for design in result.designs {
                let measures = design.measures.filter {
                    $0.id.quantity == .inequality && $0.id.subject == .quantity(quantity.rawValue)
                }
                guard measures.count == 3 else { continue }
                let cells = measures.map { measure in
                    let name = measure.id.familyClass.map { names.familyClass($0) + ": " } ?? ""
                    return name + style.text(measure)
                }
                table.add(row(QuantityText(quantity).text(in: language), design, cells))
            }
        }
        return table
    }

    /// How the classes were chosen.
    var equityNote: String {
        LocalisedText(
            ru:
                "  Худшая и лучшая категории выбраны по среднему за все прогоны; интервал разрыва — для этих двух категорий.",
            en:
                "  The worst and the best class are those by mean over all replications; the interval of the gap is for these two."
        ).text(in: language)
    }

    /// The mean of the worst tenth of families, or of waits, beside the mean of all.
    var worstTenth: ReportTable {
        var table = table(.measure, [.mean, .worstTenthShort, .timesTheMean])
        for quantity in Quantity.judgedForEquity {
            for design in result.designs {
                let id = MeasureID(quantity)
                guard let tenth = design.measure(id.with(.worstTenth)), tenth.value != nil else { continue }
                let ratio = design.measure(id.with(.worstTenthRatio))
                let times = ratio?.value == nil ? ValueStyle.nothing : "×" + style.text(ratio)
                let cells = [style.text(design.measure(id)), style.text(tenth), times]
                table.add(row(QuantityText(quantity).text(in: language), design, cells))
            }
        }
        return table
    }

    /// What the worst tenth is, and how near its mean is.
    var worstTenthNote: String {
        LocalisedText(
            ru:
                "  Среднее по десятой части семей (для ожидания — случаев ожидания), которым пришлось хуже всего;"
                + " если случаев 1000 и больше, оно известно с точностью до 0,4 %.",
            en:
                "  The mean of the tenth of families (or of waits) that fared worst; of 1000 values or more it is told"
                + " to within 0.4%."
        ).text(in: language)
    }
}
