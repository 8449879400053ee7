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

    /// Compiles a design as the reader gives it, with the compiler of all designs of its study.
    public init(_ design: Design, by compiler: inout ScenarioCompiler) throws(CompilationError) {
        let compiled = try compiler.compile(design.scenario)
        self.init(name: design.name, title: design.title, compiled: compiled)
    }

    /// Compiles a design that is alone.
    public init(_ design: Design) throws(CompilationError) {
        var compiler = ScenarioCompiler()
        try self.init(design, by: &compiler)
    }
}
