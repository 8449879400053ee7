public import ScenarioCompiler
public import ScenarioModel

/// A design of an experiment, ready to run.
public struct ExperimentDesign: Sendable {
    /// Name in the file.
    public let name: String
    /// Title for people.
    public let title: LocalizedText
    /// The scenario with its program.
    public let compiled: CompiledScenario

    /// Makes a design from its parts.
    public init(name: String, title: LocalizedText, compiled: CompiledScenario) {
        self.name = name
        self.title = title
        self.compiled = compiled
    }

    /// Compiles a design as the reader gives it.
    public init(_ design: Design) throws(CompilationError) {
        let compiled = try ScenarioCompiler().compile(design.scenario)
        self.init(name: design.name, title: design.title, compiled: compiled)
    }
}
