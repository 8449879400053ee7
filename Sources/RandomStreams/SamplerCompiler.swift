/// Turns samplers into records and one store of numbers.
///
/// Numbers by kind: tabulated – law (0 gamma, 1 beta), its two shapes, then the cells; steps – the guide
/// (`2^parameter` first candidates), the cumulative probabilities, the values; mixture – cumulative weights, then
/// indices of records; conditioned – mass below, inside and above the range, and its ends; clamped – the ends.
struct SamplerCompiler {
    /// A record before the store of numbers has its address.
    struct Draft {
        let kind: SamplerKind
        var count = 0
        let location: Double
        let scale: Double
        var parameter = 0.0
        var offset = 0
    }

    private(set) var drafts: [Draft]
    private(set) var numbers: [Double] = []
    /// The greatest relative error met in any table.
    private(set) var greatestTableError = 0.0
    /// Where a law's table starts, and how many halvings it has: identical tables are stored once.
    private var tables: [TabulatedLaw: (offset: Int, bits: Int)] = [:]

    /// Compiles the samplers so that record i is sampler i; records of parts follow.
    init(_ samplers: [Sampler]) {
        drafts = samplers.map { Draft(kind: .constant, location: $0.location, scale: $0.scale) }
        for (index, sampler) in samplers.enumerated() {
            drafts[index] = draft(sampler.law, location: sampler.location, scale: sampler.scale)
        }
    }

    private mutating func draft(_ law: StandardLaw, location: Double, scale: Double) -> Draft {
        func plain(_ kind: SamplerKind, _ parameter: Double = 0) -> Draft {
            Draft(kind: kind, location: location, scale: scale, parameter: parameter)
        }
        switch law {
        case .constant: return plain(.constant)
        case .uniform: return plain(.uniform)
        case .triangular(let mode): return plain(.triangular, mode)
        case .exponential: return plain(.exponential)
        case .normal: return plain(.normal)
        case .lognormal(let sigma): return plain(.lognormal, sigma)
        case .weibull(let shape): return plain(.weibull, shape)
        case .geometric(let chance): return plain(.geometric, chance)
        case .bernoulli(let chance): return plain(.bernoulli, chance)
        case .tabulated(let law):
            var draft = plain(.tabulated)
            (draft.offset, draft.count) = table(law)
            return draft
        case .steps(let law):
            var draft = plain(.steps)
            draft.count = law.values.count
            (draft.offset, draft.parameter) = append(law)
            return draft
        case .mixture(let weights, let components):
            var draft = plain(.mixture)
            draft.count = components.count
            draft.offset = append(weights, components)
            return draft
        case .conditioned(let law):
            var draft = plain(.conditioned)
            draft.count = append(law.base)
            draft.offset = append([
                law.massBelow, law.mass, law.massAbove, law.range.lowerBound, law.range.upperBound,
            ])
            return draft
        case .clamped(let base, let range):
            var draft = plain(.clamped)
            draft.count = append(base)
            draft.offset = append([range.lowerBound, range.upperBound])
            return draft
        }
    }

    /// Appends the record of a part and tells its index.
    private mutating func append(_ law: StandardLaw, location: Double = 0, scale: Double = 1) -> Int {
        let index = drafts.count
        drafts.append(Draft(kind: .constant, location: location, scale: scale))
        drafts[index] = draft(law, location: location, scale: scale)
        return index
    }

    private mutating func append(_ values: [Double]) -> Int {
        numbers.append(contentsOf: values)
        return numbers.count - values.count
    }

    private mutating func append(_ weights: [Double], _ components: [Sampler]) -> Int {
        var sum = 0.0
        var cumulative = weights.map { weight in
            sum += weight
            return sum
        }
        // The last component that can be chosen closes the scale, whatever the rounding of the sum.
        let last = weights.lastIndex { $0 > 0 } ?? weights.count - 1
        for index in last..<weights.count {
            cumulative[index] = 1
        }
        let indices = components.map { component in
            Double(append(component.law, location: component.location, scale: component.scale))
        }
        return append(cumulative + indices)
    }

    private mutating func append(_ law: StepLaw) -> (offset: Int, guideBits: Double) {
        var guideBits = 0
        while 1 << guideBits < 4 * law.values.count { guideBits += 1 }
        var candidate = 0
        let guide = (0..<(1 << guideBits)).map { cell in
            while law.cumulative[candidate] <= Double(cell) / Double(1 << guideBits) { candidate += 1 }
            return Double(candidate)
        }
        return (append(guide + law.cumulative + law.values), Double(guideBits))
    }

    private mutating func table(_ law: TabulatedLaw) -> (offset: Int, bits: Int) {
        if let known = tables[law] { return known }
        let table = InverseTable(law)
        greatestTableError = max(greatestTableError, table.greatestError)
        let head =
            switch law {
            case .gamma(let shape): [0, shape, 0]
            case .beta(let alpha, let beta): [1, alpha, beta]
            }
        let offset = append(head + table.coefficients)
        tables[law] = (offset, table.bits)
        return (offset, table.bits)
    }
}
