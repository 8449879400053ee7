/// Replaces one value of a tree by its path: `pools/desks/on duty/office`.
struct PathOverride {
    /// Parts of the path.
    let path: [String]
    /// The new value.
    let value: LocatedNode

    /// Why a path leads nowhere.
    struct Fault: Error {
        /// The part of the path that is not found.
        var part: String
        /// Names that would be.
        var choices: [String]
    }

    /// The tree with the value in its place; `resolved` is the same tree with every `based on` resolved.
    func applied(to root: LocatedNode, resolved: LocatedNode) -> Result<LocatedNode, Fault> {
        do throws(Fault) {
            return .success(try replaced(root, resolved, path[...], .object(.scenario)))
        } catch {
            return .failure(error)
        }
    }

    private func replaced(
        _ node: LocatedNode?,
        _ resolved: LocatedNode?,
        _ rest: ArraySlice<String>,
        _ format: ValueFormat
    ) throws(Fault) -> LocatedNode {
        guard let part = rest.first else { return value }
        if let node, let inner = ProvenanceExtractor.wrapped(node) {
            return try replaced(
                inner,
                resolved.flatMap { ProvenanceExtractor.wrapped($0) ?? $0 },
                rest,
                format
            )
        }
        switch Self.form(format, of: node ?? resolved) {
        case .object(let kind):
            let keys = FormatTable.format(kind)
            let inner = keys.key(part)?.value ?? (node?[part] == nil ? nil : keys.otherKeys?.value)
            guard let inner else { throw Fault(part: part, choices: keys.keys.map(\.name) + Self.keys(node)) }
            return try replacing(part, in: node, resolved, rest, inner)
        case .map(let keys, let inner):
            let isKnown = node?[part] != nil || resolved?[part] != nil
            if case .names = keys, !isKnown {
                throw Fault(part: part, choices: Self.keys(resolved ?? node))
            }
            return try replacing(part, in: node, resolved, rest, inner)
        case .list(let inner):
            guard let node, var elements = node.elements, let number = NumberText.integer(part),
                (1...max(1, elements.count)).contains(number), !elements.isEmpty
            else { throw Fault(part: part, choices: (node?.elements ?? []).indices.map { String($0 + 1) }) }
            elements[number - 1] = try replaced(elements[number - 1], nil, rest.dropFirst(), inner)
            return node.with(.sequence(elements))
        case .steps:
            guard let node, let result = try replacedStep(node, part, rest.dropFirst()) else {
                throw Fault(part: part, choices: node.map(Self.stepNames) ?? [])
            }
            return result
        default:
            throw Fault(part: part, choices: [])
        }
    }

    private func replacing(
        _ part: String,
        in node: LocatedNode?,
        _ resolved: LocatedNode?,
        _ rest: ArraySlice<String>,
        _ format: ValueFormat
    ) throws(Fault) -> LocatedNode {
        let inner = try replaced(node?[part], resolved?[part], rest.dropFirst(), format)
        var pairs = node?.pairs ?? []
        if let place = pairs.firstIndex(where: { $0.key == part }) {
            pairs[place].value = inner
            if rest.count == 1 {
                pairs[place].keyLocation = value.location
                pairs[place].keyExcerpt = value.excerpt
            }
        } else {
            pairs.append(
                LocatedNode.Pair(
                    key: part,
                    keyLocation: value.location,
                    keyExcerpt: value.excerpt,
                    value: inner
                )
            )
        }
        return (node ?? value).with(.mapping(pairs))
    }

    // MARK: - Steps

    /// The list with a value inside the named step replaced, however deep the step lies; nil if there is none.
    private func replacedStep(
        _ list: LocatedNode,
        _ name: String,
        _ rest: ArraySlice<String>
    ) throws(Fault) -> LocatedNode? {
        if var elements = list.elements {
            let number = NumberText.integer(name)
            for (offset, element) in elements.enumerated() {
                guard let kind = StepNaming.kind(of: element),
                    StepNaming.name(of: element) == name || number == offset + 1,
                    let format = FormatTable.step.key(kind.key)?.value
                else { continue }
                let inner = try replaced(kind.value, nil, rest, format)
                elements[offset] = element.replacing(kind.key, by: inner)
                return list.with(.sequence(elements))
            }
            guard number == nil else { return nil }
            for (offset, element) in elements.enumerated() {
                if let result = try replacedStep(element, name, rest) {
                    elements[offset] = result
                    return list.with(.sequence(elements))
                }
            }
            return nil
        }
        for pair in list.pairs ?? [] {
            if let result = try replacedStep(pair.value, name, rest) {
                return list.replacing(pair.key, by: result)
            }
        }
        return nil
    }

    private static func stepNames(_ node: LocatedNode) -> [String] {
        let own = StepNaming.name(of: node).map { [$0] } ?? []
        let inner = (node.elements ?? node.pairs?.map(\.value) ?? []).flatMap(stepNames)
        return own + inner
    }

    // MARK: - Formats

    /// The one of several forms that fits a node.
    private static func form(_ format: ValueFormat, of node: LocatedNode?) -> ValueFormat {
        guard case .either(let forms) = format else { return format }
        let isList = node?.elements != nil
        let fitting = forms.first { form in
            switch form {
            case .list, .steps: isList
            case .object, .map: !isList && (node == nil || node?.pairs != nil)
            default: false
            }
        }
        return fitting ?? .text
    }

    private static func keys(_ node: LocatedNode?) -> [String] { node?.pairs?.map(\.key) ?? [] }
}

extension LocatedNode {
    /// The same node with other content.
    func with(_ content: Content) -> LocatedNode {
        var node = self
        node.content = content
        return node
    }

    /// The same mapping with another value for one of its keys.
    func replacing(_ key: String, by value: LocatedNode) -> LocatedNode {
        guard var pairs, let place = pairs.firstIndex(where: { $0.key == key }) else { return self }
        pairs[place].value = value
        return with(.mapping(pairs))
    }
}
