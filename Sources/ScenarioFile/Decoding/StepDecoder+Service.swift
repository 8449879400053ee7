import ScenarioModel

extension StepDecoder {
    /// `serve`: wait for staff and be served.
    func serve(_ reader: ObjectReader) -> ServeStep {
        let by = reader.required("by").map(poolUses) ?? []
        let calendar = reader.field("calendar")?.calendarUse()
        let isOfficeWork = reader.field("family absent")?.yesNo() ?? false
        if isOfficeWork { refuseFamilyKeys(reader) }
        requireMembers(reader, by)
        return ServeStep(
            by: by,
            skill: reader.field("skill")?.name(),
            person: person(reader),
            takes: reader.required("takes")?.durationLaw(
                calendar: calendar ?? dutyCalendar(by),
                isCalendarGiven: reader.has("calendar")
            )
                ?? DurationLaw(.constant(0)),
            factor: reader.field("factor").flatMap(expression),
            notes: reader.field("notes")?.durationLaw(
                calendar: calendar ?? dutyCalendar(by),
                isCalendarGiven: reader.has("calendar")
            ),
            group: reader.field("group").flatMap { group($0, reader) },
            priority: reader.field("priority")?.integer(in: 0...63),
            dueIn: reader.field("due in")?.durationLaw(
                calendar: calendar ?? dutyCalendar(by),
                isCalendarGiven: reader.has("calendar")
            ),
            patience: reader.field("patience").flatMap(patience) ?? .ofClass,
            balking: reader.field("balks").map(balking) ?? [],
            isOfficeWork: isOfficeWork,
            onGivingUp: reader.field("if it gives up").map(steps),
            onBalking: reader.field("if it balks").map(steps),
            onRefusal: reader.field("if refused").map(steps),
            onSendingHome: reader.field("if sent home").map(steps)
        )
    }

    /// Requires staff who are told apart where a step says who of them serves, and that one of them has the skill.
    private func requireMembers(_ reader: ObjectReader, _ by: [PoolUse]) {
        let skills = by.compactMap { context.memberSkills[$0.pool] }
        guard !by.isEmpty, by.allSatisfy({ context.poolsRead.contains($0.pool) }) else { return }
        let names = DiagnosticText.names(by.map(\.pool))
        guard let known = skills.first else {
            for key in ["skill", "person"] {
                reader.field(key)?.fault(
                    DiagnosticText(
                        "the staff of \(names.en) are not told apart; name them under 'members'",
                        "сотрудники (\(names.ru)) не названы поимённо; перечислите их в «members»"
                    )
                )
            }
            return
        }
        guard let field = reader.field("skill"), let skill = field.node.text, !known.contains(skill) else {
            return
        }
        field.fault(
            DiagnosticText(
                "nobody of \(names.en) has the skill '\(skill)'",
                "навыком «\(skill)» в пуле \(names.ru) никто не владеет"
            ),
            suggestion: NearestName(to: skill, among: known.sorted()).suggestion
        )
    }

    private func group(_ field: Field, _ serve: ObjectReader) -> ServeStep.Group? {
        let place = DiagnosticText("group of \(serve.place.en)", "в группе \(serve.place.ru)")
        guard let reader = ObjectReader(field.node, as: .group, in: place, context) else { return nil }
        for key in [
            "patience", "balks", "if it gives up", "if it balks", "if refused", "if sent home",
        ] {
            serve.field(key)?.fault(
                DiagnosticText(
                    "a group does not leave the line; remove it, or 'group'",
                    "группа не уходит из очереди; уберите этот ключ или «group»"
                )
            )
        }
        serve.field("person")?.fault(
            DiagnosticText(
                "families of a group may know different people; remove it, or 'group'",
                "у семей группы могут быть разные свои сотрудники; уберите этот ключ или «group»"
            )
        )
        let size = reader.required("of")?.integer(in: 2...1_000)
        let least = reader.field("at least")?.integer(in: 1...1_000)
        let within = reader.field("within")?.durationLaw()
        if let size, let least, least > size {
            reader.field("at least")?.fault(
                DiagnosticText(
                    "\(least) are more than the \(size) of 'of'",
                    "\(least) больше, чем \(size) в «of»"
                )
            )
        }
        if reader.has("at least"), !reader.seems("within") {
            reader.field("at least")?.fault(
                DiagnosticText("it needs 'within'", "он действует вместе с «within»")
            )
        }
        return size.map { ServeStep.Group(size: $0, least: least ?? 1, within: within) }
    }

