import RandomStreams
import Testing

@Test func `Squares gives the words of its author's own program`() {
    // squaresrngv7.zip by Widynski: squares64 under its sample key, counters 0 to 9.
    let words: [UInt64] = [
        0x36d8_8366_cee6_33a5, 0x9447_16e0_0e60_dfaa, 0xc8a8_f4e0_6786_54bf,
        0x35cc_666a_ab11_c80d, 0x7094_eab1_cbae_8747, 0xa2a1_b6f5_6e92_a96f,
        0xd884_957d_4800_7552, 0xe61f_37b9_7d59_3453, 0xe4d4_5c47_62b1_0dad,
        0xb0db_d071_f201_dd2a,
    ]
    let made = words.indices.map { Squares.word(UInt64($0), key: 0x548c_9dec_bce6_5297) }
    #expect(made == words)
}

@Test(
    arguments: [
        (.max, .max, 0x0000_0000_0000_0000),
        (0, 1, 0x0000_0000_0000_0001),
        (0x8000_01ff_0000_0000, 0x9e37_79b9_7f4a_7c15, 0xfae9_0f25_36fc_9e99),
        (0x0123_4567_89ab_cdef, 0xf171_fa83_85f9_7699, 0x7a20_ec65_3ed5_f083),
    ] as [(UInt64, UInt64, UInt64)]
)
func `Squares gives the known words for other counters and keys`(counter: UInt64, key: UInt64, word: UInt64) {
    // Computed by a separate script from the definition.
    #expect(Squares.word(counter, key: key) == word)
}

@Test func `one bit of a counter or key turns every bit of a word half of the time`() {
    let bases = 1 << 14
    let keys = (0..<bases).map { StreamKey(seed: 1, purpose: "service@step-\($0)", type: "A").first }
    var greatest = 0.0
    // 64 bits of the counter, then those of the key but the lowest, which is always set.
    for bit in 0..<127 {
        let counterMask: UInt64 = bit < 64 ? 1 << UInt64(bit) : 0
        let keyMask: UInt64 = bit < 64 ? 0 : 1 << UInt64(bit - 63)
        var turned = [Int](repeating: 0, count: 64)
        for (base, key) in keys.enumerated() {
            // A counter as the simulator has it: few entities, words and replications.
            let counter = UInt64(base & 15) << 41 | UInt64(base & 1) << 32 | UInt64(base >> 4)
            let word = Squares.word(counter, key: key)
            let difference = word ^ Squares.word(counter ^ counterMask, key: key ^ keyMask)
            for place in 0..<64 { turned[place] += Int(truncatingIfNeeded: difference >> UInt64(place) & 1) }
        }
        for count in turned { greatest = max(greatest, abs(Double(count) - Double(bases) / 2)) }
    }
    // The standard error is 64. Of 8,128 counts one goes beyond 6.1 of them (5 % of the count) with a chance of 1e-5.
    #expect(greatest < 6.1 * 64)
}
