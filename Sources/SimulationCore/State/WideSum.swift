/// An exact sum of whole numbers that are 0 or more, added or taken away.
struct WideSum {
    private var low: UInt64 = 0
    private var high: Int64 = 0

    /// Adds a number, 0 or more.
    @inline(__always)
    mutating func add(_ number: Int64) {
        let sum = low.addingReportingOverflow(UInt64(bitPattern: number))
        low = sum.partialValue
        high &+= sum.overflow ? 1 : 0
    }

    /// Takes a number away, 0 or more.
    @inline(__always)
    mutating func subtract(_ number: Int64) {
        let difference = low.subtractingReportingOverflow(UInt64(bitPattern: number))
        low = difference.partialValue
        high &-= difference.overflow ? 1 : 0
    }

    /// Adds a sum of numbers that are 0 or more.
    mutating func add(total: Int128) {
        let sum = self.total + total
        low = UInt64(truncatingIfNeeded: sum)
        high = Int64(sum >> 64)
    }

    /// The sum so far.
    var total: Int128 { Int128(high) << 64 | Int128(low) }
}
