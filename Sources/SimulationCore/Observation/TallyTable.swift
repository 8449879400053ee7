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

extension TallySums {
    /// Adds up values, each 0 or more, between the extremes so far.
    fileprivate mutating func add(_ values: UnsafeBufferPointer<Int64>) {
        for value in values {
            let square = UInt64(bitPattern: value).multipliedFullWidth(by: UInt64(bitPattern: value))
            sum &+= Int128(value)
            sumOfSquares &+= UInt128(square.high) << 64 | UInt128(square.low)
        }
        count &+= Int64(values.count)
    }

    /// Adds up at most 128 values between the extremes so far, which are below `LeadingBitCounts.limit`, and counts each.
    @inline(__always)
    fileprivate mutating func add(_ values: UnsafeBufferPointer<Int64>, _ counts: LeadingBitCounts) {
        var sum: UInt64 = 0
        var sumOfSquares: UInt128 = 0
        for place in values.indices {
            let value = UInt64(bitPattern: values[place])
            counts.count(doubledPlusOne: Double(Int64(bitPattern: 2 &* value &+ 1)))
            sum &+= value
            let square = value.multipliedFullWidth(by: value)
            sumOfSquares &+= UInt128(square.high) << 64 | UInt128(square.low)
        }
        self.count &+= Int64(values.count)
        self.sum &+= Int128(sum)
        self.sumOfSquares &+= sumOfSquares
    }

    /// Makes the extremes those of values, each 0 or more, and of the values before.
    @inline(__always)
    fileprivate mutating func widen(_ values: UnsafeBufferPointer<Int64>) {
        // Values beyond the extremes are rare; without branches several are asked at once.
        var signs: Int64 = 0
        for value in values { signs |= (value &- minimum) | (maximum &- value) }
        guard signs < 0 else { return }
        for value in values {
            minimum = min(minimum, value)
            maximum = max(maximum, value)
        }
    }
}

/// A tally of a run and the room for its distribution.
struct TallyCell {
    private(set) var sums = TallySums()
    /// Counts for the sketch, or nil while the values are few.
    private var counts: LeadingBitCounts?
    /// The first values themselves, or nil.
    private var exact: UnsafeMutablePointer<Int64>?
    private let hasSketch: Bool
    /// Its limits, and per limit the values within.
    var limits: UnsafeMutablePointer<SimulationTime>?
    var within: UnsafeMutablePointer<Int64>?
    var limitCount = 0

    init(hasSketch: Bool) {
        self.hasSketch = hasSketch
    }

    /// Adds up at least one and at most 128 values, each 0 or more.
    mutating func addUp(_ values: UnsafeBufferPointer<Int64>) {
        if hasSketch, counts == nil { keep(values) }
        if let limits, let within { countWithin(limits, within, values) }
        sums.widen(values)
        guard let counts else { return sums.add(values) }
        if sums.maximum < LeadingBitCounts.limit {
            // In one pass with the sums, so that the two kinds of work overlap.
            sums.add(values, counts)
        } else {
            sums.add(values)
            for value in values { counts.count(value) }
        }
    }

    /// The distribution of the values; nil without a sketch or a value.
    var distribution: QuantileSketch? {
        if let counts { return QuantileSketch(counts: counts.byBucket) }
        let number = Int(sums.count)
        return exact.map { exact in QuantileSketch((0..<number).map { exact[$0] }) }
    }

    /// Gives back the cell's memory.
    func deallocate() {
        counts?.deallocate()
        exact?.deallocate()
    }

    private func countWithin(
        _ limits: UnsafeMutablePointer<SimulationTime>,
        _ within: UnsafeMutablePointer<Int64>,
        _ values: UnsafeBufferPointer<Int64>
    ) {
        for limit in 0..<limitCount {
            var count: Int64 = 0
            for value in values where value <= limits[limit] { count &+= 1 }
            within[limit] &+= count
        }
    }

