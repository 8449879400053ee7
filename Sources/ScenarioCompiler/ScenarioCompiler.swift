public import ScenarioModel

/// Makes programs out of scenarios: the one place where the words of both layers meet.
///
/// The designs of a study are best given to one compiler: those that agree in run and calendars share their tables.
public struct ScenarioCompiler: Sendable {
    /// The tables of the latest scenario.
    private var schedule: ScheduleUnroller?

    /// Makes a compiler.
    public init() {}

    /// Compiles a scenario.
    ///
    /// Pools, classes and agencies keep the order of their names, so that the order of a file's entries changes
    /// nothing.
    ///
    /// - Throws: `CompilationError` when a law has impossible parameters, a name has no meaning, or a route is too
    ///   deeply nested; the reader finds these first in files.
    public mutating func compile(_ scenario: Scenario) throws(CompilationError) -> CompiledScenario {
        var builder = ProgramBuilder(scenario, try schedule(of: scenario))
        defer { schedule = builder.schedule }
        return try builder.build()
    }

    /// Compiles a scenario that is alone.
    public static func compile(_ scenario: Scenario) throws(CompilationError) -> CompiledScenario {
        var compiler = ScenarioCompiler()
        return try compiler.compile(scenario)
    }

    private func schedule(of scenario: Scenario) throws(CompilationError) -> ScheduleUnroller {
        if let schedule, schedule.holds(for: scenario) { return schedule }
        return try ScheduleUnroller(scenario, clock: try CivilClock(scenario))
    }
}
