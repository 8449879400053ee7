import GSLFunctions
import RandomStreams
import Testing

/// 20,000 uniform numbers: half of them even, half going down to 2⁻³⁰ from either end.
private let probabilities: [Double] = (0..<20_000).map { index in
    if index % 2 == 0 { return (Double(index) + 1) / 20_001 }
    let exponent = -1 - index * 29 / 20_000
    let significand = 1 + Double(index * 7919 % 20_000) / 20_000
    let distance = Double(sign: .plus, exponent: exponent - 1, significand: significand)
    return index % 4 == 1 ? distance : 1 - distance
}

@Test(arguments: [0.05, 0.3, 0.5, 1, 2.5, 3, 4, 30, 1000, 10_000])
func `a tabulated gamma quantile is within 1e-9 of the exact one`(shape: Double) throws {
    let bank = SamplerBank([try .gamma(shape: shape, mean: shape)])
    var greatest = 0.0
    for probability in probabilities {
        let exact =
            probability < 0.5
            ? try gammaQuantile(probability, shape: shape, scale: 1)
            : try gammaQuantile(upperTail: 1 - probability, shape: shape, scale: 1)
        let tabulated = try #require(bank.value(0, at: probability))
        greatest = max(greatest, abs(tabulated - exact) / exact)
    }
    #expect(greatest < 1e-9)
    #expect(bank.greatestTableError <= 2e-10)
}

@Test(arguments: [(0.05, 0.05), (0.5, 0.5), (2, 3), (30, 0.3), (0.3, 30), (1, 5), (3, 3), (1000, 500)])
func `a tabulated beta quantile is within 1e-9 of the exact one`(alpha: Double, beta: Double) throws {
    let bank = SamplerBank([try .beta(alpha: alpha, beta: beta, low: 0, high: 1)])
    var greatest = 0.0
    for probability in probabilities {
        let exact =
            probability < 0.5
            ? try betaQuantile(probability, alpha: alpha, beta: beta)
            : try betaQuantile(upperTail: 1 - probability, alpha: alpha, beta: beta)
        let tabulated = try #require(bank.value(0, at: probability))
        greatest = max(greatest, abs(tabulated - exact) / exact)
    }
    #expect(greatest < 1e-9)
    #expect(bank.greatestTableError <= 2e-10)
}

@Test(arguments: [0.3, 1, 3, 30])
func `a tabulated quantile never falls from one uniform number to the next`(shape: Double) throws {
    let bank = SamplerBank([try .gamma(shape: shape, mean: 1)])
    // Around the ends of cells and of the table.
    for seam in [0x1p-25, 0x1.1p-25, 0x1p-24, 0x1.8p-3, 0.25, 0.5, 0.75, 1 - 0x1p-10, 1 - 0x1p-25] {
        // Uniform numbers lie 2⁻⁵² apart.
        var number = seam - 40 * 0x1p-52
        var last = try #require(bank.value(0, at: number))
        for _ in 0..<80 {
            number += 0x1p-52
            let value = try #require(bank.value(0, at: number))
            #expect(value >= last - 2 * last.ulp)
            last = value
        }
    }
}

@Test func `a larger shape of the same mean draws from the same uniform number`() throws {
    let bank = SamplerBank([try .gamma(shape: 2, mean: 10), try .gamma(shape: 2.2, mean: 10)])
    let key = StreamKey(seed: 9, purpose: "service@desk", type: "A")
    var pairs: [(Double, Double)] = []
    for entity: UInt32 in 0..<20_000 {
        let open = RandomStream(key: key, occurrence: Occurrence(), entity: entity, replication: 0)
        pairs.append((bank.draw(0, open), bank.draw(1, open)))
    }
    // Comonotone: a rejection method would give a correlation near 0.
    let correlation = scaledCorrelation(pairs.map(\.0)[...], pairs.map(\.1)[...]) / 20_000.0.squareRoot()
    #expect(correlation > 0.998)
}
