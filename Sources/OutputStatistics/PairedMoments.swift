/// Means, variances and covariance of pairs of values.
struct PairedMoments {
    let firstMean: Double
    let secondMean: Double
    let firstVariance: Double
    let secondVariance: Double
    let covariance: Double

    /// - Precondition: both lists have the same length, at least two.
    init(_ first: [Double], _ second: [Double]) {
        precondition(first.count == second.count && first.count > 1, "pairs need two lists of one length")
        let number = Double(first.count)
        let firstMean = first.reduce(0, +) / number
        let secondMean = second.reduce(0, +) / number
        var squares = (first: 0.0, second: 0.0, cross: 0.0)
        for (one, other) in zip(first, second) {
            squares.first += (one - firstMean) * (one - firstMean)
            squares.second += (other - secondMean) * (other - secondMean)
            squares.cross += (one - firstMean) * (other - secondMean)
        }
        self.firstMean = firstMean
        self.secondMean = secondMean
        firstVariance = squares.first / (number - 1)
        secondVariance = squares.second / (number - 1)
        covariance = squares.cross / (number - 1)
    }

    /// The correlation; nil when either list does not vary.
    var correlation: Double? {
        let product = firstVariance * secondVariance
        return product > 0 ? covariance / product.squareRoot() : nil
    }
}
