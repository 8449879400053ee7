import ScenarioModel

/// A scenario as text to read when the interpreters differ: close to a scenario file, lengths in minutes.
struct ScenarioOutline {
    private let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// The text.
    var text: String {
        var lines = ["scenario: \(scenario.name), \(scenario.timeZone)"]
        lines.append("starts: \(scenario.starts.date) minute \(scenario.starts.minuteOfDay)")
        lines.append("horizon: \(scenario.horizon), warm-up \(minutes(Double(scenario.warmUp.microseconds)))")
        lines.append("measures by: \(scenario.measuresBy)")
        for calendar in scenario.calendars { lines.append(line(calendar)) }
        for pool in scenario.pools { lines.append(line(pool)) }
        for agency in scenario.agencies { lines.append("agency \(agency)") }
        for kind in scenario.documents {
            lines.append(
                "document \(kind.name) of \(kind.agency), valid for \(kind.validFor.map(text) ?? "ever")"
            )
        }
        for family in scenario.familyClasses { lines += block(family) }
        for route in scenario.routes {
            lines.append("route \(route.name):")
            lines += block(route.steps, "  ")
        }
        return lines.joined(separator: "\n")
    }

    private func minutes(_ value: Double) -> String { "\(value / 60_000_000) min" }

    private func line(_ calendar: WorkCalendar) -> String {
        let week = calendar.week.map { day in
            day.map { "\($0.opens)–\($0.closes)" }.joined(separator: ", ")
        }
        return "calendar \(calendar.name): \(week.joined(separator: " | ")) off \(calendar.holidays.count)"
            + " special \(calendar.specialDays.map { "\($0.date) \($0.intervals.map(\.opens))" })"
    }

    private func line(_ pool: ResourcePool) -> String {
        let duty = pool.duty.map { "\($0.count) × \(text($0.calendar))" }.joined(separator: ", ")
        return "pool \(pool.name): staff \(pool.staff), duty [\(duty)], \(pool.discipline.rawValue),"
            + " ageing \(pool.ageing.map { "\($0)" } ?? "none"),"
            + " line \(pool.lineLimit.map(String.init) ?? "unlimited") \(pool.blocks ? "holds up" : ""), \(pool.closingRule.rawValue),"
            + " members \(pool.members.map { "\($0.name) × \($0.speed) \($0.skills) \($0.secondSkills)" }),"
            + " own lines \(pool.ownLines.map { "\($0)" } ?? "none"),"
            + " places \(pool.placesEach), reserved \(pool.reserved), absence \(pool.absenceChance),"
            + " pre-emption \(pool.preemption?.rawValue ?? "none")"
    }

    private func block(_ family: FamilyClass) -> [String] {
        var pattern = ""
        switch family.arrivals.pattern {
        case .renewal(let law): pattern = "every \(text(law))"
        case .counted(let counts):
            pattern = "as counted: \(counts.week), dates \(counts.dates), closed \(counts.closedDays)"
        case .openings(let use): pattern = "at each opening of \(text(use))"
        case .listed(let moments): pattern = "as listed: \(moments)"
        case .poisson(let law):
            pattern = "\(law.mean) per \(law.unit.rawValue) \(law.calendar.map(text) ?? "") \(law.profiles)"
        }
        return [
            "families \(family.name): route \(family.route), priority \(family.priority)",
            "  arrive \(pattern), at most \(family.arrivals.limit.map(String.init) ?? "any number"),"
                + " at once \(family.arrivals.familiesAtOnce.map(text) ?? "1"),"
                + " busyness \(family.arrivals.busyness.map { "\($0)" } ?? "none")",
            "  at start \(family.atStart), due in \(family.dueIn.map(text) ?? "any time")",
            "  documents \(family.documents.map(text) ?? "none"), patience \(family.patience.map(text) ?? "endless")",
            "  attributes \(family.attributes.map { "\($0.name) \(text($0.law))\($0.countsMembers ? " members" : "")" })",
        ]
    }

    private func text(_ use: CalendarUse) -> String {
        use.calendar + (use.weekdays.map { " on \($0)" } ?? "")
    }

