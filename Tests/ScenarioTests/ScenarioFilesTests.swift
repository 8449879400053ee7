import Foundation
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Every file in `Scenarios/` is a test.
struct ScenarioFilesTests {
    @Test func `every scenario file reads without a complaint, compiles and runs`() throws {
        let paths = try ScenarioRuns.allPaths()
        #expect(paths.count >= 7)
        for path in paths {
            let result = try ScenarioReader().read(path: path)
            #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(result.diagnostics))")
            for design in try #require(result.designs).designs {
                let compiled = try ScenarioCompiler.compile(design.scenario)
                #expect(ProgramListing(compiled).text.contains("end"))
                let run = try Replication.run(
                    ReplicationTables(program: compiled.program, seed: 1),
                    index: 0
                )
                #expect(run.events > 1000, "\(path): \(design.name)")
            }
        }
    }

    @Test(arguments: ["README.md", "README.ru.md"])
    func `the scenario that the README explains is the file itself`(readme: String) throws {
        let text = try String(contentsOfFile: ScenarioRuns.path(readme), encoding: .utf8)
        let file = try String(
            contentsOfFile: ScenarioRuns.path("Scenarios/first-centre.yaml"),
            encoding: .utf8
        )
        let fence = "```"
        #expect(text.contains("<!-- file: Scenarios/first-centre.yaml -->\n\(fence)yaml\n\(file)\(fence)\n"))
    }

    @Test(arguments: ["README.md", "README.ru.md"])
    func `every file that the README names is there`(readme: String) throws {
        let text = try String(contentsOfFile: ScenarioRuns.path(readme), encoding: .utf8)
        let names = text.matches(of: /(Sources|Scenarios|Tests)\/[A-Za-z0-9.\/_-]+/).map {
            String($0.output.0).trimmingCharacters(in: CharacterSet(charactersIn: "."))
        }
        #expect(names.count > 5)
        for name in names {
            #expect(FileManager.default.fileExists(atPath: ScenarioRuns.path(name)), "\(name)")
        }
    }

    /// The account behind the trace: kinds of time add up to the time in system, to the microsecond.
    @Test func `a family's minutes add up over all of Korkino's journeys`() async throws {
        let compiled = try ScenarioRuns.compiled(
            path: ScenarioRuns.path("Scenarios/korkino.yaml"),
            design: "one-window"
        )
        // A mismatch of any family fails the replication; so does a wait that Little's identity misses.
        let runs = try await ScenarioRuns.replications(20, of: compiled, seed: 21)
        for run in runs {
            let kinds = run.classes.reduce(Int128(0)) { $0 + $1.kindTimes.reduce(0, +) }
            var stays = TallySums()
            for index in compiled.symbols.classes.indices {
                stays.add(run.tallies[Int(compiled.program.tallies.timeInSystem) + index])
            }
            #expect(kinds == stays.sum)
        }
    }
}