    /// Refuses what only a family that is there could do.
    private func refuseFamilyKeys(_ reader: ObjectReader) {
        for key in [
            "patience", "balks", "if it gives up", "if it balks", "if refused", "if sent home", "group",
        ] {
            guard let pair = reader.node.pairs?.first(where: { $0.key == key }) else { continue }
            if key == "patience", pair.value.text == "unlimited" { continue }
            context.error(
                DiagnosticText(
                    "'\(key)' in \(reader.place.en): the family is absent and cannot leave the line; remove it",
                    "«\(key)» \(reader.place.ru): семьи здесь нет, и уйти из очереди она не может; уберите этот ключ"
                ),
                at: pair
            )
        }
    }

    /// `keep`: keep staff or rooms while steps are done.
    func keep(_ reader: ObjectReader) -> KeepStep {
        KeepStep(
            by: reader.required("by").map(poolUses) ?? [],
            priority: reader.field("priority")?.integer(in: 0...63),
            patience: reader.field("patience").flatMap(patience) ?? .ofClass,
            steps: reader.required("do").map(steps) ?? [],
            onGivingUp: reader.field("if it gives up").map(steps),
            onSendingHome: reader.field("if sent home").map(steps)
        )
    }

    /// `assign`: a case place of one of a pool's members, kept while steps are done.
    func assign(_ reader: ObjectReader) -> KeepStep {
        let by = reader.required("by")
        let pool = by?.reference(.pool)
        if let by, let pool, !context.caseloads.contains(pool), !context.collector.hasErrors {
            by.fault(
                DiagnosticText(
                    "its staff have no limit of cases; give pool '\(pool)' a 'caseload'",
                    "у его сотрудников не указано, сколько семей можно закрепить; задайте пулу «\(pool)» «caseload»"
                )
            )
        }
        return KeepStep(
            by: pool.map { [PoolUse(pool: PoolDecoder.casesName($0), units: 1)] } ?? [],
            person: person(reader),
            priority: reader.field("priority")?.integer(in: 0...63),
            // Who is on a waiting list does not stand in a line.
            patience: reader.field("patience").flatMap(patience) ?? .unlimited,
            steps: reader.required("do").map(steps) ?? [],
            onGivingUp: reader.field("if it gives up").map(steps)
        )
    }

    private func person(_ reader: ObjectReader) -> PersonRule? {
        reader.field("person")?.word(PersonRule.allCases.map { ($0.rawValue, $0) })
    }

    /// `lookup`: ask other agencies for documents and wait for the answers.
    func lookup(_ reader: ObjectReader) -> LookupStep {
        var handling: LookupStep.Handling?
        let priority = reader.field("priority")?.integer(in: 0...63)
        if reader.has("by") || reader.has("takes") {
            for (key, other) in [("by", "takes"), ("takes", "by")] where !reader.seems(other) {
                reader.field(key)?.fault(
                    DiagnosticText("'\(other)' is needed beside it", "вместе с ним нужен ключ «\(other)»")
                )
            }
            let by = reader.field("by").map(poolUses) ?? []
            let takes = reader.field("takes")?.durationLaw(calendar: dutyCalendar(by))
            handling = takes.map { LookupStep.Handling(by: by, takes: $0, priority: priority) }
        } else if let field = reader.field("priority") {
            field.fault(
                DiagnosticText("it belongs to 'by' and 'takes'", "он указывается вместе с «by» и «takes»")
            )
        }
        let waiting = [("at home", false), ("at the centre", true)]
        let documents = reader.field("documents")
        let areNamed = documents?.node.elements != nil
        let names = areNamed ? documents?.elements().compactMap { $0.reference(.document) } ?? [] : []
        if areNamed {
            if let field = reader.field("wait for"), field.node.text != "all" {
                field.fault(
                    DiagnosticText(
                        "documents given by name are all waited for; write 'all' or remove it",
                        "документы, указанные по названиям, ждут все; напишите «all» или уберите этот ключ"
                    )
                )
            }
        }
        return LookupStep(
            lookedUpShare: areNamed ? 1 : documents.flatMap(lookedUpShare) ?? 1,
            documents: Set(names).sorted(),
            waitFor: reader.field("wait for").flatMap { waitFor($0, words: ["all"], most: 1_000_000) } ?? nil,
            familyWaitsAtCentre: reader.field("family waits")?.word(waiting) ?? false,
            handling: handling
        )
    }

