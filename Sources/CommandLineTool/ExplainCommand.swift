import ArgumentParser
import Experiments
import Reports
import ScenarioCompiler
import ScenarioModel
import UserTexts

/// `marshrut explain`: loads, waits by formula and the bottleneck, without running.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Preview loads and waits without running. Оценить нагрузку и ожидание без прогона."
    )

    @OptionGroup var scenario: ScenarioOptions

    @Option(help: "Design to explain; by default all. Вариант.")
    var design: String?

    @Flag(help: "Print the compiled program instead. Вывести скомпилированную программу.")
    var program = false

    func run() throws {
        let loaded = try LoadedScenario(scenario)
        let designs = try design.map { [try loaded.design($0)] } ?? loaded.designs
        guard !program else {
            for design in designs {
                if designs.count > 1 { Console.write("# \(design.name)\n") }
                Console.write(ProgramListing(design.compiled).text)
            }
            return
        }
        var previews: [DesignPreview] = []
        for design in designs {
            do {
                previews.append(
                    DesignPreview(
                        name: design.name,
                        title: design.title,
                        scenario: design.compiled.scenario,
                        preview: try LoadPreview(design.compiled)
                    )
                )
            } catch {
                let cause = error.localised
                let text = CommandText.cannotCompile(design: design.name, cause: cause)
                Console.note(text.text(in: loaded.language))
                throw ExitStatus.faultyScenario.code
            }
        }
        Console.write(
            scenario.json
                ? ExplainText.json(previews).text : ExplainText(previews, language: loaded.language).text
        )
    }
}
