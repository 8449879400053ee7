import ScenarioModel

/// Puts entries that were written without the indentation they need where they belong, so that one slip is one mistake.
///
/// Moved is only what could not be read where it stands: unknown keys of the file after a section, and keys after one
/// without a value that can be nothing but its own.
struct IndentationRepair {
    let collector: DiagnosticCollector

    /// The tree of a file with what was misplaced moved, each place reported.
    func repaired(_ root: LocatedNode) -> LocatedNode {
        guard let pairs = root.pairs else { return root }
        let keys = FormatTable.scenario.keys
        let names = keys.map(\.name)
        var root = root
        root.content = .mapping(
            gathered(pairs) { host, stray in
                guard case .map(.names, _)? = keys.first(where: { $0.name == host.key })?.value,
                    host.value.isEmpty || host.value.pairs != nil, !names.contains(stray.key)
                else { return false }
                return stray.value.text == nil && !NearestName(to: stray.key, among: names).isNear
            }
        )
        return repaired(root, as: .object(.scenario))
    }

    private func repaired(_ node: LocatedNode, as format: ValueFormat) -> LocatedNode {
        var node = node
        switch (node.content, format) {
        case (.mapping(let pairs), .object(let kind)):
            let keys = FormatTable.format(kind).keys
            func value(_ pair: LocatedNode.Pair) -> ValueFormat? {
                keys.first { $0.name == pair.key }?.value
            }
            let gathered = gathered(pairs) { host, stray in
                guard host.value.isEmpty, value(stray) == nil, let inner = value(host)?.object else {
                    return false
                }
                return Self.has(inner, stray.key)
            }
            node.content = .mapping(
                gathered.map { pair in value(pair).map { repaired(pair, as: $0) } ?? pair }
            )
        case (.mapping(let pairs), .map(_, let value)):
            let gathered = gathered(pairs) { host, stray in
                guard host.value.isEmpty, let inner = value.object else { return false }
                return Self.has(inner, stray.key)
            }
            node.content = .mapping(gathered.map { repaired($0, as: value) })
        case (.sequence(let elements), .steps):
            node.content = .sequence(elements.map { repaired($0, as: .object(.step)) })
        case (.sequence(let elements), .list(let value)):
            node.content = .sequence(elements.map { repaired($0, as: value) })
        case (_, .either(let formats)):
            let fitting = formats.first { node.pairs != nil ? $0.isMapping : $0.isSequence }
            if let fitting { return repaired(node, as: fitting) }
        default: break
        }
        return node
    }

    /// Whether a kind of mapping has a key; a calendar has weekdays too.
    private static func has(_ kind: ObjectKind, _ key: String) -> Bool {
        FormatTable.format(kind).key(key) != nil || (kind == .calendar && WeekdayText.days(key) != nil)
    }

    private func repaired(_ pair: LocatedNode.Pair, as format: ValueFormat) -> LocatedNode.Pair {
        guard pair.value.text == nil else { return pair }
        var pair = pair
        pair.value = repaired(pair.value, as: format)
        return pair
    }

    // MARK: Moving

    /// The entries with each stray one moved into the one before it that takes it.
    private func gathered(
        _ pairs: [LocatedNode.Pair],
        where takes: (_ host: LocatedNode.Pair, _ stray: LocatedNode.Pair) -> Bool
    ) -> [LocatedNode.Pair] {
        var result: [LocatedNode.Pair] = []
        var host: LocatedNode.Pair?
        var strays: [LocatedNode.Pair] = []
        func settle() {
            guard let taker = host else { return }
            result.append(strays.isEmpty ? taker : united(taker, strays))
            strays = []
        }
        for pair in pairs {
            if let taker = host, isBelow(strays.last ?? taker, pair), takes(taker, pair) {
                strays.append(pair)
            } else {
                settle()
                host = pair
            }
        }
        settle()
        return result
    }

    /// Whether an entry stands below another, as far to the left.
    private func isBelow(_ upper: LocatedNode.Pair, _ lower: LocatedNode.Pair) -> Bool {
        upper.keyLocation.file == lower.keyLocation.file
            && upper.keyLocation.column == lower.keyLocation.column
            && upper.keyLocation.line < lower.keyLocation.line
    }

    private func united(_ host: LocatedNode.Pair, _ strays: [LocatedNode.Pair]) -> LocatedNode.Pair {
        report(host, strays)
        var host = host
        if host.value.pairs == nil {
            host.value.location = strays[0].keyLocation
            host.value.excerpt = strays[0].keyExcerpt
        }
        host.value.content = .mapping((host.value.pairs ?? []) + strays)
        return host
    }

    private func report(_ host: LocatedNode.Pair, _ strays: [LocatedNode.Pair]) {
        let first = strays[0]
        let others = DiagnosticText.names(strays.dropFirst().prefix(8).map(\.key))
        collector.report(
            Diagnostic(
                .error,
                DiagnosticText(
                    "'\(first.key)' seems to belong to '\(host.key)', but is not indented below it",
                    "«\(first.key)», судя по всему, относится к «\(host.key)», но стоит без отступа под ним"
                ),
                at: first.keyLocation,
                found: first.key,
                suggestion: DiagnosticText(
                    "move it two blanks to the right, with all that belongs to it",
                    "сдвиньте на два пробела вправо вместе со всем, что к нему относится"
                ),
                notes: strays.count == 1
                    ? []
                    : [DiagnosticText("the same holds for \(others.en)", "то же относится к: \(others.ru)")],
                excerpt: first.keyExcerpt
            )
        )
    }
}

extension ValueFormat {
    /// The kind of mapping that may stand here, if one may.
    fileprivate var object: ObjectKind? {
        switch self {
        case .object(let kind): kind
        case .either(let formats): formats.lazy.compactMap(\.object).first
        default: nil
        }
    }

    fileprivate var isMapping: Bool {
        switch self {
        case .object, .map: true
        default: false
        }
    }

    fileprivate var isSequence: Bool {
        switch self {
        case .steps, .list: true
        default: false
        }
    }
}
