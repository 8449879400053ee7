/// Families alike in arrivals, route, priority and patience.
public struct FamilyClass: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// How they arrive.
    public var arrivals: ArrivalProcess
    /// Number of documents a case needs, rounded half to even; nil means none.
    public var documents: Distribution?
    /// Rank in priority lines; the smaller number goes first.
    public var priority: Int
    /// How long a family would wait in a line, on open time; nil means for ever.
    public var patience: DurationLaw?
    /// Attributes drawn at arrival, ordered by name.
    public var attributes: [Attribute]
    /// Name of the route they follow in this design.
    public var route: String

    /// A number or a word that a family bears.
    public struct Attribute: Sendable, Hashable {
        /// Name in the file.
        public var name: String
        /// Its law.
        public var law: Distribution

        /// Makes an attribute from its parts.
        public init(name: String, law: Distribution) {
            self.name = name
            self.law = law
        }
    }

    /// Makes a class from its parts.
    public init(
        name: String,
        title: LocalizedText,
        arrivals: ArrivalProcess,
        documents: Distribution? = nil,
        priority: Int = 0,
        patience: DurationLaw? = nil,
        attributes: [Attribute] = [],
        route: String
    ) {
        self.name = name
        self.title = title
        self.arrivals = arrivals
        self.documents = documents
        self.priority = priority
        self.patience = patience
        self.attributes = attributes
        self.route = route
    }
}
