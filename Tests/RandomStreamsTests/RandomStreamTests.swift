import RandomStreams
import Testing

@Test func `a word becomes the known uniform numbers`() {
    // Reference rows "u53" and "u53 open".
    #expect(RandomStream.halfOpenUnit(0xe169_c58d_6627_e8d5) == 0.8805201978886142)
    #expect(RandomStream.openUnit(0xe169_c58d_6627_e8d5) == 0.8805201978886142)
}

@Test func `uniform numbers never reach an excluded end and are symmetric`() {
    #expect(RandomStream.openUnit(0) == 0x1p-53)
    #expect(RandomStream.openUnit(.max) == 1 - 0x1p-53)
    #expect(RandomStream.halfOpenUnit(0) == 0)
    #expect(RandomStream.halfOpenUnit(.max) == 1 - 0x1p-53)
    for word: UInt64 in [0, 1 << 12, 0x1234_5678_9abc_def0, .max] {
        #expect(RandomStream.openUnit(~word) == 1 - RandomStream.openUnit(word))
    }
}
