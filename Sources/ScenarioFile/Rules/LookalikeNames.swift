import ScenarioModel

/// Names hold nothing that cannot be seen, and no two of one section look alike.
enum LookalikeNames {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        for kind in ReferenceKind.allCases where kind.hasSection {
            check(tree[kind.section]?.pairs ?? [], in: kind.section, context)
        }
        let classes = tree["families"]?.pairs ?? []
        check(classes.flatMap { $0.value["attributes"]?.pairs ?? [] }, in: "attributes", context)
        check(classes.flatMap { $0.value["members"]?.pairs ?? [] }, in: "members", context)
        let records = context.routeRecords.sorted { $0.key < $1.key }.flatMap(\.value)
        check(records.filter(\.isNamed).map { $0.named($0.name) }, in: "routes", context)
        check(records.compactMap { record in record.outcome.map(record.named) }, in: "routes", context)
    }

    private static func check(_ pairs: [LocatedNode.Pair], in section: String, _ context: DecodingContext) {
        var known: [String: LocatedNode.Pair] = [:]
        for pair in pairs {
            if let scalar = Lookalike.invisible(in: pair.key) {
                context.error(.invisible(scalar, in: pair.key, section), at: pair)
                continue
            }
            let skeleton = Lookalike.skeleton(pair.key)
            guard let first = known[skeleton] else {
                known[skeleton] = pair
                continue
            }
            guard first.key != pair.key else { continue }
            warn(of: pair, beside: first, in: section, context)
        }
    }

    private static func warn(
        of pair: LocatedNode.Pair,
        beside first: LocatedNode.Pair,
        in section: String,
        _ context: DecodingContext
    ) {
        let (name, other, line) = (pair.key, first.key, first.keyLocation.line)
        var advice: DiagnosticText?
        if let letter = Lookalike.foreignLetter(of: name, beside: other) {
            let (found, meant) = (Lookalike.code(letter.found), Lookalike.code(letter.meant))
            advice = DiagnosticText(
                "'\(letter.found)' is \(found) here and \(meant) there",
                "буква «\(letter.found)» здесь \(found), а там \(meant)"
            )
        }
        context.collector.report(
            Diagnostic(
                .warning,
                DiagnosticText(
                    "'\(name)' in \(section) looks like '\(other)' on line \(line); they are two names",
                    "«\(name)» в разделе «\(section)» выглядит как «\(other)» в строке \(line), но это два разных имени"
                ),
                at: pair.keyLocation,
                found: name,
                suggestion: advice,
                excerpt: pair.keyExcerpt
            )
        )
    }
}

extension StepRecord {
    /// A name that the step gives, as an entry of its own.
    fileprivate func named(_ name: String) -> LocatedNode.Pair {
        LocatedNode.Pair(key: name, keyLocation: node.location, keyExcerpt: node.excerpt, value: node)
    }
}

extension DiagnosticText {
    fileprivate static func invisible(_ scalar: Unicode.Scalar, in name: String, _ section: String)
        -> DiagnosticText
    {
        let code = Lookalike.code(scalar)
        return DiagnosticText(
            "the name '\(name)' in \(section) holds a character that cannot be seen (\(code)); remove it",
            "в имени «\(name)» раздела «\(section)» есть невидимый символ (\(code)); удалите его"
        )
    }
}
