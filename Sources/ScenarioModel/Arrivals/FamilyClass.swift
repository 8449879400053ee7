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
    /// In what time from their arrival they are to be served, for lines in order of due dates; nil means that nothing is due.
    public var dueIn: DurationLaw?
    /// Families that are there when the run starts, in order.
    public var atStart: [StartingFamilies]
    /// Attributes drawn at arrival, ordered by name.
    public var attributes: [Attribute]
    /// Whether they are there for their load on staff only, and left out of figures over all families.
    public var isBackground: Bool
    /// Name of the route they follow in this design.
    public var route: String

    /// A number or a word that a family bears.
    public struct Attribute: Sendable, Hashable {
        /// Name in the file.
        public var name: String
        /// Its law.
        public var law: Distribution
        /// Whether the name is a role and the value says how many members have it: rounded half to even, 0 to 16.
        public var countsMembers: Bool

        /// Makes an attribute from its parts.
        public init(name: String, law: Distribution, countsMembers: Bool = false) {
            self.name = name
            self.law = law
            self.countsMembers = countsMembers
        }
    }

    /// Most members of a role.
    public static let membersInRole = 16

    /// Families that are there when the run starts.
    public struct StartingFamilies: Sendable, Hashable {
        /// The step of the class's route that they come to next; nil means its first.
        public var step: String?
        /// How many they are, 1 or more.
        public var count: Int

        /// Makes such families from their parts.
        public init(step: String?, count: Int) {
            self.step = step
            self.count = count
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
        dueIn: DurationLaw? = nil,
        atStart: [StartingFamilies] = [],
        attributes: [Attribute] = [],
        isBackground: Bool = false,
        route: String
    ) {
        self.name = name
        self.title = title
        self.arrivals = arrivals
        self.documents = documents
        self.priority = priority
        self.patience = patience
        self.dueIn = dueIn
        self.atStart = atStart
        self.attributes = attributes
        self.isBackground = isBackground
        self.route = route
    }
}

extension Sequence<FamilyClass> {
    /// The words of an attribute over all classes, in alphabetical order: a word's number is its place.
    public func words(of attribute: String) -> [String] {
        var words: Set<String> = []
        for own in flatMap(\.attributes) where own.name == attribute {
            if case .categorical(let categories) = own.law { words.formUnion(categories.compactMap(\.word)) }
        }
        return words.sorted()
    }
}
