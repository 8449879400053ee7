/// What may stand as the value of a key.
indirect enum ValueFormat: Sendable {
    /// A text in one language, or one text per language.
    case localizedText
    /// Any text.
    case text
    /// One of several words.
    case word([String])
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// A share or chance: `0.15` or `15 %`.
    case share
    /// A plain number, 0 or more.
    case weight
    /// `yes` or `no`.
    case yesNo
    /// A fixed duration.
    case duration
    /// A duration or a law of durations.
    case durationLaw
    /// A law of counts.
    case countLaw
    /// A law of any numbers or of words.
    case numberLaw
    /// An amount with its unit, such as `420 rub/h`.
    case quantity(String)
    /// A text of a form of its own, such as `3.3 per working day`.
    case form(String)
    /// A date.
    case date
    /// Open hours of a day.
    case hours
    /// A calendar, whole or on some weekdays.
    case calendarUse
    /// The name of something in the file.
    case reference(ReferenceKind)
    /// Pools and how many of each.
    case poolUses
    /// A list of steps.
    case steps
    /// A mapping with keys of its own.
    case object(ObjectKind)
    /// A mapping from names to values.
    case map(MapKeys, ValueFormat)
    /// A list of values.
    case list(ValueFormat)
    /// One of several forms.
    case either([ValueFormat])

    /// What the keys of a mapping are.
    enum MapKeys: Sendable {
        /// Names that the file gives to things; an override cannot add one.
        case names
        /// Names of things that are declared elsewhere, or values such as dates; an override may add one.
        case open
    }
}

/// Things that a file names and refers to.
enum ReferenceKind: String, Sendable, CaseIterable {
    case pool
    case calendar
    case profile
    case agency
    case document
    case route
    case familyClass
    case design
    case holidays
    case attribute
    case role

    /// The thing in words, as the subject of "unknown …".
    var unknown: DiagnosticText {
        switch self {
        case .pool: DiagnosticText("unknown pool", "неизвестный пул")
        case .calendar: DiagnosticText("unknown calendar", "неизвестный календарь")
        case .profile: DiagnosticText("unknown profile", "неизвестный профиль")
        case .agency: DiagnosticText("unknown agency", "неизвестное ведомство")
        case .document: DiagnosticText("unknown document", "неизвестный документ")
        case .route: DiagnosticText("unknown route", "неизвестный маршрут")
        case .familyClass: DiagnosticText("unknown family class", "неизвестная категория семей")
        case .design: DiagnosticText("unknown design", "неизвестный вариант")
        case .holidays: DiagnosticText("unknown holiday list", "неизвестный список праздников")
        case .attribute: DiagnosticText("unknown attribute", "неизвестный признак")
        case .role: DiagnosticText("unknown member of the family", "неизвестный член семьи")
        }
    }

    /// Whether they are given in a section of the file, rather than in family classes.
    var hasSection: Bool { self != .attribute && self != .role }

    /// Where such names are given.
    var section: String {
        switch self {
        case .pool: "pools"
        case .calendar: "calendars"
        case .profile: "profiles"
        case .agency: "agencies"
        case .document: "documents"
        case .route: "routes"
        case .familyClass: "families"
        case .design: "designs"
        case .holidays: "holidays"
        case .attribute: "attributes"
        case .role: "members"
        }
    }
}
