import RandomStreams

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
        pools[pool].settleServers(now)
        let before = pools[pool].capacity
        let presentBefore = pools[pool].present
        let servers = change.servers - absentServers(of: pool, change)
        pools[pool].capacity = servers
        if servers > 0 {
            open(pool)
            return
        }
        pools[pool].hasEnded = change.endsDay
        if change.endsDay {
            pools[pool].endedAt = now
            pools[pool].lastServers = before
            pools[pool].staying = presentBefore
            pools[pool].shutUntil = change.nextDay
        }
        if change.endsDay { endDay(of: pool, servers: before) } else { close(pool) }
    }

    /// How many of those who would be present stay away on the day of a change.
    ///
    /// Of servers that are told apart it is noted who is there.
    private mutating func absentServers(of pool: Int, _ change: CapacityChange) -> Int32 {
        let isNamed = pools[pool].isNamed
        pools[pool].present = change.present
        guard let absence = program.pools[pool].absence, change.servers > 0 else { return 0 }
        var absent: Int32 = 0
        for server in 0..<(isNamed ? absence.servers : change.servers) {
            if isNamed, change.present & 1 << UInt64(server) == 0 { continue }
            let number = change.day &* absence.servers &+ server
            var stream = sharedStream(absence.purpose, UInt32(bitPattern: number))
            guard stream.unitInterval() < absence.chance else { continue }
            absent += isNamed ? pools[pool].servers[Int(server)].places : 1
            pools[pool].present &= ~(1 << UInt64(server))
        }
        return absent
    }

    /// Ends a pool's day, in which so many servers were present.
    private mutating func endDay(of pool: Int, servers: Int32) {
        switch pools[pool].dayEnd {
        case .servesThoseInside:
            sendAbsentOutside(pool)
            sendUnwantedOutside(pool)
            if servers > 0, pools[pool].levels != 0 {
                pools[pool].mode = .overtime
                pools[pool].overtimeServers = servers
                return dispatch(pool)
            }
            close(pool)
        case .finishesServices: close(pool)
        case .suspendsServices:
            close(pool)
            suspendServices(of: pool)
        case .sendsAway:
            close(pool)
            sendAway(pool)
        }
    }

    /// Sends those who wait in person for a pool on their ways.
    private mutating func sendAway(_ pool: Int) {
        var sent: [Int32] = []
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                // Who waits to go on with a service stays for it.
                if request(of: strand).pointee.isPresent, !strand.pointee.isResuming {
                    sent.append(strand.pointee.slot)
                }
                node = strands.nodes[Int(node)].next
            }
        }
        for slot in sent {
            let strand = strand(slot)
            // Others' moving up may have served it in the meantime.
            guard strand.pointee.state == .waiting else { continue }
            let request = request(of: strand)
            withdraw(strand)
            noteGivingUp(strand, request, .sentAway)
            strand.pointee.state = .ready
            strand.pointee.row = instructions + Int(request.pointee.sendingAwayRow)
            makeReady(slot)
        }
    }

    /// Lets those who do not wait in person wait for the next opening: nobody works overtime for them.
    private mutating func sendAbsentOutside(_ pool: Int) {
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let next = strands.nodes[Int(node)].next
                if !request(of: owner(of: node)).pointee.isPresent { moveOutside(node, pool) }
                node = next
            }
        }
    }

    /// Lets one who waits inside wait for the next opening instead.
    mutating func moveOutside(_ node: Int32, _ pool: Int) {
        let level = Int(strands.nodes[Int(node)].level)
        let list = pools[pool].lines + level
        strands.nodes.remove(node, from: list)
        strands.nodes[Int(node)].isInside = false
        strands.nodes.append(node, to: outsideList(Int32(pool)))
        if list.pointee.head < 0 { pools[pool].levels &= ~(1 << UInt64(level)) }
        let strand = owner(of: node)
        strand.pointee.indoorsSince = .never
        let request = request(of: strand)
        if Int(request.pointee.poolIndex) == pool { suspendWaiting(strand, request) }
    }

    private mutating func open(_ pool: Int) {
        let wasOpen = pools[pool].mode == .open
        pools[pool].mode = .open
        pools[pool].hasEnded = false
        if !wasOpen {
            while true {
                let node = pools[pool].outside.head
                if node < 0 { break }
                strands.nodes.remove(node, from: outsideList(Int32(pool)))
                placeBackInside(node, pools + pool)
            }
            forEachWaiting(at: pool) { state, strand, request in state.resumeWaiting(strand, request) }
            noteIndoorsAgain(at: pool)
        }
        chooseLinesAnew(pool)
        dispatch(pool)
        letIn(pool)
    }

    /// Notes that those who went home are indoors again, once all that they wait for lets them in.
    private mutating func noteIndoorsAgain(at pool: Int) {
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                node = strands.nodes[Int(node)].next
                guard strand.pointee.indoorsSince == .never, request(of: strand).pointee.isPresent else {
                    continue
                }
                let isInside = nodes(of: strand).allSatisfy {
                    let entry = strands.nodes[Int($0)]
                    return entry.isInside && !pools[Int(entry.pool)].hasEnded
                }
                if isInside { strand.pointee.indoorsSince = now }
            }
        }
    }

    /// Ends a pool's service to those waiting.
    mutating func close(_ pool: Int) {
        pools[pool].mode = .closed
        forEachWaiting(at: pool) { state, strand, request in state.suspendWaiting(strand, request) }
        dispatchOtherParts(of: pool)
    }

    /// Calls a function for every strand inside whose first pool this is, in the order of the line.
    private mutating func forEachWaiting(
        at pool: Int,
        _ body: (
            inout ReplicationState<Features>, UnsafeMutablePointer<Strand>, UnsafeMutablePointer<RequestRow>
        ) -> Void
    ) {
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let next = strands.nodes[Int(node)].next
                let strand = owner(of: node)
                let request = request(of: strand)
                if Int(request.pointee.poolIndex) == pool, strand.pointee.state == .waiting {
                    body(&self, strand, request)
                }
                node = next
            }
        }
    }
}
