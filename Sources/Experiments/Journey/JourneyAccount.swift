public import ScenarioCompiler
public import ScenarioModel
public import SimulationCore

/// Where the time of one journey went: every microsecond belongs to one kind.
///
/// When several things go on at once the earlier kind wins (DESIGN 3, rule 8). A wait that was partly closed is split
/// at the hours of its pool. What no event covers is time at home.
public struct JourneyAccount: Sendable, Hashable {
    /// Microseconds of each kind, in the order of `TimeKind`; they add up to the length of the journey.
    public let times: [TimeKind: SimulationTime]
    /// From arrival to leaving, or to the last event of a family that is still inside.
    public let length: SimulationTime

    /// Adds up the events of one journey.
    public init(_ events: [JourneyEvent], _ compiled: CompiledScenario) {
        let begins = events.map(\.begins).min() ?? 0
        let ends = events.map(\.ends).max() ?? 0
        length = ends - begins
        let stretches = events.flatMap { Self.stretches(of: $0, compiled) }
        var times: [TimeKind: SimulationTime] = [:]
        let cuts = Set(stretches.flatMap { [$0.begins, $0.ends] } + [begins, ends]).sorted()
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            let running = stretches.filter { $0.begins <= from && $0.ends >= to }.map(\.kind)
            let kind = running.min { $0.rawValue < $1.rawValue } ?? .atHome
            times[kind, default: 0] += to - from
        }
        self.times = times
    }

    /// The time of a kind, 0 when there was none.
    public func time(_ kind: TimeKind) -> SimulationTime {
        times[kind] ?? 0
    }

    private struct Stretch {
        var kind: TimeKind
        var begins: SimulationTime
        var ends: SimulationTime
    }

    private static func stretches(of event: JourneyEvent, _ compiled: CompiledScenario) -> [Stretch] {
        let kind = TimeKind(rawValue: event.timeKind) ?? .atHome
        switch event.kind {
        case .waited, .gaveUp, .sentAway: return waits(of: event, kind, compiled)
        case .served, .gathered, .suspended, .blocked, .delayed, .awaitedOpening:
            return [Stretch(kind: kind, begins: event.begins, ends: event.ends)]
        default: return []
        }
    }

    private static func waits(
        of event: JourneyEvent,
        _ kind: TimeKind,
        _ compiled: CompiledScenario
    ) -> [Stretch] {
        guard kind != .officeWork, kind != .booking else {
            return [Stretch(kind: kind, begins: event.begins, ends: event.ends)]
        }
        switch event.cause {
        case .none, .busy: return [Stretch(kind: .waitingLine, begins: event.begins, ends: event.ends)]
        case .closed: return [Stretch(kind: .closed, begins: event.begins, ends: event.ends)]
        case .busyAndClosed: break
        }
        let changes = compiled.program.pools[Int(event.subject)].capacity
        var stretches: [Stretch] = []
        for (place, change) in changes.enumerated() {
            let next = place + 1 < changes.count ? changes[place + 1].moment : .never
            let begins = max(event.begins, change.moment)
            let ends = min(event.ends, next)
            guard ends > begins else { continue }
            let kind: TimeKind = change.servers == 0 ? .closed : .waitingLine
            stretches.append(Stretch(kind: kind, begins: begins, ends: ends))
        }
        return stretches
    }
}
