public import ScenarioModel

/// Where the parts of designs stand in the files, for messages of those who read no files.
public struct ScenarioPlaces: Sendable {
    private var designs: [String: Places] = [:]

    private struct Places {
        var tree: LocatedNode
        var steps: [String: [StepRecord]]
    }

    init() {}

    /// Notes the places of a design.
    mutating func note(_ design: String, _ tree: LocatedNode, steps: [String: [StepRecord]]) {
        designs[design] = Places(tree: tree, steps: steps)
    }

    /// A mistake in a part of a design, at its place; without one where the part is not known.
    public func error(
        _ message: DiagnosticText,
        about part: ScenarioPart?,
        in design: String
    ) -> Diagnostic {
        let node = part.flatMap { self.node(of: $0, in: design) }
        return Diagnostic(.error, message, at: node?.location, excerpt: node?.excerpt)
    }

    private func node(of part: ScenarioPart, in design: String) -> LocatedNode? {
        guard let places = designs[design] else { return nil }
        switch part {
        case .timeZone: return places.tree["time zone"]
        case .pool(let name): return Self.entry(name, of: places.tree["pools"])
        case .familyClass(let name): return Self.entry(name, of: places.tree["families"])
        case .step(let route, let name): return places.steps[route]?.first { $0.name == name }?.node
        }
    }

    private static func entry(_ name: String, of section: LocatedNode?) -> LocatedNode? {
        section?.pairs?.first { $0.key == name }?.keyNode
    }
}
