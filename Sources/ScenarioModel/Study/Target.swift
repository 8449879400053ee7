/// A standard to be judged: so large a share of families within so much time.
public struct Target: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// What is measured.
    public var measure: TargetMeasure
    /// The family class it speaks of, or nil for all.
    public var familyClass: String?
    /// Limit; waiting at a pool is judged on open time, the rest on clock time.
    public var limit: TimeSpan
    /// Share of families that must be within the limit, 0 to 1.
    public var share: Double

    /// Makes a target from its parts.
    public init(
        name: String,
        title: LocalizedText,
        measure: TargetMeasure,
        familyClass: String? = nil,
        limit: TimeSpan,
        share: Double
    ) {
        self.name = name
        self.title = title
        self.measure = measure
        self.familyClass = familyClass
        self.limit = limit
        self.share = share
    }
}

/// What a target measures.
public enum TargetMeasure: Sendable, Hashable {
    /// Waiting time at the named pool, on open time.
    case waitingTime(pool: String)
    /// From arrival to leaving.
    case timeInSystem
    /// From arrival to the start of the first service.
    case timeToFirstHelp
}
