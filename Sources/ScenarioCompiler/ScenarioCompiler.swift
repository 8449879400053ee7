public import ScenarioModel

/// Makes programs out of scenarios: the one place where the words of both layers meet.
public struct ScenarioCompiler: Sendable {
    /// Makes a compiler.
    public init() {}

    /// Compiles a scenario.
    ///
    /// Pools, classes and agencies keep the order of their names, so that the order of a file's entries changes
    /// nothing.
    ///
    /// - Throws: `CompilationError` when a law has impossible parameters, a name has no meaning, or a route is too
    ///   deeply nested; the reader finds these first in files.
    public func compile(_ scenario: Scenario) throws(CompilationError) -> CompiledScenario {
        var builder = try ProgramBuilder(scenario)
        return try builder.build()
    }
}
