import ScenarioCompiler
import SimulationCore

extension SymbolTable.TargetSymbol {
    /// Families within the limit.
    func within(_ observations: ReplicationObservations) -> Double {
        Double(limits.reduce(Int64(0)) { $0 + observations.within[$1] })
    }

    /// Families judged.
    func judged(_ observations: ReplicationObservations) -> Double {
        Double(tallies.reduce(Int64(0)) { $0 + observations.tallies[$1].count })
    }
}
