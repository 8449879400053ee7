import ScenarioModel

/// The attributes that decide which way families go, in order of name.
struct AskedAttributes {
    let names: [String]
    /// Those that steps change.
    let changing: Set<String>

    init(_ routes: [Route], _ documents: [DocumentKind]) {
        var names: Set<String> = []
        // What runs out does so whatever steps do.
        var changing = Set(documents.filter { $0.validFor != nil || $0.holder != nil }.map(\.name))
        for step in routes.flatMap({ $0.steps.flatMap(\.andNested) }) {
            switch step.action {
            case .choose(let choose):
                switch choose.rule {
                case .chances(let options):
                    for case .attribute(let name) in options.map(\.chance) { names.insert(name) }
                case .conditions(let options):
                    for option in options { Self.collect(option.condition, &names) }
                }
            case .together(let together): names.formUnion(together.branches.compactMap(\.each))
            case .repeat(let loop):
                if case .timesAttribute(let name) = loop.rule { names.insert(name) }
            case .set(let set): changing.formUnion(set.assignments.map(\.attribute))
            case .lookup(let lookup): changing.formUnion(lookup.documents)
            default: break
            }
        }
        self.changing = changing
        self.names = names.sorted()
    }

    private static func collect(_ condition: Condition, _ names: inout Set<String>) {
        switch condition {
        case .attribute(let name, _, _): names.insert(name)
        case .all(let parts), .any(let parts): for part in parts { collect(part, &names) }
        case .waiting, .familyClass: break
        }
    }
}
