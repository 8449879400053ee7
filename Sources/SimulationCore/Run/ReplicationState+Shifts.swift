extension ReplicationState {
    /// Applies a pool's next change of capacity.
    mutating func changeCapacity(of pool: Int) {
        let plan = program.pools[pool].capacity
        let change = plan[pools[pool].nextChange]
        pools[pool].nextChange += 1
        if pools[pool].nextChange < plan.count {
            let next = plan[pools[pool].nextChange].moment
            if next < horizon {
                _ = calendar.insert(at: next, .shift, payload: EventAction.shift.payload(Int32(pool)))
            }
        }
        pools[pool].settleBusy(now)
        pools[pool].settleCapacity(now)
        let before = pools[pool].capacity
        pools[pool].capacity = change.servers
        if change.servers > 0 {
            open(pool)
            return
        }
        pools[pool].hasEnded = change.endsDay
        if change.endsDay {
            pools[pool].endedAt = now
            pools[pool].lastServers = before
        }
        if change.endsDay, pools[pool].servesThoseInside {
            sendAbsentOutside(pool)
            if before > 0, pools[pool].insideLength > 0 {
                pools[pool].mode = .overtime
                pools[pool].overtimeServers = before
                return dispatch(pool)
            }
        }
        close(pool)
    }

    /// Lets those who do not wait in person wait for the next opening: nobody works overtime for them.
    private mutating func sendAbsentOutside(_ pool: Int) {
        for level in 0..<levelCount {
            let list = lines + (pool * levelCount + level)
            var node = list.pointee.head
            while node >= 0 {
                let entry = nodes.nodes[Int(node)]
                let request = requests + Int(requestIndex(of: entry.strand))
                if !request.pointee.isPresent { moveOutside(node, pool) }
                node = entry.next
            }
        }
    }

    /// Lets one who waits inside wait for the next opening instead.
    mutating func moveOutside(_ node: Int32, _ pool: Int) {
        let entry = nodes.nodes[Int(node)]
        let list = lines + (pool * levelCount + Int(entry.level))
        nodes.remove(node, from: list)
        nodes.nodes[Int(node)].isInside = false
        nodes.append(node, to: outsideList(Int32(pool)))
        pools[pool].insideLength -= 1
        if list.pointee.head < 0 { pools[pool].levels &= ~(1 << UInt64(entry.level)) }
        strand(entry.strand).pointee.indoorsSince = .never
        let request = requests + Int(requestIndex(of: entry.strand))
        if Int(request.pointee.pool) == pool { suspendWaiting(entry.strand, request) }
    }

    private mutating func open(_ pool: Int) {
        let wasOpen = pools[pool].mode == .open
        pools[pool].mode = .open
        pools[pool].hasEnded = false
        if !wasOpen {
            while true {
                let node = pools[pool].outside.head
                if node < 0 { break }
                nodes.remove(node, from: outsideList(Int32(pool)))
                placeBackInside(node, pools + pool)
            }
            forEachWaiting(at: pool) { state, slot, request in state.resumeWaiting(slot, request) }
        }
        dispatch(pool)
    }

    /// Ends a pool's service to those waiting.
    mutating func close(_ pool: Int) {
        pools[pool].mode = .closed
        forEachWaiting(at: pool) { state, slot, request in state.suspendWaiting(slot, request) }
        dispatchOtherParts(of: pool)
    }

    /// Calls a function for every strand inside whose first pool this is, in the order of the line.
    private mutating func forEachWaiting(
        at pool: Int,
        _ body: (inout ReplicationState, Int32, UnsafeMutablePointer<RequestRow>) -> Void
    ) {
        for level in 0..<levelCount {
            var node = lines[pool * levelCount + level].head
            while node >= 0 {
                let entry = nodes.nodes[Int(node)]
                let request = requests + Int(requestIndex(of: entry.strand))
                if Int(request.pointee.pool) == pool, strand(entry.strand).pointee.state == .waiting {
                    body(&self, entry.strand, request)
                }
                node = entry.next
            }
        }
    }
}
