import Foundation
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Bad input in every scenario of the package: each key misspelt, each reference broken, each unit dropped.
struct ScenarioMutationTests {
    @Test func `no misspelt key, broken reference or dropped unit of any scenario survives`() throws {
        try ScenarioCopy.with { copy in
            for path in try ScenarioRuns.allPaths() {
                let mutator = try Mutator(path: path)
                #expect(mutator.misspeltKeys.count >= 9)
                let survivors = try MutationTests.survivors(of: mutator.all) { text in
                    try text.write(toFile: copy.spoilt, atomically: false, encoding: .utf8)
                    return try ScenarioReader().read(path: copy.spoilt)
                }
                for survivor in survivors { Issue.record("\(path): \(survivor)") }
            }
        }
    }

    @Test func `a thousand slips of one letter are refused with a nearest name, or mean the same`() throws {
        // Every third of them suffices between proofs.
        let step = ProcessInfo.processInfo.environment["MARSHRUT_PROOF"] == "1" ? 1 : 3
        var counts = (named: 0, other: 0, same: 0)
        try ScenarioCopy.with { copy in
            for path in try ScenarioRuns.allPaths() {
                let original = try ScenarioReader().read(path: path).designs
                let mutants = try Mutator(path: path).oneLetterMutants
                for mutant in stride(from: 0, to: mutants.count, by: step).map({ mutants[$0] }) {
                    try mutant.text.write(toFile: copy.spoilt, atomically: false, encoding: .utf8)
                    let result = try ScenarioReader().read(path: copy.spoilt)
                    // The same designs are compiled to the same program.
                    if let designs = result.designs {
                        #expect(designs == original, "\(path), \(mutant.what): accepted")
                        counts.same += 1
                        continue
                    }
                    let here = result.diagnostics.filter {
                        $0.severity == .error && $0.location?.line == mutant.line
                    }
                    let names = here.compactMap(\.suggestion?.en)
                    let shown = DiagnosticRenderer().text(result.diagnostics)
                    #expect(!names.isEmpty, "\(path), \(mutant.what): no suggestion: \(shown)")
                    let meant = mutant.nearest?.trimmingCharacters(in: .whitespaces) ?? ""
                    if names.contains(where: { $0.contains("'\(meant)'") }) {
                        counts.named += 1
                    } else {
                        counts.other += 1
                    }
                }
            }
        }
        let total = counts.named + counts.other + counts.same
        #expect(total >= 1_000, "\(counts)")
        // Of a unit of one letter, nothing may be left to tell which was meant.
        #expect(counts.other * 20 <= total, "\(counts)")
    }
}
