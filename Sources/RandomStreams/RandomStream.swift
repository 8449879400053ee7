/// The random numbers of one entity for one use of one purpose, opened where they are drawn and dropped after.
///
/// A word is a function of the key, the occurrence, the entity, the replication and the number of words
/// taken before; opening costs nothing by itself. A stream holds 512 words; taking more traps.
///
/// Layout 2: words 2b and 2b + 1 are those of the Philox2x64-10 block with the counter (entity in the upper and
/// replication in the lower half; occurrence in the upper 56 bits and b in the lower 8) under the stream's key.
@frozen
public struct RandomStream: Sendable {
    @usableFromInline let key: StreamKey
    /// The entity in the upper half, the replication in the lower.
    @usableFromInline let owner: UInt64
    @usableFromInline let occurrence: Occurrence
    @usableFromInline var wordsTaken: UInt64

    /// Opens a stream at its first word.
    ///
    /// - Parameters:
    ///   - key: the purpose and type under the seed.
    ///   - occurrence: the use of the purpose by this entity.
    ///   - entity: the ordinal of the entity within its own arrival process.
    ///   - replication: the index of the replication.
    @inlinable
    @inline(__always)
    public init(key: StreamKey, occurrence: Occurrence, entity: UInt32, replication: UInt32) {
        self.key = key
        self.occurrence = occurrence
        owner = UInt64(entity) << 32 | UInt64(replication)
        wordsTaken = 0
    }

    /// The next 64 random bits: word 0 of a block, then word 1, then those of the next block.
    @inlinable
    @inline(__always)
    public mutating func nextWord() -> UInt64 {
        precondition(wordsTaken < 512, "a random stream holds 512 words")
        let block = block(wordsTaken >> 1)
        let isSecond = wordsTaken & 1 != 0
        wordsTaken &+= 1
        return isSecond ? block.word1 : block.word0
    }

    /// The first word, taken from a stream that was just opened.
    @inlinable
    @inline(__always)
    mutating func firstWord() -> UInt64 {
        wordsTaken = 1
        return block(0).word0
    }

    /// Returns a stream that gave one word to its beginning.
    @inlinable
    @inline(__always)
    mutating func putBack() {
        wordsTaken = 0
    }

    @inlinable
    @inline(__always)
    func block(_ index: UInt64) -> Philox2x64.Block {
        Philox2x64.block(Philox2x64.Block(owner, occurrence.bits << 8 | index), key: key.word)
    }

    /// A uniform variate inside (0, 1), never 0 or 1 and symmetric about 1/2; takes one word.
    @inlinable
    @inline(__always)
    public mutating func uniform() -> Double {
        Self.openUnit(nextWord())
    }

    /// A uniform variate from 0 to below 1 with 53 random bits, for comparing with chances; takes one word.
    @inlinable
    @inline(__always)
    public mutating func unitInterval() -> Double {
        Self.halfOpenUnit(nextWord())
    }

    /// A word as a number inside (0, 1): the middle of one of 2⁵² equal cells.
    @inlinable
    @inline(__always)
    public static func openUnit(_ word: UInt64) -> Double {
        (Double(Int64(bitPattern: word >> 12)) + 0.5) * 0x1p-52
    }

    /// A word as a number from 0 to below 1: the lower end of one of 2⁵³ equal cells.
    @inlinable
    @inline(__always)
    public static func halfOpenUnit(_ word: UInt64) -> Double {
        Double(Int64(bitPattern: word >> 11)) * 0x1p-53
    }
}
