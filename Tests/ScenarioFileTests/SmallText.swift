import ScenarioFile
import ScenarioModel
import Testing

/// A short valid scenario; tests replace one piece of it.
let smallText = """
    scenario: small
    starts: 2023-01-09
    horizon: 4 weeks
    calendars:
      office: { mon-fri: "09:00-18:00" }
    profiles:
      hours: { "09": 1, "10": 2 }
    pools:
      desks: { staff: 2, on duty: { office: 1 } }
      rooms: { staff: 3 }
    agencies:
      fund: { share: 1, channels: { web: { answers in: 3 h } } }
    families:
      routine:
        arrivals: { rate: 3.3 per working day, calendar: office, profile: hours }
        documents: 3
        attributes: { children: "categorical(1: 0.6, 2: 0.4)", town: "categorical(a: 1, b: 2)" }
        route: main
    routes:
      main:
        - serve: { by: desks, takes: 15 min }
        - choose:
            - { chance: 0.45, do: [ { delay: 5 min } ] }
            - otherwise: []
        - repeat: { times: 2, do: [ { use: other } ] }
      other:
        - delay: { name: rest, takes: 2 working h, calendar: office }
    targets:
      wait: { waiting time at: desks, within: 15 min, for: 95 % }

    """

/// The small scenario with one piece replaced, which must occur in it.
func small(_ old: String, _ new: String) -> String {
    precondition(smallText.contains(old), "the small scenario has no '\(old)'")
    return smallText.replacing(old, with: new, maxReplacements: 1)
}

/// Reads a text that must be valid.
func scenario(_ text: String) throws -> Scenario {
    let result = ScenarioReader().read(text: text, named: "s.yaml")
    let shown = DiagnosticRenderer().text(result.diagnostics)
    return try #require(result.designs, "\(shown)").baseline.scenario
}

/// The diagnostics of a text, as printed.
func diagnostics(_ text: String, language: String = "en") -> String {
    DiagnosticRenderer(language: language)
        .text(ScenarioReader().read(text: text, named: "s.yaml").diagnostics)
}
