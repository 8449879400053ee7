import GSLFunctions
import RandomStreams
import Testing

private let sampleSize = 1 << 22

private func variates(_ draw: (inout RandomStream) -> Double) -> [Double] {
    let key = StreamKey(seed: 77, purpose: "ziggurat", type: "test")
    return (0..<sampleSize).map { entity in
        var stream = RandomStream(
            key: key,
            occurrence: Occurrence(),
            entity: UInt32(entity),
            replication: 0
        )
        return draw(&stream)
    }
}

/// How many standard errors the share of values above a bound lies from its probability.
private func tailDeviation(_ values: [Double], above bound: Double, probability: Double) -> Double {
    let share = Double(values.count { $0 > bound }) / Double(values.count)
    return abs(share - probability) / (probability * (1 - probability) / Double(values.count)).squareRoot()
}

@Test func `exponential variates have the law's moments, tails and distribution`() throws {
    let values = variates { $0.exponential() }
    let moments = SampleMoments(values)
    #expect(moments.meanDeviation(from: 1, variance: 1) < 5)
    #expect(moments.varianceDeviation(from: 1) < 5)
    // 5 standard errors of a mean are 0.0025 here.
    #expect(abs(moments.fourth - 9) < 0.5)
    #expect(values.allSatisfy { $0 >= 0 })
    for bound in [0.01, 0.1, 1, 3, 6, 7.69711747013105, 8.5, 10, 12] {
        // e^-x, source: definition; 7.697… is where the ziggurat's tail starts.
        let probability = try gammaProbability(above: bound, shape: 1, scale: 1)
        #expect(tailDeviation(values, above: bound, probability: probability) < 5)
    }
    #expect(
        try kolmogorovDistance(Array(values.prefix(1 << 20))) {
            try gammaProbability(below: $0, shape: 1, scale: 1)
        } < 2.694
    )
}

@Test func `normal variates have the law's moments, tails and distribution`() throws {
    let values = variates { $0.normal() }
    let moments = SampleMoments(values)
    #expect(moments.meanDeviation(from: 0, variance: 1) < 5)
    #expect(moments.varianceDeviation(from: 1) < 5)
    #expect(abs(moments.fourth - 3) < 5 * (96.0 / Double(sampleSize)).squareRoot())
    let cubes = SampleMoments(values.map { $0 * $0 * $0 })
    #expect(cubes.meanDeviation(from: 0, variance: 15) < 5)
    for bound in [0.01, 0.5, 1, 2, 3, 3.654152885361009, 4, 4.5] {
        let probability = try normalProbability(above: bound)
        #expect(tailDeviation(values, above: bound, probability: probability) < 5)
        #expect(tailDeviation(values.map { -$0 }, above: bound, probability: probability) < 5)
    }
    #expect(
        try kolmogorovDistance(Array(values.prefix(1 << 20))) { try normalProbability(below: $0) } < 2.694
    )
}

@Test func `a ziggurat takes one word as often as its sure parts are wide`() {
    let key = StreamKey(seed: 78, purpose: "ziggurat", type: "test")
    var counts = (exponential: 0, normal: 0)
    for entity: UInt32 in 0..<100_000 {
        let open = RandomStream(key: key, occurrence: Occurrence(), entity: entity, replication: 0)
        var second = open
        _ = second.nextWord()
        let secondWord = second.nextWord()
        var first = open
        _ = first.exponential()
        if first.nextWord() == secondWord { counts.exponential += 1 }
        var other = open
        _ = other.normal()
        if other.nextWord() == secondWord { counts.normal += 1 }
    }
    // The mean over the layers of x[i+1] / x[i], computed by a separate script; 5 standard errors.
    #expect(abs(Double(counts.exponential) - 97_778.0) < 5 * 47)
    #expect(abs(Double(counts.normal) - 98_508.1) < 5 * 39)
}
