import Experiments
import UserTexts

/// How values of measures are written in a report.
struct ValueStyle {
    let language: Language

    /// What stands for a value that was not observed.
    static let nothing = "—"

    /// A measure with its half-width; a dash when there is none or nothing was observed.
    func text(_ measure: Measure?) -> String {
        guard let measure, let value = measure.value else { return Self.nothing }
        return text(value, measure.halfWidth, measure.unit)
    }

    /// A value with its half-width in a unit.
    func text(_ value: Double, _ halfWidth: Double?, _ unit: MeasureUnit) -> String {
        if let microseconds = unit.microseconds {
            let seconds = value * microseconds / 1e6
            let half = halfWidth.map { $0 * microseconds / 1e6 }
            // The wider of value and half-width chooses the unit: "0.8 ± 2.7 min", not "50 ± 160 s".
            let unit = DurationStyle.Unit(bestFor: max(seconds.magnitude, half ?? 0))
            return DurationStyle(language).text(seconds: seconds, halfWidth: half, in: unit)
        }
        if unit == .roubles { return MoneyStyle(language).text(roubles: value, halfWidth: halfWidth) }
        guard unit == .share else { return NumberStyle(language).text(value, halfWidth: halfWidth) }
        guard let halfWidth, halfWidth > 0 else { return NumberStyle(language).percent(value) }
        return NumberStyle(language).percent(value, halfWidth: halfWidth)
    }

    /// The size of a difference; shares differ by percentage points.
    func size(_ value: Double, _ halfWidth: Double?, _ unit: MeasureUnit) -> String {
        guard unit == .share else { return text(value.magnitude, halfWidth, unit) }
        let points = LocalisedText(ru: "п. п.", en: "pp").text(in: language)
        let number = NumberStyle(language).text(value.magnitude * 100, halfWidth: halfWidth.map { $0 * 100 })
        return number + NumberStyle.noBreakSpace + points
    }

    /// A difference with its sign and half-width.
    func difference(_ value: Double, _ halfWidth: Double?, _ unit: MeasureUnit) -> String {
        let sign = value > 0 ? "+" : value < 0 ? "\u{2212}" : ""
        return sign + size(value, halfWidth, unit)
    }
}
