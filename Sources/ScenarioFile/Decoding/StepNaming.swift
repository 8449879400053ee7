/// The name of a step as its node gives it: its own, or kind and target.
enum StepNaming {
    /// The kinds of step, as keys.
    static let kinds = FormatTable.step.keys.map(\.name)

    /// The kind of a step, if it has exactly one.
    static func kind(of node: LocatedNode) -> LocatedNode.Pair? {
        let given = (node.pairs ?? []).filter { kinds.contains($0.key) }
        return given.count == 1 ? given[0] : nil
    }

    /// The name of a step; nil if it has no kind.
    static func name(of node: LocatedNode) -> String? {
        guard let kind = kind(of: node) else { return nil }
        if let name = kind.value["name"]?.text, !name.isEmpty { return String(name.prefix(200)) }
        switch kind.key {
        case "serve", "keep", "assign":
            let pools = kind.value["by"].map(poolNames) ?? []
            return pools.isEmpty ? kind.key : "\(kind.key) \(pools.joined(separator: " + "))"
        case "with":
            let names = kind.value["members"].map(memberNames) ?? []
            return names.isEmpty ? kind.key : "with \(names.joined(separator: ", "))"
        case "set":
            let names = (kind.value.pairs ?? []).prefix(20).map(\.key)
            return names.isEmpty ? kind.key : "set \(names.joined(separator: ", "))"
        case "use", "count", "leave":
            let target = kind.value.text ?? kind.value["route"]?.text ?? kind.value["outcome"]?.text
            return target.map { "\(kind.key) \($0.prefix(200))" } ?? kind.key
        default: return kind.key
        }
    }

    /// Whether a step has a name of its own.
    static func hasOwnName(_ node: LocatedNode) -> Bool {
        kind(of: node)?.value["name"] != nil
    }

    private static func memberNames(_ node: LocatedNode) -> [String] {
        let names = node.pairs?.map(\.key) ?? (node.elements ?? [node]).compactMap(\.text)
        return names.prefix(20).map { String($0.prefix(200)) }
    }

    private static func poolNames(_ node: LocatedNode) -> [String] {
        (node.elements ?? [node]).prefix(20).compactMap { element in
            element.text.map { String(PoolUseText.parts(String($0.prefix(200))).pool) }
        }
    }
}

/// Reads `desks` and `2 of rooms`.
enum PoolUseText {
    /// The pool and the text before `of`, if there is one.
    static func parts(_ text: String) -> (pool: String, units: String?) {
        let parts = text.components(around: " of ")
        return parts.count == 2 ? (parts[1], parts[0]) : (parts[0], nil)
    }
}
