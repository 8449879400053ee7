/// The counter-based generator Squares of Widynski (arXiv 2004.06278, version 7): makes the words of streams.
///
/// A word is a pure function of a counter and an odd key, so draws need no state and no order. It costs half of what
/// Philox4x32 costs when each draw waits for the last, and less when they overlap.
public enum Squares {
    /// The 64-bit word of a counter under a key, by five rounds.
    ///
    /// The key is odd and its bits are irregular, such as those of a good hash.
    @inlinable
    @inline(__always)
    public static func word(_ counter: UInt64, key: UInt64) -> UInt64 {
        let even = counter &* key
        let odd = even &+ key
        let first = halvesSwapped(even &* even &+ even)
        let second = halvesSwapped(first &* first &+ odd)
        let third = halvesSwapped(second &* second &+ even)
        let fourth = third &* third &+ odd
        let swapped = halvesSwapped(fourth)
        return fourth ^ ((swapped &* swapped &+ even) &>> 32)
    }

    @inlinable
    @inline(__always)
    static func halvesSwapped(_ word: UInt64) -> UInt64 {
        word &>> 32 | word &<< 32
    }
}
