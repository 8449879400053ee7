import ScenarioModel
import SimulationCore

/// Lookups at agencies.
extension ProgramBuilder {
    /// Emits the rows of a lookup: office work on the requests, then the wait for the answers.
    mutating func flatten(
        _ lookup: LookupStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "lookup")
        let end = label()
        if !lookup.documents.isEmpty { symbols.lookupsByName.insert(step) }
        program.itemRequests.append(
            ItemRequestPlan(
                register: 0,
                selectionDraw: draw("looked-up@\(name)"),
                selectionChance: lookup.lookedUpShare,
                responderDraw: draw("agency@\(name)"),
                responders: try responderRoutes(name, isByName: !lookup.documents.isEmpty),
                waitFor: lookup.waitFor.map { Int32(clamping: $0) } ?? -1,
                unselectedCounter: counter(.documentCarried),
                items: try items(lookup.documents, name, context)
            )
        )
        let items = Int32(program.itemRequests.count - 1)
        emit(.skipWithoutItems, step: step, context, first: items, second: end.number)
        if let handling = lookup.handling {
            try flatten(handling, name, step, items: items, context, &later)
        }
        let kind: TimeKind = lookup.familyWaitsAtCentre ? .agencyAtCentre : .agency
        emit(.awaitReplies, kind: kind, step: step, context, first: items)
        if !lookup.documents.isEmpty { emit(.receiveItems, step: step, context, first: items) }
        place(end)
    }

    /// The documents that are things, with their numbers in the scenario.
    private mutating func items(
        _ names: [String],
        _ step: String,
        _ context: RouteContext
    ) throws(CompilationError) -> [ItemRequestPlan.Item] {
        if let unknown = names.first(where: { documentKinds[$0] == nil }) {
            throw CompilationError(
                english: "unknown document '\(unknown)'",
                russian: "неизвестный документ «\(unknown)»"
            )
        }
        var items: [ItemRequestPlan.Item] = []
        for (number, kind) in scenario.documents.enumerated() where names.contains(kind.name) {
            guard let agency = scenario.agencies.firstIndex(where: { $0.name == kind.agency }) else {
                throw CompilationError(
                    english: "document '\(kind.name)' is given by the unknown agency '\(kind.agency)'",
                    russian: "документ «\(kind.name)» выдаёт неизвестное ведомство «\(kind.agency)»"
                )
            }
            let held = try held(kind, context)
            let lasts = try lasting(kind, step)
            for member in 0..<(held.isOwn ? 1 : held.count) {
                items.append(
                    ItemRequestPlan.Item(
                        number: Int32(number),
                        register: held.register + member,
                        role: held.role,
                        member: held.role < 0 || held.isOwn ? -1 : member,
                        route: Int32(agency),
                        lasts: lasts
                    )
                )
            }
        }
        return items
    }

    /// How long a document lasts that a family comes to have at a step.
    mutating func lasting(_ kind: DocumentKind, _ step: String) throws(CompilationError) -> LastingPlan {
        guard let law = kind.validFor else { return LastingPlan(duration: -1) }
        return LastingPlan(duration: try duration(law, "valid@\(step)/\(kind.name)"))
    }

    /// How long a document lasts that a family has on arrival.
    mutating func lasting(_ kind: DocumentKind) throws(CompilationError) -> LastingPlan {
        guard let law = kind.validFor else { return LastingPlan(duration: -1) }
        return LastingPlan(duration: try duration(law, "validity@\(kind.name)"))
    }

    private mutating func flatten(
        _ handling: LookupStep.Handling,
        _ name: String,
        _ step: Int32,
        items: Int32,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        var request = try request(
            handling.by,
            name,
            step,
            context,
            priority: handling.priority,
            patience: .unlimited,
            isOfficeWork: true
        )
        // Office work knows no patience, balking or refusal: these rows are never gone to.
        request.givingUpRow = context.unwind.number
        request.balkingRow = context.unwind.number
        request.refusalRow = context.unwind.number
        request.sendingAwayRow = context.unwind.number
        let duration = try serviceTime(
            handling.takes,
            "handling@\(name)",
            name,
            of: handling.by,
            itemRequest: items
        )
        emitService(request, step, .officeWork, duration, context, &later)
    }

    /// The agencies with the draws of this lookup.
    private mutating func responderRoutes(
        _ name: String,
        isByName: Bool
    ) throws(CompilationError) -> [ItemRequestPlan.Route] {
        let total = scenario.agencies.reduce(0) { $0 + $1.share }
        guard isByName || total > 0 else {
            guard scenario.agencies.isEmpty else {
                throw CompilationError(
                    english: "step '\(name)' looks counted documents up, but every agency has 'share: 0'",
                    russian:
                        "шаг «\(name)» запрашивает документы, заданные числом, но у всех ведомств «share: 0»"
                )
            }
            throw CompilationError(
                english: "step '\(name)' looks documents up, but no agency answers",
                russian: "шаг «\(name)» запрашивает документы, но ни одно ведомство не задано"
            )
        }
        var cumulative = 0.0
        var routes: [ItemRequestPlan.Route] = []
        for (place, agency) in scenario.agencies.enumerated() {
            if total > 0 { cumulative += agency.share / total }
            var channels: [ItemRequestPlan.ChannelDraws] = []
            for channel in agency.channels { channels.append(try channelDraws(channel, agency, name)) }
            var fallBackAfter: Int32 = -1
            if let fallBack = agency.fallBack {
                channels.append(try channelDraws(fallBack.channel, agency, name))
                fallBackAfter = try duration(fallBack.after, "fall-back@\(name)/\(agency.name)")
            }
            routes.append(
                ItemRequestPlan.Route(
                    responder: Int32(place),
                    cumulative: cumulative,
                    channelDraw: draw("channel@\(name)/\(agency.name)"),
                    channels: channels,
                    fallBackAfter: fallBackAfter
                )
            )
        }
        return routes
    }

    private mutating func channelDraws(
        _ channel: AgencyChannel,
        _ agency: Agency,
        _ name: String
    ) throws(CompilationError) -> ItemRequestPlan.ChannelDraws {
        let key = "\(name)/\(agency.name)/\(channel.name)"
        let calendar = channel.answersIn.calendar
        return ItemRequestPlan.ChannelDraws(
            answer: try duration(channel.answersIn, "answer@\(key)", defaultCalendar: calendar),
            failure: draw("failure@\(key)"),
            pause: try duration(channel.retryAfter, "retry@\(key)", defaultCalendar: calendar)
        )
    }
}
