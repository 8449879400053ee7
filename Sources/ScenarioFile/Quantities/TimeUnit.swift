import ScenarioModel

/// A unit of time as written in files.
struct TimeUnit {
    /// Length in microseconds; 1 for working days, which have no fixed length.
    let size: Double
    /// The clock it runs on.
    let basis: TimeBasis

    /// All units by their words, in the order in which they are suggested.
    static let named: [(words: [String], unit: TimeUnit)] = [
        (["ms", "millisecond", "milliseconds"], TimeUnit(size: 1e3, basis: .elapsed)),
        (["s", "second", "seconds"], TimeUnit(size: 1e6, basis: .elapsed)),
        (["min", "minute", "minutes"], TimeUnit(size: 6e7, basis: .elapsed)),
        (["h", "hour", "hours"], TimeUnit(size: 3.6e9, basis: .elapsed)),
        (["d", "day", "days"], TimeUnit(size: 8.64e10, basis: .elapsed)),
        (["week", "weeks"], TimeUnit(size: 6.048e11, basis: .elapsed)),
        (["working min", "working minute", "working minutes"], TimeUnit(size: 6e7, basis: .workingTime)),
        (["working h", "working hour", "working hours"], TimeUnit(size: 3.6e9, basis: .workingTime)),
        (["working day", "working days"], TimeUnit(size: 1, basis: .workingDays)),
    ]

    /// Every word for a unit.
    static let words = named.flatMap(\.words)

    private static let byWord = Dictionary(
        uniqueKeysWithValues: named.flatMap { entry in entry.words.map { ($0, entry.unit) } }
    )

    /// The unit of a word, else nil.
    static func unit(_ word: String) -> TimeUnit? { byWord[word] }

    /// The unit that a word was meant to be: a misspelt one, or a Russian one; nil if it is like none.
    static func suggestion(for word: String) -> DiagnosticText? {
        let parts = word.lowercased().split(separator: " ").map(String.init)
        let isWorking = parts.contains { $0.hasPrefix("раб") }
        let noun = parts.last { !$0.hasPrefix("раб") } ?? ""
        if let meant = russian.first(where: { noun.hasPrefix($0.start) })?.unit {
            let unit = isWorking ? "working " + (meant == "d" ? "days" : meant) : meant
            return DiagnosticText("write '\(unit)'", "пишите «\(unit)»")
        }
        return NearestName(to: word, among: words).nearSuggestion
    }

    /// Beginnings of Russian words for units.
    private static let russian = [
        (start: "мс", unit: "ms"), (start: "милл", unit: "ms"), (start: "мин", unit: "min"),
        (start: "сут", unit: "d"), (start: "с", unit: "s"),
        (start: "ч", unit: "h"), (start: "дн", unit: "d"), (start: "день", unit: "d"),
        (start: "дней", unit: "d"),
        (start: "нед", unit: "weeks"),
    ]

    /// So many of this unit in whole microseconds (or in days); nil beyond 2^53.
    func amount(_ number: Double) -> Double? {
        let value = basis == .workingDays ? number : (number * size).rounded()
        return abs(value) < NumberText.limit ? value : nil
    }
}
