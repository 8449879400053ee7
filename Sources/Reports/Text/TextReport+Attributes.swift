import Experiments
import UserTexts

extension TextReport {
    /// Waits, times and help of families by the words of attributes.
    var byAttribute: ReportTable {
        var table = table(
            .attribute,
            [.familiesPerRun, .meanWait, .mostWait, .toFirstHelp, .inSystem, .helped]
        )
        for subject in attributeSubjects {
            let ids = [
                MeasureID(.arrivals, of: subject), MeasureID(.waitingTime, of: subject),
                MeasureID(.waitingTime, of: subject, .percentile(95)),
                MeasureID(.timeToFirstHelp, of: subject), MeasureID(.timeInSystem, of: subject),
                MeasureID(.helped, of: subject, .share),
            ]
            for design in result.designs where design.measure(ids[0]) != nil {
                table.add(row(subject.name, design, ids.map { style.text(design.measure($0)) }))
            }
        }
        return table
    }

    /// Words of attributes by which some design tells measures apart, in order of first appearance.
    private var attributeSubjects: [MeasureSubject] {
        var subjects: [MeasureSubject] = []
        for measure in result.designs.flatMap(\.measures) where measure.id.quantity == .arrivals {
            let subject = measure.id.subject
            if case .attribute = subject, !subjects.contains(subject) { subjects.append(subject) }
        }
        return subjects
    }

    /// Which word counts when it changes on the way.
    var byAttributeNote: String {
        LocalisedText(
            ru:
                "  Ожидание — в каждой очереди. Если признак меняется по ходу маршрута, ожидание и время до первой помощи относятся"
                + " к значению в начале приёма, остальное — к последнему.",
            en:
                "  Waits are those in each line. Where an attribute changes on the way, waits and times to first help count by"
                + " its word when service begins, the rest by the last one."
        ).text(in: language)
    }
}
