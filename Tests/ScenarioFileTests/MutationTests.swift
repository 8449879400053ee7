import ScenarioFile
import Testing

struct MutationTests {
    /// Mutants that are not refused at their line with the nearest name.
    static func survivors(
        of mutants: [Mutant],
        read: (String) throws -> ReadResult = { ScenarioReader().read(text: $0, named: "m.yaml") }
    ) throws -> [String] {
        try mutants.compactMap { mutant in
            let result = try read(mutant.text)
            guard result.designs == nil else { return "\(mutant.what): accepted" }
            let here = result.diagnostics.filter { $0.location?.line == mutant.line && $0.severity == .error }
            guard !here.isEmpty else {
                return "\(mutant.what): reported elsewhere: \(DiagnosticRenderer().text(result.diagnostics))"
            }
            guard let name = mutant.nearest else { return nil }
            let isNamed = here.contains { $0.suggestion?.en.contains("'\(name)'") == true }
            return isNamed ? nil : "\(mutant.what): no nearest name: \(DiagnosticRenderer().text(here))"
        }
    }

    @Test(arguments: ["korkino", "small"])
    func `every misspelt key, broken reference and dropped unit is refused where it stands`(name: String)
        throws
    {
        let mutator = Mutator(name == "small" ? smallText : korkinoText)
        #expect(mutator.misspeltKeys.count > 30)
        #expect(mutator.brokenReferences.count >= 8)
        #expect(mutator.droppedUnits.count >= 5)
        for survivor in try Self.survivors(of: mutator.all) { Issue.record("\(survivor)") }
    }
}