    private func lookedUpShare(_ field: Field) -> Double? {
        if field.node.text == "all" { return 1 }
        let prefix = "all but "
        guard let text = field.node.text, text.hasPrefix(prefix),
            let share = NumberText.share(String(text.dropFirst(prefix.count))), (0...1).contains(share)
        else {
            field.wrong(
                DiagnosticText(
                    "'all', 'all but 15 %' or a list of documents",
                    "«all», «all but 15 %» или список документов"
                )
            )
            return nil
        }
        return 1 - share
    }

    /// A number of things waited for; `all` gives nil, `any` gives 1.
    func waitFor(_ field: Field, words: [String], most: Int) -> Int?? {
        if let text = field.node.text, words.contains(text) { return .some(text == "any" ? 1 : nil) }
        guard let text = field.node.text, let number = NumberText.integer(text),
            (1...max(1, most)).contains(number)
        else {
            let names = DiagnosticText.names(words)
            field.wrong(
                DiagnosticText(
                    "\(names.en) or a whole number from 1 to \(most)",
                    "\(names.ru) или целое число от 1 до \(most)"
                )
            )
            return nil
        }
        return .some(number)
    }

    /// Pools and how many of each: `desks`, `2 of rooms` or a list of these.
    func poolUses(_ field: Field) -> [PoolUse] {
        var uses: [PoolUse] = []
        for element in field.elements() {
            guard let text = element.text(DiagnosticText("a pool", "пул")) else { continue }
            let isWhole = context.isKnown(text, .pool)
            let (pool, unitsText) = isWhole ? (text, nil) : PoolUseText.parts(text)
            var units = 1
            if let unitsText {
                guard let number = NumberText.integer(unitsText), (1...100_000).contains(number) else {
                    element.wrong(DiagnosticText("a pool such as '2 of rooms'", "пул, например «2 of rooms»"))
                    continue
                }
                units = number
            }
            guard context.isKnown(pool, .pool) else {
                let offset = text.count - pool.count
                context.unknown(.pool, pool, at: element.part(pool, at: offset).node, in: field.place)
                continue
            }
            guard !uses.contains(where: { $0.pool == pool }) else {
                element.fault(
                    DiagnosticText(
                        "pool '\(pool)' is named twice; write '2 of \(pool)'",
                        "пул «\(pool)» указан дважды; напишите «2 of \(pool)»"
                    )
                )
                continue
            }
            uses.append(PoolUse(pool: pool, units: units))
        }
        return uses
    }

    private func dutyCalendar(_ uses: [PoolUse]) -> CalendarUse? {
        uses.lazy.compactMap { context.dutyCalendars[$0.pool] }.first
    }

    private func patience(_ field: Field) -> ServeStep.StepPatience? {
        field.node.text == "unlimited" ? .unlimited : field.elapsedLaw().map { .law($0) }
    }

    private func balking(_ field: Field) -> [BalkingRule] {
        var rules: [(rule: BalkingRule, pair: LocatedNode.Pair)] = []
        for (pair, entry) in field.entries() {
            let parts = pair.key.components(around: " ")
            guard parts.count == 2, parts[1] == "waiting", let length = NumberText.integer(parts[0]),
                (0...1_000_000).contains(length)
            else {
                context.error(
                    DiagnosticText(
                        "balks in \(field.place.en): found '\(pair.key)', expected a length such as '5 waiting'",
                        "balks \(field.place.ru): указано «\(pair.key)», нужна длина очереди, например «5 waiting»"
                    ),
                    at: pair
                )
                continue
            }
            guard let chance = entry.share() else { continue }
            if let last = rules.last, last.rule.fromLength >= length || last.rule.chance > chance {
                context.error(
                    DiagnosticText(
                        "balks in \(field.place.en): lengths must ascend and chances must not fall",
                        "balks \(field.place.ru): длины должны возрастать, а вероятности — не убывать"
                    ),
                    at: pair
                )
            }
            rules.append((BalkingRule(fromLength: length, chance: chance), pair))
        }
        return rules.map(\.rule)
    }
}
