/// The random numbers of one entity for one use of one purpose, opened where they are drawn and dropped after.
///
/// A word is a function of the key, the occurrence, the entity, the replication and the number of words
/// taken before; opening costs nothing by itself. A stream holds 512 words; taking more traps.
@frozen
public struct RandomStream: Sendable {
    @usableFromInline let key: StreamKey
    @usableFromInline let occurrence: Occurrence
    @usableFromInline let entity: UInt32
    @usableFromInline let replication: UInt32
    @usableFromInline var wordsTaken: UInt32

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
        self.entity = entity
        self.replication = replication
        wordsTaken = 0
    }

    /// The next 64 random bits: words 1 and 0 of a block, then words 3 and 2, then the next block's.
    @inlinable
    @inline(__always)
    public mutating func nextWord() -> UInt64 {
        precondition(wordsTaken < 512, "a random stream holds 512 words")
        let block = Philox4x32.block(
            Philox4x32.Block(
                UInt32(truncatingIfNeeded: occurrence.bits >> 32) << 8 | wordsTaken >> 1,
                UInt32(truncatingIfNeeded: occurrence.bits),
                entity,
                replication
            ),
            key0: key.word0,
            key1: key.word1
        )
        let isSecond = wordsTaken & 1 != 0
        wordsTaken &+= 1
        return isSecond ? block.highWord : block.lowWord
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
