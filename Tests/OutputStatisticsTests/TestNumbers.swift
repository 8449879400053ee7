import Foundation

/// A small generator with its own sequence, so that tests draw the same numbers whatever the product does.
struct TestNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number in 0...1, ends excluded, by a 64-bit linear congruential generator (Knuth's MMIX constants).
    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        return (Double(mixed >> 12) + 0.5) / 4_503_599_627_370_496
    }

    /// An exponential variate of mean 1.
    mutating func exponential() -> Double {
        -log(uniform())
    }
}

/// Data set A of the reference values.
let setA = [3.2, 4.1, 2.7, 5.9, 3.8, 4.4, 3.1, 6.2, 4.9, 3.6]

/// Data set B of the reference values: the sum of waits and the number of families of each replication.
let setB = (
    sums: [210.0, 180, 260, 150, 330, 240, 205, 290], counts: [40.0, 38, 45, 33, 52, 44, 39, 48]
)

/// The two designs of the reference values under common random numbers.
let designs = (
    first: [12.1, 11.4, 13.2, 10.9, 12.8, 11.7, 12.5, 13.0, 11.1, 12.2],
    second: [11.5, 11.0, 12.4, 10.6, 12.1, 11.6, 11.8, 12.2, 10.9, 11.3]
)

/// Whether a number agrees with a reference within a tolerance relative to the reference, or absolute below 1.
func agrees(_ value: Double?, _ reference: Double, within tolerance: Double) -> Bool {
    guard let value else { return false }
    return abs(value - reference) <= tolerance * max(1, abs(reference))
}
