/// Why a replication was stopped before its end.
public enum ReplicationFailure: Error, Sendable, Hashable {
    /// The caller asked for it.
    case cancelled
    /// Too many rows were executed at one moment; the step is the last of them.
    case noProgress(step: Int, time: SimulationTime)
    /// More events than the program allows.
    case tooManyEvents(limit: Int64)
    /// More strands present at once than the program allows; the pool with the longest line is named.
    case tooManyStrands(limit: Int, pool: Int)
    /// Entities are left that nothing will ever move on; the step at which one of them waits.
    case waitsForever(step: Int, entities: Int)
    /// Strands wait for each other for ever: each for a pool of which the next holds what is missing.
    case deadlock([Wait])
    /// A self-check failed: the numbers are not to be trusted.
    case selfCheck(String)

    /// A strand that waits for a pool while it holds others.
    public struct Wait: Sendable, Hashable {
        /// The step at which it waits.
        public let step: Int
        /// The pool it waits for.
        public let pool: Int
        /// The pools it holds units of.
        public let held: [Int]
    }
}
