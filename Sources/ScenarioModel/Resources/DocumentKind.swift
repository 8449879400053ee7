/// A kind of document as a thing: a family has it, until it runs out or is lost, or has not.
///
/// In routes it is an attribute of the same name that every class has: 1 while the document is valid, else 0.
public struct DocumentKind: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// The role of the members who each have one; nil for one of the family.
    public var holder: String?
    /// Name of the agency that gives it.
    public var agency: String
    /// How long it is valid from the moment at which the family has it; nil means for ever.
    public var validFor: DurationLaw?

    /// Most documents in a scenario, so many as a lookup can tell apart; of members each counts.
    public static let limit = 64

    /// Makes a kind from its parts.
    public init(
        name: String,
        title: LocalizedText,
        holder: String? = nil,
        agency: String,
        validFor: DurationLaw? = nil
    ) {
        self.holder = holder
        self.name = name
        self.title = title
        self.agency = agency
        self.validFor = validFor
    }
}
