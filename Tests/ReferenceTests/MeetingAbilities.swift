import ScenarioModel

/// Which abilities that act on each other meet in one family's journey.
struct MeetingAbilities {
    /// The abilities.
    static let all = [
        "end of shift", "pre-emption", "reneging", "group session", "continuity", "join", "blocking",
    ]

    /// Every two of them, as `first + second`.
    static let pairs = all.indices.flatMap { place in all[(place + 1)...].map { "\(all[place]) + \($0)" } }

    /// The pairs met by some family, each once.
    let pairs: Set<String>

    /// Looks through the journeys of a scenario.
    init(_ scenario: Scenario, _ events: [ReferenceEvent]) {
        let pools = Dictionary(uniqueKeysWithValues: scenario.pools.map { ($0.name, $0) })
        var known: Set<String> = []
        for step in scenario.routes.flatMap({ $0.steps.flatMap(\.andNested) }) {
            if case .serve(let serve) = step.action, serve.person != nil { known.insert(step.name) }
            if case .keep(let keep) = step.action, keep.person != nil { known.insert(step.name) }
        }
        var met: [Int: Set<String>] = [:]
        for event in events {
            let own = event.step.split(separator: "/").last.map(String.init) ?? ""
            let ability: String? =
                switch event.kind {
                case "sentAway": "end of shift"
                case "suspended": pools[event.subject]?.preemption == nil ? "end of shift" : "pre-emption"
                case "waited" where event.cause.lowercased().contains("closed"): "end of shift"
                case "gaveUp": "reneging"
                case "gathered": "group session"
                case "served" where !event.member.isEmpty && known.contains(own): "continuity"
                case "joined": "join"
                case "blocked": "blocking"
                default: nil
                }
            if let ability { met[event.family, default: []].insert(ability) }
        }
        pairs = Set(
            Self.pairs.filter { pair in
                let both = pair.components(around: " + ")
                return met.values.contains { $0.isSuperset(of: both) }
            }
        )
    }
}

extension String {
    /// The parts around a text.
    fileprivate func components(around text: String) -> [String] {
        split(separator: text, omittingEmptySubsequences: false).map(String.init)
    }
}
