import ScenarioModel

/// Reads dates and times of day from their text.
enum DateText {
    /// A date such as `2023-01-09`.
    static func date(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy(NumberText.isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.isValid ? date : nil
    }

    /// A date as the file writes it, with its weekday: `2023-01-09 (mon)`.
    static func text(_ date: CivilDate) -> String {
        "\(isoText(date)) (\(WeekdayText.names[date.weekday.rawValue]))"
    }

    private static func isoText(_ date: CivilDate) -> String {
        let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
        let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
        return "\(date.year)-\(month)-\(day)"
    }

    /// Hours as the file writes them: `08:30-12:30`.
    static func text(_ hours: WorkCalendar.DayInterval) -> String {
        func time(_ minute: Int) -> String {
            let hours = minute / 60 < 10 ? "0\(minute / 60)" : "\(minute / 60)"
            return minute % 60 < 10 ? "\(hours):0\(minute % 60)" : "\(hours):\(minute % 60)"
        }
        return "\(time(hours.opens))-\(time(hours.closes))"
    }

    /// Minutes after midnight of a time such as `08:30`; `24:00` is the end of the day.
    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy(NumberText.isDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
        else { return nil }
        let total = hour * 60 + minute
        return total <= 1_440 ? total : nil
    }

    /// A date, or a date with a time of day.
    static func moment(_ text: String) -> CivilMoment? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first, let date = date(first) else { return nil }
        if parts.count == 1 { return CivilMoment(date: date) }
        guard parts.count == 2, let minute = minute(parts[1]), minute < 1_440 else { return nil }
        return CivilMoment(date: date, minuteOfDay: minute)
    }

    /// A date of a table: `2026-01-12`, or `12.01.2026` as Russian spreadsheets write it.
    static func tableDate(_ text: String) -> CivilDate? {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return date(text) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 ? date(parts.reversed().joined(separator: "-")) : nil
    }

    /// A date of a table, or a date with a time of day.
    static func tableMoment(_ text: String) -> CivilMoment? {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return moment(text) }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first, let date = tableDate(first) else { return nil }
        return moment(([isoText(date)] + parts.dropFirst()).joined(separator: " "))
    }

    /// A range of dates such as `2023-01-01 to 2023-01-08`, or a single date.
    static func days(_ text: String) -> [CivilDate]? {
        let parts = text.components(around: " to ")
        guard let first = date(parts[0]), let last = parts.count == 2 ? date(parts[1]) : first,
            first <= last, last.dayNumber - first.dayNumber < 4_000
        else { return nil }
        return (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
    }

    /// Open intervals such as `08:30-12:30, 13:15-17:30`; none for `closed`.
    static func hours(_ text: String) -> [WorkCalendar.DayInterval]? {
        if text == "closed" { return [] }
        var intervals: [WorkCalendar.DayInterval] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = String(part).components(around: "-")
            guard ends.count == 2, let opens = minute(ends[0]), let closes = minute(ends[1]), opens < closes,
                intervals.last.map({ $0.closes <= opens }) ?? true
            else { return nil }
            intervals.append(.init(opens: opens, closes: closes))
        }
        return intervals
    }
}

/// Reads weekdays from their text.
enum WeekdayText {
    /// The names of weekdays, Monday first.
    static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Weekdays of a text such as `mon-thu`, `mon, wed` or `every day`, in order; nil if it is none.
    static func days(_ text: String) -> [Weekday]? {
        if text == "every day" { return Weekday.allCases }
        var days: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = String(part).components(around: "-")
            guard let first = names.firstIndex(of: ends[0]),
                let last = ends.count == 2 ? names.firstIndex(of: ends[1]) : first, first <= last
            else { return nil }
            for day in first...last where !days.insert(day).inserted { return nil }
        }
        return days.sorted().compactMap(Weekday.init(rawValue:))
    }

    /// Beginnings of the Russian names, Monday first.
    private static let russian = [
        ["пн", "по"], ["вт"], ["ср"], ["чт", "че"], ["пт", "пя"], ["сб", "су"], ["вс", "во"],
    ]

    /// The nearest spelling of the first weekday that is not one.
    static func suggestion(for text: String) -> DiagnosticText? {
        let words = text.split { !$0.isLetter }.map(String.init)
        let translated = words.map { word in
            russian.firstIndex { $0.contains(String(word.lowercased().prefix(2))) }.map { names[$0] } ?? word
        }
        if translated != words, translated.allSatisfy(names.contains) {
            let right = translated.joined(separator: text.contains("-") ? "-" : ", ")
            return DiagnosticText("write '\(right)'", "пишите «\(right)»")
        }
        guard let wrong = words.first(where: { !names.contains($0) }) else { return nil }
        return NearestName(to: wrong, among: names + ["every day"]).suggestion
    }
}
