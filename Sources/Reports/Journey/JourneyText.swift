import Experiments
public import ScenarioCompiler
import ScenarioModel
public import SimulationCore
public import UserTexts

/// One family's journey read aloud: what happened when, why it waited, and where the time went.
public struct JourneyText: Sendable {
    private let events: [JourneyEvent]
    private let compiled: CompiledScenario
    private let language: Language
    private let names: ScenarioNames
    private let clock: CivilTime

    /// Makes a text from the events of one family.
    public init(_ events: [JourneyEvent], of compiled: CompiledScenario, language: Language) {
        // Events are recorded when they end; people read them in the order in which they begin.
        self.events = events.enumerated().sorted { left, right in
            let first = (Self.moment(of: left.element), left.element.ends, left.offset)
            return first < (Self.moment(of: right.element), right.element.ends, right.offset)
        }.map(\.element)
        self.compiled = compiled
        self.language = language
        names = ScenarioNames([compiled.scenario], language: language)
        clock = CivilTime(compiled.scenario, language: language)
    }

    /// The text, ending with a line feed; empty without events.
    public var text: String {
        guard let first = events.first else { return "" }
        var lines = [heading(first)]
        var date = ""
        let width = events.map { span(of: $0).count }.max() ?? 0
        for event in events {
            let moment = Self.moment(of: event)
            let day = clock.date(moment)
            if day != date {
                lines += ["", day.prefix(1).uppercased() + day.dropFirst()]
                date = day
            }
            lines.append("  " + line(event, width))
        }
        if !events.contains(where: { $0.kind == .left }) {
            let present = LocalisedText(
                ru: "К концу прогона семья ещё в работе.",
                en: "At the end of the run the family is still inside."
            )
            lines += ["", present.text(in: language)]
        }
        return (lines + ["", account]).joined(separator: "\n") + "\n"
    }

    /// When an event is told: leaving and replies when they happen, the rest when it begins.
    private static func moment(of event: JourneyEvent) -> SimulationTime {
        switch event.kind {
        case .left, .replied, .joined: event.ends
        default: event.begins
        }
    }

    private func heading(_ event: JourneyEvent) -> String {
        let family = names.familyClass(compiled.symbols.classes[Int(event.classIndex)])
        return LocalisedText(
            ru: "Семья № \(event.entity): «\(family)», в своей категории № \(event.ordinal)",
            en: "Family \(event.entity): “\(family)”, number \(event.ordinal) of its class"
        ).text(in: language)
    }

    private func line(_ event: JourneyEvent, _ width: Int) -> String {
        let span = span(of: event)
        let padding = String(repeating: " ", count: width - span.count)
        return span + padding + "  " + JourneyEventText(event, compiled, names).text(in: language)
    }

    /// From when to when, or when.
    private func span(of event: JourneyEvent) -> String {
        let moment = Self.moment(of: event)
        guard moment == event.begins, event.ends > event.begins else { return clock.timeOfDay(moment) }
        return "\(clock.timeOfDay(event.begins))–\(clock.end(event.ends, after: event.begins))"
    }

    /// The closing account: the kinds add up to the whole.
    private var account: String {
        let account = JourneyAccount(events, compiled)
        let share = NumberStyle(language)
        var table = ReportTable(columns: [
            LocalisedText(ru: "На что ушло время", en: "Where the time went").text(in: language),
            UnitText.minutes.text(in: language), "%",
        ])
        func add(_ name: String, _ time: SimulationTime) {
            let part = account.length > 0 ? Double(time) / Double(account.length) * 100 : 0
            table.add([
                name, share.text(Double(time) / 60e6, decimals: 1), share.text(part, decimals: 1),
            ])
        }
        for kind in TimeKind.allCases where account.time(kind) > 0 {
            add(names.kind(kind), account.time(kind))
        }
        add(LocalisedText(ru: "всего", en: "in all").text(in: language), account.length)
        return table.text
    }
}
