import ScenarioModel

/// Step names are unique in a route once the routes it uses are written out; routes do not use themselves;
/// `repeat` is nested at most three deep.
enum UniqueStepNames {
    /// Most steps of a route, those of used routes included.
    static let stepLimit = 100_000

    /// Deepest nesting of `repeat`.
    static let repeatLimit = 3

    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        for name in context.routeRecords.keys.sorted() {
            var flattening = Flattening(context: context, root: name)
            flattening.run()
        }
    }

    /// Writes out one route.
    private struct Flattening {
        let context: DecodingContext
        let root: String
        private var owners: [String: Int] = [:]
        private var reported: Set<Int> = []
        private var stepCount = 0
        private var isTooLong = false

        init(context: DecodingContext, root: String) {
            self.context = context
            self.root = root
        }

        mutating func run() {
            for (index, record) in (context.routeRecords[root] ?? []).enumerated() {
                add(record, prefix: "", path: [root], depth: 0, owner: index, top: record)
                if isTooLong { return }
            }
        }

        private mutating func add(
            _ record: StepRecord,
            prefix: String,
            path: [String],
            depth: Int,
            owner: Int,
            top: StepRecord
        ) {
            stepCount += 1
            guard stepCount <= UniqueStepNames.stepLimit else {
                if !isTooLong { report(.tooManySteps(root), top.node) }
                isTooLong = true
                return
            }
            if depth + record.repeatDepth > UniqueStepNames.repeatLimit, path.count == 1 || depth > 0 {
                if reported.insert(owner).inserted { report(.repeatTooDeep(record.name), top.node) }
                return
            }
            note(prefix + record.name, record, owner: owner, top: top)
            guard let used = record.usedRoute, let records = context.routeRecords[used] else { return }
            guard !path.contains(used) else {
                if used == root, root == path.min() {
                    report(.usesItself(path + [used]), top.node)
                }
                return
            }
            let inner = record.isNamed ? prefix + record.name + "/" : prefix
            for next in records where !isTooLong {
                add(
                    next,
                    prefix: inner,
                    path: path + [used],
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
}
