// The simulator takes the first words of neighbouring streams, not many words of one: that use is tested here.
import GSLFunctions
import RandomStreams
import Testing

/// A way to walk through neighbouring streams.
enum Neighbourhood: String, CaseIterable, Sendable {
    case entity, replication, loop, item, outerLoop, purpose, draw

    /// The first uniform number of each of 2¹⁸ neighbouring streams (for `draw`, 512 words of 2⁹ streams).
    var numbers: [Double] {
        let key = StreamKey(seed: 1, purpose: "service@desk", type: "A")
        func stream(_ bits: UInt64 = 0, entity: UInt32 = 0, replication: UInt32 = 0) -> RandomStream {
            RandomStream(
                key: key,
                occurrence: Occurrence(bits: bits),
                entity: entity,
                replication: replication
            )
        }
        return (0..<(1 << 18)).map { index in
            let low = UInt64(index % 1024)
            let high = UInt32(index / 1024)
            var open =
                switch self {
                case .entity: stream(entity: UInt32(index))
                case .replication: stream(replication: UInt32(index))
                case .loop: stream(low, entity: high)
                case .item: stream(low << 12, entity: high)
                case .outerLoop: stream(low << 44, entity: high)
                case .purpose:
                    RandomStream(
                        key: StreamKey(seed: UInt64(high), purpose: "\(low)", type: "A"),
                        occurrence: Occurrence(),
                        entity: 0,
                        replication: 0
                    )
                case .draw: stream(entity: UInt32(index / 512))
                }
            if self == .draw {
                for _ in 0..<(index % 512) { _ = open.nextWord() }
            }
            return open.uniform()
        }
    }
}

@Test(arguments: Neighbourhood.allCases)
func `first draws of neighbouring streams are uniform and independent`(neighbourhood: Neighbourhood) throws {
    let numbers = neighbourhood.numbers
    var cells = [Int](repeating: 0, count: 4096)
    var pairs = [Int](repeating: 0, count: 64 * 64)
    for (index, number) in numbers.enumerated() {
        cells[Int(number * 4096)] += 1
        if index % 2 == 1 { pairs[Int(number * 64) * 64 + Int(numbers[index - 1] * 64)] += 1 }
    }
    // Each tail at 1e-6; a cell's chance off by 10 % in a tenth of the cells would show.
    #expect(try pearsonTail(cells, expected: cells.map { _ in 64 }) > 1e-6)
    #expect(try pearsonTail(pairs, expected: pairs.map { _ in 32 }) > 1e-6)
    for lag in [1, 2, 3, 512, 1024] {
        // 5 standard errors are a correlation of 0.01.
        #expect(abs(scaledCorrelation(numbers.dropLast(lag), numbers.dropFirst(lag))) < 5)
    }
}

@Test func `corresponding streams of neighbouring neighbourhoods are uncorrelated`() {
    let key = StreamKey(seed: 1, purpose: "service@desk", type: "A")
    let other = StreamKey(seed: 1, purpose: "service@desk", type: "B")
    func numbers(_ key: StreamKey, bits: UInt64, replication: UInt32) -> ArraySlice<Double> {
        ArraySlice(
            (0..<(1 << 18)).map { entity in
                var stream = RandomStream(
                    key: key,
                    occurrence: Occurrence(bits: bits),
                    entity: UInt32(entity),
                    replication: replication
                )
                return stream.uniform()
            }
        )
    }
    let base = numbers(key, bits: 0, replication: 0)
    #expect(abs(scaledCorrelation(base, numbers(key, bits: 1, replication: 0))) < 5)
    #expect(abs(scaledCorrelation(base, numbers(key, bits: 1 << 12, replication: 0))) < 5)
    #expect(abs(scaledCorrelation(base, numbers(key, bits: 1 << 32, replication: 0))) < 5)
    #expect(abs(scaledCorrelation(base, numbers(key, bits: 0, replication: 1))) < 5)
    #expect(abs(scaledCorrelation(base, numbers(other, bits: 0, replication: 0))) < 5)
}

@Test func `every bit of a first word is set half of the time`() {
    let key = StreamKey(seed: 5, purpose: "service@desk", type: "A")
    var ones = [Int](repeating: 0, count: 64)
    for entity: UInt32 in 0..<(1 << 18) {
        var stream = RandomStream(key: key, occurrence: Occurrence(), entity: entity, replication: 0)
        let word = stream.nextWord()
        for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
    }
    // The standard error is 256, so 5 of them are 1 % of the count.
    #expect(ones.allSatisfy { abs($0 - (1 << 17)) < 5 * 256 })
}
