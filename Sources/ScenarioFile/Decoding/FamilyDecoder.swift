import ScenarioModel

/// Reads family classes.
struct FamilyDecoder {
    let context: DecodingContext

    /// One class; its route is empty where the file gives none.
    func familyClass(_ name: String, _ node: LocatedNode) -> FamilyClass? {
        let place = DiagnosticText("family class '\(name)'", "в категории семей «\(name)»")
        guard let reader = ObjectReader(node, as: .familyClass, in: place, context) else { return nil }
        let arrivals = reader.required("arrivals").flatMap { self.arrivals($0, of: name) }
        return FamilyClass(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            arrivals: arrivals ?? ArrivalProcess(.renewal(DurationLaw(.constant(1)))),
            documents: reader.field("documents")?.numberLaw(.count),
            priority: reader.field("priority")?.integer(in: 0...63) ?? 0,
            patience: reader.field("patience")?.elapsedLaw(),
            dueIn: reader.field("due in")?.durationLaw(),
            atStart: reader.field("at start").map(startingFamilies) ?? [],
            attributes: ((reader.field("attributes").map(attributes) ?? [])
                + (reader.field("members").map(members) ?? [])
                + DocumentDecoder(context: context).holdings(reader.field("has")))
                .sorted { $0.name < $1.name },
            isBackground: reader.field("background")?.yesNo() ?? false,
            route: reader.field("route")?.reference(.route) ?? ""
        )
    }

    private func attributes(_ field: Field) -> [FamilyClass.Attribute] {
        field.entries().compactMap { pair, entry in
            guard pair.key != "documents" else {
                context.error(
                    DiagnosticText(
                        "'documents' is a key of the family class, not an attribute",
                        "«documents» — ключ категории семей, а не признак"
                    ),
                    at: pair
                )
                return nil
            }
            return entry.numberLaw(.number).map { FamilyClass.Attribute(name: pair.key, law: $0) }
        }
        .sorted { $0.name < $1.name }
    }

    /// How many members of each role there are.
    private func members(_ field: Field) -> [FamilyClass.Attribute] {
        let most = FamilyClass.membersInRole
        return field.entries().compactMap { pair, entry in
            guard let law = entry.numberLaw(.count) else { return nil }
            guard law.support.upperBound <= Double(most) + 0.5 else {
                entry.wrong(
                    DiagnosticText(
                        "a number or law of at most \(most)",
                        "число или закон со значениями не больше \(most)"
                    )
                )
                return nil
            }
            guard !["all", "any"].contains(pair.key) else {
                context.error(
                    DiagnosticText(
                        "'\(pair.key)' has a meaning of its own in 'wait for' and 'with'; give the members another name",
                        "«\(pair.key)» в «wait for» и «with» означает другое; назовите членов семьи иначе"
                    ),
                    at: pair
                )
                return nil
            }
            return FamilyClass.Attribute(name: pair.key, law: law, countsMembers: true)
        }
    }

    /// `12`, or numbers by step.
    private func startingFamilies(_ field: Field) -> [FamilyClass.StartingFamilies] {
        let range = 1...1_000_000
        guard field.node.pairs != nil else {
            return field.integer(in: range).map { [.init(step: nil, count: $0)] } ?? []
        }
        return field.entries().compactMap { pair, entry in
            entry.integer(in: range).map { .init(step: pair.key, count: $0) }
        }
        .sorted { ($0.step ?? "") < ($1.step ?? "") }
    }

    private func busyness(_ field: Field, of name: String) -> Busyness? {
        let place = DiagnosticText(
            "busyness of family class '\(name)'",
            "в множителе потока категории семей «\(name)»"
        )
        guard let reader = ObjectReader(field.node, as: .busyness, in: place, context) else { return nil }
        let factor = reader.required("factor")
        let period = reader.field("per")?.word(Busyness.Period.allCases.map { ($0.rawValue, $0) })
        let isShared = reader.field("shared")?.yesNo()
        guard let factor, let law = factor.numberLaw(.count) else { return nil }
        guard law.support.upperBound > 0 else {
            factor.fault(
                DiagnosticText("the factor must be above 0", "множитель должен быть больше 0")
            )
            return nil
        }
        return Busyness(factor: law, period: period ?? .day, isShared: isShared ?? true)
    }

    private func familiesAtOnce(_ field: Field) -> Distribution? {
        guard let law = field.numberLaw(.count) else { return nil }
        if law.support.upperBound <= 0.5 {
            field.fault(
                DiagnosticText(
                    "rounded to whole families nobody would ever come; the number must reach 1",
                    "после округления не придёт ни одна семья; число должно доходить до 1"
                )
            )
        }
        return law
    }

