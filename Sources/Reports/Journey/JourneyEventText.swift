import ScenarioCompiler
import ScenarioModel
import SimulationCore
import UserTexts

/// One event of a journey in plain words.
struct JourneyEventText: TextCatalogue {
    private let event: JourneyEvent
    private let symbols: SymbolTable
    /// Whether those who joined its line before are served before.
    private let isServedInTurn: Bool
    private let names: ScenarioNames
    /// Who of named staff serves, or nothing; and whether the pool's staff are told apart.
    private let member: String?
    private let isNamed: Bool

    init(_ event: JourneyEvent, _ compiled: CompiledScenario, _ names: ScenarioNames) {
        self.event = event
        symbols = compiled.symbols
        let pools = compiled.scenario.pools
        let pool = pools.indices.contains(Int(event.subject)) ? pools[Int(event.subject)] : nil
        isServedInTurn =
            pool.map {
                $0.discipline == .firstInFirstOut && $0.reserved.isEmpty && !$0.suspendsServices
                    && $0.ownLines == nil
            } ?? true
        self.names = names
        let members = pool?.members ?? []
        isNamed = !members.isEmpty
        let server = Int(event.server)
        member =
            members.indices.contains(server)
            ? names.text(members[server].title, orName: members[server].name) : nil
    }

    var wording: LocalisedText {
        switch event.kind {
        case .arrived: LocalisedText(ru: "обращается в центр", en: "arrives")
        case .waited: wait(event.begins == event.ends)
        case .gaveUp:
            LocalisedText(
                ru: "уходит из очереди («\(pool)»), прождав \(length(.russian))\(why.ru)",
                en: "gives up the line at “\(pool)” after \(length(.english))\(why.en)"
            )
        case .sentAway where event.begins == event.ends:
            LocalisedText(
                ru: "приходит после закрытия («\(pool)») и идёт домой",
                en: "finds “\(pool)” closed and goes home"
            )
        case .sentAway:
            LocalisedText(
                ru: "отправлена домой из очереди («\(pool)»), прождав \(length(.russian))",
                en: "is sent home from the line at “\(pool)” after \(length(.english))"
            )
        case .suspended:
            LocalisedText(
                ru: "приём («\(pool)») прерван через \(length(.russian))",
                en: "the service at “\(pool)” is interrupted after \(length(.english))"
            )
        case .blocked:
            LocalisedText(
                ru: "ждёт места в очереди («\(pool)») \(length(.russian))",
                en: "is held up until there is room in the line at “\(pool)” for \(length(.english))"
            )
        case .changedLine:
            LocalisedText(
                ru: "переходит в другую очередь («\(pool)»: \(member ?? "—"))",
                en: "changes to the line of \(member ?? "—") at “\(pool)”"
            )
        case .balked:
            LocalisedText(
                ru: "видит очередь («\(pool)») и не остаётся",
                en: "sees the line at “\(pool)” and turns away"
            )
        case .refused:
            LocalisedText(
                ru: "не попадает в очередь («\(pool)»): мест нет",
                en: "finds the line at “\(pool)” full"
            )
        case .gathered:
            LocalisedText(
                ru: "«\(step)»: группа набралась за \(length(.russian)), "
                    + CountedNoun.family.phrase(Int(event.outcome), in: .russian),
                en:
                    "“\(step)”: a group of \(CountedNoun.family.phrase(Int(event.outcome), in: .english)) formed in"
                    + " \(length(.english))"
            )
        case .served: service
        case .delayed:
            LocalisedText(
                ru: "«\(step)»: \(kind), \(length(.russian))",
                en: "“\(step)”: \(kind), \(length(.english))"
            )
        case .awaitedOpening:
            LocalisedText(
                ru: "ждёт открытия, \(length(.russian))",
                en: "waits for the opening, \(length(.english))"
            )
        case .replied: reply
        default: turn
        }
    }

    /// Turning points of a route.
    private var turn: LocalisedText {
        switch event.kind {
        case .chose where event.outcome < 0:
            LocalisedText(ru: "«\(step)»: ни один из путей", en: "“\(step)”: none of the ways")
        case .chose:
            LocalisedText(
                ru: "«\(step)»: путь \(event.outcome + 1)",
                en: "“\(step)”: way \(event.outcome + 1)"
            )
        case .split:
            LocalisedText(
                ru: "«\(step)»: дальше одновременно, частей: \(event.outcome)",
                en: "“\(step)”: goes on in \(event.outcome) ways at once"
            )
        case .joined where event.outcome == 1:
            LocalisedText(ru: "«\(step)»: срок ожидания вышел", en: "“\(step)”: the time limit has come")
        case .joined:
            LocalisedText(
                ru: "«\(step)»: нужные части завершены",
                en: "“\(step)”: all that was awaited is done"
            )
        case .engaged where event.ends > event.begins:
            LocalisedText(
                ru: "«\(step)»: ждёт, пока освободятся члены семьи, \(length(.russian))",
                en: "“\(step)”: waits for members of the family for \(length(.english))"
            )
        case .engaged:
            LocalisedText(
                ru: "«\(step)»: нужные члены семьи свободны",
                en: "“\(step)”: the members of the family who are needed are free"
            )
        case .disengaged:
            LocalisedText(
                ru: "«\(step)»: члены семьи снова свободны",
                en: "“\(step)”: the members of the family are free again"
            )
        case .counted: counted
        case .brokenOff: LocalisedText(ru: "«\(step)»: прервано", en: "“\(step)”: broken off")
        default:
            LocalisedText(
                ru: "завершает маршрут: \(outcome), всего \(length(.russian))",
                en: "leaves: \(outcome), after \(length(.english)) in all"
            )
        }
    }

