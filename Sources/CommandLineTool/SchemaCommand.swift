import ArgumentParser
import ScenarioFile
import UserTexts

/// `marshrut schema`: the format of scenario files for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario files. Вывести JSON Schema формата."
    )

    @Option(help: "Language of the descriptions, ru or en. Язык описаний.")
    var lang: Language = .english

    func run() throws {
        Console.write(JSONSchemaWriter(language: lang.rawValue).text())
    }
}
