/// Where a value of the scenario comes from: one row of the register of assumptions.
public struct ProvenanceEntry: Sendable, Hashable {
    /// Path of the value in the file, as in overrides: `agencies/social-fund/share`.
    public var path: String
    /// The value as written.
    public var value: String
    /// Source as written, or nil.
    public var source: String?
    /// How far the value is to be trusted, or nil where the file does not say.
    public var status: Status?

    /// How far a value is to be trusted.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// A source was found and is named.
        case source
        /// Known, but the source was not found.
        case known
        /// Assumed within a reasoned range.
        case assumption
    }

    /// Makes an entry from its parts.
    public init(path: String, value: String, source: String?, status: Status?) {
        self.path = path
        self.value = value
        self.source = source
        self.status = status
    }
}