    private func text(_ law: DurationLaw) -> String {
        var words = [text(law.law)]
        if law.basis != .elapsed { words.append("\(law.basis)") }
        if let calendar = law.calendar { words.append("in \(text(calendar))") }
        return words.joined(separator: " ")
    }

    private func text(_ law: Distribution) -> String {
        switch law {
        case .constant(let value): value < 1000 ? "\(value)" : minutes(value)
        case .categorical(let values): "one of \(values.map { minutes($0.value) })"
        case .empirical(let values): "one of \(values.map(minutes))"
        default: "\(law)"
        }
    }

    private func text(_ uses: [PoolUse]) -> String {
        uses.map { "\($0.units) of \($0.pool)" }.joined(separator: " + ")
    }

    // MARK: Steps

    private func block(_ steps: [Step], _ indent: String) -> [String] {
        steps.flatMap { step -> [String] in
            var lines = ["\(indent)- \(step.name): \(head(step.action))"]
            for (title, inner) in zip(titles(step.action), step.nested) {
                lines.append("\(indent)    \(title):")
                lines += block(inner, indent + "      ")
            }
            return lines
        }
    }

    private func head(_ action: StepAction) -> String {
        switch action {
        case .serve(let serve):
            "serve by \(text(serve.by)), skill \(serve.skill ?? "any"), person \(serve.person?.rawValue ?? "any"), takes \(text(serve.takes)) × \(serve.factor.map { "\($0)" } ?? "1"), notes \(serve.notes.map(text) ?? "none"),"
                + " group \(serve.group.map { "\($0.size) at least \($0.least) within \($0.within.map(text) ?? "any time")" } ?? "none"), patience \(serve.patience),"
                + " priority \(serve.priority.map(String.init) ?? "of class"), absent \(serve.isOfficeWork),"
                + " balks \(serve.balking.map { "\($0.fromLength): \($0.chance)" })"
        case .keep(let keep):
            "keep \(text(keep.by)), person \(keep.person?.rawValue ?? "any"), patience \(keep.patience)"
        case .lookup(let lookup):
            "lookup \(lookup.lookedUpShare) \(lookup.documents), wait for \(lookup.waitFor.map(String.init) ?? "all")"
                + (lookup.handling.map { ", by \(text($0.by)), takes \(text($0.takes))" } ?? "")
        case .delay(let delay):
            "delay \(text(delay.takes)) × \(delay.factor.map { "\($0)" } ?? "1") \(delay.kind)"
        case .choose(let choose):
            switch choose.rule {
            case .chances(let options): "choose by chance \(options.map(\.chance))"
            case .conditions(let options): "choose by \(options.map(\.condition))"
            }
        case .together(let together):
            "together, each \(together.branches.map { $0.each ?? "-" }), wait for \(together.waitFor), within \(together.within.map(text) ?? "any time")"
        case .repeat(let loop):
            "repeat \(loop.rule), at most \(loop.atMost), every \(loop.every.map(text) ?? "at once")"
        case .visit(let visit):
            "visit, travel \(visit.travel.map(text) ?? "none"), during \(visit.during.map(text) ?? "any time")"
        case .members(let with):
            "with \(with.members.map { "\($0.most.map(String.init) ?? "all") \($0.role)" })"
        case .use(let use): "use \(use.route), named \(use.isNamed)"
        case .set(let set): "set \(set.assignments)"
        case .count(let counted): "count \(counted.rawValue)"
        case .leave(let outcome): "leave \(outcome)"
        }
    }

    /// What the lists of steps inside a step are, in the order of `Step.nested`.
    private func titles(_ action: StepAction) -> [String] {
        switch action {
        case .serve(let serve):
            [
                serve.onGivingUp.map { _ in "if it gives up" }, serve.onBalking.map { _ in "if it balks" },
                serve.onRefusal.map { _ in "if refused" },
                serve.onSendingHome.map { _ in "if sent home" },
            ].compactMap(\.self)
        case .keep(let keep): ["do"] + (keep.onGivingUp == nil ? [] : ["if it gives up"]) + ["if sent home"]
        case .choose: (0..<9).map { "way \($0)" }
        case .together: (0..<9).map { "branch \($0)" }
        default: ["do"]
        }
    }
}
