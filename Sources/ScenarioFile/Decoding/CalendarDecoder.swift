import ScenarioModel

/// Reads holiday lists, calendars and profiles.
struct CalendarDecoder {
    let context: DecodingContext

    /// The days of each holiday list, which calendars then refer to.
    func holidays(_ section: Field) {
        for (pair, field) in section.entries() {
            let place = DiagnosticText("holiday list '\(pair.key)'", "в списке праздников «\(pair.key)»")
            if ProductionCalendar.named(pair.key) != nil {
                context.error(.isProductionCalendar(pair.key), at: pair)
            }
            var days: Set<CivilDate> = []
            for element in Field(field.node, key: pair.key, in: place, context).elements() {
                guard let text = element.node.text, let range = DateText.days(text) else {
                    element.wrong(
                        DiagnosticText(
                            "a date or a range such as '2023-01-01 to 2023-01-08'",
                            "дата или промежуток, например «2023-01-01 to 2023-01-08»"
                        )
                    )
                    continue
                }
                days.formUnion(range)
            }
            context.holidays[pair.key] = days.sorted()
        }
    }

    /// One calendar.
    func calendar(_ name: String, _ node: LocatedNode) -> WorkCalendar? {
        let place = DiagnosticText("calendar '\(name)'", "в календаре «\(name)»")
        guard let reader = ObjectReader(node, as: .calendar, in: place, context) else { return nil }
        var week = Array(repeating: [WorkCalendar.DayInterval](), count: 7)
        var given: Set<Weekday> = []
        for pair in node.pairs ?? [] where reader.format.key(pair.key) == nil {
            guard let days = WeekdayText.days(pair.key) else {
                unknownDay(pair, place)
                continue
            }
            for day in days where !given.insert(day).inserted {
                context.error(
                    DiagnosticText(
                        "\(WeekdayText.names[day.rawValue]) is given twice in \(place.en)",
                        "\(WeekdayText.names[day.rawValue]) \(place.ru) указан дважды"
                    ),
                    at: pair
                )
            }
            let hours = hours(Field(pair.value, key: pair.key, in: place, context))
            for day in days { week[day.rawValue] = hours }
        }
        if given.isEmpty, node.pairs?.contains(where: { reader.format.key($0.key) == nil }) != true {
            context.error(
                DiagnosticText("\(place.en) has no weekday", "\(place.ru) нет ни одного дня недели"),
                at: node.firstLine
            )
        }
        let closed = reader.field("holidays").map(closedDays) ?? ClosedDays()
        let own = reader.field("special days").map { specialDays($0, place) } ?? []
        let official = closed.specialDays(in: week).filter { day in !own.contains { $0.date == day.date } }
        return WorkCalendar(
            name: name,
            week: week,
            holidays: closed.all,
            specialDays: (own + official).sorted { $0.date < $1.date }
        )
    }

    private func unknownDay(_ pair: LocatedNode.Pair, _ place: DiagnosticText) {
        if pair.value.isEmpty {
            return context.error(
                DiagnosticText(
                    "'\(pair.key)' in \(place.en) has no value; a text with a comma must be quoted inside { }",
                    "«\(pair.key)» \(place.ru) не имеет значения; текст с запятой внутри { } нужно взять в кавычки"
                ),
                at: pair
            )
        }
        let names = WeekdayText.names + ["every day"] + FormatTable.calendar.keys.map(\.name)
        let whole = NearestName(to: pair.key, among: names)
        context.error(
            DiagnosticText(
                "unknown key '\(pair.key)' in \(place.en)",
                "неизвестный ключ «\(pair.key)» \(place.ru)"
            ),
            at: pair,
            suggestion: whole.isNear
                ? whole.suggestion : WeekdayText.suggestion(for: pair.key) ?? whole.suggestion
        )
    }

    private func hours(_ field: Field) -> [WorkCalendar.DayInterval] {
        guard let text = field.node.text, let hours = DateText.hours(text) else {
            field.wrong(
                DiagnosticText(
                    "hours such as '08:30-12:30, 13:15-17:30' in order, or 'closed'",
                    "часы по порядку, например «08:30-12:30, 13:15-17:30», или «closed»"
                )
            )
            return []
        }
        return hours
    }

    /// The days that a calendar names as its holidays.
    func closedDays(_ field: Field) -> ClosedDays {
        var closed = ClosedDays()
        for element in field.elements() {
            guard
                let text = element.text(
                    DiagnosticText("a holiday list or a date", "список праздников или дата")
                )
            else { continue }
            if let date = DateText.date(text) {
                closed.own.insert(date)
            } else if let calendar = ProductionCalendar.named(text) {
                closed.name(calendar)
            } else if let name = element.reference(.holidays) {
                closed.own.formUnion(context.holidays[name] ?? [])
            }
        }
        if !closed.official.isEmpty { context.productionCalendarUses.append((field.node, closed)) }
        return closed
    }

