import ArgumentParser
import ScenarioFile
import UserTexts

/// `marshrut schema`: the format of scenario files, for editors or for people.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Print the JSON Schema of scenario files, or the language reference. Вывести JSON Schema формата или справочник языка."
    )

    @Flag(help: "Print the language reference for people instead, as Markdown. Вывести справочник языка.")
    var reference = false

    @Option(help: "Language of the descriptions, ru or en. Язык описаний.")
    var lang: Language = .english

    func run() throws {
        Console.write(
            reference
                ? LanguageReferenceWriter(language: lang.rawValue).text()
                : JSONSchemaWriter(language: lang.rawValue).text()
        )
    }
}
