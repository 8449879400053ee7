import ScenarioModel

/// Reads the steps of one route.
struct StepDecoder {
    let context: DecodingContext
    /// Name of the route.
    let route: String
    /// How many `repeat` steps the present steps lie in.
    var repeatDepth = 0

    /// One route: a list of steps, or a title and steps.
    static func route(_ name: String, _ node: LocatedNode, _ context: DecodingContext) -> Route? {
        let place = DiagnosticText("route '\(name)'", "в маршруте «\(name)»")
        context.routeRecords[name] = []
        let decoder = StepDecoder(context: context, route: name)
        guard node.pairs != nil else {
            let steps = decoder.steps(Field(node, key: "steps", in: place, context))
            return Route(name: name, title: LocalizedText(name), steps: steps)
        }
        guard let reader = ObjectReader(node, as: .route, in: place, context) else { return nil }
        return Route(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            steps: reader.required("steps").map(decoder.steps) ?? []
        )
    }

    /// A list of steps.
    func steps(_ field: Field) -> [Step] {
        guard let elements = field.node.elements else {
            let isStep = field.node.pairs.map { $0.contains { StepNaming.kinds.contains($0.key) } } ?? false
            field.wrong(
                DiagnosticText("a list of steps", "список шагов"),
                suggestion: isStep
                    ? DiagnosticText("begin each step with '- '", "начинайте каждый шаг с «- »") : nil
            )
            return []
        }
        return elements.enumerated().compactMap { step($0.element, number: $0.offset + 1) }
    }

    private func step(_ node: LocatedNode, number: Int) -> Step? {
        let place = DiagnosticText(
            "step \(number) of route '\(route)'",
            "в шаге \(number) маршрута «\(route)»"
        )
        guard let reader = ObjectReader(node, as: .step, in: place, context) else { return nil }
        let given = StepNaming.kinds.filter(reader.has)
        guard given.count == 1, let name = StepNaming.name(of: node) else {
            if given.count > 1 {
                let kinds = DiagnosticText.names(given)
                context.error(
                    DiagnosticText(
                        "\(place.en) has \(given.count) kinds, \(kinds.en); write each as a step of its own",
                        "\(place.ru) указано сразу несколько видов: \(kinds.ru); запишите каждый отдельным шагом"
                    ),
                    at: node.firstLine
                )
            } else if !StepNaming.kinds.contains(where: reader.seems) {
                context.error(
                    DiagnosticText("\(place.en) says nothing", "\(place.ru) ничего не указано"),
                    at: node
                )
            }
            return nil
        }
        guard let field = reader.field(given[0]) else { return nil }
        record(node, name: name, kind: given[0])
        let stepPlace = DiagnosticText("step '\(name)'", "в шаге «\(name)»")
        return step(name, Field(field.node, key: field.key, in: stepPlace, context))
    }

    private func record(_ node: LocatedNode, name: String, kind: String) {
        let value = node[kind]
        let used = kind == "use" ? value?.text ?? value?["route"]?.text : nil
        var shown = value?["name"] ?? node
        if value?["name"] == nil, let pair = node.pairs?.first(where: { $0.key == kind }) {
            shown.location = pair.keyLocation
            shown.excerpt = pair.keyExcerpt
        }
        context.routeRecords[route, default: []].append(
            StepRecord(
                name: name,
                usedRoute: used,
                isNamed: StepNaming.hasOwnName(node),
                outcome: kind == "leave" ? value?.text ?? value?["outcome"]?.text : nil,
                mustBeUnique: kind != "count" && kind != "leave",
                repeatDepth: repeatDepth + (kind == "repeat" ? 1 : 0),
                node: shown
            )
        )
    }

    private func step(_ name: String, _ field: Field) -> Step? {
        switch field.key {
        case "serve": object(field, .serve, name) { .serve(serve($0)) }
        case "lookup": object(field, .lookup, name) { .lookup(lookup($0)) }
        case "delay": delay(field, name)
        case "choose": choose(field, name)
        case "together": together(field, name)
        case "repeat": object(field, .repeat, name) { `repeat`($0).map(StepAction.repeat) }
        case "visit": object(field, .visit, name) { .visit(visit($0)) }
        case "keep": object(field, .keep, name) { .keep(keep($0)) }
        case "with": object(field, .with, name) { .members(with($0)) }
        case "set": set(field, name)
        case "assign": object(field, .assign, name) { .keep(assign($0)) }
        case "use": use(field, name)
        case "count": count(field, name)
        default: leave(field, name)
        }
    }

    /// A step whose value is a mapping: reads name and title here and the rest by its kind.
    func object(
        _ field: Field,
        _ kind: ObjectKind,
        _ name: String,
        _ action: (ObjectReader) -> StepAction?
    ) -> Step? {
        guard let reader = ObjectReader(field.node, as: kind, in: field.place, context) else { return nil }
        let title = reader.format.key("title") == nil ? nil : reader.field("title")?.localizedText()
        if reader.format.key("name") != nil { reader.field("name")?.checkName() }
        return action(reader).map { Step(name: name, title: title, action: $0) }
    }

    // MARK: - Plain steps

    private func delay(_ field: Field, _ name: String) -> Step? {
        guard field.node.pairs != nil else {
            return field.durationLaw().map { Step(name: name, action: .delay(DelayStep(takes: $0))) }
        }
        return object(field, .delay, name) { reader in
            let calendar = reader.field("calendar")?.calendarUse()
            let kinds = TimeKind.allCases.map { ($0.words, $0) }
            return .delay(
                DelayStep(
                    takes: reader.required("takes")?.durationLaw(
                        calendar: calendar,
                        keepsCalendar: true,
                        isCalendarGiven: reader.has("calendar")
                    )
                        ?? DurationLaw(.constant(0)),
                    factor: reader.field("factor").flatMap(expression),
                    kind: reader.field("kind")?.word(kinds) ?? .atHome
                )
            )
        }
    }

    private func visit(_ reader: ObjectReader) -> VisitStep {
        VisitStep(
            travel: reader.field("travel")?.elapsedLaw(),
            during: reader.field("during")?.calendarUse(),
            steps: reader.required("do").map(steps) ?? []
        )
    }

    private func use(_ field: Field, _ name: String) -> Step? {
        guard field.node.pairs != nil else {
            return field.reference(.route).map { Step(name: name, action: .use(UseStep(route: $0))) }
        }
        return object(field, .use, name) { reader in
            reader.required("route")?.reference(.route).map {
                .use(UseStep(route: $0, isNamed: reader.has("name")))
            }
        }
    }

    private func count(_ field: Field, _ name: String) -> Step? {
        let choices = EffortCount.countedBySteps.map { ($0.rawValue, $0) }
        return field.word(choices).map { Step(name: name, action: .count($0)) }
    }

    private func leave(_ field: Field, _ name: String) -> Step? {
        guard field.node.pairs != nil else {
            return field.name().map { Step(name: name, action: .leave(outcome: $0)) }
        }
        return object(field, .leave, name) { reader in
            reader.required("outcome")?.name().map { .leave(outcome: $0) }
        }
    }
}

extension Field {
    /// Reports a name that cannot be one: empty, long, on several lines, or with the `/` of paths.
    func checkName() {
        guard let name = name() else { return }
        if name.contains("/") {
            fault(DiagnosticText("a name cannot contain '/'", "в имени не может быть знака «/»"))
        }
    }
}
