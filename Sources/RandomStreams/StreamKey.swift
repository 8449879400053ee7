/// The key of all streams of one purpose and type under one seed: layout 1 of the random numbers.
///
/// Its two words are words 0 and 1 of Philox4x32-10 with the counter (low and high half of the purpose's hash,
/// low and high half of the type's hash) and the seed as key; the hash is `stableHash(of:)`. Make it once
/// per purpose and type, not per draw.
@frozen
public struct StreamKey: @unchecked Sendable, Hashable {
    /// Word 0 of the key of every block drawn under it.
    public let word0: UInt32
    /// Word 1 of the key of every block drawn under it.
    public let word1: UInt32
    /// Immortal and read-only, hence unchecked; carried so that no draw asks whether the tables exist.
    @usableFromInline let layers: UnsafePointer<ZigguratLayer>

    /// The key for a purpose (such as a kind and a step's name) and a type of entity.
    public init(seed: UInt64, purpose: String, type: String) {
        let purposeHash = stableHash(of: purpose)
        let typeHash = stableHash(of: type)
        let block = Philox4x32.block(
            Philox4x32.Block(
                UInt32(truncatingIfNeeded: purposeHash),
                UInt32(truncatingIfNeeded: purposeHash >> 32),
                UInt32(truncatingIfNeeded: typeHash),
                UInt32(truncatingIfNeeded: typeHash >> 32)
            ),
            key0: UInt32(truncatingIfNeeded: seed),
            key1: UInt32(truncatingIfNeeded: seed >> 32)
        )
        word0 = block.word0
        word1 = block.word1
        layers = ZigguratTables.shared.layers
    }

    /// Both words as one number, word 0 low: equal exactly when the keys are.
    public var words: UInt64 {
        UInt64(word1) << 32 | UInt64(word0)
    }
}
