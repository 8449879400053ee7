import ScenarioFile
import ScenarioModel
import Testing

struct ReadingTests {
    @Test func `a valid file is read without diagnostics`() throws {
        let result = ScenarioReader().read(text: korkinoText, named: "korkino.yaml")
        #expect(DiagnosticRenderer().text(result.diagnostics) == "")
        let set = try #require(result.designs)
        #expect(set.designs.map(\.name) == ["one-window", "papers", "second-desk"])
    }
}
