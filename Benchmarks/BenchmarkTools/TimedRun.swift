package import Glibc
package import SimulationCore

/// One timed run of a program.
package struct TimedRun {
    /// CPU seconds of this process.
    package let seconds: Double
    /// Events of the model.
    package let events: Int64
    /// A number that changes with any tally, outcome or area; 0 when the run was cut off.
    package let digest: UInt64
    /// Allocations made, or nil when they are not counted.
    package let allocations: Int?

    /// The seed of all benchmarks.
    package static let seed: UInt64 = 7

    /// Runs a program once, in the process's own CPU time: the machine may be shared.
    package init(_ program: Program, replication: UInt32 = 0) throws {
        let tables = ReplicationTables(program: program, seed: Self.seed)
        let before = Allocations.soFar
        let start = Self.processSeconds
        let result = Result { () throws(ReplicationFailure) in
            try Replication.run(tables, index: replication)
        }
        seconds = Self.processSeconds - start
        allocations = Allocations.soFar.map { $0 - (before ?? 0) }
        switch result {
        case .success(let seen):
            events = seen.events
            digest = Self.digest(of: seen)
        case .failure(.tooManyEvents(let limit)):
            events = limit
            digest = 0
        case .failure(let failure):
            throw failure
        }
    }

    /// Greatest memory of the process so far, in megabytes.
    package static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    /// CPU seconds of this process so far.
    package static var processSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    /// Seconds on a clock.
    package static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// A number that changes with any tally, outcome or area (FNV-1a).
    private static func digest(of seen: ReplicationObservations) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ number: some FixedWidthInteger) {
            digest = (digest ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3
        }
        for tally in seen.tallies {
            mix(tally.count)
            mix(tally.sum)
            mix(tally.sumOfSquares)
        }
        for row in seen.classes {
            row.outcomes.forEach { mix($0) }
            row.kindTimes.forEach { mix($0) }
        }
        for pool in seen.pools {
            mix(pool.lineArea)
            mix(pool.busyArea)
        }
        return digest
    }
}

/// Allocations of this process, when the library that counts them is preloaded (`Benchmarks/allocations`).
enum Allocations {
    private typealias Counter = @convention(c) () -> UInt
    private static let counter: Counter? = dlsym(nil, "allocations_so_far").map {
        unsafeBitCast($0, to: Counter.self)
    }

    /// Calls of malloc and its like so far, or nil when nobody counts.
    static var soFar: Int? { counter.map { Int($0()) } }
}
