/// Strands about to go on at the present instant, first in, first out.
///
/// The queue runs empty within every event, and then begins anew at its first place.
struct ReadyQueue: ~Copyable {
    private var slots: UnsafeMutablePointer<Int32>
    private var capacity = 64
    private var first = 0
    private var end = 0

    init() { slots = .allocate(capacity: 64) }

    deinit { slots.deallocate() }

    /// Whether no strand is about to go on.
    var isEmpty: Bool {
        @inline(__always) get { end == 0 }
    }

    @inline(__always)
    mutating func append(_ slot: Int32) {
        if _slowPath(end == capacity) { grow() }
        slots[end] = slot
        end &+= 1
    }

    /// Takes the first strand of a queue that is not empty.
    @inline(__always)
    mutating func takeFirst() -> Int32 {
        let slot = slots[first]
        first &+= 1
        if first == end {
            first = 0
            end = 0
        }
        return slot
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Int32>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: slots, count: capacity)
        slots.deallocate()
        slots = larger
        capacity *= 2
    }
}
