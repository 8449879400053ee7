import OutputStatistics

/// Counts of values by the leading 8 bits of 2 × value + 1, which stand ready in it as a floating-point number.
///
/// For values from 128 on these are the buckets of `SketchLayout`, found in half as many instructions; below, each
/// value has a count of its own, but not at its bucket's place.
struct LeadingBitCounts {
    private let counts: UnsafeMutablePointer<UInt32>

    /// Values that a floating-point number tells apart lie below this, also when they are doubled.
    static var limit: Int64 { 1 << 51 }

    /// How many counts there are: 64 doublings of 128 each.
    private static var number: Int { 64 << 7 }
    /// How far a value's count lies behind its bucket, from 128 on.
    private static var distanceFromBucket: Int { 7 << 7 }

    init() {
        counts = .allocate(capacity: Self.number)
        counts.initialize(repeating: 0, count: Self.number)
    }

    /// Gives back the memory.
    func deallocate() { counts.deallocate() }

    /// Counts a value below `limit`, given as 2 × value + 1.
    @inline(__always)
    func count(doubledPlusOne odd: Double) {
        counts[Int(truncatingIfNeeded: odd.bitPattern &>> 45) &- (1023 &<< 7)] &+= 1
    }

    /// Counts a value, 0 or more.
    func count(_ value: Int64) {
        if value < Self.limit {
            count(doubledPlusOne: Double(2 &* value &+ 1))
        } else {
            counts[SketchLayout.index(of: value) &+ Self.distanceFromBucket] &+= 1
        }
    }

    /// The counts by bucket, from bucket 0 to the last with a value.
    var byBucket: [Int64] {
        guard let last = (0..<Self.number).last(where: { counts[$0] > 0 }) else { return [] }
        var buckets = [Int64](repeating: 0, count: Self.bucket(ofCountAt: last) + 1)
        for place in 0...last where counts[place] > 0 {
            buckets[Self.bucket(ofCountAt: place)] += Int64(counts[place])
        }
        return buckets
    }

    private static func bucket(ofCountAt place: Int) -> Int {
        let doublings = place >> 7
        guard doublings < 8 else { return place - distanceFromBucket }
        // 2 × value + 1 is below 256, so its leading bits are all it has.
        let odd = (128 + place & 127) >> (7 - doublings)
        return odd >> 1
    }
}
