/// The buckets of a log-linear sketch of whole numbers from 0 to 2⁶³ − 1.
///
/// Numbers below 256 have a bucket each; every further doubling is cut into 128 buckets of equal width. The middle
/// of a bucket therefore differs from any number in it by less than 2⁻⁸ of that number.
/// Source: the layout of HdrHistogram (Tene 2012), in whole numbers only.
public enum SketchLayout {
    /// The number of buckets: an index lies in 0..<`bucketCount`.
    @inlinable public static var bucketCount: Int { 7296 }

    /// The greatest relative distance between a number and the middle of its bucket.
    @inlinable public static var relativeError: Double { 1.0 / 256 }

    /// The bucket of a number that is not negative.
    @inlinable
    public static func index(of value: Int64) -> Int {
        // Bit 7 stands in for the leading bit of all numbers below 256, which are not shifted.
        let shift = 56 &- (value | 128).leadingZeroBitCount
        return (shift &<< 7) &+ Int(truncatingIfNeeded: value &>> Int64(shift))
    }

    /// The numbers of a bucket, both ends included.
    @inlinable
    public static func bounds(of index: Int) -> ClosedRange<Int64> {
        let shift = max(0, (index >> 7) - 1)
        let lower = Int64(index - (shift << 7)) << Int64(shift)
        return lower...(lower + ((1 << Int64(shift)) - 1))
    }

    /// The middle of a bucket, which stands for all numbers in it.
    @inlinable
    public static func middle(of index: Int) -> Double {
        let bounds = bounds(of: index)
        return Double(bounds.lowerBound) + Double(bounds.upperBound - bounds.lowerBound) / 2
    }
}
