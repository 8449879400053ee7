import Foundation
import ScenarioModel

/// Turns the tree of one design into a scenario.
struct ScenarioDecoder {
    let context: DecodingContext

    /// A design's own entry in the file.
    struct DesignEntry {
        var name: String
        var node: LocatedNode
    }

    /// The scenario of a tree, with the routes that a design gives to the classes; nil if it is not even a mapping.
    func scenario(_ root: LocatedNode, design: DesignEntry?, provenance: [ProvenanceEntry]) -> Scenario? {
        let place = DiagnosticText("the scenario", "в сценарии")
        guard let reader = ObjectReader(root, as: .scenario, in: place, context) else { return nil }
        declareNames(root)
        if let field = reader.field("holidays") { CalendarDecoder(context: context).holidays(field) }
        let name = reader.required("scenario")?.scenarioName() ?? ""
        let calendars = section(reader, "calendars", CalendarDecoder(context: context).calendar)
        let profiles = section(reader, "profiles", CalendarDecoder(context: context).profile)
        let pools = section(reader, "pools", PoolDecoder(context: context).pools).flatMap(\.self)
            .sorted { $0.name < $1.name }
        let agencies = section(reader, "agencies", AgencyDecoder(context: context).agency)
        let documentDecoder = DocumentDecoder(context: context)
        documentDecoder.check(root["documents"])
        let documents = section(reader, "documents", documentDecoder.document)
        context.declare(.attribute, context.names[.document] ?? [])
        var classes = section(reader, "families", required: true, FamilyDecoder(context: context).familyClass)
        classes = AttributeWords(context: context).numbered(classes)
        let routes = section(reader, "routes", required: true) { StepDecoder.route($0, $1, context) }
        let targets = section(reader, "targets", TargetDecoder(context: context).target)
        let measuresBy = reader.field("measures by").map {
            MeasuresByDecoder(context: context, classes: classes).attributes($0)
        }
        if let design { assignRoutes(of: design, to: &classes) }
        requireRoutes(of: classes, root)
        _ = reader.field("baseline")?.reference(.design)
        let clock = clock(reader)
        return Scenario(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            question: reader.field("question")?.localizedText(),
            timeZone: reader.field("time zone").flatMap(timeZone) ?? "UTC",
            language: reader.field("language")?.word([("ru", "ru"), ("en", "en")]) ?? "en",
            starts: clock.starts,
            horizon: clock.horizon,
            warmUp: clock.warmUp,
            calendars: (calendars + context.rosterCalendars).sorted { $0.name < $1.name },
            profiles: profiles,
            pools: pools,
            agencies: agencies,
            documents: documents,
            familyClasses: classes,
            routes: routes,
            measuresBy: measuresBy ?? [],
            targets: targets,
            provenance: provenance
        )
    }

    private func declareNames(_ root: LocatedNode) {
        for kind in ReferenceKind.allCases where kind.hasSection {
            context.declare(kind, root[kind.section]?.pairs?.map(\.key) ?? [])
        }
        context.declare(.holidays, ProductionCalendar.all.map(\.name))
        let attributes = (root["families"]?.pairs ?? []).flatMap { family in
            family.value["attributes"]?.pairs?.map(\.key) ?? []
        }
        let members = (root["families"]?.pairs ?? []).flatMap { $0.value["members"]?.pairs ?? [] }
        for pair in members where attributes.contains(pair.key) || pair.key == "documents" {
            context.error(
                DiagnosticText(
                    "'\(pair.key)' is an attribute of families already; give the members another name",
                    "«\(pair.key)» — уже признак семей; назовите членов семьи иначе"
                ),
                at: pair
            )
        }
        context.declare(.role, members.map(\.key))
        context.declare(.attribute, attributes + members.map(\.key))
    }

    private func section<Value>(
        _ reader: ObjectReader,
        _ key: String,
        required isRequired: Bool = false,
        _ decode: (String, LocatedNode) -> Value?
    ) -> [Value] {
        guard let field = isRequired ? reader.required(key) : reader.field(key) else { return [] }
        let entries = field.entries()
        if isRequired, entries.isEmpty, field.node.pairs != nil {
            field.wrong(DiagnosticText("at least one entry", "хотя бы одна запись"))
        }
        var values: [(name: String, value: Value)] = []
        for (pair, entry) in entries {
            checkName(pair, in: key)
            if let value = decode(pair.key, entry.node) { values.append((pair.key, value)) }
        }
        return values.sorted { $0.name < $1.name }.map(\.value)
    }

    private func checkName(_ pair: LocatedNode.Pair, in section: String) {
        let name = pair.key
        guard name.isEmpty || name.contains("/") || name.contains(where: \.isNewline) || name.count > 200
        else {
            return
        }
        context.error(
            DiagnosticText(
                "a name in \(section) must be a short text without '/'",
                "имя в разделе «\(section)» — короткий текст без знака «/»"
            ),
            at: pair
        )
    }

    // MARK: - Time

