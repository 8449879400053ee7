/// A compiled sampler as plain numbers, for a program in another language that must draw the same.
package struct CompiledSampler {
    /// Halvings of a table's binades, or 0.
    package let bits: Int
    /// A value is `location` + `scale` × standard variate.
    package let location: Double
    /// See `location`.
    package let scale: Double
    /// The shape of the standard law, such as the deviation of a lognormal's logarithm.
    package let parameter: Double
    /// Of a gamma or beta law: its kind and two shapes, then its cells' coefficients; empty for other laws.
    package let table: [Double]
}

extension SamplerBank {
    /// The numbers of sampler `index`, below `count`; tables only for laws that are drawn from one.
    package func compiled(_ index: Int) -> CompiledSampler {
        precondition(index >= 0 && index < count, "no such sampler")
        let record = records[index]
        let isTabulated = record.kind == .tabulated
        let cells = isTabulated ? 2 * InverseTable.binades << Int(record.count) : 0
        let numbers = isTabulated ? 3 + InverseTable.coefficientsPerCell * cells : 0
        return CompiledSampler(
            bits: isTabulated ? Int(record.count) : 0,
            location: record.location,
            scale: record.scale,
            parameter: record.parameter,
            table: (0..<numbers).map { record.numbers[$0] }
        )
    }
}
