import ArgumentParser
import Experiments
import Reports
import UserTexts

/// `marshrut compare`: all designs on the same families.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare all designs on the same families. Сравнить варианты на одних и тех же семьях.",
        discussion:
            "Writes comparison.csv, measures.csv, replications.csv and result.json to the results folder."
    )

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var study: StudyOptions

    func run() async throws {
        let loaded = try LoadedScenario(scenario)
        guard loaded.designs.count > 1 else {
            Console.note(CommandText.oneDesign.text(in: loaded.language))
            throw ExitStatus.faultyScenario.code
        }
        let run = StudyRun(
            designs: loaded.designs,
            options: study,
            language: loaded.language,
            isQuiet: scenario.quiet
        )
        let folder = try run.folder()
        let outcome = try await run.run()
        let result = outcome.result
        let json = JSONExport.value(of: result)
        let files = [
            try folder.write(CSVExport.comparisons(of: result), to: "comparison.csv"),
            try folder.write(CSVExport.measures(of: result.designs), to: "measures.csv"),
            try folder.write(CSVExport.replications(of: result.designs), to: "replications.csv"),
            try folder.write(json.text, to: "result.json"),
        ]
        let source = ReportSource(command: run.command("compare", scenario), files: files)
        Console.write(
            scenario.json
                ? json.text : TextReport(result, language: loaded.language, source: source).text
        )
        try run.finish(outcome)
    }
}
