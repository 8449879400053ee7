/// Kinds of mapping with keys of their own.
enum ObjectKind: String, Sendable, CaseIterable {
    case scenario
    case calendar
    case dayTable
    case pool
    case member
    case agency
    case channel
    case document
    case familyClass
    case arrivals
    case busyness
    case route
    case step
    case serve
    case group
    case lookup
    case delay
    case choose
    case option
    case together
    case branch
    case with
    case `repeat`
    case visit
    case keep
    case assign
    case use
    case leave
    case design
    case target
}

/// The keys of one kind of mapping.
struct ObjectFormat: Sendable {
    /// The kind.
    let kind: ObjectKind
    /// What it is.
    let description: DiagnosticText
    /// Its keys, in the order in which they are best written.
    let keys: [KeyFormat]
    /// Its other keys, such as weekdays, or nil if there are none.
    let otherKeys: OtherKeys?

    /// Keys that are no fixed words.
    struct OtherKeys: Sendable {
        /// Examples of them.
        let examples: [String]
        /// What may stand there.
        let value: ValueFormat
        /// What they say.
        let description: DiagnosticText
    }

    init(
        _ kind: ObjectKind,
        _ en: String,
        _ ru: String,
        _ keys: [KeyFormat],
        otherKeys: OtherKeys? = nil
    ) {
        self.kind = kind
        description = DiagnosticText(en, ru)
        self.keys = keys
        self.otherKeys = otherKeys
    }

    /// The format of a key, else nil.
    func key(_ name: String) -> KeyFormat? {
        keys.first { $0.name == name }
    }
}

/// One key of a mapping.
struct KeyFormat: Sendable {
    /// The key as written.
    let name: String
    /// What may stand there.
    let value: ValueFormat
    /// Whether it must be given.
    let isRequired: Bool
    /// What holds when it is not given, as it would be written.
    let defaultValue: String?
    /// What it says.
    let description: DiagnosticText

    init(
        _ name: String,
        _ value: ValueFormat,
        required: Bool = false,
        default defaultValue: String? = nil,
        _ en: String,
        _ ru: String
    ) {
        self.name = name
        self.value = value
        isRequired = required
        self.defaultValue = defaultValue
        description = DiagnosticText(en, ru)
    }
}
