/// The key of all streams of one purpose and type under one seed.
///
/// It is words 1 and 0 (low) of Philox4x32-10 with the counter (low and high half of the purpose's hash,
/// low and high half of the type's hash) and the seed as key; the hash is `stableHash(of:)`. Make it once
/// per purpose and type, not per draw.
@frozen
public struct StreamKey: Sendable, Hashable {
    /// The key of every block drawn under it: equal exactly when the keys are.
    public let word: UInt64

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
        word = block.lowWord
    }
}
