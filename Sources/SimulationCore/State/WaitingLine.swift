/// A strand's place in one pool's waiting line.
struct LineNode {
    var strand: Int32
    var pool: Int32
    var level: Int32
    var units: Int32
    /// Number of the joining: the same in all lines of a strand, and ascending along each.
    var order: Int64
    /// Whether the strand is inside the doors, rather than waiting for the next opening.
    var isInside: Bool
    var next: Int32
    var previous: Int32
    /// The strand's node in another line, or -1.
    var sibling: Int32
}

/// A doubly linked list of nodes.
struct LineList {
    var head: Int32 = -1
    var tail: Int32 = -1
}

/// Nodes of all waiting lines, in slots that are used again; joining and leaving cost O(1).
struct LineNodeTable: ~Copyable {
    private(set) var nodes: UnsafeMutablePointer<LineNode>
    private var capacity: Int
    private var firstSpare: Int32 = -1
    private var used = 0

    init(capacity: Int = 64) {
        self.capacity = capacity
        nodes = .allocate(capacity: capacity)
    }

    deinit { nodes.deallocate() }

    /// Takes a slot and fills it.
    @inline(__always)
    mutating func take(_ node: LineNode) -> Int32 {
        if firstSpare >= 0 {
            let slot = firstSpare
            firstSpare = nodes[Int(slot)].next
            nodes[Int(slot)] = node
            return slot
        }
        if used == capacity {
            let larger = UnsafeMutablePointer<LineNode>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: nodes, count: used)
            nodes.deallocate()
            nodes = larger
            capacity *= 2
        }
        nodes[used] = node
        used &+= 1
        return Int32(used &- 1)
    }

    /// Gives a slot back.
    @inline(__always)
    mutating func give(_ slot: Int32) {
        nodes[Int(slot)].next = firstSpare
        firstSpare = slot
    }

    /// Puts a node at the end of a list.
    @inline(__always)
    func append(_ slot: Int32, to list: UnsafeMutablePointer<LineList>) {
        let tail = list.pointee.tail
        nodes[Int(slot)].previous = tail
        nodes[Int(slot)].next = -1
        if tail >= 0 { nodes[Int(tail)].next = slot } else { list.pointee.head = slot }
        list.pointee.tail = slot
    }

    /// Puts a node before those who joined after it; costs O(their number).
    func insertByOrder(_ slot: Int32, into list: UnsafeMutablePointer<LineList>) {
        var before = list.pointee.tail
        while before >= 0, nodes[Int(before)].order > nodes[Int(slot)].order {
            before = nodes[Int(before)].previous
        }
        let after = before >= 0 ? nodes[Int(before)].next : list.pointee.head
        nodes[Int(slot)].previous = before
        nodes[Int(slot)].next = after
        if before >= 0 { nodes[Int(before)].next = slot } else { list.pointee.head = slot }
        if after >= 0 { nodes[Int(after)].previous = slot } else { list.pointee.tail = slot }
    }

    /// Takes a node out of a list.
    @inline(__always)
    func remove(_ slot: Int32, from list: UnsafeMutablePointer<LineList>) {
        let node = nodes[Int(slot)]
        if node.previous >= 0 {
            nodes[Int(node.previous)].next = node.next
        } else {
            list.pointee.head = node.next
        }
        if node.next >= 0 {
            nodes[Int(node.next)].previous = node.previous
        } else {
            list.pointee.tail = node.previous
        }
    }
}
