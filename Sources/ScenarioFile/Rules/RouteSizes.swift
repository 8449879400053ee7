/// How large routes are once the routes they use are written out, found without writing them out.
struct RouteSizes {
    /// The size of one route.
    struct Size {
        /// Steps, those of used routes included; counted to just above the limit.
        var steps = 0
        /// How many routes use one another in a row, this one included.
        var height = 1
        /// Whether it uses itself, or a route that does.
        var hasCircle = false
    }

    /// Most routes that use one another in a row.
    static let heightLimit = 64

    private let records: [String: [StepRecord]]
    private var known: [String: Size] = [:]
    /// Routes that use one another in a circle, each circle from its first name to that name again.
    private(set) var circles: [[String]] = []

    /// Takes what each route contains.
    init(_ records: [String: [StepRecord]]) {
        self.records = records
    }

    /// The size of a route; a route counts as nothing inside itself, and the circle is noted.
    mutating func size(of route: String) -> Size {
        size(of: route, path: [])
    }

    private mutating func size(of route: String, path: [String]) -> Size {
        if let size = known[route] { return size }
        if let start = path.firstIndex(of: route) {
            note(circle: Array(path[start...]))
            return Size(hasCircle: true)
        }
        guard path.count <= Self.heightLimit else { return Size() }
        var size = Size()
        for record in records[route] ?? [] {
            size.steps += 1
            if let used = record.usedRoute {
                let inner = self.size(of: used, path: path + [route])
                size.steps += inner.steps
                size.height = max(size.height, inner.height + 1)
                size.hasCircle = size.hasCircle || inner.hasCircle
            }
            size.steps = min(size.steps, UniqueStepNames.stepLimit + 1)
        }
        known[route] = size
        return size
    }

    private mutating func note(circle: [String]) {
        guard let first = circle.min(), let start = circle.firstIndex(of: first) else { return }
        let turned = Array(circle[start...] + circle[..<start]) + [first]
        if !circles.contains(turned) { circles.append(turned) }
    }
}
