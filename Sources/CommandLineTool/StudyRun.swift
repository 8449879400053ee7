import ArgumentParser
import Experiments
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import UserTexts

/// Runs an experiment with progress, clean stops and exit statuses.
struct StudyRun {
    let designs: [ExperimentDesign]
    let options: StudyOptions
    let language: Language
    let isQuiet: Bool

    /// What came of it.
    struct Outcome {
        var result: ExperimentResult
        /// The exit status of a signal that stopped it, or nil.
        var signalStatus: Int32?
    }

    /// Runs; says so and exits when a replication fails or nothing was done before a signal.
    func run() async throws -> Outcome {
        if !isQuiet { warnOfOverload() }
        let cancellation = CancellationFlag()
        let signals = SignalWatch(cancellation)
        let experiment = Experiment(
            designs: designs,
            replications: options.replicationCount,
            seed: options.seed,
            threads: options.threadCount,
            precision: options.precision?.goal
        )
        var progress = ProgressLine(isQuiet: isQuiet, language: language)
        let result: ExperimentResult
        do {
            result = try await experiment.run(cancellation: cancellation) { progress.show($0, of: $1) }
            progress.clear()
        } catch {
            progress.clear()
            throw failure(error)
        }
        let status = result.provenance.isStoppedEarly ? signals.exitStatus : nil
        if let status {
            let done = result.provenance.replications
            let text: CommandText =
                done == 0 ? .nothingDone : .stopped(done: done, asked: options.replicationCount)
            Console.note(text.text(in: language))
            if done == 0 { throw ExitCode(status) }
        }
        return Outcome(result: result, signalStatus: status)
    }

    /// Says before the run which pools are offered more work than they can do.
    private func warnOfOverload() {
        for design in designs {
            // The laws have been compiled, so the preview does not fail; without it only the warning is missing.
            guard let preview = try? LoadPreview(design.compiled) else { continue }
            for pool in preview.pools where pool.isOverloaded {
                let title = design.compiled.scenario.pools.first { $0.name == pool.name }?.title
                func named(_ title: LocalizedText?, _ name: String) -> String {
                    let text = title?.text(in: language.rawValue) ?? ""
                    return text.isEmpty ? name : text
                }
                for (skill, load) in pool.overloads {
                    let text = CommandText.overload(
                        design: named(design.title, design.name),
                        pool: named(title, pool.name),
                        skill: skill,
                        load: load
                    )
                    Console.note(text.text(in: language))
                }
            }
        }
    }

    /// Exits with the status due after the results are written and shown.
    func finish(_ outcome: Outcome) throws {
        if let status = outcome.signalStatus { throw ExitCode(status) }
        guard options.check else { return }
        let open = outcome.result.designs.flatMap(\.targets).count { $0.verdict != .met }
        let isPrecise = outcome.result.provenance.precision?.isReached ?? true
        if open > 0 { Console.note(CommandText.targetNotMet(number: open).text(in: language)) }
        if !isPrecise { Console.note(CommandText.precisionNotReached.text(in: language)) }
        if open > 0 || !isPrecise { throw ExitStatus.checkFailed.code }
    }

    private func failure(_ failure: ExperimentFailure) -> any Error {
        let design = designs.first { $0.name == failure.design } ?? designs[0]
        let text = FailureText(failure: failure, symbols: design.compiled.symbols)
        Console.note(text.text(in: language))
        return (text.isSelfCheck ? ExitStatus.selfCheckFailed : .faultyScenario).code
    }

    /// The folder that results go to.
    func folder() throws -> OutputFolder {
        let scenario = OutputFolder.fileName(designs[0].compiled.scenario.name)
        return try OutputFolder(options.out ?? "results/\(scenario)", language: language)
    }

    /// The command that repeats a result; the number of threads changes nothing and is left out.
    func command(_ name: String, _ scenario: ScenarioOptions, design: String? = nil) -> String {
        var words = ["marshrut", name, Self.quoted(scenario.scenario)]
        if let design { words += ["--design", Self.quoted(design)] }
        words += scenario.overrides.flatMap { ["--set", Self.quoted("\($0.path)=\($0.value)")] }
        words += options.words
        return words.joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        let plain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./=:,".unicodeScalars.contains($0)
        }
        return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
