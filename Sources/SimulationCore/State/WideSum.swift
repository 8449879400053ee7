/// An exact sum of whole numbers whose total may outgrow 64 bits although few terms do.
struct WideSum {
    private var recent: Int64 = 0
    private var settled: Int128 = 0

    /// Adds a number.
    @inline(__always)
    mutating func add(_ number: Int64) {
        let sum = recent.addingReportingOverflow(number)
        if _slowPath(sum.overflow) {
            settled += Int128(recent)
            recent = number
        } else {
            recent = sum.partialValue
        }
    }

    /// Takes a number away.
    @inline(__always)
    mutating func subtract(_ number: Int64) {
        let difference = recent.subtractingReportingOverflow(number)
        if _slowPath(difference.overflow) {
            settled += Int128(recent)
            recent = -number
        } else {
            recent = difference.partialValue
        }
    }

    /// The sum so far.
    var total: Int128 { settled + Int128(recent) }
}
