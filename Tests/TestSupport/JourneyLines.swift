public import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore

/// The journeys of a run in words, as the files beside the examples tell them.
///
/// ```
/// second:0
/// 09:02 arrives
/// 09:02–09:31 waits for clerk: busy
/// 09:31–09:51 serve clerk: service
/// 09:51 leaves: helped
/// ```
///
/// Families come in order of arrival, named as by `trace --family`. Times on another day than the start bear its weekday,
/// those a week later their date. Waits that take no time are left out.
public struct JourneyLines {
    private let compiled: CompiledScenario
    private let minute = 60_000_000

    /// Prepares to tell journeys of a scenario, whose time zone must be UTC.
    public init(_ compiled: CompiledScenario) {
        precondition(compiled.scenario.timeZone == "UTC", "the examples are written in UTC")
        self.compiled = compiled
    }

    /// The journeys of replication 0.
    ///
    /// - Throws: when the replication fails.
    public func lines(seed: UInt64) throws -> [String] {
        let tables = ReplicationTables(program: compiled.program, seed: seed)
        let events = try Replication.run(tables, index: 0, recording: .all).journeys
        let families = Dictionary(grouping: events, by: \.entity)
        return families.keys.sorted().flatMap { family in journey(families[family] ?? []) }
    }

    private func journey(_ events: [JourneyEvent]) -> [String] {
        guard let first = events.first else { return [] }
        // Events are recorded when they end; people read them in the order in which they begin.
        let ordered = events.enumerated().sorted { left, right in
            let moments = (moment(of: left.element), moment(of: right.element))
            return (moments.0, left.element.ends, left.offset) < (moments.1, right.element.ends, right.offset)
        }
        let shown = ordered.map(\.element).filter { $0.kind != .waited || $0.ends > $0.begins }
        let family = "\(compiled.symbols.classes[Int(first.classIndex)]):\(first.ordinal)"
        return [family] + shown.map { "\(span(of: $0)) \(words($0))" }
    }

    // MARK: Words

    private func words(_ event: JourneyEvent) -> String {
        switch event.kind {
        case .arrived: "arrives"
        case .waited: "waits for \(pool(event)): \(why(event))"
        case .gaveUp: "gives up waiting for \(pool(event)): \(why(event))"
        case .balked: "sees the line for \(pool(event)) and turns away"
        case .refused: "finds the line for \(pool(event)) full"
        case .sentAway: "is sent home from the line for \(pool(event))"
        case .blocked: "waits for room in the line for \(pool(event))"
        case .changedLine: "changes to the line of \(member(event)) for \(pool(event))"
        case .suspended: "\(step(event)): interrupted\(by(event))"
        case .gathered: "\(step(event)): a group of \(event.outcome)"
        case .served, .delayed:
            "\(step(event)): \(compiled.symbols.kinds[Int(event.timeKind)].words)\(by(event))"
        case .awaitedOpening: "\(step(event)): waits for the opening"
        case .replied: reply(event)
        case .chose where event.outcome < 0: "\(step(event)): none of the ways"
        case .chose: "\(step(event)): way \(event.outcome + 1)"
        case .split: "\(step(event)): \(event.outcome) ways at once"
        case .joined: "\(step(event)): \(event.outcome == 1 ? "time limit" : "united")"
        case .engaged:
            event.ends > event.begins ? "\(step(event)): waits for members" : "\(step(event)): begins"
        case .disengaged: "\(step(event)): ends"
        case .counted: counted(event)
        case .brokenOff: "\(step(event)): broken off"
        case .left: "leaves: \(compiled.symbols.outcomes[Int(event.outcome)])"
        }
    }

    private func pool(_ event: JourneyEvent) -> String { compiled.symbols.pools[Int(event.subject)] }

    private func step(_ event: JourneyEvent) -> String { compiled.symbols.steps[Int(event.step)].name }

    /// Who of named staff serves.
    private func by(_ event: JourneyEvent) -> String { event.server < 0 ? "" : " by \(member(event))" }

    private func member(_ event: JourneyEvent) -> String {
        compiled.symbols.members[Int(event.subject)][Int(event.server)]
    }

    /// Why there was a wait, and how many stood in the line already.
    private func why(_ event: JourneyEvent) -> String {
        let cause =
            switch event.cause {
            case .none: "no wait"
            case .busy: "busy"
            case .closed: "closed"
            case .busyAndClosed: "busy and closed"
            }
        return event.ahead > 0 ? "\(cause), \(event.ahead) in line" : cause
    }

    private func reply(_ event: JourneyEvent) -> String {
        "\(step(event)): answer of \(compiled.symbols.agencies[Int(event.subject)])"
            + (compiled.symbols.document(of: event).map { " on \($0)" } ?? "")
            + (event.ahead > 1 ? ", \(event.ahead) tries" : "")
            + (event.outcome == 1 ? ", by the fall-back" : "")
    }

    private func counted(_ event: JourneyEvent) -> String {
        let count = compiled.symbols.counters[Int(event.outcome)].rawValue
        return "counts \(count)" + (event.ahead > 1 ? " × \(event.ahead)" : "")
    }

    // MARK: Times

    /// When an event is told: what ends something when it happens, the rest when it begins.
    private func moment(of event: JourneyEvent) -> SimulationTime {
        event.kind == .left || event.kind == .joined ? event.ends : event.begins
    }

    private func span(of event: JourneyEvent) -> String {
        let begins = moment(of: event)
        let (first, last) = (day(begins), day(event.ends))
        guard event.ends > begins else { return first.text + clock(begins) }
        let until = (last.number == first.number ? "" : last.text) + clock(event.ends)
        return "\(first.text)\(clock(begins))–\(until)"
    }

    /// Microseconds since the midnight before the start.
    private func sinceMidnight(_ time: SimulationTime) -> Int {
        Int(time) + compiled.scenario.starts.minuteOfDay * minute
    }

    /// The day of a moment, counted from that of the start, and how it is written before a time of day.
    private func day(_ time: SimulationTime) -> (number: Int, text: String) {
        let number = sinceMidnight(time) / (1440 * minute)
        let date = CivilDate(dayNumber: compiled.scenario.starts.date.dayNumber + number)
        switch number {
        case 0: return (number, "")
        case 1...6:
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            return (number, names[date.weekday.rawValue] + " ")
        default: return (number, "\(date.year)-\(padded(date.month))-\(padded(date.day)) ")
        }
    }

    /// The time of day; seconds and millionths of them only where there are any.
    private func clock(_ time: SimulationTime) -> String {
        let ofDay = sinceMidnight(time) % (1440 * minute)
        let text = "\(padded(ofDay / minute / 60)):\(padded(ofDay / minute % 60))"
        let rest = ofDay % minute
        guard rest > 0 else { return text }
        let millionths = String(1_000_000 + rest % 1_000_000).dropFirst()
        return "\(text):\(padded(rest / 1_000_000)).\(millionths)"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
