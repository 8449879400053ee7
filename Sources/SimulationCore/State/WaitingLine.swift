/// A strand's place in one pool's waiting line; node n belongs to the strand of slot n >> `partShift`.
struct LineNode {
    // First, as is `head` in a list: both are links.
    var next: Int32 = -1
    var previous: Int32 = -1

    // What follows is kept in general runs only.

    /// Number of the joining: the same in all lines of a strand, and ascending along each.
    var order: Int64 = 0
    var pool: Int32 = -1
    var units: Int32 = 0
    var level: Int32 = 0
    /// Whether the strand is inside the doors, rather than waiting for the next opening.
    var isInside = false
}

/// A doubly linked list of nodes; the first one's `previous` means nothing, nor does the `tail` of an empty list.
struct LineList {
    var head: Int32 = -1
    var tail: Int32 = -1
}

/// Waiting lines; joining and leaving cost O(1).
extension UnsafeMutablePointer<LineNode> {
    /// Puts a node at the end of a list.
    @inline(__always)
    func append(_ node: Int32, to list: UnsafeMutablePointer<LineList>) {
        let tail = list.pointee.tail
        self[Int(node)].previous = tail
        self[Int(node)].next = -1
        // No branch: whether the line is empty cannot be foreseen.
        let last = UnsafeMutableRawPointer(self + Int(tail))
        let link = list.pointee.head >= 0 ? last : UnsafeMutableRawPointer(list)
        link.assumingMemoryBound(to: Int32.self).pointee = node
        list.pointee.tail = node
    }

    /// Puts a node before those with a greater key, and among equal keys before those who joined after it.
    ///
    /// Costs O(the number of those it is put before), or O(1) where these are all.
    func insert(
        _ node: Int32,
        byKeys keys: UnsafeMutablePointer<Int64>,
        into list: UnsafeMutablePointer<LineList>
    ) {
        func precedes(_ other: Int32) -> Bool {
            (keys[Int(node)], self[Int(node)].order) < (keys[Int(other)], self[Int(other)].order)
        }
        var before = list.pointee.head < 0 || precedes(list.pointee.head) ? -1 : list.pointee.tail
        while before >= 0, precedes(before) {
            before = before == list.pointee.head ? -1 : self[Int(before)].previous
        }
        let after = before >= 0 ? self[Int(before)].next : list.pointee.head
        self[Int(node)].previous = before
        self[Int(node)].next = after
        if before >= 0 { self[Int(before)].next = node } else { list.pointee.head = node }
        if after >= 0 { self[Int(after)].previous = node } else { list.pointee.tail = node }
    }

    /// Takes a node out of a list.
    @inline(__always)
    func remove(_ node: Int32, from list: UnsafeMutablePointer<LineList>) {
        let next = self[Int(node)].next
        let previous = self[Int(node)].previous
        let isFirst = list.pointee.head == node
        if isFirst { list.pointee.head = next } else { self[Int(previous)].next = next }
        if next < 0 {
            list.pointee.tail = previous
        } else if !isFirst {
            self[Int(next)].previous = previous
        }
    }
}
