import ScenarioModel

/// Reads pools.
struct PoolDecoder {
    let context: DecodingContext

    /// A pool, and beside it the cases that its members may have.
    func pools(_ name: String, _ node: LocatedNode) -> [ResourcePool]? {
        let place = DiagnosticText("pool '\(name)'", "в пуле «\(name)»")
        guard let reader = ObjectReader(node, as: .pool, in: place, context) else { return nil }
        let named = named(reader, place)
        let staff = named?.members.count ?? staff(reader, place)
        let duty = named?.duty ?? duty(reader, of: name, staff: staff, place)
        let caseload = reader.field("caseload").flatMap { self.caseload($0, reader, staff) }
        let ownLines = ownLines(reader, staff)
        let areTold = caseload != nil || ownLines != nil
        let members = named?.members ?? (areTold ? Self.numbered(staff ?? 1) : [])
        let discipline = reader.field("discipline")?.word(QueueDiscipline.allCases.map { ($0.rawValue, $0) })
        let isByPriority = discipline == .priority || (discipline == nil && reader.seems("discipline"))
        let closing = reader.field("closing")?.word(ClosingRule.allCases.map { ($0.rawValue, $0) })
        refuseNamed(reader, !members.isEmpty, discipline)
        let suspends = reader.has("pre-emption") || closing == .suspendService
        if let first = duty.first { context.dutyCalendars[name] = first.calendar }
        let pool = ResourcePool(
            name: name,
            title: reader.field("title")?.localizedText() ?? LocalizedText(name),
            staff: staff ?? 1,
            duty: named == nil && !members.isEmpty ? oneEach(duty) : duty,
            members: members,
            discipline: discipline ?? .firstInFirstOut,
            ageing: ageing(reader, isByPriority: isByPriority),
            lineLimit: reader.field("line limit")?.integer(in: 0...1_000_000),
            blocks: blocks(reader, closing),
            ownLines: ownLines,
            closingRule: closing ?? .serveThoseInside,
            preemption: preemption(reader, isByPriority: isByPriority),
            reserved: reserved(reader, staff: staff, isAllowed: discipline != .random && !suspends, place),
            absenceChance: absenceChance(reader, duty),
            pay: pay(reader),
            capitalCost: capitalCost(reader)
        )
        context.poolsRead.insert(name)
        if !members.isEmpty {
            context.memberSkills[name] = Set(members.flatMap { $0.skills + $0.secondSkills })
        }
        guard let caseload else { return [pool] }
        context.caseloads.insert(name)
        return [pool, cases(of: pool, each: caseload)]
    }

    private func staff(_ reader: ObjectReader, _ place: DiagnosticText) -> Int? {
        guard ["staff", "members", "based on"].contains(where: reader.seems) else {
            context.error(
                DiagnosticText(
                    "\(place.en): give 'staff', how many there are, or 'members'",
                    "\(place.ru): укажите «staff» — сколько их — или «members»"
                ),
                at: reader.node.firstLine
            )
            return nil
        }
        return reader.field("staff")?.integer(in: 1...100_000)
    }

    private func blocks(_ reader: ObjectReader, _ closing: ClosingRule?) -> Bool {
        guard let field = reader.field("when full"),
            field.word([("refuse", false), ("hold up", true)]) ?? false
        else { return false }
        if !reader.seems("line limit") {
            field.fault(
                DiagnosticText(
                    "a line without a 'line limit' is never full",
                    "очередь без «line limit» никогда не заполнена"
                )
            )
        }
        if closing == .sendHome {
            field.fault(
                DiagnosticText(
                    "who is sent home at closing is not held up; remove it, or choose another 'closing'",
                    "при «closing: send home» семьи не остаются ждать места; уберите этот ключ или смените «closing»"
                )
            )
        }
        return true
    }

    private func absenceChance(_ reader: ObjectReader, _ duty: [DutyAssignment]) -> Double {
        guard let field = reader.field("absence"), let chance = field.share() else { return 0 }
        if duty.isEmpty, !["on duty", "calendar", "roster"].contains(where: reader.seems) {
            field.fault(
                DiagnosticText(
                    "who is always there has no days to be absent on; add 'calendar' or 'on duty'",
                    "кто на месте всегда, у того нет рабочих дней; добавьте «calendar» или «on duty»"
                )
            )
        }
        return chance
    }

    private func reserved(
        _ reader: ObjectReader,
        staff: Int?,
        isAllowed: Bool,
        _ place: DiagnosticText
    ) -> [ResourcePool.Reservation] {
        guard let field = reader.field("reserved") else { return [] }
        if !isAllowed {
            field.fault(
                DiagnosticText(
                    "staff cannot be kept for a class where the line is served in random order or services are interrupted",
                    "закрепить сотрудников нельзя там, где порядок очереди случаен или приём прерывают"
                )
            )
        }
        var reserved: [ResourcePool.Reservation] = []
        for (pair, entry) in field.entries() {
            guard context.isKnown(pair.key, .familyClass) else {
                context.unknown(.familyClass, pair.key, at: keyField(pair, in: place).node, in: place)
                continue
            }
            guard let count = entry.integer(in: 1...100_000) else { continue }
            reserved.append(.init(familyClass: pair.key, count: count))
        }
        let all = reserved.reduce(0) { $0 + $1.count }
        if let staff, all >= staff {
            field.fault(
                DiagnosticText(
                    "\(all) of \(staff) are kept for classes; leave one at least for the others",
                    "для категорий придержано \(all) из \(staff); оставьте хотя бы одного для остальных"
                )
            )
        }
        return reserved.sorted { $0.familyClass < $1.familyClass }
    }

