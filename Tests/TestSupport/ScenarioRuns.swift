import Foundation
public import ScenarioCompiler
public import ScenarioFile
public import ScenarioModel
public import SimulationCore

/// Runs of scenarios for tests, without the experiments above them.
public enum ScenarioRuns {
    /// Why a scenario text of a test could not be run.
    public struct Refused: Error, CustomStringConvertible {
        /// The diagnostics, rendered.
        public let description: String
    }

    /// Path of a file of the package, such as `Scenarios/mm1.yaml`.
    public static func path(_ file: String) -> String {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return folder.appending(path: file).path
    }

    /// Paths of all example and study scenarios, in order of name.
    ///
    /// - Throws: when the folder cannot be read.
    public static func allPaths() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path("Scenarios"))
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { path("Scenarios/\($0)") }
    }

    /// Names of the examples of single abilities, in order: files `Scenarios/examples/NAME.yaml`.
    ///
    /// - Throws: when the folder cannot be read.
    public static func examples() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path("Scenarios/examples"))
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { String($0.dropLast(".yaml".count)) }
    }

    /// The design of a scenario text, compiled.
    ///
    /// - Throws: `Refused` with the diagnostics when the text is faulty, or the compiler's error.
    public static func compiled(_ text: String, design: String? = nil) throws -> CompiledScenario {
        try compiled(ScenarioReader().read(text: text, named: "test.yaml"), design)
    }

    /// The design of a scenario file, compiled with overrides.
    ///
    /// - Throws: `Refused` with the diagnostics when the file is faulty, or the compiler's error.
    public static func compiled(
        path: String,
        design: String? = nil,
        set overrides: [ScenarioOverride] = []
    ) throws -> CompiledScenario {
        try compiled(ScenarioReader().read(path: path, overrides: overrides), design)
    }

    private static func compiled(_ result: ReadResult, _ design: String?) throws -> CompiledScenario {
        guard let designs = result.designs else {
            throw Refused(description: DiagnosticRenderer().text(result.diagnostics))
        }
        let chosen = designs.designs.first { $0.name == design } ?? designs.baseline
        return try ScenarioCompiler.compile(chosen.scenario)
    }

    /// Runs replications on both cores and returns them in order of index.
    ///
    /// - Throws: the first failure of a replication.
    public static func replications(
        _ count: Int,
        of compiled: CompiledScenario,
        seed: UInt64,
        recording: Recording = .none
    ) async throws -> [ReplicationObservations] {
        let tables = ReplicationTables(program: compiled.program, seed: seed)
        return try await withThrowingTaskGroup(of: ReplicationObservations.self) { group in
            var results: [ReplicationObservations?] = Array(repeating: nil, count: count)
            var next = 0
            for _ in 0..<min(2, count) {
                let index = UInt32(next)
                group.addTask { try Replication.run(tables, index: index, recording: recording) }
                next += 1
            }
            while let done = try await group.next() {
                results[Int(done.index)] = done
                if next < count {
                    let index = UInt32(next)
                    group.addTask { try Replication.run(tables, index: index, recording: recording) }
                    next += 1
                }
            }
            return results.compactMap(\.self)
        }
    }
}

extension CompiledScenario {
    /// Waits at a step over all classes, or of one class.
    public func waits(
        at step: String,
        of familyClass: String? = nil,
        in observations: ReplicationObservations
    ) -> TallySums {
        var sums = TallySums()
        for wait in symbols.waits where symbols.steps[wait.step].name == step {
            for (index, name) in symbols.classes.enumerated() where familyClass == nil || familyClass == name
            {
                sums.add(observations.tallies[wait.wait + index])
            }
        }
        return sums
    }

    /// Waits at a step of those who gave up there, over all classes.
    public func givenUp(at step: String, in observations: ReplicationObservations) -> TallySums {
        var sums = TallySums()
        for wait in symbols.waits where symbols.steps[wait.step].name == step {
            for index in symbols.classes.indices { sums.add(observations.tallies[wait.givenUp + index]) }
        }
        return sums
    }

    /// A counter over all classes.
    public func counter(_ count: EffortCount, in observations: ReplicationObservations) -> TallySums {
        var sums = TallySums()
        let place = symbols.counters.firstIndex(of: count) ?? 0
        for index in symbols.classes.indices {
            sums.add(
                observations.tallies[Int(program.tallies.counters) + place * symbols.classes.count + index]
            )
        }
        return sums
    }

    /// Time of the families' own over all classes.
    public func ownTime(in observations: ReplicationObservations) -> TallySums {
        var sums = TallySums()
        for index in symbols.classes.indices {
            sums.add(observations.tallies[Int(program.tallies.ownTime) + index])
        }
        return sums
    }
}
