/// The random numbers of one entity for one use of one purpose, opened where they are drawn and dropped after.
///
/// A word is a function of the key, the occurrence, the entity, the replication and the number of words
/// taken before; opening costs nothing by itself. A stream holds 511 words; taking more traps.
///
/// Layout 2: word w is `Squares.word` of the counter with the entity in bits 0–31, w in bits 32–40 and the
/// replication in bits 41–63, under the key of the occurrence.
@frozen
public struct RandomStream: Sendable {
    /// Replications that are told apart; the first is 0.
    @inlinable
    public static var replications: Int { 1 << 23 }

    @usableFromInline let key: UInt64
    @usableFromInline var counter: UInt64

    /// Opens a stream at its first word.
    ///
    /// - Parameters:
    ///   - key: the purpose and type under the seed.
    ///   - occurrence: the use of the purpose by this entity.
    ///   - entity: the ordinal of the entity within its own arrival process.
    ///   - replication: the index of the replication, below `replications`; its upper bits are ignored.
    @inlinable
    @inline(__always)
    public init(key: StreamKey, occurrence: Occurrence, entity: UInt32, replication: UInt32) {
        self.key = key.key(of: occurrence)
        counter = UInt64(replication) << 41 | UInt64(entity)
    }

    /// The next 64 random bits.
    @inlinable
    @inline(__always)
    public mutating func nextWord() -> UInt64 {
        precondition(counter >> 32 & 511 != 511, "a random stream holds 511 words")
        return takeWord()
    }

    /// The next word of a stream that was just opened.
    @inlinable
    @inline(__always)
    mutating func takeWord() -> UInt64 {
        let word = Squares.word(counter, key: key)
        counter &+= 1 << 32
        return word
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
