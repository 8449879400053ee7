import ArgumentParser
import Experiments

/// `marshrut`: simulates families' journeys through family multifunctional centres.
@main
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marshrut",
        abstract: "Simulate families' journeys through family centres.",
        discussion: """
            Моделирует маршруты семей в семейных многофункциональных центрах.

            Exit status: 0 done; 1 with --check, a target is not met; 64 wrong usage; 65 faulty scenario; \
            66 file missing; 70 a self-check failed; 74 cannot write; 130 or 143 stopped, what is done is kept.
            """,
        version: ProgramVersion.current,
        subcommands: [
            NewCommand.self, ValidateCommand.self, RunCommand.self, CompareCommand.self,
            ExplainCommand.self, TraceCommand.self, SchemaCommand.self,
        ]
    )
}
