extension Distribution {
    /// The least and the greatest value that the law can give.
    public var support: ClosedRange<Double> {
        switch self {
        case .constant(let value): value...value
        case .uniform(let low, let high), .triangular(let low, _, let high), .pert(let low, _, let high),
            .beta(_, _, let low, let high):
            low...max(low, high)
        case .exponential, .erlang, .gamma, .weibull, .lognormal, .lognormalByMedian, .poisson, .geometric:
            0...Double.infinity
        case .normal: -Double.infinity...Double.infinity
        case .bernoulli: 0...1
        case .categorical(let categories):
            Self.hull(categories.filter { $0.weight > 0 }.map { $0.value...$0.value })
        case .empirical(let values): (values.min() ?? 0)...(values.max() ?? 0)
        case .mixture(let parts): Self.hull(parts.filter { $0.weight > 0 }.map(\.law.support))
        case .truncated(let law, let low, let high, _):
            Self.ordered(
                max(law.support.lowerBound, low ?? -.infinity),
                min(law.support.upperBound, high ?? .infinity)
            )
        case .affine(let law, let scale, let shift):
            Self.ordered(law.support.lowerBound * scale + shift, law.support.upperBound * scale + shift)
        }
    }

    private static func hull(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double> {
        ordered(ranges.map(\.lowerBound).min() ?? 0, ranges.map(\.upperBound).max() ?? 0)
    }

    private static func ordered(_ one: Double, _ other: Double) -> ClosedRange<Double> {
        min(one, other)...max(one, other)
    }
}
