import Foundation
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// The examples in `Scenarios/examples/`: each is a scenario and, beside it, the journeys that its comment tells.
///
/// In `NAME.journeys` a line `[DESIGN]` begins the journeys of a design, `#` a remark; `10:__` is some moment of that hour.
/// They are worked out by hand: a run that disagrees is wrong until its journeys have been worked out anew.
struct ExampleTests {
    /// A scenario's journeys as told beside it: the lines of each design, or of the scenario if it has none.
    private func told(_ example: String) throws -> [(design: String?, lines: [String])] {
        let path = ScenarioRuns.path("Scenarios/examples/\(example).journeys")
        var told: [(design: String?, lines: [String])] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                told.append((String(line.dropFirst().dropLast()), []))
            } else {
                if told.isEmpty { told.append((nil, [])) }
                told[told.count - 1].lines.append(line)
            }
        }
        return told
    }

    /// Whether a line is as told, where `__` stands for minutes left to chance.
    private func agrees(_ line: String, _ told: String) -> Bool {
        let moment = #/(\d\d):\d\d(:\d\d(\.\d+)?)?/#
        let blurred = line.replacing(moment, maxReplacements: 1) { "\($0.output.1):__" }
        return line == told || blurred == told
    }

    @Test func `there is an example of each of many abilities`() throws {
        #expect(try ScenarioRuns.examples().count >= 25)
    }

    @Test(arguments: try ScenarioRuns.examples())
    func `an example is short and reads without a complaint in both languages`(example: String) throws {
        let path = ScenarioRuns.path("Scenarios/examples/\(example).yaml")
        let result = try ScenarioReader().read(path: path)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(result.diagnostics))")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("# "))
        #expect(text.split(separator: "\n").count <= 40)
        let scenario = try #require(result.designs).baseline.scenario
        #expect(scenario.name == example)
        let titles = [scenario.title] + scenario.pools.map(\.title) + scenario.familyClasses.map(\.title)
        for title in titles { #expect(Set(title.versions.map(\.language)) == ["en", "ru"]) }
    }

    @Test(arguments: try ScenarioRuns.examples())
    func `families of an example go the ways that are told beside it`(example: String) throws {
        let path = ScenarioRuns.path("Scenarios/examples/\(example).yaml")
        let told = try told(example)
        #expect(!told.isEmpty)
        for (design, expected) in told {
            let compiled = try ScenarioRuns.compiled(path: path, design: design)
            for seed in UInt64(1)...3 {
                let lines = try JourneyLines(compiled).lines(seed: seed)
                let isTold = lines.count == expected.count && zip(lines, expected).allSatisfy(agrees)
                #expect(isTold, "\(example) \(design ?? ""), seed \(seed):\n\(lines.joined(separator: "\n"))")
            }
        }
    }

    @Test(arguments: try ScenarioRuns.examples())
    func `only a design that chance decides is not told`(example: String) throws {
        let path = ScenarioRuns.path("Scenarios/examples/\(example).yaml")
        let designs = try #require(ScenarioReader().read(path: path).designs).designs.map(\.name)
        let told = try told(example).compactMap(\.design)
        #expect(Set(told).isSubset(of: designs))
        for design in designs where !told.contains(design) && designs.count > 1 {
            let lines = JourneyLines(try ScenarioRuns.compiled(path: path, design: design))
            let runs = try (UInt64(1)...20).map { seed in try lines.lines(seed: seed) }
            #expect(Set(runs).count > 1, "\(example): \(design)")
        }
    }

    @Test func `in random order each of those who wait is called up as often as the others`() throws {
        let compiled = try ScenarioRuns.compiled(
            path: ScenarioRuns.path("Scenarios/examples/disciplines.yaml"),
            design: "random"
        )
        let tables = ReplicationTables(program: compiled.program, seed: 5)
        var orders: [[Int32]: Int] = [:]
        for index in 0..<6000 {
            let journeys = try Replication.run(tables, index: UInt32(index), recording: .all).journeys
            orders[journeys.filter { $0.kind == .served }.map(\.classIndex), default: 0] += 1
        }
        // Six orders of three, each with 1/6 of 6,000: 1,000 ± 29; five standard deviations miss once in a million.
        #expect(orders.count == 6)
        for (order, count) in orders { #expect(abs(count - 1000) < 145, "\(order)") }
    }
}
