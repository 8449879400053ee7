// The simulator takes the first words of neighbouring streams, not many words of one: that use is tested here.
import GSLFunctions
import RandomStreams
import Testing

/// A way to walk through neighbouring streams.
enum Neighbourhood: String, CaseIterable, Sendable {
    case entity, replication, entityAndReplication
    case loop, item, branch, member, middleLoop, outerLoop
    case purpose, seed, draw

    /// The first uniform number of each of 2¹⁸ neighbouring streams (for `draw`, 256 words of 2¹⁰ streams).
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
                case .entityAndReplication: stream(entity: high, replication: UInt32(low))
                case .loop: stream(low, entity: high)
                case .item: stream(low << 12, entity: high)
                case .branch: stream((low % 64) << 22, entity: UInt32(index / 64))
                case .member: stream((low % 16) << 28, entity: UInt32(index / 16))
                case .middleLoop: stream(low << 32, entity: high)
                case .outerLoop: stream(low << 44, entity: high)
                case .purpose: Self.stream(StreamKey(seed: 1, purpose: "service@step-\(index)", type: "A"))
                case .seed: Self.stream(StreamKey(seed: UInt64(index), purpose: "gap", type: "A"))
                case .draw: stream(entity: UInt32(index / 256))
                }
            if self == .draw {
                for _ in 0..<(index % 256) { _ = open.nextWord() }
            }
            return open.uniform()
        }
    }

    /// The stream of the first entity under a key.
    private static func stream(_ key: StreamKey) -> RandomStream {
        RandomStream(key: key, occurrence: Occurrence(), entity: 0, replication: 0)
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
    for lag in [1, 2, 3, 256, 1024] {
        // 5 standard errors are a correlation of 0.01.
        #expect(abs(scaledCorrelation(numbers.dropLast(lag), numbers.dropFirst(lag))) < 5)
    }
}

@Test func `corresponding streams of neighbouring neighbourhoods are uncorrelated`() {
    let key = StreamKey(seed: 1, purpose: "service@desk", type: "A")
    let entities: Range<UInt32> = 1..<(1 << 18)
    func numbers(_ stream: (UInt32) -> RandomStream) -> ArraySlice<Double> {
        ArraySlice(
            entities.map { entity in
                var stream = stream(entity)
                return stream.uniform()
            }
        )
    }
    let base = numbers { RandomStream(key: key, occurrence: Occurrence(), entity: $0, replication: 0) }
    for shift: UInt64 in [0, 12, 22, 28, 32, 44] {
        let occurrence = Occurrence(bits: 1 << shift)
        let other = numbers { RandomStream(key: key, occurrence: occurrence, entity: $0, replication: 0) }
        #expect(abs(scaledCorrelation(base, other)) < 5, "occurrence with bit \(shift)")
    }
    let types = StreamKey(seed: 1, purpose: "service@desk", type: "B")
    let seeds = StreamKey(seed: 2, purpose: "service@desk", type: "A")
    let purposes = StreamKey(seed: 1, purpose: "service@desk2", type: "A")
    for otherKey in [types, seeds, purposes] {
        let other = numbers {
            RandomStream(key: otherKey, occurrence: Occurrence(), entity: $0, replication: 0)
        }
        #expect(abs(scaledCorrelation(base, other)) < 5)
    }
    let next = numbers { RandomStream(key: key, occurrence: Occurrence(), entity: $0, replication: 1) }
    #expect(abs(scaledCorrelation(base, next)) < 5)
    // What one entity draws in many replications, against what many entities draw in one.
    let swapped = numbers { RandomStream(key: key, occurrence: Occurrence(), entity: 0, replication: $0) }
    #expect(abs(scaledCorrelation(base, swapped)) < 5)
    let occurrences = numbers {
        RandomStream(key: key, occurrence: Occurrence(bits: UInt64($0)), entity: 0, replication: 0)
    }
    #expect(abs(scaledCorrelation(base, occurrences)) < 5)
    let second = numbers {
        var stream = RandomStream(key: key, occurrence: Occurrence(), entity: $0, replication: 0)
        _ = stream.nextWord()
        return stream
    }
    #expect(abs(scaledCorrelation(base, second)) < 5)
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
