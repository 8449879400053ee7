/// A moment or a length of time of a run, in whole microseconds; moments count from the scenario's start.
public typealias SimulationTime = Int64

extension SimulationTime {
    /// A moment that no run reaches, and that still leaves room for additions.
    public static let never: SimulationTime = 1 << 61
}