    private func timeZone(_ field: Field) -> String? {
        guard let text = field.text() else { return nil }
        let known = TimeZone.knownTimeZoneIdentifiers
        guard
            text == "UTC" || known.contains(text) || (text.contains("/") && TimeZone(identifier: text) != nil)
        else {
            field.wrong(
                DiagnosticText(
                    "a time zone such as 'Asia/Yekaterinburg'",
                    "часовой пояс, например «Asia/Yekaterinburg»"
                ),
                suggestion: NearestName(to: text, among: known).suggestion
            )
            return nil
        }
        return text
    }

    private func clock(_ reader: ObjectReader) -> (starts: CivilMoment, horizon: Horizon, warmUp: TimeSpan) {
        let starts = reader.required("starts").flatMap { field in
            let moment = field.node.text.flatMap(DateText.moment)
            if moment == nil {
                field.wrong(
                    DiagnosticText(
                        "a date such as '2023-01-09' or '2023-01-09 08:30'",
                        "дата, например «2023-01-09» или «2023-01-09 08:30»"
                    )
                )
            }
            return moment
        }
        let horizon = reader.required("horizon").flatMap(horizon)
        let warmUpField = reader.field("warm-up")
        let warmUp = warmUpField?.timeSpan() ?? .zero
        if case .duration(let length)? = horizon, warmUp > .zero {
            checkWarmUp(warmUp, within: length, warmUpField)
        }
        return (starts ?? CivilMoment(date: CivilDate(dayNumber: 0)), horizon ?? .untilEmpty, warmUp)
    }

    private func horizon(_ field: Field) -> Horizon? {
        if field.node.text == "until all have left" { return .untilEmpty }
        if field.node.text?.hasPrefix("until") == true {
            field.wrong(
                DiagnosticText(
                    "a duration such as '26 weeks', or 'until all have left'",
                    "длительность, например «26 weeks», или «until all have left»"
                )
            )
            return nil
        }
        guard let length = field.timeSpan() else { return nil }
        guard length > .zero else {
            field.wrong(DiagnosticText("a duration above 0", "длительность больше 0"))
            return nil
        }
        return .duration(length)
    }

    private func checkWarmUp(_ warmUp: TimeSpan, within horizon: TimeSpan, _ field: Field?) {
        guard let field else { return }
        if warmUp >= horizon {
            field.fault(
                DiagnosticText(
                    "the warm-up lies inside the horizon and must be shorter",
                    "разгон (warm-up) входит в срок расчёта (horizon) и должен быть короче него"
                )
            )
        } else if warmUp.microseconds > horizon.microseconds / 3 {
            context.collector.report(
                Diagnostic(
                    .warning,
                    DiagnosticText(
                        "the warm-up is longer than a third of the horizon",
                        "разгон (warm-up) длиннее трети срока расчёта"
                    ),
                    at: field.node.location,
                    found: field.node.shortText,
                    excerpt: field.node.excerpt
                )
            )
        }
    }

    // MARK: - Routes of classes

    private func assignRoutes(of design: DesignEntry, to classes: inout [FamilyClass]) {
        let place = DiagnosticText("design '\(design.name)'", "в варианте «\(design.name)»")
        guard let reader = ObjectReader(design.node, as: .design, in: place, context) else { return }
        if let route = reader.field("route")?.reference(.route) {
            for index in classes.indices { classes[index].route = route }
        }
        for (pair, field) in reader.field("routes")?.entries() ?? [] {
            guard context.isKnown(pair.key, .familyClass) else {
                var node = pair.value
                node.location = pair.keyLocation
                node.excerpt = pair.keyExcerpt
                context.unknown(.familyClass, pair.key, at: node, in: place)
                continue
            }
            guard let route = field.reference(.route) else { continue }
            for index in classes.indices where classes[index].name == pair.key {
                classes[index].route = route
            }
        }
    }

    /// Whether a mapping of a family class has a key that was probably meant to be another.
    private func misspells(_ key: String, _ node: LocatedNode) -> Bool {
        (node.pairs ?? []).contains {
            FormatTable.familyClass.key($0.key) == nil && NearestName(to: $0.key, among: [key]).isNear
        }
    }

    private func requireRoutes(of classes: [FamilyClass], _ root: LocatedNode) {
        for familyClass in classes where familyClass.route.isEmpty {
            let pair = root["families"]?.pairs?.first { $0.key == familyClass.name }
            guard let pair, pair.value["route"] == nil, !misspells("route", pair.value) else { continue }
            context.error(
                DiagnosticText(
                    "family class '\(familyClass.name)' has no route; give it one here or in the design",
                    "у категории семей «\(familyClass.name)» нет маршрута; укажите его здесь или в варианте"
                ),
                at: pair
            )
        }
    }
}

extension Field {
    /// The name of the scenario, which becomes part of file names.
    fileprivate func scenarioName() -> String? {
        guard let name = name() else { return nil }
        guard !name.contains(where: { "/\\:*?\"<>|".contains($0) }), !name.hasPrefix("."), name.count <= 100
        else {
            wrong(
                DiagnosticText(
                    "a short name that can be part of a file name",
                    "короткое имя, пригодное для имени файла"
                )
            )
            return nil
        }
        return name
    }
}
