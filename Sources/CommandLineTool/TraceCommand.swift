import ArgumentParser
import Experiments
import Reports
import ScenarioCompiler
import SimulationCore
import UserTexts

/// `marshrut trace`: one family's journey, event by event, and why it waited.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Tell one family's journey and why it waited. Рассказать маршрут одной семьи."
    )

    @OptionGroup var scenario: ScenarioOptions

    @Option(
        help: ArgumentHelp(
            "The family: its number among all arrivals from 0, or CLASS:N in its class. Номер семьи.",
            valueName: "n|class:n"
        )
    )
    var family: FamilyNumber

    @Option(help: "Design; by default the baseline. Вариант.")
    var design: String?

    @Option(help: "Index of the replication, from 0. Номер прогона.")
    var replication: UInt32 = 0

    @Option(help: "Root of all chance. Начальное число.")
    var seed: UInt64 = 1

    func validate() throws {
        guard replication < 1_000_000 else {
            throw ValidationError("--replication must be from 0 to 999999, found \(replication)")
        }
    }

    func run() throws {
        let loaded = try LoadedScenario(scenario)
        let chosen = try loaded.design(design)
        let recording = try recording(chosen.compiled.symbols, loaded.language)
        let tables = ReplicationTables(program: chosen.compiled.program, seed: seed)
        let observations: ReplicationObservations
        do {
            observations = try Replication.run(tables, index: replication, recording: recording)
        } catch {
            let failure = ExperimentFailure(
                design: chosen.name,
                replication: Int(replication),
                reason: error
            )
            let text = FailureText(failure: failure, symbols: chosen.compiled.symbols)
            Console.note(text.text(in: loaded.language))
            throw (text.isSelfCheck ? ExitStatus.selfCheckFailed : .faultyScenario).code
        }
        guard !observations.journeys.isEmpty else {
            Console.note(CommandText.noSuchFamily.text(in: loaded.language))
            throw ExitStatus.wrongUsage.code
        }
        let journey = observations.journeys
        Console.write(
            scenario.json
                ? JourneyJSON.value(journey, of: chosen.compiled).text
                : JourneyText(journey, of: chosen.compiled, language: loaded.language).text
        )
    }

    private func recording(_ symbols: SymbolTable, _ language: Language) throws -> Recording {
        switch family {
        case .ofAll(let number): return .entity(number)
        case .ofClass(let name, let number):
            guard let place = symbols.classes.firstIndex(of: name) else {
                Console.note(CommandText.noSuchClass(name: name, known: symbols.classes).text(in: language))
                throw ExitStatus.wrongUsage.code
            }
            return .entityOfClass(Int32(place), number)
        }
    }
}

/// A family by its number among all arrivals, or in its class.
enum FamilyNumber: ExpressibleByArgument, Equatable {
    case ofAll(Int64)
    case ofClass(String, UInt32)

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":") else {
            guard let number = Int64(argument), number >= 0 else { return nil }
            self = .ofAll(number)
            return
        }
        guard let number = UInt32(argument[argument.index(after: colon)...]), colon > argument.startIndex
        else { return nil }
        self = .ofClass(String(argument[..<colon]), number)
    }
}
