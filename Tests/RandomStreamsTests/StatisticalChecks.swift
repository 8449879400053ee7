import GSLFunctions

/// Sums over a sample that its moments and their standard errors are made from.
struct SampleMoments {
    let count: Double
    let mean: Double
    let variance: Double
    /// The fourth moment about the mean.
    let fourth: Double

    init(_ values: [Double]) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        self.count = count
        self.mean = mean
        variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        fourth = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
    }

    /// How many standard errors, from the law's own variance, the mean lies from the law's.
    func meanDeviation(from mean: Double, variance: Double) -> Double {
        abs(self.mean - mean) / (variance / count).squareRoot()
    }

    /// How many standard errors, from the sample's fourth moment, the variance lies from the law's.
    func varianceDeviation(from variance: Double) -> Double {
        abs(self.variance - variance) / ((fourth - self.variance * self.variance) / count).squareRoot()
    }
}

/// √n times the greatest distance between the sample's distribution function and a continuous law's.
///
/// Above 2.694 in one sample of a million (Kolmogorov: 2 exp(-2 t²) = 1e-6).
func kolmogorovDistance(_ values: [Double], _ below: (Double) throws -> Double) rethrows -> Double {
    let count = Double(values.count)
    var greatest = 0.0
    for (index, value) in values.sorted().enumerated() {
        let probability = try below(value)
        greatest = max(greatest, probability - Double(index) / count, Double(index + 1) / count - probability)
    }
    return greatest * count.squareRoot()
}

/// The smaller tail probability of Pearson's statistic for counts of equal or given expectation.
func pearsonTail(_ counts: [Int], expected: [Double]) throws -> Double {
    let statistic = zip(counts, expected).reduce(0) {
        $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1
    }
    let degrees = Double(counts.count - 1)
    return min(
        try chiSquareProbability(above: statistic, degreesOfFreedom: degrees),
        try chiSquareProbability(below: statistic, degreesOfFreedom: degrees)
    )
}

/// √n times the correlation of two samples, which is nearly standard normal when they are independent.
func scaledCorrelation(_ first: ArraySlice<Double>, _ second: ArraySlice<Double>) -> Double {
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var sums = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
        sums.0 += (x - means.0) * (y - means.1)
        sums.1 += (x - means.0) * (x - means.0)
        sums.2 += (y - means.1) * (y - means.1)
    }
    return count.squareRoot() * sums.0 / (sums.1 * sums.2).squareRoot()
}
