extension Estimate {
    /// A quantile of all observations of all replications, with an interval by sectioning.
    ///
    /// The value is the quantile of everything pooled. Consecutive replications form sections of equal number, and
    /// the sections' quantiles vary around the pooled one, which is less biased than their own mean. Replications
    /// that observed nothing are left out. Source: Asmussen and Glynn (2007), III.5a; Nakayama (2014).
    ///
    /// - Parameters:
    ///   - probability: Which quantile, in 0...1.
    ///   - sketches: One sketch from each replication, in index order.
    ///   - sections: How many sections to form; fewer if there are fewer replications.
    ///   - level: The confidence level.
    public init(
        quantile probability: Double,
        of sketches: [QuantileSketch],
        sections: Int = 10,
        level: Double = 0.95
    ) {
        let informative = sketches.filter { $0.count > 0 }
        let number = min(sections, informative.count)
        let parts = (0..<number).map { section in
            let start = section * informative.count / number
            let end = (section + 1) * informative.count / number
            return informative[start..<end].reduce(QuantileSketch()) { $0.merged(with: $1) }
        }
        let overall = parts.reduce(QuantileSketch()) { $0.merged(with: $1) }
        guard let value = overall.quantile(probability) else {
            self.init(value: nil, count: 0, level: level, missing: .noObservations)
            return
        }
        guard number > 1 else {
            let reason: MissingPrecision = sketches.count > 1 ? .oneInformativeReplication : .oneReplication
            self.init(value: value, count: number, level: level, missing: reason)
            return
        }
        self.init(overall: value, sections: parts.compactMap { $0.quantile(probability) }, level: level)
    }

    /// An estimate from all data whose error is read from the same estimate in each of several equal sections.
    ///
    /// The half-width is t (b − 1 degrees of freedom) times the root mean square distance of the b sections from the
    /// overall value, over √b.
    /// - Precondition: there are at least two sections.
    public init(overall value: Double, sections: [Double], level: Double = 0.95) {
        precondition(sections.count > 1, "sectioning needs at least two sections, found \(sections.count)")
        let number = Double(sections.count)
        let squares = sections.reduce(0) { $0 + ($1 - value) * ($1 - value) }
        self.init(
            value: value,
            standardError: (squares / (number - 1) / number).squareRoot(),
            degreesOfFreedom: sections.count - 1,
            count: sections.count,
            level: level
        )
    }
}
