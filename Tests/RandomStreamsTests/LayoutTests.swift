// The layout is a contract (layout 1); vectors computed by the project's reference script layout.py.
import RandomStreams
import Testing

struct LayoutVector: Sendable {
    let seed: UInt64
    let purpose: String
    let type: String
    let replication: UInt32
    let entity: UInt32
    let visit: UInt64
    let draw: Int
    let key: [UInt32]
    let block: [UInt32]
    let uniform: Double

    static let known = [
        LayoutVector(
            seed: 42,
            purpose: "service@psych",
            type: "A",
            replication: 0,
            entity: 17,
            visit: 0,
            draw: 0,
            key: [0x6773_6710, 0x4b7b_23aa],
            block: [0x5a30_02d6, 0x2d84_f3ed, 0xe8a7_12ec, 0x3c1a_83c9],
            uniform: 0.17780994934781813
        ),
        LayoutVector(
            seed: 42,
            purpose: "service@psych",
            type: "A",
            replication: 0,
            entity: 17,
            visit: 1,
            draw: 0,
            key: [0x6773_6710, 0x4b7b_23aa],
            block: [0xf2a2_c8ec, 0xd2d5_28ae, 0x6c38_074c, 0xb1f4_8fda],
            uniform: 0.8235650469893115
        ),
        LayoutVector(
            seed: 42,
            purpose: "branch@psych",
            type: "A",
            replication: 0,
            entity: 17,
            visit: 0,
            draw: 0,
            key: [0x6a9c_e7fe, 0x24a9_a547],
            block: [0xfba1_902f, 0x89e1_8096, 0x4188_9d11, 0x5738_e39a],
            uniform: 0.5385971420870476
        ),
        LayoutVector(
            seed: 42,
            purpose: "service@psych",
            type: "B",
            replication: 3,
            entity: 17,
            visit: 0,
            draw: 0,
            key: [0x56a0_63cf, 0xea45_b92a],
            block: [0x0da1_50c7, 0x8db0_27b9, 0xb354_38af, 0x4293_c9de],
            uniform: 0.553469164542212
        ),
        LayoutVector(
            seed: .max,
            purpose: "gap",
            type: "A",
            replication: .max,
            entity: .max,
            visit: 0,
            draw: 1,
            key: [0x4d2d_9f40, 0x8411_7b25],
            block: [0xf82e_926d, 0x2b15_45cc, 0xbd32_2da1, 0x38c5_652f],
            uniform: 0.16829334501397353
        ),
    ]
}

@Test(arguments: LayoutVector.known)
func `a draw follows layout 1`(vector: LayoutVector) {
    let key = StreamKey(seed: vector.seed, purpose: vector.purpose, type: vector.type)
    #expect([key.word0, key.word1] == vector.key)
    var stream = RandomStream(
        key: key,
        occurrence: Occurrence(bits: vector.visit),
        entity: vector.entity,
        replication: vector.replication
    )
    for _ in 0..<(2 * vector.draw) { _ = stream.nextWord() }
    var again = stream
    #expect(again.nextWord() == UInt64(vector.block[1]) << 32 | UInt64(vector.block[0]))
    #expect(again.nextWord() == UInt64(vector.block[3]) << 32 | UInt64(vector.block[2]))
    #expect(stream.uniform() == vector.uniform)
}

@Test func `the upper bits of an occurrence go above the draw index`() {
    let key = StreamKey(seed: 7, purpose: "service@desk", type: "A")
    let occurrence = Occurrence(bits: 0xAB_CDEF_1234_5678)
    var stream = RandomStream(key: key, occurrence: occurrence, entity: 5, replication: 6)
    for draw: UInt32 in 0..<256 {
        let block = Philox4x32.block(
            Philox4x32.Block(0xABCD_EF00 | draw, 0x1234_5678, 5, 6),
            key0: key.word0,
            key1: key.word1
        )
        #expect(stream.nextWord() == block.lowWord)
        #expect(stream.nextWord() == block.highWord)
    }
}

@Test func `the fields of an occurrence lie where layout 1 puts them`() {
    #expect(Occurrence.layoutVersion == 1)
    #expect(Occurrence().withLoop(level: 1, iteration: 4095).bits == 0xFFF)
    #expect(Occurrence().withItem(1023).bits == 0x3FF << 12)
    #expect(Occurrence().withBranch(63).bits == 0x3F << 22)
    #expect(Occurrence().withMember(15).bits == 0xF << 28)
    #expect(Occurrence().withLoop(level: 2, iteration: 4095).bits == 0xFFF << 32)
    #expect(Occurrence().withLoop(level: 3, iteration: 4095).bits == 0xFFF << 44)
}

@Test func `a field of an occurrence is read back and replaced alone`() {
    let full = Occurrence(bits: (1 << 56) - 1)
    let changed =
        full.withLoop(level: 1, iteration: 1).withLoop(level: 2, iteration: 2)
        .withLoop(level: 3, iteration: 3).withItem(4).withBranch(5).withMember(6)
    #expect((1...3).map { changed.iteration(ofLoop: $0) } == [1, 2, 3])
    #expect([changed.item, changed.branch, changed.member] == [4, 5, 6])
    #expect(full.withItem(0).bits == full.bits & ~(0x3FF << 12))
}

@Test func `an overflow of a field or of a stream stops the process`() async {
    await #expect(processExitsWith: .failure) { _ = Occurrence().withItem(Occurrence.items) }
    await #expect(processExitsWith: .failure) { _ = Occurrence().withLoop(level: 4, iteration: 0) }
    await #expect(processExitsWith: .failure) { _ = Occurrence().withMember(-1) }
    await #expect(processExitsWith: .failure) {
        let key = StreamKey(seed: 1, purpose: "a", type: "b")
        var stream = RandomStream(key: key, occurrence: Occurrence(), entity: 0, replication: 0)
        for _ in 0...512 { _ = stream.nextWord() }
    }
}

@Test func `keys of 8 seeds, 200 purposes and 20 types do not collide`() {
    var keys: Set<UInt64> = []
    for seed: UInt64 in 0..<8 {
        for purpose in 0..<200 {
            for type in 0..<20 {
                keys.insert(StreamKey(seed: seed, purpose: "service@step-\(purpose)", type: "\(type)").words)
            }
        }
    }
    #expect(keys.count == 8 * 200 * 20)
}

@Test func `draws do not depend on the order in which they are made`() {
    let key = StreamKey(seed: 3, purpose: "service@desk", type: "A")
    func draw(_ index: Int) -> Double {
        var stream = RandomStream(
            key: key,
            occurrence: Occurrence(bits: UInt64(index % 7)),
            entity: UInt32(index / 7),
            replication: UInt32(index % 3)
        )
        return stream.exponential()
    }
    let forwards = (0..<5000).map(draw)
    let backwards = (0..<5000).reversed().map(draw)
    #expect(forwards == backwards.reversed())
    #expect(Set(forwards).count == 5000)
}

@Test func `a batch of exponential variates equals the streams one by one`() {
    let key = StreamKey(seed: 11, purpose: "gap", type: "A")
    var batch = [Double](repeating: 0, count: 5000)
    batch.withUnsafeMutableBufferPointer {
        RandomStream.fillExponentials(key: key, firstEntity: .max - 100, replication: 9, into: $0)
    }
    for (index, variate) in batch.enumerated() {
        var stream = RandomStream(
            key: key,
            occurrence: Occurrence(),
            entity: (.max - 100) &+ UInt32(index),
            replication: 9
        )
        #expect(variate == stream.exponential())
    }
}
