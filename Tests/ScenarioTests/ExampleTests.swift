import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// The examples in `Scenarios/examples/`, each with the journeys that its comment tells.
struct ExampleTests {
    /// Services as `class begins–ends` in minutes from the start, in order of their ends.
    private func services(_ example: String, design: String) throws -> [String] {
        let compiled = try ScenarioRuns.compiled(
            path: ScenarioRuns.path("Scenarios/examples/\(example).yaml"),
            design: design
        )
        let tables = ReplicationTables(program: compiled.program, seed: 1)
        let journeys = try Replication.run(tables, index: 0, recording: .all).journeys
        return journeys.filter { $0.kind == .served }.map { event in
            let name = compiled.symbols.classes[Int(event.classIndex)]
            return "\(name) \(event.begins / 60_000_000)–\(event.ends / 60_000_000)"
        }
    }

    @Test(arguments: [
        ("fifo", ["first 1–31", "second 31–51", "third 51–56", "fourth 56–66"]),
        ("lifo", ["first 1–31", "fourth 31–41", "third 41–46", "second 46–66"]),
        ("shortest-first", ["first 1–31", "third 31–36", "fourth 36–46", "second 46–66"]),
    ])
    func `a line is served in the order of its discipline`(design: String, expected: [String]) throws {
        #expect(try services("disciplines", design: design) == expected)
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
