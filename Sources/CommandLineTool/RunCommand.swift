import ArgumentParser
import Experiments
import Reports
import UserTexts

/// `marshrut run`: replications of one design.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one design and estimate its measures. Прогнать один вариант.",
        discussion: "Writes <design>.csv, <design>-replications.csv and <design>.json to the results folder."
    )

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var study: StudyOptions

    @Option(help: "Design to run; by default the baseline. Вариант.")
    var design: String?

    func run() async throws {
        let loaded = try LoadedScenario(scenario)
        let chosen = try loaded.design(design)
        let run = StudyRun(
            designs: [chosen],
            options: study,
            language: loaded.language,
            isQuiet: scenario.quiet
        )
        let folder = try run.folder()
        let outcome = try await run.run()
        let result = outcome.result
        let name = OutputFolder.fileName(chosen.name)
        let json = JSONExport.value(of: result)
        var files = [try folder.write(CSVExport.measures(of: result.designs), to: "\(name).csv")]
        files.append(
            try folder.write(CSVExport.replications(of: result.designs), to: "\(name)-replications.csv")
        )
        files.append(try folder.write(json.text, to: "\(name).json"))
        let source = ReportSource(command: run.command("run", scenario, design: design), files: files)
        Console.write(
            scenario.json
                ? json.text : TextReport(result, language: loaded.language, source: source).text
        )
        try run.finish(outcome)
    }
}
