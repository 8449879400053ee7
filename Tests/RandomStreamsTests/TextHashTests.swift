import RandomStreams
import Testing

@Test(
    arguments: [
        ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)]
)
func `the hash of a text is FNV-1a of its bytes`(text: String, hash: UInt64) {
    // From the test suite of Fowler, Noll and Vo (test_fnv.c).
    #expect(stableHash(of: text) == hash)
}
