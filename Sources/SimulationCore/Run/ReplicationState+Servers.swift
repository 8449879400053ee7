/// Servers that are told apart.
extension ReplicationState {
    /// Which servers will do for a strand at present, free or not, as bits.
    mutating func serversWanted(
        by strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> UInt64 {
        // Who has begun a service goes on with it, and who has chosen a server's own line stays in it.
        if let server = serverAwaited(by: strand, request) { return 1 << UInt64(server) }
        return serversAble(for: strand, request)
    }

    /// Which servers would do for a strand at present that has neither begun a service nor chosen a line, as bits.
    mutating func serversAble(
        for strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> UInt64 {
        let selection = request.pointee.selection
        guard let own = ownServer(of: strand, selection) else { return selection.able }
        let bit: UInt64 = 1 << UInt64(own)
        let isAble = selection.able & bit != 0
        switch selection.rule {
        case .anyone, .ownIfFree: return selection.able
        case .own: return isAble ? bit : selection.able
        case .ownIfPresent:
            return isAble && request.pointee.pool.pointee.presentOrStaying & bit != 0 ? bit : selection.able
        case .another: return selection.able == bit ? bit : selection.able & ~bit
        }
    }

    /// The server that an entity calls its own, or nil.
    private mutating func ownServer(
        of strand: UnsafeMutablePointer<Strand>,
        _ selection: ServerSelection
    ) -> Int? {
        guard selection.register >= 0 else { return nil }
        let value = Int(register(selection.register, strand))
        return value > 0 ? value - 1 : nil
    }

    /// Which servers a strand could be granted now, as bits.
    mutating func serversFree(
        for strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> UInt64 {
        let free = request.pointee.pool.pointee.freeServers
        return free == 0 ? 0 : free & serversWanted(by: strand, request)
    }

    /// Whether servers are told apart and none that would do for a strand is free.
    @inline(__always)
    mutating func lacksServer(
        _ strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        Features.isGeneral && _slowPath(request.pointee.isNamed) && serversFree(for: strand, request) == 0
    }

    /// Makes one of the servers that are free and will do busy with a strand, if they are told apart.
    @inline(__always)
    mutating func takeServer(
        _ request: UnsafeMutablePointer<RequestRow>,
        for strand: UnsafeMutablePointer<Strand>
    ) {
        if Features.isGeneral, _slowPath(request.pointee.isNamed) { takeNamedServer(request, for: strand) }
    }

    @inline(never)
    private mutating func takeNamedServer(
        _ request: UnsafeMutablePointer<RequestRow>,
        for strand: UnsafeMutablePointer<Strand>
    ) {
        let selection = request.pointee.selection
        let free = serversFree(for: strand, request)
        let own = ownServer(of: strand, selection)
        var server: Int
        if selection.rule == .ownIfFree, let own, free & 1 << UInt64(own) != 0 {
            server = own
        } else {
            let preferred = free & selection.preferred
            server = request.pointee.pool.pointee.leastBusy(of: preferred != 0 ? preferred : free)
        }
        request.pointee.pool.pointee.noteBusy(1, server: server, now)
        request.pointee.pool.pointee.servers[server].noteGrant(
            step: strand.pointee.row.pointee.step,
            isNew: !strand.pointee.isResuming
        )
        strands.server(heldBy: strand, at: selection.place).pointee = UInt8(server)
        guard selection.register >= 0, !strand.pointee.isResuming,
            own == nil || selection.assigns || selection.rule == .another || isUnable(own, selection)
        else { return }
        let root = Int(root(of: strand).pointee.slot)
        strands.registers[root * registerCount + Int(selection.register)] = Double(server + 1)
    }

    /// Whether an entity asks for its own server where that one is not able to serve it: who is, becomes its own.
    private func isUnable(_ own: Int?, _ selection: ServerSelection) -> Bool {
        selection.rule != .anyone && own.map { selection.able & 1 << UInt64($0) == 0 } ?? false
    }

    /// The server that a strand holds by a request, or -1 where they are all alike.
    @inline(__always)
    mutating func server(
        heldBy strand: UnsafeMutablePointer<Strand>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> Int32 {
        guard Features.isGeneral, _slowPath(request.pointee.isNamed) else { return -1 }
        return Int32(strands.server(heldBy: strand, at: request.pointee.selection.place).pointee)
    }

    /// When a service of a strand ends that begins now, by the speed of its server.
    @inline(never)
    mutating func endOfNamedService(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        _ request: UnsafeMutablePointer<RequestRow>
    ) -> SimulationTime {
        let server = Int(server(heldBy: strand, request))
        let length = length(of: row.pointee.first, strand)
        return end(
            of: row.pointee.first,
            drawn: length / request.pointee.pool.pointee.servers[server].speed,
            from: now
        )
    }

    /// Grants to those in a line, in its order, who find a server that will do, if need be by suspending another service.
    @inline(never)
    mutating func dispatchNamed(_ pool: Int) {
        repeat {
            while let node = nextServed(pool) {
                let strand = owner(of: node)
                let request = request(of: strand)
                leaveLines(strand)
                cancelEvent(of: strand)
                takeServer(request, for: strand)
                take(request.pointee.pool, units: 1, for: strand)
                finishWaitingApart(strand, request)
            }
        } while changeLine(pool)
        if pools[pool].mode == .overtime, !hasAnyoneToServe(pool) { close(pool) }
    }

    /// The first node of a line whose strand finds a server that will do, or nil.
    private mutating func nextServed(_ pool: Int) -> Int32? {
        guard pools[pool].freeServers != 0 || pools[pool].preempts else { return nil }
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let strand = owner(of: node)
                if !lacksServer(strand, request(of: strand)) || preemptOthers(for: strand, at: pool) {
                    return node
                }
                node = strands.nodes[Int(node)].next
            }
        }
        return nil
    }

    /// Lets those wait for the next opening who wait for servers that have left, when the day has ended.
    mutating func sendUnwantedOutside(_ pool: Int) {
        guard pools[pool].isNamed else { return }
        for level in 0..<levelCount {
            var node = pools[pool].lines[level].head
            while node >= 0 {
                let next = strands.nodes[Int(node)].next
                let strand = owner(of: node)
                if serversWanted(by: strand, request(of: strand)) & pools[pool].staying == 0 {
                    moveOutside(node, pool)
                }
                node = next
            }
        }
    }

    /// Notes who has dealt with a strand's entity, and counts when others did before.
    @inline(never)
    mutating func meet(_ strand: UnsafeMutablePointer<Strand>, _ row: UnsafeMutablePointer<Instruction>) {
        let request = row.pointee.first
        let server = row.pointee.second == 1 ? server(heldBy: strand, requests + Int(request)) : -1
        let met = 128 * request + server + 2
        let last = strand.pointee.metLast
        strand.pointee.metLast = met
        guard last > 0, areOthers(met, last) else { return }
        count(Int(row.pointee.third), 1, strand)
    }

    /// Whether two have dealt with an entity of whom each has somebody whom the other has not.
    private mutating func areOthers(_ one: Int32, _ other: Int32) -> Bool {
        if one == other { return false }
        let first = requests + Int((one - 1) / 128)
        let second = requests + Int((other - 1) / 128)
        let (missing, added) = (hasPart(of: first, missingIn: second), hasPart(of: second, missingIn: first))
        if missing || added { return missing && added }
        // Of the same pools it is known that they differ only if both servers are known.
        let (server, another) = ((one - 1) % 128, (other - 1) % 128)
        return server > 0 && another > 0 && server != another
    }

    /// Whether a request asks for a pool that another does not ask for.
    private mutating func hasPart(
        of request: UnsafeMutablePointer<RequestRow>,
        missingIn other: UnsafeMutablePointer<RequestRow>
    ) -> Bool {
        let otherEnd = other.pointee.firstPart + other.pointee.partCount
        for place in request.pointee.firstPart..<request.pointee.firstPart + request.pointee.partCount {
            let pool = parts[Int(place)].pool
            var isThere = false
            for otherPlace in other.pointee.firstPart..<otherEnd where parts[Int(otherPlace)].pool == pool {
                isThere = true
            }
            if !isThere { return true }
        }
        return false
    }
}
