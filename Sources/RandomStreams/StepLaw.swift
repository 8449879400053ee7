/// Finitely many values in ascending order, drawn by the ordered inverse of their distribution function.
struct StepLaw: Sendable, Hashable {
    /// Distinct and ascending.
    let values: [Double]
    /// The probability of a value at most `values[i]`; ascending, and exactly 1 at the end.
    let cumulative: [Double]

    /// Sorts the values and joins equal ones; the weights are 0 or more with a sum above 0.
    init(values: [Double], weights: [Double]) {
        let pairs = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
        let total = pairs.reduce(0) { $0 + $1.1 }
        var distinct: [Double] = []
        var sums: [Double] = []
        var sum = 0.0
        for (value, weight) in pairs {
            sum += weight
            if distinct.last == value {
                sums[sums.count - 1] = sum / total
            } else {
                distinct.append(value)
                sums.append(sum / total)
            }
        }
        sums[sums.count - 1] = 1
        self.values = distinct
        cumulative = sums
    }

    /// The Poisson law, cut where a probability falls below 1e-22 of the greatest one.
    static func poisson(mean: Double) -> StepLaw {
        let mode = mean.rounded(.down)
        var values = [mode]
        var weights = [1.0]
        var weight = 1.0
        var value = mode
        while value > 0 && weight > 1e-22 {
            weight *= value / mean
            value -= 1
            values.append(value)
            weights.append(weight)
        }
        weight = 1
        value = mode
        while weight > 1e-22 {
            value += 1
            weight *= mean / value
            values.append(value)
            weights.append(weight)
        }
        return StepLaw(values: values, weights: weights)
    }

    var probabilities: [Double] {
        zip(cumulative, [0] + cumulative).map { $0 - $1 }
    }

    func quantile(_ probability: Double) -> Double {
        values[min(firstIndex(in: cumulative) { $0 > probability }, values.count - 1)]
    }

    func below(_ point: Double) -> Double {
        let index = firstIndex(in: values) { $0 >= point }
        return index == 0 ? 0 : cumulative[index - 1]
    }

    func above(_ point: Double) -> Double {
        let index = firstIndex(in: values) { $0 > point }
        return index == 0 ? 1 : 1 - cumulative[index - 1]
    }

    func filtered(to range: ClosedRange<Double>) -> StepLaw? {
        let kept = zip(values, probabilities).filter { range.contains($0.0) }
        return kept.isEmpty ? nil : StepLaw(values: kept.map(\.0), weights: kept.map(\.1))
    }

    var mean: Double {
        zip(values, probabilities).reduce(0) { $0 + $1.0 * $1.1 }
    }

    var variance: Double {
        let centre = mean
        return zip(values, probabilities).reduce(0) { $0 + ($1.0 - centre) * ($1.0 - centre) * $1.1 }
    }

    private func firstIndex(in ascending: [Double], where isReached: (Double) -> Bool) -> Int {
        var low = 0
        var high = ascending.count
        while low < high {
            let middle = (low + high) / 2
            if isReached(ascending[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
