/// What a run may meet; a run that meets less is compiled apart, to code that does not ask for the rest.
protocol RunFeatures {
    /// Whether there may be recorded journeys, a warm-up, a horizon, several strands to an entity, requests of items,
    /// several pools seized at once, pools whose number of servers changes or that keep some for classes or whose servers are
    /// told apart, lines in an order of their own, services that are suspended, servers given back later, entities that have
    /// members, whose changes from server to server are counted, that begin in the middle of their way, or that are told
    /// apart by values of registers.
    static var isGeneral: Bool { get }
}

/// A run that may meet anything.
enum GeneralRun: RunFeatures {
    static var isGeneral: Bool { true }
}

/// A run that meets none of these.
enum PlainRun: RunFeatures {
    static var isGeneral: Bool { false }
}

extension Program {
    /// Whether some pool keeps servers for classes.
    var reserves: Bool { pools.contains { $0.reserved.contains { $0 > 0 } } }

    /// Whether a run that records nothing is a plain one.
    var isPlain: Bool {
        warmUp == 0 && horizon == .never && splits.isEmpty && groups.isEmpty && itemRequests.isEmpty
            && requests.allSatisfy { $0.parts.count == 1 && $0.openWaitTally < 0 }
            && pools.allSatisfy { $0.capacity.count == 1 && $0.capacity[0].servers > 0 }
            && pools.allSatisfy { $0.order == .joining || $0.order == .level }
            && pools.allSatisfy {
                !$0.suspends && $0.reserved.isEmpty && $0.absence == nil && $0.servers.isEmpty
            }
            && roles.isEmpty
            && instructions.allSatisfy { ![.releaseLater, .enter, .meet].contains($0.opcode) }
            && durations.allSatisfy { $0.factor < 0 }
            && classes.allSatisfy { $0.arrivals.startingRows.isEmpty } && groupings.isEmpty
    }
}

extension ReplicationState {
    /// Whether a time belongs to the observed window.
    @inline(__always)
    mutating func isObserved(_ time: SimulationTime) -> Bool {
        !Features.isGeneral || time >= warmUp
    }

    /// The first strand of a strand's entity.
    @inline(__always)
    mutating func root(of strand: UnsafeMutablePointer<Strand>) -> UnsafeMutablePointer<Strand> {
        Features.isGeneral ? strands[strand.pointee.root] : strand
    }

    /// Whether an entity has several strands.
    @inline(__always)
    mutating func hasSeveral(_ root: UnsafeMutablePointer<Strand>) -> Bool {
        Features.isGeneral && root.pointee.strandCount > 1
    }

    /// Whether a strand's entity leaves by the doing of another of its strands.
    @inline(__always)
    mutating func isBrokenOff(_ strand: UnsafeMutablePointer<Strand>) -> Bool {
        Features.isGeneral && strand.pointee.isBrokenOff
    }

    /// Whether a request is for one pool.
    @inline(__always)
    mutating func isSingle(_ request: UnsafeMutablePointer<RequestRow>) -> Bool {
        !Features.isGeneral || request.pointee.partCount == 1
    }

    /// Whether a pool is open.
    @inline(__always)
    mutating func isOpen(_ pool: UnsafeMutablePointer<PoolState>) -> Bool {
        !Features.isGeneral || pool.pointee.mode == .open
    }

    /// Servers of a pool that may take someone at present.
    @inline(__always)
    mutating func available(_ pool: UnsafeMutablePointer<PoolState>) -> Int32 {
        Features.isGeneral ? pool.pointee.available : pool.pointee.capacity &- pool.pointee.busy
    }
}
