import ScenarioModel

/// Step names are unique in a route once the routes it uses are written out; routes do not use themselves;
/// `repeat` is nested at most three deep.
enum UniqueStepNames {
    /// Most steps of a route, those of used routes included.
    static let stepLimit = 100_000

    /// Deepest nesting of `repeat`.
    static let repeatLimit = 3

    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        var sizes = RouteSizes(context.routeRecords)
        var total = 0
        for name in context.routeRecords.keys.sorted() {
            let size = sizes.size(of: name)
            if size.hasCircle { continue }
            total += size.steps
            guard size.height <= RouteSizes.heightLimit, size.steps <= stepLimit, total <= 10 * stepLimit
            else {
                let isDeep = size.height > RouteSizes.heightLimit
                report(isDeep ? .usedTooDeep(name) : .tooManySteps(name), of: name, using: nil, context)
                break
            }
            var flattening = Flattening(context: context, root: name)
            flattening.run()
        }
        for circle in sizes.circles {
            report(.usesItself(circle), of: circle[0], using: circle[1], context)
        }
    }

    /// Reports at the step of a route that uses another, or any other.
    private static func report(
        _ message: DiagnosticText,
        of route: String,
        using used: String?,
        _ context: DecodingContext
    ) {
        let records = context.routeRecords[route] ?? []
        let use = records.first { used == nil ? $0.usedRoute != nil : $0.usedRoute == used }
        guard let shown = use ?? records.first else { return }
        context.error(message, at: shown.node)
    }

    /// Writes out one route.
    private struct Flattening {
        let context: DecodingContext
        let root: String
        private var owners: [String: Int] = [:]
        private var reported: Set<Int> = []

        init(context: DecodingContext, root: String) {
            self.context = context
            self.root = root
        }

        mutating func run() {
            for (index, record) in (context.routeRecords[root] ?? []).enumerated() {
                add(record, prefix: "", isTop: true, depth: 0, owner: index, top: record)
            }
        }

        private mutating func add(
            _ record: StepRecord,
            prefix: String,
            isTop: Bool,
            depth: Int,
            owner: Int,
            top: StepRecord
        ) {
            if depth + record.repeatDepth > UniqueStepNames.repeatLimit, isTop || depth > 0 {
                if reported.insert(owner).inserted { report(.repeatTooDeep(record.name), top.node) }
                return
            }
            note(prefix + record.name, record, owner: owner, top: top)
            guard let used = record.usedRoute, let records = context.routeRecords[used] else { return }
            let inner = record.isNamed ? prefix + record.name + "/" : prefix
            for next in records {
                add(
                    next,
                    prefix: inner,
                    isTop: false,
                    depth: depth + record.repeatDepth,
                    owner: owner,
                    top: top
                )
            }
        }

        private mutating func note(_ name: String, _ record: StepRecord, owner: Int, top: StepRecord) {
            guard record.mustBeUnique else { return }
            guard let first = owners[name] else { return owners[name] = owner }
            guard first != owner, reported.insert(owner).inserted else { return }
            report(.sameName(name, root), top.node)
        }

        private func report(_ message: DiagnosticText, _ node: LocatedNode) {
            context.error(message, at: node)
        }
    }
}

extension DiagnosticText {
    fileprivate static func sameName(_ name: String, _ route: String) -> DiagnosticText {
        DiagnosticText(
            "second step named '\(name)' in route '\(route)'; give this one a 'name'",
            "второй шаг с именем «\(name)» в маршруте «\(route)»; дайте ему своё имя (name)"
        )
    }

    fileprivate static func usesItself(_ path: [String]) -> DiagnosticText {
        let circle = path.joined(separator: " → ")
        return DiagnosticText("the route uses itself: \(circle)", "маршрут использует сам себя: \(circle)")
    }

    fileprivate static func repeatTooDeep(_ name: String) -> DiagnosticText {
        DiagnosticText(
            "'repeat' is nested more than 3 deep at step '\(name)'",
            "в шаге «\(name)» вложенность «repeat» больше 3"
        )
    }

    fileprivate static func tooManySteps(_ route: String) -> DiagnosticText {
        DiagnosticText(
            "route '\(route)' has more than 100000 steps when the routes it uses are written out",
            "в маршруте «\(route)» вместе с используемыми маршрутами больше 100000 шагов"
        )
    }

    fileprivate static func usedTooDeep(_ route: String) -> DiagnosticText {
        DiagnosticText(
            "more than 64 routes use one another in a row, beginning with '\(route)'",
            "больше 64 маршрутов используют друг друга по цепочке, начиная с «\(route)»"
        )
    }
}
