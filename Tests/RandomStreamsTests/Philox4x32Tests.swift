// Known answers: Random123 kat_vectors (as in DEShawResearch/fs123, core123/ut/ut_philox.cpp), recomputed by the
// project's reference script rng.py, which also made the rows with the key 1, 2.
import RandomStreams
import Testing

private typealias Block = Philox4x32.Block

@Test(
    arguments: [
        ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        (
            [UInt32](repeating: .max, count: 4), [.max, .max],
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        ),
        (
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        ),
        ([1, 0, 0, 0], [1, 2], [0x5f02_7b1e, 0xb257_1bcc, 0x2851_b0fa, 0xae65_2d64]),
        ([0, 1, 0, 0], [1, 2], [0x40dc_5355, 0x4962_507b, 0x2cef_26b5, 0x6b2f_71c5]),
        ([0, 0, 1, 0], [1, 2], [0xf0c3_8cd9, 0x8ac5_2c3d, 0x3bd0_ec7f, 0xb273_05dc]),
        ([0, 0, 0, 1], [1, 2], [0x9fa9_b579, 0xc0ac_f605, 0x8730_caca, 0xae2b_8e9e]),
    ] as [([UInt32], [UInt32], [UInt32])]
)
func `ten rounds of Philox4x32 give the known blocks`(counter: [UInt32], key: [UInt32], words: [UInt32]) {
    let block = Philox4x32.block(
        Block(counter[0], counter[1], counter[2], counter[3]),
        key0: key[0],
        key1: key[1]
    )
    #expect([block.word0, block.word1, block.word2, block.word3] == words)
}

@Test(
    arguments: [
        ([0, 0, 0, 0], [0, 0], [0x5f6f_b709, 0x0d89_3f64, 0x4f12_1f81, 0x4f73_0a48]),
        (
            [UInt32](repeating: .max, count: 4), [.max, .max],
            [0x5207_ddc2, 0x4516_5e59, 0x4d8e_e751, 0x8c52_f662]
        ),
        (
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
            [0x4dfc_caba, 0x190a_87f0, 0xc473_62ba, 0xb6b5_242a]
        ),
    ] as [([UInt32], [UInt32], [UInt32])]
)
func `seven rounds of Philox4x32 give the known blocks`(counter: [UInt32], key: [UInt32], words: [UInt32]) {
    let block = Philox4x32.block(
        Block(counter[0], counter[1], counter[2], counter[3]),
        key0: key[0],
        key1: key[1],
        rounds: 7
    )
    #expect([block.word0, block.word1, block.word2, block.word3] == words)
}

@Test func `two words of a block make a number with the even word low`() {
    let block = Philox4x32.block(Block(0, 0, 0, 0), key0: 0, key1: 0)
    #expect(block.lowWord == 0xe169_c58d_6627_e8d5)
    #expect(block.highWord == 0x9b00_dbd8_bc57_ac4c)
}

@Test(
    arguments: [
        (
            [0, 0, 17, 0], [0x6773_6710, 0x4b7b_23aa],
            [0x5a30_02d6, 0x2d84_f3ed, 0xe8a7_12ec, 0x3c1a_83c9]
        ),
        (
            [0, 1, 17, 0], [0x6773_6710, 0x4b7b_23aa],
            [0xf2a2_c8ec, 0xd2d5_28ae, 0x6c38_074c, 0xb1f4_8fda]
        ),
        (
            [0, 0, 17, 0], [0x6a9c_e7fe, 0x24a9_a547],
            [0xfba1_902f, 0x89e1_8096, 0x4188_9d11, 0x5738_e39a]
        ),
        (
            [0, 0, 17, 3], [0x56a0_63cf, 0xea45_b92a],
            [0x0da1_50c7, 0x8db0_27b9, 0xb354_38af, 0x4293_c9de]
        ),
        (
            [1, 0, .max, .max], [0x4d2d_9f40, 0x8411_7b25],
            [0xf82e_926d, 0x2b15_45cc, 0xbd32_2da1, 0x38c5_652f]
        ),
    ] as [([UInt32], [UInt32], [UInt32])]
)
func `ten rounds of Philox4x32 under keys of streams give the reference blocks`(
    counter: [UInt32],
    key: [UInt32],
    words: [UInt32]
) {
    // Reference rows "proposed layout draw", whose counter was draw index, visit, entity, replication.
    let block = Philox4x32.block(
        Block(counter[0], counter[1], counter[2], counter[3]),
        key0: key[0],
        key1: key[1]
    )
    #expect([block.word0, block.word1, block.word2, block.word3] == words)
}