    private func specialDays(_ field: Field, _ place: DiagnosticText) -> [WorkCalendar.SpecialDay] {
        var days: [WorkCalendar.SpecialDay] = []
        for (pair, entry) in field.entries() {
            guard let date = DateText.date(pair.key) else {
                context.error(.notADate(pair.key, place), at: pair, expected: .date)
                continue
            }
            days.append(.init(date: date, intervals: hours(entry)))
        }
        return days.sorted { $0.date < $1.date }
    }

    // MARK: - Profiles

    /// One profile.
    func profile(_ name: String, _ node: LocatedNode) -> RateProfile? {
        let place = DiagnosticText("profile '\(name)'", "в профиле «\(name)»")
        let field = Field(node, key: name, in: place, context)
        var weights: [(pair: LocatedNode.Pair, weight: Double)] = []
        for (pair, entry) in field.entries() {
            if let weight = entry.number() { weights.append((pair, weight)) }
        }
        guard let first = weights.first?.pair.key else { return nil }
        guard weights.contains(where: { $0.weight > 0 }) else {
            field.fault(DiagnosticText("all weights are 0", "все веса равны 0"))
            return nil
        }
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        let hour = { (text: String) in
            NumberText.integer(text).flatMap { text.count <= 2 && (0...23).contains($0) ? $0 : nil }
        }
        if hour(first) != nil {
            return positions(weights, count: 24, place, hour, "hours '00' to '23'", "часы от «00» до «23»")
                .map { RateProfile(name: name, weights: .hours($0)) }
        }
        if WeekdayText.names.contains(first) {
            let day = { WeekdayText.names.firstIndex(of: $0) }
            return positions(weights, count: 7, place, day, "weekdays mon to sun", "дни недели от mon до sun")
                .map { RateProfile(name: name, weights: .weekdays($0)) }
        }
        if months.contains(first) {
            let month = { months.firstIndex(of: $0) }
            return positions(weights, count: 12, place, month, "months jan to dec", "месяцы от jan до dec")
                .map { RateProfile(name: name, weights: .months($0)) }
        }
        return dates(weights, place).map { RateProfile(name: name, weights: .dates($0)) }
    }

    private func positions(
        _ weights: [(pair: LocatedNode.Pair, weight: Double)],
        count: Int,
        _ place: DiagnosticText,
        _ position: (String) -> Int?,
        _ en: String,
        _ ru: String
    ) -> [Double]? {
        var result: [Double?] = Array(repeating: nil, count: count)
        for (pair, weight) in weights {
            guard let index = position(pair.key), result[index] == nil else {
                context.error(
                    DiagnosticText(
                        "\(place.en): '\(pair.key)' does not belong here; expected \(en), each at most once",
                        "\(place.ru): ключ «\(pair.key)» лишний; нужны \(ru), каждый не больше одного раза"
                    ),
                    at: pair
                )
                return nil
            }
            result[index] = weight
        }
        return result.map { $0 ?? 0 }
    }

    private func dates(
        _ weights: [(pair: LocatedNode.Pair, weight: Double)],
        _ place: DiagnosticText
    ) -> [RateProfile.DateWeight]? {
        var result: [RateProfile.DateWeight] = []
        for (pair, weight) in weights {
            guard let date = DateText.date(pair.key) else {
                context.error(
                    DiagnosticText(
                        "\(place.en): found '\(pair.key)', expected hours '00' to '23', weekdays mon to sun, months jan to dec, or dates",
                        "\(place.ru): указано «\(pair.key)», нужны часы от «00» до «23», дни недели от mon до sun, месяцы от jan до dec или даты"
                    ),
                    at: pair,
                    suggestion: NearestName(to: pair.key, among: WeekdayText.names).suggestion
                )
                return nil
            }
            result.append(.init(date: date, weight: weight))
        }
        return result.sorted { $0.date < $1.date }
    }
}

extension DiagnosticText {
    fileprivate static func isProductionCalendar(_ name: String) -> DiagnosticText {
        DiagnosticText(
            "'\(name)' is the production calendar of Russia, which needs no list; give this one another name",
            "«\(name)» — производственный календарь России, для него список не нужен; назовите свой список иначе"
        )
    }

    fileprivate static func notADate(_ key: String, _ place: DiagnosticText) -> DiagnosticText {
        DiagnosticText(
            "special days in \(place.en): found '\(key)', expected a date such as '2023-01-09'",
            "special days \(place.ru): указано «\(key)», нужна дата, например «2023-01-09»"
        )
    }
}
