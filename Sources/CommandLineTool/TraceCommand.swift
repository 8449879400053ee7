import ArgumentParser

/// `marshrut trace`: one family's journey.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "trace", abstract: "")

    func run() throws {}
}
