/// Lays one tree over another, and resolves `based on`.
enum TreeMerge {
    /// The upper tree over the lower: mappings merge key by key, anything else is replaced.
    static func merged(_ upper: LocatedNode, over lower: LocatedNode) -> LocatedNode {
        guard let upperPairs = upper.pairs, let lowerPairs = lower.pairs else { return upper }
        var result = lowerPairs
        var places = Dictionary(
            uniqueKeysWithValues: lowerPairs.enumerated().map { ($0.element.key, $0.offset) }
        )
        for pair in upperPairs {
            if let place = places[pair.key] {
                var merged = pair
                merged.value = Self.merged(pair.value, over: result[place].value)
                result[place] = merged
            } else {
                places[pair.key] = result.count
                result.append(pair)
            }
        }
        var node = upper
        node.content = .mapping(result)
        return node
    }

    /// Sections whose entries may be based on one another.
    static let basedSections = ["pools", "agencies", "families", "designs"]

    /// The tree with every `based on` of these sections resolved; unknown names and circles are reported.
    static func resolved(_ root: LocatedNode, reportingTo context: DecodingContext) -> LocatedNode {
        guard let pairs = root.pairs else { return root }
        for pair in pairs {
            if let kind = kinds[pair.key] { context.declare(kind, pair.value.pairs?.map(\.key) ?? []) }
        }
        var result = root
        result.content = .mapping(
            pairs.map { pair in
                guard basedSections.contains(pair.key), let kind = kinds[pair.key],
                    let entries = pair.value.pairs
                else { return pair }
                var section = pair
                section.value.content = .mapping(
                    entries.map { entry in
                        var entry = entry
                        entry.value = resolved(entry, in: pair.value, kind, path: [entry.key], context)
                        return entry
                    }
                )
                return section
            }
        )
        return result
    }

    private static let kinds: [String: ReferenceKind] = [
        "pools": .pool, "agencies": .agency, "families": .familyClass, "designs": .design,
    ]

    private static func resolved(
        _ entry: LocatedNode.Pair,
        in section: LocatedNode,
        _ kind: ReferenceKind,
        path: [String],
        _ context: DecodingContext
    ) -> LocatedNode {
        guard let pairs = entry.value.pairs, let base = entry.value["based on"] else { return entry.value }
        var own = entry.value
        own.content = .mapping(pairs.filter { $0.key != "based on" })
        let place = DiagnosticText(
            "'\(entry.key)' in \(kind.section)",
            "в «\(entry.key)» раздела «\(kind.section)»"
        )
        let field = Field(base, key: "based on", in: place, context)
        // A faulty entry keeps its `based on`, so that what it lacks is not reported as missing.
        guard let name = field.text() else { return entry.value }
        guard let below = section.pairs?.first(where: { $0.key == name }) else {
            context.unknown(kind, name, at: base, in: place)
            return entry.value
        }
        guard !path.contains(name) else {
            if name == path[0], name == path.min() { field.fault(.circle(path + [name])) }
            return entry.value
        }
        guard path.count < 64 else {
            field.fault(DiagnosticText("more than 64 entries in a row", "больше 64 записей подряд"))
            return entry.value
        }
        return merged(own, over: resolved(below, in: section, kind, path: path + [name], context))
    }
}

extension DiagnosticText {
    fileprivate static func circle(_ path: [String]) -> DiagnosticText {
        let names = path.joined(separator: " → ")
        return DiagnosticText(
            "the entries are based on one another: \(names)",
            "записи ссылаются по кругу: \(names)"
        )
    }
}
