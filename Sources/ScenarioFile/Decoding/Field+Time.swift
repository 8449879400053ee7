import ScenarioModel

extension Field {
    /// A law of durations; nil, with a report, if it is none.
    ///
    /// - Parameters:
    ///   - calendar: The calendar of working time.
    ///   - keepsCalendar: Whether elapsed time ends in an open moment of the calendar.
    ///   - isCalendarGiven: Whether the file names a calendar, so that its absence has been reported already.
    /// - Returns: The law, or nil after a report.
    func durationLaw(
        calendar: CalendarUse? = nil,
        keepsCalendar: Bool = false,
        isCalendarGiven: Bool = false
    ) -> DurationLaw? {
        guard let (law, basis) = parsedLaw(.duration, expected: .durationOrLaw) else { return nil }
        let clock = basis ?? .elapsed
        guard clock != .elapsed else {
            return DurationLaw(law, basis: .elapsed, calendar: keepsCalendar ? calendar : nil)
        }
        guard let calendar else {
            if isCalendarGiven { return nil }
            fault(
                DiagnosticText(
                    "working time needs a calendar; name one or write elapsed time",
                    "для рабочего времени нужен календарь; укажите его или задайте обычное время"
                )
            )
            return nil
        }
        return DurationLaw(law, basis: clock, calendar: calendar)
    }

    /// A law of durations on the clock, without working units.
    func elapsedLaw() -> DurationLaw? {
        guard let (law, basis) = parsedLaw(.duration, expected: .durationOrLaw) else { return nil }
        guard basis ?? .elapsed == .elapsed else {
            fault(
                DiagnosticText(
                    "only elapsed time is possible here; write h or d instead of working units",
                    "здесь возможно только обычное время: h или d вместо рабочих единиц"
                )
            )
            return nil
        }
        return DurationLaw(law)
    }

    /// A law of counts or of any numbers.
    func numberLaw(_ use: LawParser.Use) -> Distribution? {
        parsedLaw(use, expected: .numberOrLaw)?.law
    }

    private func parsedLaw(
        _ use: LawParser.Use,
        expected: DiagnosticText
    ) -> LawReadings.Reading? {
        guard case .scalar(let scalar) = node.content else {
            wrong(expected)
            return nil
        }
        let file = node.location.file
        do {
            let key = LawReadings.Key(text: scalar.text, use: use, file: file)
            return try context.laws.law(key, columns: context.columns(file))
        } catch {
            report(error, in: scalar)
            return nil
        }
    }

    /// Reports a fault of a law at its characters.
    func report(_ fault: LawParser.Fault, in scalar: LocatedNode.Scalar) {
        var narrowed = node
        if scalar.isPlain, scalar.text.count == node.location.length, !fault.range.isEmpty {
            narrowed.location.column += fault.range.lowerBound
            narrowed.location.length = fault.range.count
        }
        context.error(
            DiagnosticText(
                "\(key) in \(place.en): \(fault.message.en)",
                "\(key) \(place.ru): \(fault.message.ru)"
            ),
            at: narrowed,
            found: scalar.text,
            suggestion: fault.suggestion ?? decimalComma
        )
    }

    /// A fixed duration on the clock.
    func timeSpan() -> TimeSpan? {
        guard let law = elapsedLaw() else { return nil }
        guard case .constant(let value) = law.law, let microseconds = Int64(exactly: value) else {
            wrong(
                DiagnosticText(
                    "a fixed duration such as '15 min'",
                    "постоянная длительность, например «15 min»"
                )
            )
            return nil
        }
        return TimeSpan(microseconds: microseconds)
    }

    /// A calendar, whole or on some weekdays: `office on mon, wed`.
    func calendarUse() -> CalendarUse? {
        guard let text = text(DiagnosticText("a calendar", "календарь")) else { return nil }
        return calendarUse(of: text)
    }

    /// A calendar use read from a text that stands at this field.
    func calendarUse(of text: String) -> CalendarUse? {
        if context.isKnown(text, .calendar) { return CalendarUse(calendar: text) }
        let parts = text.components(around: " on ")
        guard parts.count == 2 else {
            context.unknown(.calendar, text, at: node, in: place)
            return nil
        }
        guard context.isKnown(parts[0], .calendar) else {
            context.unknown(.calendar, parts[0], at: node, in: place)
            return nil
        }
        guard let days = WeekdayText.days(parts[1]) else {
            fault(.weekdays(parts[1]), suggestion: WeekdayText.suggestion(for: parts[1]))
            return nil
        }
        return CalendarUse(calendar: parts[0], weekdays: days)
    }

    /// A date such as `2023-01-09`.
    func date() -> CivilDate? {
        guard let text = node.text, let date = DateText.date(text) else {
            wrong(.date)
            return nil
        }
        return date
    }
}

extension String {
    /// The texts before and after the first occurrence of a separator, trimmed; one text if there is none.
    func components(around separator: String) -> [String] {
        // Looking for the bytes first is many times as quick as looking for characters.
        guard utf8.holds(separator.utf8), let range = firstRange(of: separator) else { return [trimmed] }
        return [String(self[..<range.lowerBound]).trimmed, String(self[range.upperBound...]).trimmed]
    }

    /// The text without blanks at its ends.
    var trimmed: String {
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) {
            return self
        }
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String.UTF8View {
    /// Whether these bytes occur somewhere.
    func holds(_ bytes: String.UTF8View) -> Bool {
        guard let first = bytes.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: bytes) { return true }
            rest = rest[rest.index(after: start)...]
        }
        return false
    }
}

extension DiagnosticText {
    static let date = DiagnosticText("a date such as '2023-01-09'", "дата, например «2023-01-09»")

    static func weekdays(_ found: String) -> DiagnosticText {
        DiagnosticText(
            "found '\(found)', expected weekdays such as 'mon, wed' or 'mon-thu'",
            "указано «\(found)», нужны дни недели, например «mon, wed» или «mon-thu»"
        )
    }
}
