public import ScenarioModel
public import SimulationCore

/// A scenario with its program and the words behind the program's numbers.
public struct CompiledScenario: Sendable {
    /// What was compiled.
    public let scenario: Scenario
    /// The program.
    public let program: Program
    /// The words.
    public let symbols: SymbolTable

    /// Makes a compiled scenario from its parts.
    public init(scenario: Scenario, program: Program, symbols: SymbolTable) {
        self.scenario = scenario
        self.program = program
        self.symbols = symbols
    }
}
