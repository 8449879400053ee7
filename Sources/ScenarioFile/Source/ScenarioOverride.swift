/// A value set from outside the file, as by `--set pools/desks/staff=3`.
public struct ScenarioOverride: Sendable, Hashable {
    /// Path of the value: names joined by `/`.
    public var path: String
    /// The new value as it would be written in the file.
    public var value: String

    /// Makes an override from its parts.
    public init(path: String, value: String) {
        self.path = path
        self.value = value
    }

    /// Makes an override from `PATH=VALUE`; nil when there is no `=` or nothing before it.
    public init?(_ text: String) {
        guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return nil }
        path = String(text[..<sign]).trimmed
        value = String(text[text.index(after: sign)...]).trimmed
        if path.isEmpty { return nil }
    }

    /// The override as a located value; nil, with a report, if its value is no readable text.
    func node(reportingTo collector: DiagnosticCollector) -> LocatedNode? {
        let line = "\(path)=\(value)"
        switch SourceText.decode(Array(line.utf8), name: "--set") {
        case .failure(let fault):
            collector.report(fault.diagnostic)
            return nil
        case .success(let text):
            let end = SourcePosition(line: 1, column: text.line(1).count + 1)
            let start = SourcePosition(line: 1, column: path.unicodeScalars.count + 2)
            let whole = text.location(from: start, to: end)
            let excerpt = SourceText.string(text.line(1))
            guard value.hasPrefix("{") || value.hasPrefix("[") else {
                let content = LocatedNode.Scalar(text: value, isPlain: true)
                return LocatedNode(content: .scalar(content), location: whole, excerpt: excerpt, end: end)
            }
            guard case .success(let inner) = SourceText.decode(Array(value.utf8), name: "--set"),
                let tree = TreeBuilder.tree(of: inner, reportingTo: collector)
            else { return nil }
            return tree.moved(by: path.count + 1, excerpt: excerpt)
        }
    }
}

extension LocatedNode {
    /// The same tree further right on the only line of its text.
    fileprivate func moved(by columns: Int, excerpt: String) -> LocatedNode {
        var node = self
        node.location.column += columns
        node.excerpt = excerpt
        switch content {
        case .scalar: break
        case .sequence(let elements):
            node.content = .sequence(elements.map { $0.moved(by: columns, excerpt: excerpt) })
        case .mapping(let pairs):
            node.content = .mapping(
                pairs.map { pair in
                    var pair = pair
                    pair.keyLocation.column += columns
                    pair.keyExcerpt = excerpt
                    pair.value = pair.value.moved(by: columns, excerpt: excerpt)
                    return pair
                }
            )
        }
        return node
    }
}