    private func preemption(_ reader: ObjectReader, isByPriority: Bool) -> PreemptionRule? {
        guard let field = reader.field("pre-emption"),
            let rule = field.word(PreemptionRule.allCases.map { ($0.rawValue, $0) })
        else { return nil }
        if !isByPriority || reader.has("ageing") {
            field.fault(
                DiagnosticText(
                    "only a line with 'discipline: priority' and without 'ageing' can interrupt services",
                    "прерывать приём можно только при «discipline: priority» и без «ageing»"
                )
            )
        }
        return rule
    }

    private func ageing(_ reader: ObjectReader, isByPriority: Bool) -> TimeSpan? {
        guard let field = reader.field("ageing"), let span = field.timeSpan() else { return nil }
        if !isByPriority {
            field.fault(
                DiagnosticText(
                    "only a line by priority ages; add 'discipline: priority'",
                    "старение действует только в очереди по приоритету; добавьте «discipline: priority»"
                )
            )
        }
        return span
    }

    private func duty(
        _ reader: ObjectReader,
        of name: String,
        staff: Int?,
        _ place: DiagnosticText
    ) -> [DutyAssignment] {
        let onDuty = reader.field("on duty")
        let calendar = reader.field("calendar")
        if let roster = reader.field("roster") {
            guard onDuty == nil, calendar == nil else {
                roster.fault(
                    DiagnosticText(
                        "give either 'roster', 'on duty' or 'calendar'",
                        "укажите что-то одно: «roster», «on duty» или «calendar»"
                    )
                )
                return []
            }
            return shifts(roster, of: name, staff: staff)
        }
        if let onDuty, calendar != nil {
            onDuty.fault(
                DiagnosticText(
                    "give either 'on duty' or 'calendar', not both",
                    "укажите либо «on duty», либо «calendar», но не оба"
                )
            )
            return []
        }
        if let onDuty { return assignments(onDuty, staff: staff, place) }
        guard let calendar else { return [] }
        if calendar.node.pairs != nil { return oneEach(calendar, staff: staff) }
        guard let use = calendar.calendarUse() else { return [] }
        return [DutyAssignment(calendar: use, count: staff ?? 1)]
    }

    private func shifts(_ field: Field, of name: String, staff: Int?) -> [DutyAssignment] {
        guard let (table, closed) = field.dayTable(column: "on duty", wholeNumbers: true) else { return [] }
        if let staff, let most = table.most, most.number > Double(staff) {
            table.table.fault(
                most.cell,
                DiagnosticText(
                    "\(Int(most.number)) on duty in pool '\(name)', but there are only \(staff)",
                    "в пуле «\(name)» на месте \(Int(most.number)), а всего их \(staff)"
                )
            )
        }
        guard let shifts = table.shifts(of: name, closed: closed) else {
            field.fault(
                DiagnosticText(
                    "the number on duty takes more than 200 different values",
                    "число сотрудников на месте принимает больше 200 разных значений"
                )
            )
            return []
        }
        if shifts.isEmpty, table.isSound {
            field.fault(
                DiagnosticText(
                    "nobody is ever on duty by this roster",
                    "по этому графику на месте никогда никого нет"
                )
            )
        }
        context.rosterCalendars += shifts.map(\.calendar)
        return shifts.map { shift in
            DutyAssignment(calendar: CalendarUse(calendar: shift.calendar.name), count: shift.count)
        }
    }

    private func assignments(_ field: Field, staff: Int?, _ place: DiagnosticText) -> [DutyAssignment] {
        var duty: [DutyAssignment] = []
        for (pair, entry) in field.entries() {
            guard let use = keyField(pair, in: place).calendarUse(of: pair.key),
                let count = entry.integer(in: 1...100_000)
            else { continue }
            if let staff, count > staff {
                entry.fault(
                    DiagnosticText(
                        "\(count) on duty, but there are only \(staff)",
                        "на месте \(count), а всего в пуле \(staff)"
                    )
                )
            }
            duty.append(DutyAssignment(calendar: use, count: count))
        }
        return duty
    }

    private func oneEach(_ field: Field, staff: Int?) -> [DutyAssignment] {
        let entries = field.entries()
        if let staff, entries.count != staff {
            field.fault(
                DiagnosticText(
                    "\(entries.count) calendars for \(staff) staff; give one for each",
                    "календарей \(entries.count), а сотрудников \(staff); укажите по одному на каждого"
                )
            )
        }
        return entries.compactMap { entry in
            entry.field.calendarUse().map { DutyAssignment(calendar: $0, count: 1) }
        }
    }

    /// A field whose value is the key itself, for messages that point at keys.
    private func keyField(_ pair: LocatedNode.Pair, in place: DiagnosticText) -> Field {
        var node = pair.value
        node.content = .scalar(.init(text: pair.key, isPlain: false))
        node.location = pair.keyLocation
        node.excerpt = pair.keyExcerpt
        return Field(node, key: "on duty", in: place, context)
    }
}
