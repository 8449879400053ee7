/// A compiled sampler as plain numbers, for a program in another language that must draw the same.
package struct CompiledSampler {
    /// Halvings of a table's binades, or 0.
    package var bits = 0
    /// A value is `location` + `scale` × standard variate.
    package var location = 0.0
    /// See `location`.
    package var scale: Double
    /// The shape of the standard law, such as the deviation of a lognormal's logarithm.
    package var parameter = 0.0
    /// Of a gamma or beta law: its kind and two shapes, then its cells' coefficients; empty for other laws.
    package var table: [Double] = []

    /// Makes a sampler whose values are its scale times a standard variate.
    package init(scale: Double) {
        self.scale = scale
    }
}

extension SamplerBank {
    /// The numbers of sampler `index`, below `count`; tables only for laws that are drawn from one.
    package func compiled(_ index: Int) -> CompiledSampler {
        precondition(index >= 0 && index < count, "no such sampler")
        let record = records[index]
        let isTabulated = record.kind == .tabulated
        let cells = isTabulated ? 2 * InverseTable.binades << Int(record.count) : 0
        let numbers = isTabulated ? 3 + InverseTable.coefficientsPerCell * cells : 0
        var compiled = CompiledSampler(scale: record.scale)
        compiled.bits = isTabulated ? Int(record.count) : 0
        compiled.location = record.location
        compiled.parameter = record.parameter
        compiled.table = (0..<numbers).map { record.numbers[$0] }
        return compiled
    }
}
