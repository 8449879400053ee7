/// One design of the centre: the scenario with this design's overrides applied.
public struct Design: Sendable, Hashable {
    /// Name in the file's `designs`.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// The complete scenario of this design.
    public var scenario: Scenario

    /// Makes a design from its parts.
    public init(name: String, title: LocalizedText, scenario: Scenario) {
        self.name = name
        self.title = title
        self.scenario = scenario
    }
}

/// A scenario file as read: its designs, the baseline first and the others ordered by name.
///
/// A file without `designs` has one design, named as the scenario.
public struct DesignSet: Sendable, Hashable {
    /// All designs; never empty.
    public var designs: [Design]

    /// The design that the others are compared with.
    public var baseline: Design { designs[0] }

    /// Makes a set; at least one design is needed.
    public init(designs: [Design]) {
        precondition(!designs.isEmpty, "a scenario file has at least one design")
        self.designs = designs
    }
}
