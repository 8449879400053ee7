/// One event of an entity's journey, in the form that traces, exact tests and exports read.
public struct JourneyEvent: Sendable, Hashable {
    /// Number of the entity among all arrivals of the run, from 0.
    public var entity: Int64
    /// Its class.
    public var classIndex: Int32
    /// Its number in its class, from 0.
    public var ordinal: UInt32
    /// The strand's occurrence: loop rounds, item and so on.
    public var occurrence: UInt64
    /// The step, or -1.
    public var step: Int32
    /// What happened.
    public var kind: Kind
    /// Why there was a wait.
    public var cause: Cause
    /// The pool or responder, or -1.
    public var subject: Int32
    /// The server told apart who served, or who was granted; -1 for none.
    public var server: Int32
    /// Strands waiting ahead when the strand joined the line, or tries of a reply.
    public var ahead: Int32
    /// When the activity could have begun.
    public var enabled: SimulationTime
    /// When it began.
    public var begins: SimulationTime
    /// When it ended.
    public var ends: SimulationTime
    /// Kind of time, an index of the program's kinds.
    public var timeKind: UInt8
    /// The outcome, the row chosen, or another number that the kind explains; -1 for none.
    public var outcome: Int32

    /// What happened.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// The entity arrived.
        case arrived
        /// A wait in a line ended with the beginning of service.
        case waited
        /// A wait in a line ended with giving up.
        case gaveUp
        /// A wait in a line ended because the day did.
        case sentAway
        /// The strand turned away on sight of the line.
        case balked
        /// The strand found the line full.
        case refused
        /// A group formed; `outcome` is its size.
        case gathered
        /// Service ended.
        case served
        /// A service was suspended; it goes on later.
        case suspended
        /// A wait for room in a line ended.
        case blocked
        /// The strand went from one server's own line to another's, that of `server`.
        case changedLine
        /// A delay ended.
        case delayed
        /// A wait for an opening ended.
        case awaitedOpening
        /// A reply came; `subject` is the responder, `ahead` the tries, `outcome` 1 when the fall-back was used.
        case replied
        /// A way was chosen; `outcome` is its place, -1 for none of them.
        case chose
        /// Strands were split off; `outcome` is their number.
        case split
        /// The strands waited for have ended; `outcome` is 1 when the time limit came first.
        case joined
        /// Members of the entity were engaged, after a wait if they were not free.
        case engaged
        /// They were let go.
        case disengaged
        /// Something was counted; `outcome` is the counter, `ahead` the amount.
        case counted
        /// The strand was broken off because the entity leaves.
        case brokenOff
        /// The entity left; `outcome` says how.
        case left
    }

    /// Why there was a wait.
    public enum Cause: UInt8, Sendable, Hashable, CaseIterable {
        /// There was none.
        case none
        /// All servers were busy.
        case busy
        /// The pool was closed.
        case closed
        /// Both, one after the other.
        case busyAndClosed
    }
}

/// Which journeys a replication records.
public enum Recording: Sendable, Hashable {
    /// None.
    case none
    /// All.
    case all
    /// The entity with this number among all arrivals.
    case entity(Int64)
    /// The entity with this number in this class.
    case entityOfClass(Int32, UInt32)
}
