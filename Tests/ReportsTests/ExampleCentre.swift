import Experiments
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import Testing

/// A small scenario as text, read and compiled: two designs, one more desk in the second.
enum ExampleCentre {
    static let text = """
        scenario: example
        title: { ru: "Пример", en: "Example" }
        time zone: Asia/Yekaterinburg
        starts: 2023-01-09
        horizon: 4 weeks
        calendars:
          office: { mon-fri: "09:00-13:00, 14:00-18:00" }
        pools:
          desks:
            title: { ru: "Окна", en: "Desks" }
            staff: 2
            on duty: { office: 1 }
        families:
          large:
            title: { ru: "Многодетные семьи", en: "Large families" }
            arrivals: { rate: 20 per working day, calendar: office }
            documents: 3
            route: way
          foster:
            title: { ru: "Замещающие семьи", en: "Foster families" }
            arrivals: { rate: 3 per working day, calendar: office }
            patience: exponential(mean 30 min)
            documents: 2
            route: way
        agencies:
          fund: { share: 1, channels: { wire: { share: 1, answers in: exponential(mean 5 h), fails: 0.1 } } }
        routes:
          way:
            steps:
              - visit:
                  name: first visit
                  travel: 20 min
                  during: office
                  do:
                    - count: story told
                    - serve: { name: intake, by: desks, takes: "lognormal(mean 18 min, cv 0.5)" }
              - lookup: { name: papers, documents: all but 20 % }
        designs:
          one-desk: { title: { ru: "Одно окно", en: "One desk" }, route: way }
          two-desks:
            title: { ru: "Два окна", en: "Two desks" }
            based on: one-desk
            set: { pools/desks/on duty/office: 2 }
        targets:
          desk-wait: { waiting time at: desks, within: 15 min, for: 90 % }
        """

    static func designs() throws -> [ExperimentDesign] {
        let result = ScenarioReader().read(text: text, named: "example.yaml")
        let message = DiagnosticRenderer().text(result.diagnostics)
        let set = try #require(result.designs, "\(message)")
        return try set.designs.map { try ExperimentDesign($0) }
    }

    static func result(replications: Int = 5) async throws -> ExperimentResult {
        try await Experiment(designs: designs(), replications: replications, seed: 3, threads: 2).run()
    }
}
