import ScenarioModel

/// Takes `source` and `status` out of a tree, and `{ value: X, source: … }` down to X.
struct ProvenanceExtractor {
    private let context: DecodingContext
    private(set) var entries: [ProvenanceEntry] = []

    /// Mappings whose keys are names, among which `source` and `status` would be ordinary.
    private static let nameMaps: Set<String> = ["attributes", "set", "title", "question"]

    init(reportingTo context: DecodingContext) {
        self.context = context
    }

    /// The tree without its sources and statuses, which are noted.
    mutating func stripped(_ node: LocatedNode, path: [String] = []) -> LocatedNode {
        switch node.content {
        case .scalar: return node
        case .sequence(let elements):
            var result = node
            result.content = .sequence(
                elements.enumerated().map { offset, element in
                    stripped(element, path: path + [StepNaming.name(of: element) ?? String(offset + 1)])
                }
            )
            return result
        case .mapping(let pairs):
            if let value = Self.wrapped(node) {
                note(node, value: value, path: path)
                return stripped(value, path: path)
            }
            var kept = pairs
            if !Self.nameMaps.contains(path.last ?? "") {
                kept.removeAll {
                    FormatTable.provenanceKeys.contains($0.key) && $0.value.text != nil && !$0.value.isEmpty
                }
                if kept.count < pairs.count { note(node, value: node.without(pairs: kept), path: path) }
            }
            var result = node
            result.content = .mapping(
                kept.map { pair in
                    var pair = pair
                    let isKindOfStep = kept.count == 1 && path.last == StepNaming.name(of: node)
                    pair.value = stripped(pair.value, path: isKindOfStep ? path : path + [pair.key])
                    return pair
                }
            )
            return result
        }
    }

    /// The value of a mapping that only adds its source to it, else nil.
    static func wrapped(_ node: LocatedNode) -> LocatedNode? {
        guard let pairs = node.pairs, let value = node["value"],
            pairs.allSatisfy({ $0.key == "value" || FormatTable.provenanceKeys.contains($0.key) })
        else { return nil }
        return value
    }

    private mutating func note(_ node: LocatedNode, value: LocatedNode, path: [String]) {
        let place = DiagnosticText("'\(path.joined(separator: "/"))'", "в «\(path.joined(separator: "/"))»")
        let source = node["source"].flatMap { $0.isEmpty ? nil : $0.text }
        let status = node["status"].flatMap { status in
            Field(status, key: "status", in: place, context)
                .word(ProvenanceEntry.Status.allCases.map { ($0.rawValue, $0) })
        }
        guard source != nil || status != nil else { return }
        entries.append(
            ProvenanceEntry(
                path: path.joined(separator: "/"),
                value: value.shortText,
                source: source,
                status: status
            )
        )
    }
}

extension LocatedNode {
    /// The same mapping with other entries.
    fileprivate func without(pairs: [Pair]) -> LocatedNode {
        var node = self
        node.content = .mapping(pairs)
        return node
    }
}
