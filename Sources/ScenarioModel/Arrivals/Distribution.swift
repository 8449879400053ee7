/// A law of chance as a planner writes it, with its parameters in the unit of its use.
///
/// Durations are in microseconds, working days in days, counts and chances bare.
public indirect enum Distribution: Sendable, Hashable {
    /// Always the same value.
    case constant(Double)
    /// Equally likely between two limits.
    case uniform(low: Double, high: Double)
    /// Triangular with its most likely value.
    case triangular(low: Double, mode: Double, high: Double)
    /// PERT (beta with weight 4 on the mode).
    case pert(low: Double, mode: Double, high: Double)
    /// Exponential by its mean.
    case exponential(mean: Double)
    /// Erlang: the sum of so many exponentials, by the mean of the sum.
    case erlang(stages: Int, mean: Double)
    /// Gamma by shape and mean.
    case gamma(shape: Double, mean: Double)
    /// Weibull by shape and mean.
    case weibull(shape: Double, mean: Double)
    /// Lognormal by the mean of the variable itself and its coefficient of variation.
    case lognormal(mean: Double, cv: Double)
    /// Lognormal by its median and the standard deviation of the logarithm.
    case lognormalByMedian(median: Double, sigma: Double)
    /// Beta stretched over a range.
    case beta(alpha: Double, beta: Double, low: Double, high: Double)
    /// Normal by mean and standard deviation.
    case normal(mean: Double, standardDeviation: Double)
    /// Poisson by its mean.
    case poisson(mean: Double)
    /// Number of failures before the first success, by its mean.
    case geometric(mean: Double)
    /// One with this chance, else zero.
    case bernoulli(chance: Double)
    /// One of several values by weight.
    case categorical([Category])
    /// One of the observed values, each equally likely.
    case empirical([Double])
    /// One of several laws by weight.
    case mixture([Component])
    /// A law kept within a range.
    case truncated(Distribution, low: Double?, high: Double?, manner: Truncation)
    /// A law scaled, then shifted.
    case affine(Distribution, scale: Double, shift: Double)

    /// A value of a categorical law.
    public struct Category: Sendable, Hashable {
        /// The value; for a word, its place among the law's words in alphabetical order.
        public var value: Double
        /// The word, where the category is one.
        public var word: String?
        /// Its weight, 0 or more.
        public var weight: Double

        /// Makes a category from its parts.
        public init(value: Double, word: String? = nil, weight: Double) {
            self.value = value
            self.word = word
            self.weight = weight
        }
    }

    /// A part of a mixture.
    public struct Component: Sendable, Hashable {
        /// Its weight, 0 or more.
        public var weight: Double
        /// Its law.
        public var law: Distribution

        /// Makes a component from its parts.
        public init(weight: Double, law: Distribution) {
            self.weight = weight
            self.law = law
        }
    }

    /// How a law is kept within a range.
    public enum Truncation: Sendable, Hashable {
        /// Conditioned on the range: `within`.
        case conditioned
        /// Values outside are moved to the nearer end: `clamped to`.
        case clamped
    }
}
