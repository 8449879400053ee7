public import Experiments
public import ScenarioModel

/// A design with its preview.
public struct DesignPreview: Sendable {
    /// Name in the file.
    public let name: String
    /// Title for people.
    public let title: LocalizedText
    /// The scenario of the design.
    public let scenario: Scenario
    /// What can be said without running it.
    public let preview: LoadPreview

    /// Makes a design with its preview.
    public init(name: String, title: LocalizedText, scenario: Scenario, preview: LoadPreview) {
        self.name = name
        self.title = title
        self.scenario = scenario
        self.preview = preview
    }
}