    private func arrivals(_ field: Field, of name: String) -> ArrivalProcess? {
        let place = DiagnosticText(
            "arrivals of family class '\(name)'",
            "в потоке категории семей «\(name)»"
        )
        guard let reader = ObjectReader(field.node, as: .arrivals, in: place, context) else { return nil }
        let limit = reader.field("at most")?.integer(in: 1...1_000_000_000)
        let calendar = reader.field("calendar")?.calendarUse()
        let profiles = reader.field("profile")?.elements().compactMap { $0.reference(.profile) } ?? []
        let atOnce = reader.field("families at once").flatMap(familiesAtOnce)
        let busyness = reader.field("busyness").flatMap { self.busyness($0, of: name) }
        guard let key = pattern(reader, field, place) else { return nil }
        for other in key == "rate" ? [] : ["calendar", "profile"] + (key == "counts" ? [] : ["busyness"]) {
            reader.field(other)?.fault(
                DiagnosticText(
                    "it shapes a 'rate' and has no effect on '\(key)'",
                    "этот ключ распределяет поток «rate» по времени; с «\(key)» он не действует"
                )
            )
        }
        func process(_ pattern: ArrivalProcess.Pattern) -> ArrivalProcess {
            ArrivalProcess(pattern, limit: limit, familiesAtOnce: atOnce, busyness: busyness)
        }
        if let every = reader.field("every") { return renewal(every).map { process(.renewal($0)) } }
        if let counts = reader.field("counts") {
            let read = counts.dayTable(column: "families", wholeNumbers: false)
            return read.map { process(.counted($0.table.counts(closed: $0.closed))) }
        }
        if let times = reader.field("times") { return moments(times).map { process(.listed($0)) } }
        if let opening = reader.field(Self.openingKey) {
            return opening.calendarUse().map { process(.openings($0)) }
        }
        guard let rate = reader.field("rate").flatMap(rate) else { return nil }
        if rate.unit == .workingDay, !reader.has("calendar") {
            reader.field("rate")?.fault(
                DiagnosticText(
                    "a rate per working day needs a calendar",
                    "для потока на рабочий день нужен календарь (calendar)"
                )
            )
        }
        return process(
            .poisson(RateLaw(mean: rate.mean, unit: rate.unit, calendar: calendar, profiles: profiles))
        )
    }

    private static let openingKey = "at each opening of"

    /// The one key that says how families arrive; nil, with a report, if there is none or more than one.
    private func pattern(_ reader: ObjectReader, _ field: Field, _ place: DiagnosticText) -> String? {
        let patterns = ["rate", "counts", "times", "every", Self.openingKey]
        let given = patterns.filter(reader.has)
        guard let first = given.first else {
            if !patterns.contains(where: reader.seems) {
                context.error(
                    DiagnosticText(
                        "\(place.en): give 'rate', 'counts', 'times', 'every' or 'at each opening of'",
                        "\(place.ru): укажите «rate», «counts», «times», «every» или «at each opening of»"
                    ),
                    at: field.node.firstLine
                )
            }
            return nil
        }
        for other in given.dropFirst() {
            reader.field(other)?.fault(
                DiagnosticText(
                    "give either '\(first)' or '\(other)', not both",
                    "укажите либо «\(first)», либо «\(other)», но не оба"
                )
            )
        }
        return given.count == 1 ? first : nil
    }

    /// The moments of a list of arrivals, in order.
    private func moments(_ field: Field) -> [CivilMoment]? {
        guard let table = field.dataTable(columns: ["arrives"], rowLimit: 1_000_000) else { return nil }
        let moments = table.rows().compactMap { row -> CivilMoment? in
            let moment = DateText.tableMoment(row[0].text)
            if moment == nil {
                table.wrong(
                    row[0],
                    DiagnosticText(
                        "a date and time such as '2026-01-12 09:05'",
                        "дата и время, например «2026-01-12 09:05»"
                    )
                )
            }
            return moment
        }
        return moments.sorted {
            ($0.date.dayNumber, $0.minuteOfDay) < ($1.date.dayNumber, $1.minuteOfDay)
        }
    }

    private func renewal(_ field: Field) -> DurationLaw? {
        guard let law = field.elapsedLaw() else { return nil }
        guard law.law.support.upperBound > 0 else {
            field.fault(
                DiagnosticText(
                    "the time between arrivals must be above 0",
                    "промежуток между приходами должен быть больше 0"
                )
            )
            return nil
        }
        return law
    }

    private func rate(_ field: Field) -> (mean: Double, unit: RateLaw.Unit)? {
        let expected = DiagnosticText(
            "a rate above 0 such as '3.3 per working day'",
            "поток больше 0, например «3.3 per working day»"
        )
        let units: [(String, RateLaw.Unit)] = [
            ("min", .minute), ("minute", .minute), ("h", .hour), ("hour", .hour), ("day", .day),
            ("working day", .workingDay), ("week", .week), ("month", .month), ("year", .year),
        ]
        guard let parts = field.node.text?.components(around: " per "), parts.count == 2,
            let mean = NumberText.number(parts[0]), mean > 0
        else {
            let form = DiagnosticText(
                "write a number, 'per' and a unit of time",
                "пишите число, «per» и единицу времени"
            )
            field.wrong(expected, suggestion: field.node.text == nil ? nil : field.decimalComma ?? form)
            return nil
        }
        guard let unit = units.first(where: { $0.0 == parts[1] })?.1 else {
            field.wrong(expected, suggestion: NearestName(to: parts[1], among: units.map(\.0)).suggestion)
            return nil
        }
        return (mean, unit)
    }
}
