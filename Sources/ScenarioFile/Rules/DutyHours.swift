import ScenarioModel

/// Shifts and the hours in which families come agree: nobody is on duty when nobody comes, and somebody when they do.
///
/// Looked at are pools whose families come in hours that the file names: in opening hours or on arrival. Breaks count as
/// open. Of long runs the first year is looked at.
struct DutyHours {
    let scenario: Scenario
    let reach: RouteReach
    let days: RunDays

    /// Where shifts and hours disagree.
    private struct Disagreement {
        /// On how many days.
        var days = 0
        /// The first of them.
        var first: (day: Int, hours: WorkCalendar.DayInterval)?

        mutating func add(_ day: Int, _ hours: WorkCalendar.DayInterval?) {
            guard let hours else { return }
            days += 1
            if first == nil { first = (day, hours) }
        }
    }

    func check(_ tree: LocatedNode, _ context: DecodingContext) {
        var hours = HoursByDay(scenario, days)
        for pool in scenario.pools where !pool.duty.isEmpty {
            guard let entry = tree["pools"]?.pairs?.first(where: { $0.key == pool.name }) else { continue }
            let duty = hours.onDuty(pool)
            // A pool without any shift in the run is said by another rule.
            guard duty.contains(where: { !$0.isEmpty }) else { continue }
            var idle = Disagreement()
            var missing = Disagreement()
            let comings = reach.comings.all[pool.name].map { $0.map { hours.coming($0) } }
            let first = (reach.comings.first[pool.name] ?? []).map { hours.coming($0) }
            for (offset, day) in days.firstYear.enumerated() {
                if let comings { idle.add(day, Self.outside(duty[offset], comings, offset)) }
                missing.add(day, Self.uncovered(first, offset, by: duty[offset]))
            }
            report(idle, .idle(pool.name), .idleMeaning, at: entry, context)
            report(missing, .missing(pool.name), .missingMeaning, at: entry, context)
        }
    }

    private func report(
        _ disagreement: Disagreement,
        _ message: DiagnosticText,
        _ meaning: DiagnosticText,
        at entry: LocatedNode.Pair,
        _ context: DecodingContext
    ) {
        guard let first = disagreement.first else { return }
        let date = DateText.text(CivilDate(dayNumber: first.day))
        let hours = DateText.text(first.hours)
        let isWhole = days.firstYear == days.all
        let when = DiagnosticText(
            "on \(disagreement.days) of \(days.firstYear.count) days\(isWhole ? "" : " of the first year")"
                + ", first \(date) \(hours)",
            "дней — \(disagreement.days) из \(days.firstYear.count)\(isWhole ? "" : " (первый год)")"
                + ", впервые \(date) \(hours)"
        )
        context.collector.warn(
            DiagnosticText("\(message.en): \(when.en)", "\(message.ru): \(when.ru)"),
            at: entry.dutyNode,
            meaning
        )
    }

    /// The first shift of a day that lies wholly outside the hours in which families come.
    private static func outside(
        _ duty: [WorkCalendar.DayInterval],
        _ comings: [HoursByDay.Table],
        _ offset: Int
    ) -> WorkCalendar.DayInterval? {
        duty.first { shift in
            !comings.contains { coming in
                guard let first = coming[offset].first, let last = coming[offset].last else { return false }
                return first.opens < shift.closes && shift.opens < last.closes
            }
        }
    }

    /// The first hours in which families come before the first or after the last shift of a day.
    private static func uncovered(
        _ comings: [HoursByDay.Table],
        _ offset: Int,
        by duty: [WorkCalendar.DayInterval]
    ) -> WorkCalendar.DayInterval? {
        let opens = duty.first?.opens ?? 1_440
        let closes = duty.last?.closes ?? 1_440
        var earliest: WorkCalendar.DayInterval?
        func note(from begins: Int, to ends: Int) {
            guard begins < ends, (begins, ends) < earliest.map({ ($0.opens, $0.closes) }) ?? (.max, .max)
            else { return }
            earliest = WorkCalendar.DayInterval(opens: begins, closes: ends)
        }
        for coming in comings {
            for interval in coming[offset] {
                note(from: interval.opens, to: min(interval.closes, opens))
                note(from: max(interval.opens, closes), to: interval.closes)
            }
        }
        return earliest
    }
}

extension DiagnosticText {
    fileprivate static func idle(_ pool: String) -> DiagnosticText {
        DiagnosticText(
            "shifts of pool '\(pool)' lie outside the hours in which families come",
            "смены пула «\(pool)» приходятся на часы, когда семьи не приходят"
        )
    }

    fileprivate static let idleMeaning = DiagnosticText(
        "they can only serve those still waiting, and their idle hours lower the utilisation",
        "в эти часы можно принять только ожидающих с прошлого раза; простой снижает показатель загрузки"
    )

    fileprivate static func missing(_ pool: String) -> DiagnosticText {
        DiagnosticText(
            "nobody of pool '\(pool)' is on duty in hours in which families come to it",
            "в часы, когда семьи приходят в пул «\(pool)», там никто не работает"
        )
    }

    fileprivate static let missingMeaning = DiagnosticText(
        "families that come then wait for the next shift, which lengthens the waiting times",
        "пришедшие в эти часы ждут следующей смены, и время ожидания растёт"
    )
}
