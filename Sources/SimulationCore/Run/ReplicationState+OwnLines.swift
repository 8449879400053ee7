/// Servers with lines of their own.
///
/// All who wait stand in their pool's line, in its order; whoever has chosen a server's own line is granted that server alone.
extension ReplicationState {
    /// What a waiting strand notes instead of a server before it has chosen a line.
    static var noServer: UInt8 { .max }

    /// The server that a strand waits for: that of a service which it has begun, or of the line that it has chosen.
    mutating func serverAwaited(
        by strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Int? {
        let standsInOwnLine = strand.pointee.state == .waiting && request.pointee.pool.pointee.hasOwnLines
        guard strand.pointee.isResuming || standsInOwnLine else { return nil }
        let server = strands.server(heldBy: strand, at: request.pointee.selection.place).pointee
        return server == Self.noServer ? nil : Int(server)
    }

    /// Notes that a strand which begins to wait has chosen no line yet.
    mutating func forgetLine(
        of strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        guard request.pointee.isNamed, request.pointee.pool.pointee.hasOwnLines else { return }
        strands.server(heldBy: strand, at: request.pointee.selection.place).pointee = Self.noServer
    }

    /// Lets a strand that waits inside choose the shortest line of those servers who are there and will do, if any are.
    mutating func chooseLine(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) {
        let pool = request.pointee.pool
        guard pool.pointee.hasOwnLines, strands.nodes[Int(firstNode(of: strand))].isInside else { return }
        let there = serversAble(for: strand, request) & pool.pointee.serversOnDuty
        let lengths = ownLineLengths(Int(request.pointee.poolIndex))
        guard let server = Self.shortest(of: lengths, among: there) else { return }
        strands.server(heldBy: strand, at: request.pointee.selection.place).pointee = UInt8(server)
    }

    /// Lets those choose a line who stand in that of a server who is not there, or in none.
    mutating func chooseLinesAnew(_ pool: Int) {
        guard pools[pool].hasOwnLines else { return }
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                let request = request(of: strand)
                let isThere =
                    serverAwaited(by: strand, request).map { pools[pool].present & 1 << UInt64($0) != 0 }
                    ?? false
                if !strand.pointee.isResuming, !isThere {
                    forgetLine(of: strand, request)
                    chooseLine(strand, request)
                }
                node = strands.nodes[Int(node)].next
            }
        }
    }

    /// Lets the last in line of those who gain by it go to a shorter line; false when nobody gains.
    mutating func changeLine(_ pool: Int) -> Bool {
        guard pools[pool].jockeying > 0, pools[pool].levels != 0, pools[pool].mode != .closed else {
            return false
        }
        let lengths = ownLineLengths(pool)
        var behind = [Int32](repeating: 0, count: lengths.count)
        for level in (0..<levelCount).reversed() {
            let list = pools[pool].lines + Int(level)
            var node = list.pointee.head < 0 ? -1 : list.pointee.tail
            while node >= 0 {
                let strand = owner(of: node)
                let request = request(of: strand)
                if let server = serverAwaited(by: strand, request) {
                    let ahead = lengths[server] - 1 - behind[server]
                    let others = serversAble(for: strand, request) & pools[pool].serversOnDuty
                    if !strand.pointee.isResuming,
                        let other = Self.shortest(of: lengths, among: others & ~(1 << UInt64(server))),
                        ahead - lengths[other] >= pools[pool].jockeying
                    {
                        go(node, toLineOf: other, list)
                        return true
                    }
                    behind[server] += 1
                }
                node = node == list.pointee.head ? -1 : strands.nodes[Int(node)].previous
            }
        }
        return false
    }

    /// Puts a node in the line of another server, at the place that the pool's order gives it, the last among equals.
    private mutating func go(_ node: Int32, toLineOf server: Int, _ list: UnsafeMutablePointer<LineList>) {
        let strand = owner(of: node)
        let request = request(of: strand)
        strands.nodes.remove(node, from: list)
        joinings += 1
        strands.nodes[Int(node)].order = joinings
        strands.nodes.insert(node, byKeys: strands.lineKeys, into: list)
        strands.server(heldBy: strand, at: request.pointee.selection.place).pointee = UInt8(server)
        if isRecorded(strand) { record(.changedLine, strand, from: now, subject: request.pointee.poolIndex) }
    }

    /// How many each server of a pool serves and has in its own line.
    private mutating func ownLineLengths(_ pool: Int) -> [Int32] {
        var lengths = (0..<pools[pool].serverCount).map { pools[pool].servers[$0].busy }
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                if let server = serverAwaited(by: strand, request(of: strand)) { lengths[server] += 1 }
                node = strands.nodes[Int(node)].next
            }
        }
        return lengths
    }

    /// The first of the shortest lines among servers given as bits; nil when there are none.
    private static func shortest(of lengths: [Int32], among servers: UInt64) -> Int? {
        lengths.indices.filter { servers & 1 << UInt64($0) != 0 }.min { lengths[$0] < lengths[$1] }
    }
}
