import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Members of families who wait for each other, and what cannot be asked of them; worked out by hand.
struct MemberTests {
    private static func compiled(
        _ steps: String,
        pools: String = "desk: { staff: 1 }",
        members: String = "{ child: 2, parent: 1 }",
        horizon: String = "until all have left"
    ) throws -> CompiledScenario {
        let text = """
            scenario: members
            starts: 2024-01-08 09:00
            horizon: \(horizon)
            calendars: { day: { mon-sun: "09:00-17:00" } }
            pools: { \(pools), lawyer: { staff: 2 }, rooms: { staff: 2 } }
            families:
              first: { arrivals: { every: 5 min, at most: 1 }, members: \(members), route: main }
            routes:
              main: [ \(steps) ]
            """
        let result = ScenarioReader().read(text: text, named: "s.yaml")
        let shown = DiagnosticRenderer().text(result.diagnostics)
        return try ScenarioCompiler.compile(try #require(result.designs, "\(shown)").baseline.scenario)
    }

    private static func failure(_ compiled: CompiledScenario) -> ReplicationFailure? {
        do throws(ReplicationFailure) {
            _ = try Replication.run(ReplicationTables(program: compiled.program, seed: 1), index: 0)
            return nil
        } catch {
            return error
        }
    }

    /// One way has the parent and waits for the desk, the other keeps the desk and waits for the parent.
    private static let circle = """
        together: { branches: [
          [ with: { name: one, members: parent, do: [ delay: { name: w1, takes: 1 min }, serve: { name: s1, by: desk, takes: 1 min } ] } ],
          [ keep: { by: desk, do: [ delay: { name: w2, takes: 1 min }, with: { name: two, members: parent, do: [ delay: { name: w3, takes: 1 min } ] } ] } ],
          [ delay: { name: w4, takes: 2 min }, with: { name: three, members: parent, do: [] } ] ], wait for: 2 }
        """

    @Test(arguments: ["until all have left", "5 d"])
    func `a family that locks itself is found, whoever else waits for the member`(horizon: String) throws {
        let compiled = try Self.compiled(Self.circle, horizon: horizon)
        guard case .deadlock(let waits)? = Self.failure(compiled) else {
            Issue.record("no deadlock is found: \(String(describing: Self.failure(compiled)))")
            return
        }
        let names = compiled.symbols.pools + compiled.symbols.roles
        #expect(Set(waits.map { names[$0.pool] }) == ["desk", "parent"])
    }

    @Test func `where there are two parents the same family goes on`() throws {
        #expect(Self.failure(try Self.compiled(Self.circle, members: "{ child: 2, parent: 2 }")) == nil)
    }

    @Test(arguments: [
        "with: { name: a, members: parent, do: [ with: { name: b, members: parent, do: [] } ] }",
        "with: { name: a, members: parent, do: [ together: [ [], [ with: { name: b, members: parent, do: [] } ] ] ] }",
        "together: [ { each: child, do: [ together: { name: inner, branches: [ { each: parent, do: [] } ] } ] } ]",
    ])
    func `who takes part around a step is not asked for again, nor do ways of each nest`(steps: String) throws
    {
        #expect(throws: CompilationError.self) { _ = try Self.compiled(steps) }
    }

    @Test func `members do not take part overnight in what sends the family home`() throws {
        let steps = "with: { members: parent, do: [ serve: { by: desk, takes: 10 min } ] }"
        let pools = "desk: { staff: 1, calendar: day, closing: send home }"
        #expect(throws: CompilationError.self) { _ = try Self.compiled(steps, pools: pools) }
        let goingHome = steps.replacing("10 min }", with: "10 min, if sent home: [] }")
        _ = try Self.compiled(goingHome, pools: pools)
    }

    @Test func `a way of each of nobody is gone by nobody, and nobody is waited for`() throws {
        let steps = "together: [ { each: child, do: [ serve: { by: desk, takes: 10 min } ] } ]"
        let compiled = try Self.compiled(steps, members: "{ child: 0 }")
        let lines = try JourneyLines(compiled).lines(seed: 1)
        #expect(
            lines == [
                "first:0", "09:05 arrives", "09:05 together: 0 ways at once", "09:05 together: united",
                "09:05 leaves: helped",
            ]
        )
    }

    /// The order in which pools are named changes nothing, and a room beside the same specialist is nobody else.
    @Test(arguments: [
        ("[desk], [rooms, desk]", 0), ("[rooms, desk], [desk, rooms]", 0), ("[desk], [lawyer]", 1),
        ("[rooms, desk], [rooms, lawyer]", 1), ("[desk, lawyer], [lawyer]", 0),
        ("[desk], [lawyer], [desk]", 2),
    ])
    func `a hand-off is a service by somebody else than before`(pools: String, handOffs: Int) throws {
        let uses = pools.split(separator: "], ").map { $0.hasSuffix("]") ? String($0) : $0 + "]" }
        let steps = uses.enumerated().map { "serve: { name: s\($0), by: \($1), takes: 1 min }" }
        let compiled = try Self.compiled((["count: story told"] + steps).joined(separator: ", "))
        let lines = try JourneyLines(compiled).lines(seed: 1)
        #expect(lines.count { $0.hasSuffix("counts hand-off") } == handOffs, "\(lines)")
    }
}
