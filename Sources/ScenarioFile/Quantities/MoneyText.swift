/// Reads money from its text: `1200000 rub`, `420 rub/h`.
enum MoneyText {
    /// What an amount is for, which decides its units.
    enum Use {
        /// A sum of money.
        case sum
        /// Pay for an hour.
        case hourly

        /// The unit as it is best written.
        var unit: String { units[0] }

        /// All words for the unit.
        fileprivate var units: [String] {
            switch self {
            case .sum: ["rub"]
            case .hourly: ["rub/h", "rub/hour", "rub per h", "rub per hour"]
            }
        }
    }

    /// The roubles of an amount, 0 or more; nil if the text is none.
    static func roubles(_ text: String, _ use: Use) -> Double? {
        let (number, unit, isSpaced) = parts(of: text)
        guard let value = NumberText.number(number), value >= 0, isSpaced, use.units.contains(unit) else {
            return nil
        }
        return value
    }

    /// Advice on a text that is no amount.
    static func suggestion(for text: String, _ use: Use) -> DiagnosticText? {
        let (number, unit, isSpaced) = parts(of: text)
        guard !number.isEmpty else { return write("420 \(use.unit)", isExample: true) }
        guard !unit.isEmpty else {
            return DiagnosticText("add the unit '\(use.unit)'", "добавьте единицу «\(use.unit)»")
        }
        let word = unit.lowercased()
        if use == .hourly, longerPeriods.contains(where: word.contains) {
            return DiagnosticText(
                "pay is for an hour on duty: divide a month's pay by its working hours and write '\(use.unit)'",
                "оплата — за час на месте: разделите месячную на число рабочих часов и пишите «\(use.unit)»"
            )
        }
        if unit.first.map(NumberText.isDigit) == true {
            let digits = text.filter { NumberText.isDigit($0) || $0 == "." }
            return write("\(digits) \(use.unit)", isExample: false)
        }
        if use.units.contains(unit) { return isSpaced ? nil : .spaceBeforeUnit }
        let nearest = NearestName(to: unit, among: use.units)
        guard !nearest.isNear, otherNames.contains(where: word.hasPrefix) else { return nearest.suggestion }
        return write(use.unit, isExample: false)
    }

    /// Beginnings of words for roubles that are not the unit, in lower case.
    private static let otherNames = ["rub", "rou", "rur", "руб", "р.", "₽", "р/", "р "]

    /// Parts of words for periods that are longer than an hour.
    private static let longerPeriods = ["month", "year", "day", "week", "мес", "год", "ден", "нед", "сут"]

    private static func write(_ right: String, isExample: Bool) -> DiagnosticText {
        isExample
            ? DiagnosticText("write it as '\(right)'", "пишите так: «\(right)»")
            : DiagnosticText("write '\(right)'", "пишите «\(right)»")
    }

    /// The number at the start, what follows it, and whether a blank lies between them.
    private static func parts(of text: String) -> (number: String, unit: String, isSpaced: Bool) {
        let characters = Array(text.prefix(400))
        let end = NumberText.end(of: characters, from: 0)
        let rest = String(characters[end...])
        let words = rest.split(separator: " ").joined(separator: " ")
        return (String(characters[..<end]), words, rest.hasPrefix(" "))
    }
}
