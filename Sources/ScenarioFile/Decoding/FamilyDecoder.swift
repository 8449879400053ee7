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
            attributes: reader.field("attributes").map(attributes) ?? [],
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

    private func arrivals(_ field: Field, of name: String) -> ArrivalProcess? {
        let place = DiagnosticText(
            "arrivals of family class '\(name)'",
            "в потоке категории семей «\(name)»"
        )
        guard let reader = ObjectReader(field.node, as: .arrivals, in: place, context) else { return nil }
        let limit = reader.field("at most")?.integer(in: 1...1_000_000_000)
        let calendar = reader.field("calendar")?.calendarUse()
        let profiles = reader.field("profile")?.elements().compactMap { $0.reference(.profile) } ?? []
        guard reader.has("rate") != reader.has("every") else {
            if !reader.seems("rate"), !reader.seems("every") || reader.has("rate") {
                context.error(
                    DiagnosticText(
                        "\(place.en): give either 'rate' or 'every'",
                        "\(place.ru): укажите либо «rate», либо «every»"
                    ),
                    at: field.node.firstLine
                )
            } else if reader.has("rate") {
                reader.field("every")?.fault(
                    DiagnosticText(
                        "give either 'rate' or 'every', not both",
                        "укажите либо «rate», либо «every», но не оба"
                    )
                )
            }
            return nil
        }
        if let every = reader.field("every") {
            for key in ["calendar", "profile"] {
                reader.field(key)?.fault(
                    DiagnosticText(
                        "it shapes a 'rate' and has no effect on 'every'",
                        "он задаёт форму «rate», а на «every» не влияет"
                    )
                )
            }
            return renewal(every).map { ArrivalProcess(.renewal($0), limit: limit) }
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
        return ArrivalProcess(
            .poisson(RateLaw(mean: rate.mean, unit: rate.unit, calendar: calendar, profiles: profiles)),
            limit: limit
        )
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
            field.wrong(expected, suggestion: field.decimalComma)
            return nil
        }
        guard let unit = units.first(where: { $0.0 == parts[1] })?.1 else {
            field.wrong(expected, suggestion: NearestName(to: parts[1], among: units.map(\.0)).suggestion)
            return nil
        }
        return (mean, unit)
    }
}