    private func wait(_ isNone: Bool) -> LocalisedText {
        switch (isNone, isOfficeWork) {
        case (true, _): LocalisedText(ru: "«\(pool)»: ждать не нужно", en: "“\(pool)”: no wait")
        case (false, false):
            LocalisedText(
                ru: "ждёт («\(pool)») \(length(.russian))\(why.ru)",
                en: "waits at “\(pool)” for \(length(.english))\(why.en)"
            )
        case (false, true):
            LocalisedText(
                ru: "дело ждёт («\(pool)») \(length(.russian))\(why.ru)",
                en: "the case waits at “\(pool)” for \(length(.english))\(why.en)"
            )
        }
    }

    /// Whether staff work on the case without the family.
    private var isOfficeWork: Bool { event.timeKind == TimeKind.officeWork.rawValue }

    /// Why there was a wait.
    private var why: LocalisedText {
        let ahead = Int(event.ahead)
        switch event.cause {
        case .none: return LocalisedText(ru: "", en: "")
        case .busy:
            if isNamed {
                return LocalisedText(
                    ru: ": кто может принять, занят или не на месте",
                    en: ": who can serve is busy or away"
                )
            }
            guard ahead > 0 else { return LocalisedText(ru: ": все заняты", en: ": all are busy") }
            return LocalisedText(ru: ": \(line(ahead).ru)", en: ": \(line(ahead).en)")
        case .closed:
            return LocalisedText(ru: ": закрыто", en: ": closed")
        case .busyAndClosed:
            return LocalisedText(
                ru: ": закрыто, затем очередь, \(line(ahead).ru)",
                en: ": closed, and a line with \(line(ahead).en)"
            )
        }
    }

    /// How many families stood in line already; only in turn are they all ahead.
    private func line(_ number: Int) -> LocalisedText {
        let families = (
            ru: CountedNoun.family.phrase(number, in: .russian),
            en: CountedNoun.family.phrase(number, in: .english)
        )
        return isServedInTurn
            ? LocalisedText(ru: "впереди \(families.ru)", en: "\(families.en) ahead")
            : LocalisedText(ru: "в очереди уже \(families.ru)", en: "\(families.en) in line already")
    }

    private var service: LocalisedText {
        guard isOfficeWork else {
            let who = member.map { ": \($0)" } ?? ""
            return LocalisedText(
                ru: "«\(step)»: приём («\(pool)»\(who)), \(length(.russian))",
                en: "“\(step)”: served at “\(pool)”\(member.map { " by \($0)" } ?? ""), \(length(.english))"
            )
        }
        return LocalisedText(
            ru: "«\(step)»: работа с делом без семьи («\(pool)»), \(length(.russian))",
            en: "“\(step)”: work on the case without the family at “\(pool)”, \(length(.english))"
        )
    }

    private var reply: LocalisedText {
        let agency =
            symbols.agencies.indices.contains(Int(event.subject))
            ? names.agency(symbols.agencies[Int(event.subject)]) : ""
        let tries = Int(event.ahead)
        let isFallBack = event.outcome == 1
        let document = symbols.document(of: event).map(names.document)
        return LocalisedText(
            ru: "ответ («\(agency)»\(document.map { ": «\($0)»" } ?? "")) через \(length(.russian))"
                + (tries > 1 ? ", попыток: \(tries)" : "") + (isFallBack ? ", по резервному каналу" : ""),
            en: "answer of “\(agency)”\(document.map { " on “\($0)”" } ?? "") after \(length(.english))"
                + (tries > 1 ? ", \(tries) tries" : "") + (isFallBack ? ", by the fall-back" : "")
        )
    }

    private var counted: LocalisedText {
        let amount = Int(event.ahead)
        guard symbols.counters.indices.contains(Int(event.outcome)) else {
            return LocalisedText(ru: "учтено: \(amount)", en: "counted: \(amount)")
        }
        switch symbols.counters[Int(event.outcome)] {
        case .trip:
            return LocalisedText(
                ru: "в пути: \(CountedNoun.trip.phrase(amount, in: .russian))",
                en: "sets out: \(CountedNoun.trip.phrase(amount, in: .english))"
            )
        case .storyTold:
            return LocalisedText(
                ru: "рассказывает о своей ситуации с начала",
                en: "tells its story from the beginning"
            )
        case .documentCarried:
            return LocalisedText(
                ru: "приносит \(CountedNoun.document.phrase(amount, in: .russian))",
                en: "brings \(CountedNoun.document.phrase(amount, in: .english))"
            )
        case .handOff:
            return LocalisedText(
                ru: "дело переходит к другому специалисту или ведомству",
                en: "the case passes to another person or body"
            )
        }
    }

    // MARK: Words

    private var pool: String {
        let place = Int(event.subject)
        return symbols.pools.indices.contains(place) ? names.pool(symbols.pools[place]) : "—"
    }

    private var step: String {
        let place = Int(event.step)
        guard symbols.steps.indices.contains(place) else { return "—" }
        let symbol = symbols.steps[place]
        return symbol.title.map { names.text($0, orName: symbol.name) } ?? symbol.name
    }

    private var kind: String {
        names.kind(TimeKind(rawValue: event.timeKind) ?? .atHome)
    }

    private var outcome: String {
        let place = Int(event.outcome)
        return symbols.outcomes.indices.contains(place) ? names.outcome(symbols.outcomes[place]) : "—"
    }

    private func length(_ language: Language) -> String {
        DurationStyle(language).text(seconds: Double(event.ends - event.begins) / 1e6)
    }
}
