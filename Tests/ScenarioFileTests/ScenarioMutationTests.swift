import Foundation
import ScenarioFile
import TestSupport
import Testing

/// Bad input in every scenario of the package: each key misspelt, each reference broken, each unit dropped.
struct ScenarioMutationTests {
    @Test func `no misspelt key, broken reference or dropped unit of any scenario survives`() throws {
        // Mutants stand in a copy of the folder, where the files that they extend are.
        let copy = FileManager.default.temporaryDirectory.appending(path: "marshrut-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        let scenarios = copy.appending(path: "Scenarios")
        try FileManager.default.copyItem(atPath: ScenarioRuns.path("Scenarios"), toPath: scenarios.path)
        for path in try ScenarioRuns.allPaths() {
            let mutator = try Mutator(path: path)
            #expect(mutator.misspeltKeys.count >= 9)
            let place = scenarios.appending(path: "mutant.yaml").path
            let survivors = try MutationTests.survivors(of: mutator.all) { text in
                try text.write(toFile: place, atomically: false, encoding: .utf8)
                return try ScenarioReader().read(path: place)
            }
            for survivor in survivors { Issue.record("\(path): \(survivor)") }
        }
    }
}
