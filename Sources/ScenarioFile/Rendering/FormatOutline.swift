/// The kinds of mapping in the order in which the format leads to them, from the scenario down.
struct FormatOutline {
    /// One kind of mapping.
    struct Section {
        /// The kind with its keys.
        let format: ObjectFormat
        /// How many kinds lie above it: 0 for the scenario.
        let depth: Int
        /// The keys under which it stands; those that hold nothing else where there are such.
        fileprivate(set) var keys: [String]
        /// Its paths in a file, such as `pools/NAME`; none for steps, whose paths depend on their nesting.
        fileprivate(set) var paths: [String]
    }

    /// All kinds, each once.
    private(set) var sections: [Section] = []

    /// Follows the format table; `name` stands in paths for names that the file gives.
    init(name: String) {
        visit(.scenario, Place(key: "", path: [], depth: 0, name: name))
        for place in sections.indices { sections[place].keys = Self.own(sections[place]) }
    }

    /// Where a value stands.
    private struct Place {
        var key: String
        var path: [String]
        var depth: Int
        let name: String
        var isInSteps = false

        func inside(_ part: String) -> Place {
            var place = self
            place.path.append(part)
            return place
        }
    }

    private mutating func visit(_ kind: ObjectKind, _ place: Place) {
        let known = sections.firstIndex { $0.format.kind == kind }
        if known == nil {
            let format = FormatTable.format(kind)
            sections.append(Section(format: format, depth: place.depth, keys: [], paths: []))
        }
        let index = known ?? sections.count - 1
        if !sections[index].keys.contains(place.key) { sections[index].keys.append(place.key) }
        if !place.isInSteps { sections[index].paths.append(place.path.joined(separator: "/")) }
        guard known == nil else { return }
        for key in sections[index].format.keys {
            var inner = place.inside(key.name)
            inner.key = key.name
            inner.depth += 1
            visit(key.value, inner)
        }
    }

    private mutating func visit(_ value: ValueFormat, _ place: Place) {
        switch value {
        case .object(let kind): visit(kind, place)
        case .map(_, let inner): visit(inner, place.inside(place.name))
        case .list(let inner): visit(inner, place)
        case .steps:
            var inner = place
            inner.isInSteps = true
            visit(.step, inner)
        case .either(let forms):
            // A route is told before its steps, though a list of steps may stand for it.
            for case .object(let kind) in forms { visit(kind, place) }
            for form in forms {
                if case .object = form { continue }
                visit(form, place)
            }
        default: break
        }
    }

    /// The keys whose values are of this kind of mapping and no other.
    private static func own(_ section: Section) -> [String] {
        let own = section.keys.filter { name in
            FormatTable.all.flatMap(\.keys).filter { $0.name == name }.allSatisfy { key in
                key.value.kinds.allSatisfy { $0 == section.format.kind }
            }
        }
        return own.isEmpty ? section.keys : own
    }
}

extension ValueFormat {
    /// The kinds of mapping that may stand here, in lists and under names too.
    fileprivate var kinds: [ObjectKind] {
        switch self {
        case .object(let kind): [kind]
        case .map(_, let inner), .list(let inner): inner.kinds
        case .either(let forms): forms.flatMap(\.kinds)
        default: []
        }
    }
}