    /// Keeps values as they are while they are few; otherwise begins to count them.
    private mutating func keep(_ values: UnsafeBufferPointer<Int64>) {
        let room = exact ?? .allocate(capacity: QuantileSketch.exactLimit)
        exact = room
        let number = Int(sums.count)
        if number + values.count < QuantileSketch.exactLimit {
            for place in values.indices { room[number + place] = values[place] }
        } else {
            let counts = LeadingBitCounts()
            for place in 0..<number { counts.count(room[place]) }
            self.counts = counts
        }
    }
}

/// The tallies of a run; recording allocates at a tally's first values and when they have become many.
///
/// Values are first put aside and added up many at a time, which costs half as many instructions.
struct TallyTable: ~Copyable {
    private let cells: UnsafeMutablePointer<TallyCell>
    /// Per tally: room for values put aside, aligned so that a full room is known by the address after it.
    private let asides: UnsafeMutablePointer<Int64>
    /// Per tally: where the next value goes.
    let places: Place
    private let limits: UnsafeMutablePointer<SimulationTime>
    private let within: UnsafeMutablePointer<Int64>
    private let count: Int
    private let limitCount: Int
    /// Per tally: the one that keeps its values, itself or another that is given the same.
    private let keepers: [Int]

    /// Holds the address to which a tally's next value goes.
    typealias Place = UnsafeMutablePointer<UnsafeMutablePointer<Int64>>

    private static var roomCount: Int { 128 }

    /// Makes room for the tallies of a layout.
    ///
    /// `equals` names, by tally, another that is given the same values and then keeps them for both; not so when the tally
    /// has limits, or when only one of the two has a sketch.
    init(_ layout: TallyLayout, equals: [Int: Int] = [:]) {
        count = layout.count
        keepers = (0..<layout.count).map { tally in
            guard let equal = equals[tally], layout.hasSketch[tally] == layout.hasSketch[equal],
                !layout.limits.contains(where: { $0.tally == tally })
            else { return tally }
            return equal
        }
        let bytes = Self.roomCount * MemoryLayout<Int64>.stride
        asides = UnsafeMutableRawPointer.allocate(byteCount: max(1, count) * bytes, alignment: bytes)
            .bindMemory(to: Int64.self, capacity: count * Self.roomCount)
        places = .allocate(capacity: max(1, count))
        cells = .allocate(capacity: max(1, count))
        for index in 0..<count {
            (cells + index).initialize(to: TallyCell(hasSketch: layout.hasSketch[index]))
            (places + index).initialize(to: asides + index * Self.roomCount)
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
        asides.deallocate()
        places.deallocate()
        limits.deallocate()
        within.deallocate()
    }

    /// Where the next value of a tally goes; nil when there is no such tally, as for -1, or another keeps its values.
    func place(of tally: Int) -> Place? {
        keepers.indices.contains(tally) && keepers[tally] == tally ? places + tally : nil
    }

    /// Puts a value, 0 or more, aside at one of the `places`; true when the tally must then be added up.
    @inline(__always)
    static func record(_ value: Int64, at place: Place) -> Bool {
        let room = place.pointee
        room.pointee = value
        place.pointee = room + 1
        return Int(bitPattern: room + 1) & (roomCount &* MemoryLayout<Int64>.stride &- 1) == 0
    }

    /// Adds up all values put aside; the results below are complete only then.
    func addUp() {
        for index in 0..<count { addUp(index) }
    }

    /// Adds up the values put aside of the tally of a place.
    @inline(never)
    func addUp(_ place: Place) { addUp(place - places) }

    /// Adds up the values put aside of a tally.
    func addUp(_ index: Int) {
        let first = asides + index * Self.roomCount
        let number = places[index] - first
        places[index] = first
        if number > 0 { cells[index].addUp(UnsafeBufferPointer(start: first, count: number)) }
    }

    /// The sum of the values added up of a tally.
    func sum(of tally: Int) -> Int128 { cells[keepers[tally]].sums.sum }

    /// Per limit of the layout: values within it.
    var allWithin: [Int64] { (0..<limitCount).map { within[$0] } }

    /// The sums of all tallies.
    var allSums: [TallySums] { keepers.map { cells[$0].sums } }

    /// The distributions of all tallies; nil without a sketch or a value.
    var allSketches: [QuantileSketch?] { keepers.map { cells[$0].distribution } }
}
