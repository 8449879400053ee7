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
    /// Place of its limits among all tallies' limits.
    var firstLimit: Int32 = 0
    var limitCount: Int32 = 0
    var hasSketch: Bool
    /// The first values themselves, or nil.
    var exact: UnsafeMutablePointer<Int64>?

    init(hasSketch: Bool) {
        self.hasSketch = hasSketch
        needsCareBelow = hasSketch ? Int64(QuantileSketch.exactLimit) : 0
    }
}

/// The tallies of a run; recording allocates only at a tally's first value.
struct TallyTable: ~Copyable {
    private let cells: UnsafeMutablePointer<TallyCell>
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
            if cell.pointee.limitCount == 0 { cell.pointee.firstLimit = Int32(place) }
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

    /// Records a value, 0 or more.
    @inline(__always)
    func record(_ value: Int64, in tally: Int) {
        let cell = cells + tally
        if _slowPath(cell.pointee.sums.count < cell.pointee.needsCareBelow) { takeCare(of: value, cell) }
        cell.pointee.sums.count &+= 1
        cell.pointee.sums.sum &+= Int128(value)
        let square = value.multipliedFullWidth(by: value)
        cell.pointee.sums.sumOfSquares &+= UInt128(UInt64(square.high)) << 64 | UInt128(square.low)
        if value < cell.pointee.sums.minimum { cell.pointee.sums.minimum = value }
        if value > cell.pointee.sums.maximum { cell.pointee.sums.maximum = value }
        if let buckets = cell.pointee.buckets { buckets[SketchLayout.index(of: value)] &+= 1 }
    }

    /// Counts a value within its limits, and keeps it among the first values.
    @inline(never)
    private func takeCare(of value: Int64, _ cell: UnsafeMutablePointer<TallyCell>) {
        let first = Int(cell.pointee.firstLimit)
        for place in first..<first + Int(cell.pointee.limitCount) where value <= limits[place] {
            within[place] += 1
        }
        guard cell.pointee.hasSketch else { return }
        if cell.pointee.buckets == nil { makeRoom(cell) }
        let place = Int(cell.pointee.sums.count)
        if place < QuantileSketch.exactLimit { cell.pointee.exact?[place] = value }
    }

    private func makeRoom(_ cell: UnsafeMutablePointer<TallyCell>) {
        let buckets = UnsafeMutablePointer<UInt32>.allocate(capacity: SketchLayout.bucketCount)
        buckets.initialize(repeating: 0, count: SketchLayout.bucketCount)
        cell.pointee.buckets = buckets
        cell.pointee.exact = .allocate(capacity: QuantileSketch.exactLimit)
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
