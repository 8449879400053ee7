import ScenarioModel

/// Reads named members of pools, and the cases that they may have.
extension PoolDecoder {
    /// Name of the pool of cases that members of a pool may have.
    static func casesName(_ pool: String) -> String { "\(pool)/cases" }

    /// Members by name, each with its hours; nil where they are interchangeable.
    func named(
        _ reader: ObjectReader,
        _ place: DiagnosticText
    ) -> (members: [StaffMember], duty: [DutyAssignment])? {
        guard let field = reader.field("members") else { return nil }
        for key in ["staff", "on duty", "roster"] {
            reader.field(key)?.fault(
                DiagnosticText(
                    "'members' says how many there are and when; remove it",
                    "сколько их и когда они на месте, говорит «members»; уберите этот ключ"
                )
            )
        }
        let common = reader.field("calendar").flatMap { calendar -> CalendarUse? in
            guard calendar.node.pairs == nil else {
                calendar.wrong(DiagnosticText("one calendar for all members", "один календарь для всех"))
                return nil
            }
            return calendar.calendarUse()
        }
        let entries = field.entries()
        if entries.isEmpty || entries.count > 64 {
            field.wrong(DiagnosticText("1 to 64 members", "от 1 до 64 сотрудников"))
        }
        var members: [(member: StaffMember, calendar: CalendarUse?)] = []
        for (pair, entry) in entries {
            let place = DiagnosticText(
                "member '\(pair.key)' of \(place.en)",
                "у сотрудника «\(pair.key)» \(place.ru)"
            )
            guard let own = ObjectReader(entry.node, as: .member, in: place, context) else { continue }
            members.append((member(pair.key, own), own.field("calendar")?.calendarUse() ?? common))
        }
        members.sort { $0.member.name < $1.member.name }
        refuseUnpaid(members.map(\.member), reader, field)
        let without = members.filter { $0.calendar == nil }
        if let first = without.first, without.count < members.count {
            field.fault(
                DiagnosticText(
                    "'\(first.member.name)' has no calendar, though others have; give it one, or the pool",
                    "у «\(first.member.name)» нет календаря, а у других есть; укажите его здесь или у пула"
                )
            )
        }
        return (
            members.map(\.member),
            members.compactMap(\.calendar).map { DutyAssignment(calendar: $0, count: 1) }
        )
    }

    private func member(_ name: String, _ reader: ObjectReader) -> StaffMember {
        let speed = reader.field("speed").flatMap { field -> Double? in
            guard let speed = field.number(isOpen: true) else { return nil }
            guard (0.01...100).contains(speed) else {
                field.wrong(DiagnosticText("a speed from 0.01 to 100", "темп от 0.01 до 100"))
                return nil
            }
            return speed
        }
        return StaffMember(
            name: name,
            title: reader.field("title")?.localizedText(),
            speed: speed ?? 1,
            skills: words(reader.field("skills")),
            secondSkills: words(reader.field("second skills")),
            pay: pay(reader)
        )
    }

    /// Refuses members without pay beside others who have it.
    private func refuseUnpaid(_ members: [StaffMember], _ reader: ObjectReader, _ field: Field) {
        guard !reader.seems("pay"), members.contains(where: { $0.pay != nil }),
            let first = members.first(where: { $0.pay == nil })
        else { return }
        field.fault(
            DiagnosticText(
                "'\(first.name)' has no pay, though others have; give it one, or the pool",
                "у «\(first.name)» не указана оплата, а у других есть; укажите её здесь или у пула"
            )
        )
    }

    private func words(_ field: Field?) -> [String] {
        Set((field?.elements() ?? []).compactMap { $0.name() }).sorted()
    }

    /// Members without names of their own, who are told apart all the same.
    static func numbered(_ count: Int) -> [StaffMember] {
        (1...count).map { StaffMember(name: "\($0)") }
    }

    /// The limit of cases for each, if it is known who they are.
    func caseload(_ field: Field, _ reader: ObjectReader, _ staff: Int?) -> Int? {
        guard let caseload = field.integer(in: 1...1_000), requireKnown(field, reader, staff) else {
            return nil
        }
        return caseload
    }

    /// Lines of their own, if it is known who they are.
    func ownLines(_ reader: ObjectReader, _ staff: Int?) -> ResourcePool.OwnLines? {
        let jockeying = reader.field("jockeying")
        let ownLines = reader.field("own lines")
        let areThere = ownLines?.yesNo()
        guard let field = ownLines, areThere ?? false else {
            if areThere == false || !reader.seems("own lines") {
                jockeying?.fault(
                    DiagnosticText(
                        "there is only one line; add 'own lines: yes'",
                        "очередь здесь одна, переходить некуда; добавьте «own lines: yes»"
                    )
                )
            }
            return nil
        }
        if reader.has("pre-emption") {
            field.fault(
                DiagnosticText(
                    "who stands in one clerk's line interrupts nobody; remove it, or 'pre-emption'",
                    "семья в очереди к одному сотруднику никого не прерывает; уберите этот ключ или «pre-emption»"
                )
            )
        }
        let fewer = jockeying?.integer(in: 1...1_000)
        return requireKnown(field, reader, staff) ? ResourcePool.OwnLines(jockeying: fewer) : nil
    }

    /// Whether it is known who of a pool's staff is there when; a fault of the field that asks for it otherwise.
    private func requireKnown(_ field: Field, _ reader: ObjectReader, _ staff: Int?) -> Bool {
        let isVague = reader.has("on duty") || reader.has("roster")
        if !isVague, staff ?? 1 <= 64 { return true }
        field.fault(
            DiagnosticText(
                "it must be known who is there when: give 'members', or up to 64 staff with 'calendar'",
                "должно быть известно, кто когда на месте: задайте «members» или до 64 сотрудников с «calendar»"
            )
        )
        return false
    }

    /// One assignment for each of those who share a calendar.
    func oneEach(_ duty: [DutyAssignment]) -> [DutyAssignment] {
        duty.flatMap { Array(repeating: DutyAssignment(calendar: $0.calendar, count: 1), count: $0.count) }
    }

    /// The cases that the members of a pool may have, as a pool of its own that is always there.
    func cases(of pool: ResourcePool, each caseload: Int) -> ResourcePool {
        let suffixes = ["en": " (cases)", "ru": " (закреплённые семьи)"]
        return ResourcePool(
            name: Self.casesName(pool.name),
            title: LocalizedText(
                versions: suffixes.map { language, suffix in
                    .init(language: language, text: pool.title.text(in: language) + suffix)
                }
            ),
            staff: caseload * pool.members.count,
            members: pool.members,
            placesEach: caseload,
            people: pool.name
        )
    }

    /// Refuses what makes no difference between members.
    func refuseNamed(_ reader: ObjectReader, _ isNamed: Bool, _ discipline: QueueDiscipline?) {
        guard isNamed else { return }
        reader.field("reserved")?.fault(
            DiagnosticText(
                "none of named members is kept for a class; give them skills instead",
                "сотрудников, названных поимённо, за категорией не закрепляют; задайте им навыки"
            )
        )
        if discipline == .random {
            reader.field("discipline")?.fault(
                DiagnosticText(
                    "the line of named members is not served in random order",
                    "очередь к названным поимённо сотрудникам не может идти в случайном порядке"
                )
            )
        }
    }
}
