import OutputStatistics

/// Exact sums over recorded values.
public struct TallySums: Sendable, Hashable {
    /// Number of values.
    public var count: Int64 = 0
    /// Sum of the values.
    public var sum: Int128 = 0
    /// Sum of their squares.
    public var sumOfSquares: UInt128 = 0
    /// Smallest value, or `Int64.max` when there is none.
    public var minimum: Int64 = .max
    /// Largest value, or `Int64.min` when there is none.
    public var maximum: Int64 = .min

    /// Makes empty sums.
    public init() {}

    /// Adds the sums of another tally.
    public mutating func add(_ other: TallySums) {
        count += other.count
        sum += other.sum
        sumOfSquares += other.sumOfSquares
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }
}

/// A tally of a run and the room for its distribution.
struct TallyCell {
    var sums = TallySums()
    /// Counts by bucket, or nil.
    var buckets: UnsafeMutablePointer<UInt32>?
    /// As long as the tally has fewer values, or always with limits, there is more to do than to add.
    var needsCareBelow: Int64
    /// Its limits, and per limit the values within.
    var limits: UnsafeMutablePointer<SimulationTime>?
    var within: UnsafeMutablePointer<Int64>?
    var limitCount = 0
    var hasSketch: Bool
    /// The first values themselves, or nil.
    var exact: UnsafeMutablePointer<Int64>?

    init(hasSketch: Bool) {
        self.hasSketch = hasSketch
        needsCareBelow = hasSketch ? Int64(QuantileSketch.exactLimit) : 0
    }

    /// Records a value, 0 or more.
    @inline(__always)
    mutating func record(_ value: Int64) {
        if _slowPath(sums.count < needsCareBelow) { takeCare(of: value) }
        sums.count &+= 1
        sums.sum &+= Int128(value)
        let square = value.multipliedFullWidth(by: value)
        sums.sumOfSquares &+= UInt128(UInt64(square.high)) << 64 | UInt128(square.low)
        if value < sums.minimum { sums.minimum = value }
        if value > sums.maximum { sums.maximum = value }
        if let buckets { buckets[SketchLayout.index(of: value)] &+= 1 }
    }

    /// Counts a value within its limits, and keeps it among the first values.
    @inline(never)
    private mutating func takeCare(of value: Int64) {
        if let limits, let within {
            for place in 0..<limitCount where value <= limits[place] { within[place] += 1 }
        }
        guard hasSketch else { return }
        if buckets == nil {
            let room = UnsafeMutablePointer<UInt32>.allocate(capacity: SketchLayout.bucketCount)
            room.initialize(repeating: 0, count: SketchLayout.bucketCount)
            buckets = room
            exact = .allocate(capacity: QuantileSketch.exactLimit)
        }
        if sums.count < QuantileSketch.exactLimit { exact?[Int(sums.count)] = value }
    }
}

/// The tallies of a run; recording allocates only at a tally's first value.
struct TallyTable: ~Copyable {
    let cells: UnsafeMutablePointer<TallyCell>
    private let limits: UnsafeMutablePointer<SimulationTime>
    private let within: UnsafeMutablePointer<Int64>
    private let count: Int
    private let limitCount: Int

    init(_ layout: TallyLayout) {
        count = layout.count
        cells = .allocate(capacity: max(1, count))
        for index in 0..<count {
            (cells + index).initialize(to: TallyCell(hasSketch: layout.hasSketch[index]))
        }
        limitCount = layout.limits.count
        limits = .allocate(capacity: max(1, limitCount))
        within = .allocate(capacity: max(1, limitCount))
        within.initialize(repeating: 0, count: limitCount)
        for (place, limit) in layout.limits.enumerated() {
            let cell = cells + Int(limit.tally)
            if cell.pointee.limits == nil {
                cell.pointee.limits = limits + place
                cell.pointee.within = within + place
            }
            cell.pointee.limitCount += 1
            cell.pointee.needsCareBelow = .max
            limits[place] = limit.atMost
        }
    }

    deinit {
        for index in 0..<count {
            cells[index].buckets?.deallocate()
            cells[index].exact?.deallocate()
        }
        cells.deallocate()
        limits.deallocate()
        within.deallocate()
    }

    /// Per limit of the layout: values within it.
    var allWithin: [Int64] { (0..<limitCount).map { within[$0] } }

    /// The sums of all tallies.
    var allSums: [TallySums] { (0..<count).map { cells[$0].sums } }

    /// The distributions of all tallies; nil without a sketch or a value.
    var allSketches: [QuantileSketch?] {
        (0..<count).map { index in
            guard let buckets = cells[index].buckets, let exact = cells[index].exact else { return nil }
            let number = Int(cells[index].sums.count)
            let kept = number < QuantileSketch.exactLimit ? number : 0
            return QuantileSketch(
                counts: (0..<SketchLayout.bucketCount).map { Int64(buckets[$0]) },
                exactValues: (0..<kept).map { exact[$0] }
            )
        }
    }
}
