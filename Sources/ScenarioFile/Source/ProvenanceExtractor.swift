import ScenarioModel

/// Takes `source` and `status` out of a tree, and `{ value: X, source: … }` down to X.
struct ProvenanceExtractor {
    private let context: DecodingContext
    private(set) var entries: [ProvenanceEntry] = []
    /// Keys and names of steps from the root down to the present node.
    private var path: [String] = []

    /// Mappings whose keys are names, among which `source` and `status` would be ordinary.
    private static let nameMaps: Set<String> = ["attributes", "set", "title", "question"]

    init(reportingTo context: DecodingContext) {
        self.context = context
    }

    /// The tree without its sources and statuses, which are noted.
    mutating func stripped(_ node: LocatedNode) -> LocatedNode {
        changed(node) ?? node
    }

    /// The node without its sources and statuses; nil when it has none, so that it need not be made anew.
    private mutating func changed(_ node: LocatedNode) -> LocatedNode? {
        switch node.content {
        case .scalar: return nil
        case .sequence(var elements):
            var isChanged = false
            for index in elements.indices where !elements[index].isScalar {
                path.append(StepNaming.name(of: elements[index]) ?? String(index + 1))
                if let element = changed(elements[index]) {
                    elements[index] = element
                    isChanged = true
                }
                path.removeLast()
            }
            return isChanged ? node.with(.sequence(elements)) : nil
        case .mapping(let pairs):
            guard let value = Self.wrapped(node) else { return changed(node, pairs) }
            note(node, value: value)
            return stripped(value)
        }
    }

    private mutating func changed(_ node: LocatedNode, _ pairs: [LocatedNode.Pair]) -> LocatedNode? {
        var kept = pairs
        var isChanged = !Self.nameMaps.contains(path.last ?? "") && pairs.contains(where: Self.isProvenance)
        if isChanged {
            kept = pairs.filter { !Self.isProvenance($0) }
            note(node, value: node.with(.mapping(kept)))
        }
        let isKindOfStep = kept.count == 1 && path.last == StepNaming.name(of: node)
        for index in kept.indices where !kept[index].value.isScalar {
            if !isKindOfStep { path.append(kept[index].key) }
            if let value = changed(kept[index].value) {
                kept[index].value = value
                isChanged = true
            }
            if !isKindOfStep { path.removeLast() }
        }
        return isChanged ? node.with(.mapping(kept)) : nil
    }

    private static func isProvenance(_ pair: LocatedNode.Pair) -> Bool {
        FormatTable.provenanceKeys.contains(pair.key) && pair.value.isScalar && !pair.value.isEmpty
    }

    /// The value of a mapping that only adds its source to it, else nil.
    static func wrapped(_ node: LocatedNode) -> LocatedNode? {
        guard let pairs = node.pairs, let value = node["value"],
            pairs.allSatisfy({ $0.key == "value" || FormatTable.provenanceKeys.contains($0.key) })
        else { return nil }
        return value
    }

    private mutating func note(_ node: LocatedNode, value: LocatedNode) {
        let path = path.joined(separator: "/")
        let place = DiagnosticText("'\(path)'", "в «\(path)»")
        let source = node["source"].flatMap { $0.isEmpty ? nil : $0.text }
        let status = node["status"].flatMap { status in
            Field(status, key: "status", in: place, context)
                .word(ProvenanceEntry.Status.allCases.map { ($0.rawValue, $0) })
        }
        guard source != nil || status != nil else { return }
        entries.append(
            ProvenanceEntry(
                path: path,
                value: value.shortText,
                source: source,
                status: status
            )
        )
    }
}
