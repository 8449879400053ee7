/// A law of chance in its own units, before a sampler shifts and scales it.
indirect enum StandardLaw: Sendable, Hashable {
    /// Always 0.
    case constant
    /// Uniform on 0...1.
    case uniform
    /// Triangular on 0...1.
    case triangular(mode: Double)
    /// Mean 1.
    case exponential
    /// Mean 0, standard deviation 1.
    case normal
    /// The exponential of `sigma` times a standard normal variate: median 1.
    case lognormal(sigma: Double)
    /// Scale 1.
    case weibull(shape: Double)
    /// Gamma and beta.
    case tabulated(TabulatedLaw)
    /// Failures before the first success.
    case geometric(chance: Double)
    /// 1 with the given chance, else 0.
    case bernoulli(chance: Double)
    case steps(StepLaw)
    /// The normalised weights and as many samplers.
    case mixture(weights: [Double], components: [Sampler])
    case conditioned(ConditionedLaw)
    /// A value outside the range becomes its nearer end. The base is no mixture and not clamped itself.
    case clamped(StandardLaw, ClosedRange<Double>)

    /// The smallest range that always holds the value.
    var support: ClosedRange<Double> {
        switch self {
        case .constant: 0...0
        case .uniform, .triangular, .tabulated(.beta): 0...1
        case .exponential, .lognormal, .weibull, .tabulated(.gamma): 0...Double.infinity
        case .normal: -Double.infinity...Double.infinity
        case .geometric(let chance): 0...(chance == 1 ? 0 : Double.infinity)
        case .bernoulli(let chance): (chance == 1 ? 1 : 0)...(chance == 0 ? 0 : 1)
        case .steps(let law): law.values[0]...law.values[law.values.count - 1]
        case .mixture(let weights, let components):
            Self.jointSupport(zip(weights, components).filter { $0.0 > 0 }.map { $0.1.support })
        case .conditioned(let law): law.range
        case .clamped(let base, let range): base.support.clamped(to: range)
        }
    }

    /// Whether single values have probability.
    var isDiscrete: Bool {
        switch self {
        case .constant, .geometric, .bernoulli, .steps, .mixture, .clamped: true
        case .conditioned(let law): law.base.isDiscrete
        default: false
        }
    }

    private static func jointSupport(_ supports: [ClosedRange<Double>]) -> ClosedRange<Double> {
        supports.dropFirst().reduce(supports[0]) {
            min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
        }
    }
}
