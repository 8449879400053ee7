import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// From attributes by which measures are told apart to groupings of the program.
struct GroupingTests {
    private static let text = """
        scenario: groupings
        starts: 2024-01-01
        horizon: 1 d
        measures by: [town, channel]
        pools: { clerks: { staff: 1 } }
        families:
          calls:
            background: yes
            arrivals: { every: 1 h }
            attributes: { channel: "categorical(hotline: 1)" }
            route: way
          near:
            arrivals: { every: 1 h }
            attributes: { channel: "categorical(walk-in: 1, online: 2)", town: "categorical(north: 1)" }
            route: way
          others: { arrivals: { every: 1 h }, attributes: { age: 3 }, route: way }
        routes:
          way:
            - serve: { by: clerks, takes: 10 min }
            - serve: { name: file, by: clerks, takes: 5 min, family absent: yes }
        """

    @Test func `attributes become groupings by name, and their words values by letters`() throws {
        let compiled = try ScenarioRuns.compiled(Self.text)
        #expect(compiled.symbols.groupings.map(\.attribute) == ["channel", "town"])
        #expect(compiled.symbols.groupings.map(\.words) == [["hotline", "online", "walk-in"], ["north"]])
        let plans = compiled.program.groupings
        #expect(plans.map(\.valueCount) == [3, 1])
        #expect(plans.map(\.takesPart) == [[false, true, false], [false, true, false]])
        #expect(compiled.program.requests.map(\.isToldApart) == [true, false])
        let listing = ProgramListing(compiled).text
        #expect(listing.contains("measures by channel: register \(plans[0].register), "))
    }

    @Test func `families in the background take part where there are no others`() throws {
        let text = Self.text.replacing("    arrivals:", with: "    background: yes\n    arrivals:")
            .replacing("    background: yes\n    background: yes", with: "    background: yes")
            .replacing("others: {", with: "others: { background: yes,")
        let plans = try ScenarioRuns.compiled(text).program.groupings
        #expect(plans.map(\.takesPart) == [[true, true, false], [false, true, false]])
    }

    @Test(arguments: ["age", "nothing"])
    func `what is no attribute of words is refused`(name: String) throws {
        var scenario = try ScenarioRuns.compiled(Self.text).scenario
        scenario.measuresBy = [name]
        #expect(throws: CompilationError.self) { try ScenarioCompiler.compile(scenario) }
    }
}
