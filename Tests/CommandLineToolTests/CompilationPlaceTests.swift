import Foundation
import Testing

/// What only the compiler finds is shown at its place like every other mistake.
struct CompilationPlaceTests {
    private static let text = """
        scenario: places
        starts: 2024-01-01
        horizon: 20 h
        pools: { clerks: { staff: 2 } }
        families:
          visitors: { arrivals: { rate: 1 per h }, route: counter }
        routes:
          counter:
            - use: desk
          desk:
            - serve: { name: intake, by: clerks, takes: 10 min }

        """

    @Test(arguments: ["validate", "run", "explain", "trace"])
    func `a step that asks for more than there are is shown with a caret`(command: String) throws {
        let folder = try TestFolder()
        try folder.write(Self.text.replacing("by: clerks", with: "by: 3 of clerks"), to: "places.yaml")
        let run = try ToolRun(
            [command, "places.yaml", "--lang", "en"] + (command == "trace" ? ["--family", "0"] : []),
            in: folder
        )
        #expect(run.status == 65)
        let shown = """
            error: design 'places': step 'intake' needs 3 of 'clerks', but there are 2
              --> places.yaml:11:22
            11 |     - serve: { name: intake, by: 3 of clerks, takes: 10 min }
               |                      ^^^^^^
            """
        #expect(run.errors.contains(shown), "\(run.errors)")
    }

    @Test func `a class whose last family would come too late is shown with a caret`() throws {
        let folder = try TestFolder()
        let text = Self.text.replacing("rate: 1 per h", with: "rate: 1 per year, at most: 1000")
            .replacing("20 h", with: "until all have left")
        try folder.write(text, to: "places.yaml")
        let run = try ToolRun(["validate", "places.yaml", "--lang", "ru"], in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("--> places.yaml:6:3\n"), "\(run.errors)")
        #expect(run.errors.contains("^^^^^^^^"))
    }

    @Test(arguments: ["validate", "run", "explain"])
    func `warnings before a run are shown by every command, and change no status`(command: String) throws {
        let folder = try TestFolder()
        let text = Self.text.replacing(
            "clerks: { staff: 2 }",
            with: "clerks: { staff: 2 }, spare: { staff: 1 }"
        )
        try folder.write(text, to: "places.yaml")
        let more = command == "run" ? ["--replications", "2"] : []
        let run = try ToolRun([command, "places.yaml", "--lang", "ru"] + more, in: folder)
        #expect(run.status == 0)
        #expect(run.errors.components(separatedBy: "пул «spare» не нужен ни одному шагу").count == 2)
    }
}
