/// The moving average of a series of averages over replications, to look for the end of the warm-up by eye.
///
/// Source: Welch (1983); Law (2015), section 9.5.1.
public struct WelchAverage: Sendable, Hashable {
    /// The averages, fewer than the series by the window.
    public let values: [Double]

    /// Averages each value with `window` neighbours on both sides, with as many as there are near the start.
    ///
    /// - Precondition: `window` is not negative.
    public init(of series: [Double], window: Int) {
        precondition(window >= 0, "a window is not negative, found \(window)")
        values = (0..<max(0, series.count - window)).map { index in
            let reach = min(index, window)
            let part = series[(index - reach)...(index + reach)]
            return part.reduce(0, +) / Double(part.count)
        }
    }
}
