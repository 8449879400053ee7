/// A value of a scenario file with its place: every scalar as text, every mapping in the order of the file.
struct LocatedNode: Sendable {
    /// What it holds.
    var content: Content
    /// Where it starts, and how far it reaches on that line.
    var location: SourceLocation
    /// The line of the file on which it starts.
    var excerpt: String
    /// Line and column just after its last character.
    var end: SourcePosition

    /// Kinds of value.
    enum Content: Sendable {
        case scalar(Scalar)
        case mapping([Pair])
        case sequence([LocatedNode])
    }

    /// A text as written.
    struct Scalar: Sendable {
        /// The text, without quotes.
        var text: String
        /// Whether it stands without quotes on one line, so that characters map to columns.
        var isPlain: Bool
    }

    /// An entry of a mapping.
    struct Pair: Sendable {
        /// The key's text.
        var key: String
        /// The key's place.
        var keyLocation: SourceLocation
        /// The line on which the key stands.
        var keyExcerpt: String
        /// The value.
        var value: LocatedNode
    }

    /// Whether it is a single text.
    var isScalar: Bool {
        guard case .scalar = content else { return false }
        return true
    }

    /// The text of a scalar, else nil.
    var text: String? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar.text
    }

    /// The entries of a mapping, else nil.
    var pairs: [Pair]? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs
    }

    /// The elements of a sequence, else nil.
    var elements: [LocatedNode]? {
        guard case .sequence(let elements) = content else { return nil }
        return elements
    }

    /// Whether nothing is written where a value is due.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isPlain && scalar.text.isEmpty
    }

    /// The value of a key, else nil.
    subscript(key: String) -> LocatedNode? {
        pairs?.first { $0.key == key }?.value
    }

    /// The value as a short text for registers and messages.
    var shortText: String {
        let full = flowText(depth: 0)
        return full.count <= 60 ? full : String(full.prefix(59)) + "…"
    }

    private func flowText(depth: Int) -> String {
        switch content {
        case .scalar(let scalar): String(scalar.text.prefix(80))
        case .sequence where depth > 2: "[…]"
        case .mapping where depth > 2: "{…}"
        case .sequence(let elements):
            "[" + elements.prefix(8).map { $0.flowText(depth: depth + 1) }.joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{ "
                + pairs.prefix(8).map { "\($0.key): \($0.value.flowText(depth: depth + 1))" }
                .joined(separator: ", ") + " }"
        }
    }
}
