import Foundation
import GSLFunctions
import RandomStreams
import Testing

/// A sampler of whole numbers and its law.
struct CountingCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sampler: Sampler
    let mean: Double
    let variance: Double
    /// The probability of a value of at most a whole number.
    let atMost: @Sendable (Int) throws -> Double
    /// The values from 0 that get a cell each; what lies above is one more cell.
    let cells: Int

    init(
        _ name: String,
        _ sampler: Sampler,
        mean: Double,
        variance: Double,
        cells: Int,
        atMost: @escaping @Sendable (Int) throws -> Double
    ) {
        testDescription = name
        self.sampler = sampler
        self.mean = mean
        self.variance = variance
        self.cells = cells
        self.atMost = atMost
    }
}

private func countingCases() throws -> [CountingCase] {
    let weights = [1.0, 0, 3, 4, 2]
    return [
        CountingCase("poisson 4", try .poisson(mean: 4), mean: 4, variance: 4, cells: 12) {
            try poissonProbability(atMost: $0, mean: 4)
        },
        CountingCase("poisson 60", try .poisson(mean: 60), mean: 60, variance: 60, cells: 90) {
            try poissonProbability(atMost: $0, mean: 60)
        },
        CountingCase("geometric", try .geometric(mean: 3), mean: 3, variance: 12, cells: 25) {
            1 - Foundation.pow(0.75, Double($0 + 1))
        },
        CountingCase("bernoulli", try .bernoulli(chance: 0.3), mean: 0.3, variance: 0.21, cells: 1) {
            $0 < 0 ? 0 : $0 < 1 ? 0.7 : 1
        },
        CountingCase(
            "categorical",
            try .categorical(values: [0, 1, 2, 3, 4], weights: weights),
            mean: 2.6,
            variance: 1.24,
            cells: 4
        ) { $0 < 0 ? 0 : weights.prefix($0 + 1).reduce(0, +) / 10 },
        CountingCase(
            "empirical",
            try .empirical(values: [5, 0, 1, 1, 2, 8, 1, 0]),
            mean: 2.25,
            variance: 96.0 / 8 - 2.25 * 2.25,
            cells: 8
        ) { bound in Double([0, 0, 1, 1, 1, 2, 5, 8].count { $0 <= bound }) / 8 },
        // Without memory, and cut: 2 plus 0, 1 or 2 with weights 1, 3/4, 9/16.
        CountingCase(
            "geometric conditioned",
            try .geometric(mean: 3).conditioned(to: 1.5...4.2),
            mean: 2 + (0.75 + 2 * 0.5625) / 2.3125,
            variance: (0.75 + 4 * 0.5625) / 2.3125 - (1.875 / 2.3125) * (1.875 / 2.3125),
            cells: 4
        ) { $0 < 2 ? 0 : $0 < 3 ? 1 / 2.3125 : $0 < 4 ? 1.75 / 2.3125 : 1 },
        CountingCase(
            "bernoulli conditioned",
            try .bernoulli(chance: 0.3).conditioned(to: 0.5...2),
            mean: 1,
            variance: 0,
            cells: 1
        ) { $0 < 1 ? 0 : 1 },
        CountingCase(
            "categorical clamped",
            try .categorical(values: [0, 1, 2, 3, 4], weights: weights).clamped(to: 1...3),
            mean: 2.5,
            variance: (1.0 + 12 + 54) / 10 - 6.25,
            cells: 3
        ) { $0 < 1 ? 0 : $0 < 2 ? 0.1 : $0 < 3 ? 0.4 : 1 },
    ]
}

@Suite struct DiscreteSamplerTests {
    @Test(arguments: try countingCases())
    func `a discrete sampler follows its law`(law: CountingCase) throws {
        let values = draws(law.sampler, count: 100_000)
        var counts: [Int] = []
        var expected: [Double] = []
        var previous = 0.0
        for cell in 0...law.cells {
            let reached = cell == law.cells ? 1 : try law.atMost(cell)
            let count = values.count { cell == law.cells ? $0 >= Double(cell) : $0 == Double(cell) }
            if reached - previous < 1e-15 {
                #expect(count == 0)
            } else {
                counts.append(count)
                expected.append((reached - previous) * 100_000)
            }
            previous = reached
        }
        let moments = SampleMoments(values)
        if counts.count > 1 {
            // Each tail at 1e-6; the mean is met within 1.6 % of the standard deviation.
            #expect(try pearsonTail(counts, expected: expected) > 1e-6)
            #expect(moments.meanDeviation(from: law.mean, variance: law.variance) < 5)
            #expect(moments.varianceDeviation(from: law.variance) < 5)
        }
        #expect(values.allSatisfy { $0 >= law.sampler.minimum && $0 <= law.sampler.maximum })
    }

    @Test(arguments: try countingCases())
    func `a discrete sampler knows its mean, variance and distribution`(law: CountingCase) throws {
        #expect(abs(law.sampler.mean - law.mean) < 1e-11 * max(law.mean, 1))
        #expect(abs(law.sampler.variance - law.variance) < 1e-10 * max(law.variance, 1))
        for bound in 0...law.cells {
            #expect(abs(law.sampler.probability(atMost: Double(bound)) - (try law.atMost(bound))) < 1e-12)
            let between = law.sampler.probability(atMost: Double(bound) + 0.5)
            #expect(between == law.sampler.probability(atMost: Double(bound)))
        }
    }

    @Test(arguments: try countingCases())
    func `a discrete value is the least whose probability reaches the uniform number`(
        law: CountingCase
    ) throws {
        let bank = SamplerBank([law.sampler])
        for step in 0..<20_000 {
            let number = (Double(step) + 0.5) / 20_000
            let value = try #require(bank.value(0, at: number))
            #expect(value == law.sampler.quantile(number))
            #expect(try law.atMost(Int(value)) > number - 1e-12)
            #expect(try law.atMost(Int(value) - 1) < number + 1e-12)
        }
    }
}
