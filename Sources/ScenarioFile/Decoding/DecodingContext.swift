import ScenarioModel

/// What decoding one design needs to know: the names in the file, and where to report mistakes.
///
/// A class because steps and rules of one design note what they find in one place; it lives as long as one decoding.
final class DecodingContext {
    /// Where mistakes go.
    let collector: DiagnosticCollector
    /// Reads columns of files for `empirical`, by the file that asks.
    let columns: (_ asking: String) -> LawParser.ColumnSource?
    /// Reads a data file, by its name and the file that asks.
    let dataFile: (_ target: String, _ asking: String) throws(ProjectFiles.Fault) -> SourceText
    /// Laws that have been read, in this design or another.
    let laws: LawReadings
    /// Names of the things in the file, in order of name.
    private(set) var names: [ReferenceKind: [String]] = [:]
    private var known: [ReferenceKind: Set<String>] = [:]
    /// First duty calendar of each pool.
    var dutyCalendars: [String: CalendarUse] = [:]
    /// Pools whose members take on cases.
    var caseloads: Set<String> = []
    /// Pools that have been read, and the skills of those whose members are told apart.
    var poolsRead: Set<String> = []
    var memberSkills: [String: Set<String>] = [:]
    /// Words of each attribute, in alphabetical order.
    var attributeWords: [String: [String]] = [:]
    /// Calendars made from the rosters of pools.
    var rosterCalendars: [WorkCalendar] = []
    /// Where production calendars are named, and all that is closed there.
    var productionCalendarUses: [(node: LocatedNode, closed: ClosedDays)] = []
    /// Days of each holiday list.
    var holidays: [String: [CivilDate]] = [:]
    /// What each route contains, for the rules.
    var routeRecords: [String: [StepRecord]] = [:]
    /// Where routes ask for attributes.
    var attributeUses: [AttributeUse: Diagnostic] = [:]

    /// An attribute asked for in a route.
    struct AttributeUse: Hashable {
        var route: String
        var attribute: String
    }

    init(
        collector: DiagnosticCollector,
        columns: @escaping (_ asking: String) -> LawParser.ColumnSource?,
        dataFile: @escaping (_ target: String, _ asking: String) throws(ProjectFiles.Fault) -> SourceText,
        laws: LawReadings = LawReadings()
    ) {
        self.collector = collector
        self.laws = laws
        self.columns = columns
        self.dataFile = dataFile
    }

    /// Makes names known, so that references to them are not errors even where their values are faulty.
    func declare(_ kind: ReferenceKind, _ names: [String]) {
        known[kind, default: []].formUnion(names)
        self.names[kind] = known[kind]?.sorted()
    }

    /// Whether a name is known.
    func isKnown(_ name: String, _ kind: ReferenceKind) -> Bool {
        known[kind]?.contains(name) ?? false
    }

    /// Reports a mistake at a node.
    func error(
        _ message: DiagnosticText,
        at node: LocatedNode,
        found: String? = nil,
        expected: DiagnosticText? = nil,
        suggestion: DiagnosticText? = nil
    ) {
        collector.report(
            Diagnostic(
                .error,
                message,
                at: node.location,
                found: found,
                expected: expected,
                suggestion: suggestion,
                excerpt: node.excerpt
            )
        )
    }

    /// Reports a mistake at a key.
    func error(
        _ message: DiagnosticText,
        at pair: LocatedNode.Pair,
        expected: DiagnosticText? = nil,
        suggestion: DiagnosticText? = nil
    ) {
        collector.report(
            Diagnostic(
                .error,
                message,
                at: pair.keyLocation,
                found: pair.key,
                expected: expected,
                suggestion: suggestion,
                excerpt: pair.keyExcerpt
            )
        )
    }

    /// Reports a name that nothing in the file bears; further uses of it are only counted.
    func unknown(_ kind: ReferenceKind, _ name: String, at node: LocatedNode, in place: DiagnosticText) {
        let choices = names[kind] ?? []
        let shown = String(name.prefix(60))
        let none =
            kind.hasSection
            ? DiagnosticText(
                "there are no \(kind.section) in the file",
                "в файле нет раздела «\(kind.section)» или он пуст"
            )
            : DiagnosticText(
                "no family class has '\(kind.section)'",
                "ни у одной категории семей нет «\(kind.section)»"
            )
        collector.reportUnknown(
            "\(kind.rawValue)/\(name)",
            Diagnostic(
                .error,
                DiagnosticText(
                    "\(kind.unknown.en) '\(shown)' in \(place.en)",
                    "\(kind.unknown.ru) «\(shown)» \(place.ru)"
                ),
                at: node.location,
                found: shown,
                expected: choices.isEmpty || choices.count > 100 ? nil : .names(choices),
                suggestion: collector.isCrowded ? nil : suggestion(kind, name, choices) ?? none,
                excerpt: node.excerpt
            )
        )
    }

    /// The nearest name; of holidays all that are known, because another year is not what was meant.
    private func suggestion(_ kind: ReferenceKind, _ name: String, _ choices: [String]) -> DiagnosticText? {
        let nearest = NearestName(to: name, among: choices)
        let letters = nearest.name.map { $0.filter { !$0.isNumber } }
        guard kind == .holidays, !nearest.isNear || letters == name.filter({ !$0.isNumber }) else {
            return nearest.suggestion
        }
        let list = DiagnosticText.names(choices)
        return DiagnosticText(
            "known are \(list.en); write others as a list of dates",
            "известны \(list.ru); остальные задайте списком дат"
        )
    }
}

/// What the rules need to know of a step.
struct StepRecord {
    /// Name of the step.
    var name: String
    /// The route that it uses, if it is a `use`.
    var usedRoute: String?
    /// Whether the step has a name of its own.
    var isNamed: Bool
    /// The outcome that families leave with here, if it is a `leave`.
    var outcome: String?
    /// Whether the name must be the only one in the route: all steps but `count` and `leave`.
    var mustBeUnique: Bool
    /// How many `repeat` steps it lies in, itself included.
    var repeatDepth: Int
    /// The node that a mistake is shown at.
    var node: LocatedNode
}
