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
///
/// Values are first put aside and added up many at a time, which costs half as many instructions.
struct TallyCell {
    /// Values put aside, and their number.
    private let aside: UnsafeMutablePointer<Int64>
    private var asideCount = 0
    private(set) var sums = TallySums()
    /// Counts by bucket, or nil.
    private(set) var buckets: UnsafeMutablePointer<UInt32>?
    /// The first values themselves, or nil.
    private(set) var exact: UnsafeMutablePointer<Int64>?
    private let hasSketch: Bool
    /// Its limits, and per limit the values within.
    var limits: UnsafeMutablePointer<SimulationTime>?
    var within: UnsafeMutablePointer<Int64>?
    var limitCount = 0

    private static let asideRoom = 64

    init(hasSketch: Bool) {
        self.hasSketch = hasSketch
        aside = .allocate(capacity: Self.asideRoom)
    }

    /// Records a value, 0 or more.
    @inline(__always)
    mutating func record(_ value: Int64) {
        aside[asideCount] = value
        asideCount &+= 1
        if _slowPath(asideCount == Self.asideRoom) { addUp() }
    }

    /// Adds up the values put aside.
    @inline(never)
    mutating func addUp() {
        guard asideCount > 0 else { return }
        if hasSketch { sketch() }
        if let limits, let within { countWithin(limits, within) }
        var sum: Int128 = 0
        var sumOfSquares: UInt128 = 0
        var minimum = sums.minimum
        var maximum = sums.maximum
        for place in 0..<asideCount {
            let value = aside[place]
            sum &+= Int128(value)
            let square = value.multipliedFullWidth(by: value)
            sumOfSquares &+= UInt128(UInt64(square.high)) << 64 | UInt128(square.low)
            minimum = min(minimum, value)
            maximum = max(maximum, value)
        }
        sums.count &+= Int64(asideCount)
        sums.sum &+= sum
        sums.sumOfSquares &+= sumOfSquares
        sums.minimum = minimum
        sums.maximum = maximum
        asideCount = 0
    }

    /// Gives back the cell's memory.
    func deallocate() {
        aside.deallocate()
        buckets?.deallocate()
        exact?.deallocate()
    }

    private func countWithin(
        _ limits: UnsafeMutablePointer<SimulationTime>,
        _ within: UnsafeMutablePointer<Int64>
    ) {
        for limit in 0..<limitCount {
            for place in 0..<asideCount where aside[place] <= limits[limit] { within[limit] &+= 1 }
        }
    }

    /// Counts the values put aside in their buckets, and keeps those among the first.
    private mutating func sketch() {
        if buckets == nil {
            let room = UnsafeMutablePointer<UInt32>.allocate(capacity: SketchLayout.bucketCount)
            room.initialize(repeating: 0, count: SketchLayout.bucketCount)
            buckets = room
            exact = .allocate(capacity: QuantileSketch.exactLimit)
        }
        guard let buckets, let exact else { return }
        for place in 0..<asideCount { buckets[SketchLayout.index(of: aside[place])] &+= 1 }
        var number = Int(sums.count)
        for place in 0..<asideCount where number < QuantileSketch.exactLimit {
            exact[number] = aside[place]
            number += 1
        }
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
            limits[place] = limit.atMost
        }
    }

    deinit {
        for index in 0..<count {
            cells[index].deallocate()
        }
        cells.deallocate()
        limits.deallocate()
        within.deallocate()
    }

    /// Adds up all values put aside; the results below are complete only then.
    func addUp() {
        for index in 0..<count { cells[index].addUp() }
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
