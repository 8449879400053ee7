/// What is said of a quantity.
public enum Statistic: Sendable, Hashable {
    /// Number of values observed, over all replications.
    case count
    /// Mean: per value, per family or over time, as the quantity has it.
    case mean
    /// Standard deviation of the values.
    case standardDeviation
    /// Smallest value.
    case minimum
    /// Greatest value.
    case maximum
    /// The value below which so many hundredths of the values lie.
    case percentile(Int)
    /// Mean of the greatest tenth of the values.
    case worstTenth
    /// The same over the mean of all values.
    case worstTenthRatio
    /// Share of a whole.
    case share
    /// Share of time at a number.
    case shareAt(Int)
    /// Mean in an hour of the week, 0 to 167 from Monday 0 h.
    case atHour(Int)
    /// Mean of the class with the greatest mean.
    case worstClass
    /// Mean of the class with the smallest mean.
    case bestClass
    /// The worst class's mean minus the best class's.
    case gap

    /// The percentiles of every distribution.
    public static let percentiles = [50, 75, 90, 95, 99]

    /// The name in words of exports.
    public var name: String {
        switch self {
        case .count: "count"
        case .mean: "mean"
        case .standardDeviation: "sd"
        case .minimum: "min"
        case .maximum: "max"
        case .percentile(let number): "p\(number)"
        case .worstTenth: "worst tenth"
        case .worstTenthRatio: "worst tenth over mean"
        case .share: "share"
        case .shareAt(let number): "share at \(number)"
        case .atHour(let hour): "mean in hour \(hour) of the week"
        case .worstClass: "worst class"
        case .bestClass: "best class"
        case .gap: "gap"
        }
    }
}
