import Glibc
import SimulationCore

/// One timed run.
struct Measurement {
    let seconds: Double
    let events: Int64
    let digest: UInt64

    /// The seed of all workloads.
    static let seed: UInt64 = 7

    /// Runs a workload once, in the process's own CPU time: the machine may be shared.
    init(_ workload: Workload) throws {
        let tables = ReplicationTables(program: workload.program, seed: Self.seed)
        let start = Self.processSeconds
        do {
            let seen = try Replication.run(tables, index: 0)
            seconds = Self.processSeconds - start
            events = seen.events
            digest = Self.digest(of: seen)
        } catch ReplicationFailure.tooManyEvents(let limit) {
            seconds = Self.processSeconds - start
            events = limit
            digest = 0
        }
    }

    /// Greatest memory of the process so far, in megabytes.
    static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    private static var processSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
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
