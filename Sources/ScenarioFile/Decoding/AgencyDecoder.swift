import ScenarioModel

/// Reads agencies and their channels.
struct AgencyDecoder {
    let context: DecodingContext

    private struct Channel {
        var channel: AgencyChannel
        var after: DurationLaw?
        var isFallBack: Bool
        var node: LocatedNode.Pair
    }

    /// One agency.
    func agency(_ name: String, _ node: LocatedNode) -> Agency? {
        let place = DiagnosticText("agency '\(name)'", "в ведомстве «\(name)»")
        guard let reader = ObjectReader(node, as: .agency, in: place, context) else { return nil }
        let share = reader.field("share").flatMap { $0.weight(mayBeZero: true) } ?? 1
        let channels = (reader.required("channels")?.entries() ?? []).compactMap { pair, _ in
            channel(pair, of: name)
        }
        let fallBacks = channels.filter(\.isFallBack)
        for further in fallBacks.dropFirst() {
            context.error(
                DiagnosticText(
                    "second fall-back channel '\(further.channel.name)' in \(place.en); at most one channel has 'after'",
                    "второй запасной канал «\(further.channel.name)» \(place.ru); ключ «after» может быть только у одного"
                ),
                at: further.node
            )
        }
        if !channels.isEmpty, fallBacks.count == channels.count {
            context.error(
                DiagnosticText(
                    "\(place.en) has no channel without 'after'; at least one is needed",
                    "\(place.ru) нет канала без «after»; нужен хотя бы один"
                ),
                at: node.firstLine
            )
        }
        return Agency(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            share: share,
            channels: channels.filter { !$0.isFallBack }.map(\.channel).sorted { $0.name < $1.name },
            fallBack: fallBacks.first.flatMap { channel in
                channel.after.map { Agency.FallBack(after: $0, channel: channel.channel) }
            }
        )
    }

    private func channel(_ pair: LocatedNode.Pair, of agency: String) -> Channel? {
        let name = pair.key
        let place = DiagnosticText(
            "channel '\(name)' of agency '\(agency)'",
            "в канале «\(name)» ведомства «\(agency)»"
        )
        guard let reader = ObjectReader(pair.value, as: .channel, in: place, context) else { return nil }
        let calendar = reader.field("calendar")?.calendarUse()
        let isGiven = reader.has("calendar")
        let after = reader.field("after").flatMap { self.after($0, calendar, isGiven) }
        if after != nil, let share = reader.field("share") {
            share.fault(
                DiagnosticText("a fall-back channel has no share", "у запасного канала не бывает доли")
            )
        }
        let retry = reader.field("retry").flatMap { self.retry($0, calendar, isGiven) }
        let channel = AgencyChannel(
            name: name,
            share: reader.has("after") ? 1 : reader.field("share").flatMap { $0.weight() } ?? 1,
            answersIn: reader.required("answers in")?.durationLaw(
                calendar: calendar,
                keepsCalendar: true,
                isCalendarGiven: reader.has("calendar")
            )
                ?? DurationLaw(.constant(0)),
            failureChance: reader.field("fails").flatMap(failureChance) ?? 0,
            retries: retry?.count ?? 0,
            retryAfter: retry?.pause ?? DurationLaw(.constant(0))
        )
        return Channel(channel: channel, after: after, isFallBack: reader.has("after"), node: pair)
    }

    private func failureChance(_ field: Field) -> Double? {
        guard let chance = field.share() else { return nil }
        guard chance < 1 else {
            field.fault(
                DiagnosticText(
                    "an agency that always fails never answers; the chance must be below 1",
                    "при вероятности 1 ответа не будет никогда; она должна быть меньше 1"
                )
            )
            return nil
        }
        return chance
    }

    private func after(_ field: Field, _ calendar: CalendarUse?, _ isGiven: Bool) -> DurationLaw? {
        let expected = DiagnosticText(
            "a text such as '48 h without answer'",
            "текст вида «48 h without answer»"
        )
        guard let text = field.node.text, text.hasSuffix(" without answer") else {
            field.wrong(expected)
            return nil
        }
        return field.part(String(text.dropLast(" without answer".count)), at: 0)
            .durationLaw(calendar: calendar, isCalendarGiven: isGiven)
    }

    private func retry(
        _ field: Field,
        _ calendar: CalendarUse?,
        _ isGiven: Bool
    ) -> (count: Int, pause: DurationLaw)? {
        let expected = DiagnosticText(
            "a text such as '1 after 1 working day'",
            "текст вида «1 after 1 working day»"
        )
        guard let parts = field.node.text?.components(around: " after "), parts.count == 2,
            let count = NumberText.integer(parts[0]), (1...63).contains(count)
        else {
            field.wrong(expected)
            return nil
        }
        let offset = (field.node.text?.count ?? 0) - parts[1].count
        return field.part(parts[1], at: offset).durationLaw(calendar: calendar, isCalendarGiven: isGiven).map
        { (count, $0) }
    }
}

extension Field {
    /// A weight among others, as a number or a percentage: above 0, or also 0 where that is said.
    func weight(mayBeZero: Bool = false) -> Double? {
        let form =
            mayBeZero
            ? DiagnosticText("a share, 0 or more", "доля, 0 или больше")
            : DiagnosticText(
                "a share above 0, such as '0.85' or '85 %'",
                "доля больше 0, например «0.85» или «85 %»"
            )
        guard let text = node.text, let value = NumberText.share(text), value > 0 || (mayBeZero && value == 0)
        else {
            wrong(form, suggestion: decimalComma)
            return nil
        }
        return value
    }

    /// A part of this field's text as a field, at so many characters from its start.
    func part(_ text: String, at offset: Int) -> Field {
        var node = node
        if case .scalar(let scalar) = node.content {
            let isPlain = scalar.isPlain && scalar.text.count == node.location.length
            if isPlain {
                node.location.column += offset
                node.location.length = max(1, text.count)
            }
            node.content = .scalar(.init(text: text, isPlain: isPlain))
        }
        return element(node)
    }
}
