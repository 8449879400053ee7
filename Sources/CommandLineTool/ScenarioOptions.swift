public import ArgumentParser
public import ScenarioFile
public import UserTexts

/// Options of every command that reads a scenario.
struct ScenarioOptions: ParsableArguments {
    @Argument(
        help: "Scenario file (YAML). Файл сценария.",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var scenario: String

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Set a value of the file, as pools/desks/staff=3; repeatable. Заменить значение из файла.",
            valueName: "path=value"
        )
    )
    var overrides: [ScenarioOverride] = []

    @Option(help: "Language, ru or en; by default the file's. Язык вывода.")
    var lang: Language?

    @Flag(help: "Print JSON for machines instead of text. Вывести JSON.")
    var json = false

    @Flag(help: "Show no progress and no warnings. Без хода выполнения и предупреждений.")
    var quiet = false
}

extension ScenarioOverride: ExpressibleByArgument {
    /// Reads `PATH=VALUE`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Language: ExpressibleByArgument {
    /// Reads `ru` or `en`.
    public init?(argument: String) {
        self.init(rawValue: argument)
    }
}
