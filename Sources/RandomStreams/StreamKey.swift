/// The keys of all streams of one purpose and type under one seed.
///
/// They are the words of the Philox4x32-10 block with the counter (low and high half of the purpose's hash, low and
/// high half of the type's hash) and the seed as key; the hash is `stableHash(of:)`. Make it once per purpose and
/// type, not per draw.
@frozen
public struct StreamKey: Sendable, Hashable {
    /// The key of all first occurrences: words 1 and 0 (low) of the block, made odd.
    public let first: UInt64
    /// The key from which those of the other occurrences are made: words 3 and 2 (low) of the block, made odd.
    public let others: UInt64

    /// The keys for a purpose (such as a kind and a step's name) and a type of entity.
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
        first = block.lowWord | 1
        others = block.highWord | 1
    }

    /// The key of an occurrence.
    @inlinable
    @inline(__always)
    public func key(of occurrence: Occurrence) -> UInt64 {
        if _fastPath(occurrence.bits == 0) { return first }
        return Squares.word(occurrence.bits, key: others) | 1
    }
}
