import ArgumentParser

/// `marshrut schema`: the format of scenario files for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of scenario files. Вывести JSON Schema формата."
    )

    func run() throws {
        Console.write("{}\n")
    }
}
