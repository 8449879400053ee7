public import ScenarioModel

/// What was found out about one design.
public struct DesignResult: Sendable {
    /// Name in the file.
    public let name: String
    /// Title for people.
    public let title: LocalizedText
    /// The scenario of the design, for titles of pools, classes and agencies.
    public let scenario: Scenario
    /// All measures, in the order of `Quantity`, then subject, class and statistic.
    public let measures: [Measure]
    /// What each replication contributed to means and shares, in the same order.
    public let series: [MeasureSeries]
    /// The scenario's targets, judged, in their order.
    public let targets: [TargetResult]
    /// What could be said before the run; nil when a law has no mean.
    public let preview: LoadPreview?
    /// Loops that were stopped by their limit.
    public let loopsStopped: Int64
    private let places: [MeasureID: Int]

    init(
        name: String,
        title: LocalizedText,
        scenario: Scenario,
        measures: [Measure],
        series: [MeasureSeries],
        targets: [TargetResult],
        preview: LoadPreview?,
        loopsStopped: Int64
    ) {
        self.name = name
        self.title = title
        self.scenario = scenario
        self.measures = measures
        self.series = series
        self.targets = targets
        self.preview = preview
        self.loopsStopped = loopsStopped
        places = Dictionary(
            measures.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The measure with this identity, if the design has it.
    public func measure(_ id: MeasureID) -> Measure? {
        places[id].map { measures[$0] }
    }
}
