/// Reads the keys of one mapping against its format.
///
/// Unknown keys are reported when it is made; reading a key that the format does not have is a programmer's mistake.
struct ObjectReader {
    /// The mapping.
    let node: LocatedNode
    /// Its keys.
    let format: ObjectFormat
    /// Where it stands, for messages: "pool 'desks'" / "в пуле «desks»".
    let place: DiagnosticText
    /// The decoding it belongs to.
    let context: DecodingContext
    private let suspected: Set<String>

    /// Checks the keys; nil, with a report, if the node is not a mapping.
    init?(_ node: LocatedNode, as kind: ObjectKind, in place: DiagnosticText, _ context: DecodingContext) {
        format = FormatTable.format(kind)
        self.node = node
        self.place = place
        self.context = context
        guard let pairs = node.pairs else {
            let keys = format.keys.map(\.name)
            context.error(
                DiagnosticText(
                    "\(place.en): found '\(node.shortText)', expected keys such as \(DiagnosticText.names(Array(keys.prefix(4))).en)",
                    "\(place.ru): указано «\(node.shortText)», нужны ключи, например \(DiagnosticText.names(Array(keys.prefix(4))).ru)"
                ),
                at: node,
                found: node.shortText
            )
            return nil
        }
        let unknown = format.otherKeys == nil ? pairs.filter { [format] in format.key($0.key) == nil } : []
        suspected = unknown.isEmpty ? [] : Self.report(unknown, among: pairs, format, place, context)
    }

    /// Reports keys that the format does not have; the keys that were probably meant.
    private static func report(
        _ unknown: [LocatedNode.Pair],
        among pairs: [LocatedNode.Pair],
        _ format: ObjectFormat,
        _ place: DiagnosticText,
        _ context: DecodingContext
    ) -> Set<String> {
        let names = format.keys.map(\.name)
        let given = Set(pairs.map(\.key))
        let free = names.filter { !given.contains($0) }
        var suspected: Set<String> = []
        for pair in unknown {
            let nearest = NearestName(to: pair.key, among: free.isEmpty ? names : free)
            let any = NearestName(to: pair.key, among: names + FormatTable.provenanceKeys)
            let shown = any.isNear && !nearest.isNear ? any : nearest
            if let name = shown.name { suspected.insert(name) }
            reportUnknownKey(pair, suggestion: shown.suggestion, names, place, context)
        }
        return suspected
    }

    /// The value of a key, nil if it is not given; a key without a value is reported.
    func field(_ key: String) -> Field? {
        precondition(format.key(key) != nil, "the format table has no key '\(key)' in \(format.kind)")
        guard let pair = node.pairs?.first(where: { $0.key == key }) else { return nil }
        guard !pair.value.isEmpty else {
            context.error(
                DiagnosticText(
                    "'\(key)' has no value in \(place.en)",
                    "ключ «\(key)» \(place.ru) не имеет значения"
                ),
                at: pair
            )
            return nil
        }
        return Field(pair.value, key: key, in: place, context)
    }

    /// The value of a key that must be given; its absence is reported.
    func required(_ key: String) -> Field? {
        precondition(format.key(key)?.isRequired == true, "key '\(key)' is not required by the format table")
        if node[key] == nil, !suspected.contains(key), node["based on"] == nil {
            context.error(
                DiagnosticText("'\(key)' is missing in \(place.en)", "\(place.ru) не хватает ключа «\(key)»"),
                at: node.firstLine
            )
        }
        return field(key)
    }

    /// Whether a key is given.
    func has(_ key: String) -> Bool {
        precondition(format.key(key) != nil, "the format table has no key '\(key)' in \(format.kind)")
        return node[key] != nil
    }

    /// Whether a key is given or a misspelt one was probably meant to be it.
    func seems(_ key: String) -> Bool { has(key) || suspected.contains(key) }

    private static func reportUnknownKey(
        _ pair: LocatedNode.Pair,
        suggestion: DiagnosticText?,
        _ names: [String],
        _ place: DiagnosticText,
        _ context: DecodingContext
    ) {
        let key = String(pair.key.prefix(60))
        if pair.value.isEmpty, pair.key.contains(where: { " :(),0123456789".contains($0) }) {
            return context.error(
                DiagnosticText(
                    "'\(key)' in \(place.en) has no value; a text with a comma must be quoted inside { }",
                    "«\(key)» \(place.ru) не имеет значения; текст с запятой внутри { } нужно взять в кавычки"
                ),
                at: pair,
                suggestion: pair.key.allSatisfy(NumberText.isDigit) ? .decimalPoint : nil
            )
        }
        context.error(
            DiagnosticText("unknown key '\(key)' in \(place.en)", "неизвестный ключ «\(key)» \(place.ru)"),
            at: pair,
            expected: .names(names),
            suggestion: suggestion
        )
    }
}

extension LocatedNode {
    /// The node with its place narrowed to its first character or first key, for what is missing in it.
    var firstLine: LocatedNode {
        guard case .mapping(let pairs) = content, let first = pairs.first else { return self }
        var node = self
        node.location = first.keyLocation
        node.excerpt = first.keyExcerpt
        return node
    }
}
