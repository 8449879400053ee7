import Synchronization

/// A flag that asks running replications to stop; it may be raised from any thread, and stays raised.
public final class CancellationFlag: Sendable {
    private let raised = Atomic(false)

    /// Makes a lowered flag.
    public init() {}

    /// Whether replications are asked to stop.
    public var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Asks replications to stop.
    public func raise() { raised.store(true, ordering: .relaxed) }
}
