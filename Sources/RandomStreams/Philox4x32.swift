/// The counter-based generator Philox4x32 of Salmon, Moraes, Dror and Shaw (SC 2011): makes the keys of streams.
///
/// A block is a pure function of a 128-bit counter and a 64-bit key.
public enum Philox4x32 {
    /// Four words of a counter, or of the block made from it; `word0` is the least significant.
    @frozen
    public struct Block: Sendable, Hashable {
        /// Word 0.
        public var word0: UInt32
        /// Word 1.
        public var word1: UInt32
        /// Word 2.
        public var word2: UInt32
        /// Word 3.
        public var word3: UInt32

        /// Four words, least significant first.
        @inlinable
        public init(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) {
            self.word0 = word0
            self.word1 = word1
            self.word2 = word2
            self.word3 = word3
        }

        /// Words 1 and 0 as one number, word 0 low.
        @inlinable
        public var lowWord: UInt64 {
            UInt64(word1) << 32 | UInt64(word0)
        }

        /// Words 3 and 2 as one number, word 2 low.
        @inlinable
        public var highWord: UInt64 {
            UInt64(word3) << 32 | UInt64(word2)
        }
    }

    /// The block of `counter` under a key; 10 rounds are the generator, 7 serve known answers only.
    @inlinable
    public static func block(_ counter: Block, key0: UInt32, key1: UInt32, rounds: Int = 10) -> Block {
        var words = counter
        var key0 = key0
        var key1 = key1
        var round = 0
        while round < rounds {
            let product0 = 0xD251_1F53 &* UInt64(words.word0)
            let product1 = 0xCD9E_8D57 &* UInt64(words.word2)
            words = Block(
                UInt32(truncatingIfNeeded: product1 >> 32) ^ (words.word1 ^ key0),
                UInt32(truncatingIfNeeded: product1),
                UInt32(truncatingIfNeeded: product0 >> 32) ^ (words.word3 ^ key1),
                UInt32(truncatingIfNeeded: product0)
            )
            key0 &+= 0x9E37_79B9
            key1 &+= 0xBB67_AE85
            round &+= 1
        }
        return words
    }
}
