/// An example that shows what a kind of mapping, or one of its keys, is for.
struct FormatExample: Sendable {
    /// The kind of mapping.
    let kind: ObjectKind
    /// The key, or nil for the mapping as a whole.
    let key: String?
    /// Name of the file in `Scenarios/examples`, without `.yaml`.
    let name: String

    private init(_ name: String, of kind: ObjectKind, _ key: String? = nil) {
        self.kind = kind
        self.key = key
        self.name = name
    }

    /// All examples, in the order of the format.
    static let all = [
        FormatExample("extends", of: .scenario, "extends"),
        FormatExample("hours", of: .scenario, "holidays"),
        FormatExample("rate", of: .scenario, "profiles"),
        FormatExample("channels", of: .scenario, "measures by"),
        FormatExample("hours", of: .calendar),
        FormatExample("duty", of: .dayTable),
        FormatExample("arrivals", of: .dayTable),
        FormatExample("duty", of: .pool, "on duty"),
        FormatExample("duty", of: .pool, "roster"),
        FormatExample("members", of: .pool, "members"),
        FormatExample("assign", of: .pool, "caseload"),
        FormatExample("disciplines", of: .pool, "discipline"),
        FormatExample("priority", of: .pool, "discipline"),
        FormatExample("due-dates", of: .pool, "discipline"),
        FormatExample("ageing", of: .pool, "ageing"),
        FormatExample("line-limit", of: .pool, "line limit"),
        FormatExample("own-lines", of: .pool, "own lines"),
        FormatExample("own-lines", of: .pool, "jockeying"),
        FormatExample("held-up", of: .pool, "when full"),
        FormatExample("closing", of: .pool, "closing"),
        FormatExample("pre-emption", of: .pool, "pre-emption"),
        FormatExample("reserved", of: .pool, "reserved"),
        FormatExample("absence", of: .pool, "absence"),
        FormatExample("costs", of: .pool, "pay"),
        FormatExample("costs", of: .pool, "overtime pay"),
        FormatExample("costs", of: .pool, "capital cost"),
        FormatExample("costs", of: .pool, "lasts"),
        FormatExample("members", of: .member, "calendar"),
        FormatExample("members", of: .member, "speed"),
        FormatExample("skills", of: .member, "skills"),
        FormatExample("skills", of: .member, "second skills"),
        FormatExample("pay", of: .member, "pay"),
        FormatExample("pay", of: .member, "overtime pay"),
        FormatExample("lookup", of: .agency),
        FormatExample("lookup", of: .channel),
        FormatExample("family-members", of: .familyClass, "members"),
        FormatExample("family-members", of: .branch),
        FormatExample("family-members", of: .with),
        FormatExample("papers", of: .document),
        FormatExample("holders", of: .document, "holder"),
        FormatExample("papers", of: .familyClass, "has"),
        FormatExample("papers", of: .lookup, "documents"),
        FormatExample("repeat", of: .familyClass, "documents"),
        FormatExample("priority", of: .familyClass, "priority"),
        FormatExample("due-dates", of: .familyClass, "due in"),
        FormatExample("at-start", of: .familyClass, "at start"),
        FormatExample("patience", of: .familyClass, "patience"),
        FormatExample("attributes", of: .familyClass, "attributes"),
        FormatExample("background", of: .familyClass, "background"),
        FormatExample("rate", of: .arrivals, "rate"),
        FormatExample("rate", of: .arrivals, "profile"),
        FormatExample("arrivals", of: .arrivals, "counts"),
        FormatExample("arrivals", of: .arrivals, "times"),
        FormatExample("arrivals", of: .arrivals, "every"),
        FormatExample("conference", of: .arrivals, "at each opening of"),
        FormatExample("at-once", of: .arrivals, "families at once"),
        FormatExample("busyness", of: .busyness),
        FormatExample("count", of: .step, "count"),
        FormatExample("set", of: .step, "set"),
        FormatExample("assign", of: .assign),
        FormatExample("set", of: .serve, "factor"),
        FormatExample("set", of: .option, "if"),
        FormatExample("serve", of: .serve),
        FormatExample("sent-home", of: .serve, "if sent home"),
        FormatExample("group", of: .group),
        FormatExample("several-pools", of: .serve, "by"),
        FormatExample("skills", of: .serve, "skill"),
        FormatExample("same-person", of: .serve, "person"),
        FormatExample("priority", of: .serve, "priority"),
        FormatExample("due-dates", of: .serve, "due in"),
        FormatExample("patience", of: .serve, "patience"),
        FormatExample("balking", of: .serve, "balks"),
        FormatExample("serve", of: .serve, "family absent"),
        FormatExample("notes", of: .serve, "notes"),
        FormatExample("patience", of: .serve, "if it gives up"),
        FormatExample("balking", of: .serve, "if it balks"),
        FormatExample("line-limit", of: .serve, "if refused"),
        FormatExample("lookup", of: .lookup),
        FormatExample("delay", of: .delay),
        FormatExample("choose", of: .choose),
        FormatExample("choose", of: .option),
        FormatExample("attributes", of: .option, "chance"),
        FormatExample("together", of: .together),
        FormatExample("repeat", of: .repeat),
        FormatExample("visit", of: .visit),
        FormatExample("keep", of: .keep),
        FormatExample("use", of: .use),
        FormatExample("leave", of: .leave),
        FormatExample("designs", of: .design),
    ]

    /// Names of the examples of a kind of mapping or of one of its keys, in order.
    static func names(_ kind: ObjectKind, _ key: String? = nil) -> [String] {
        all.filter { $0.kind == kind && $0.key == key }.map(\.name)
    }
}
