/// What each member of a pool is paid.
public struct Pay: Sendable, Hashable {
    /// Roubles for an hour on duty, busy or not; 0 or more.
    public var roublesPerHour: Double
    /// Roubles for an hour of work beyond the hours on duty; 0 or more.
    public var overtimeRoublesPerHour: Double

    /// Overtime pay over pay where a file gives none: the least for the first two hours of a day.
    ///
    /// From the third hour on it is 2. Source: Labour Code of Russia, article 152.
    public static let overtimeFactor = 1.5

    /// Makes pay from an hour's pay and, if it is not the usual multiple of it, an overtime hour's.
    public init(roublesPerHour: Double, overtimeRoublesPerHour: Double? = nil) {
        self.roublesPerHour = roublesPerHour
        self.overtimeRoublesPerHour = overtimeRoublesPerHour ?? roublesPerHour * Self.overtimeFactor
    }
}
