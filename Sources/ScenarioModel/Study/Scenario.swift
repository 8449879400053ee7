/// Everything a planner says about one design of a centre, except the seed and the effort.
///
/// A scenario is what `ScenarioFile` reads and `ScenarioCompiler` turns into a program. All lists are ordered
/// by name, so that the order of a file's entries changes nothing.
public struct Scenario: Sendable, Hashable {
    /// Short name, used in file names and tables.
    public var name: String
    /// Title for people; falls back to the name.
    public var title: LocalizedText
    /// The design question in a sentence or two, if the file states it.
    public var question: LocalizedText?
    /// IANA name of the time zone in which calendars and profiles are read, such as `Asia/Yekaterinburg`.
    public var timeZone: String
    /// Language of reports when the command line names none: `ru` or `en`.
    public var language: String
    /// First moment of the run, in the scenario's time zone.
    public var starts: CivilMoment
    /// When the run ends.
    public var horizon: Horizon
    /// Start of the run that is left out of estimates; it lies inside the horizon.
    public var warmUp: TimeSpan
    /// Opening hours and shifts, ordered by name.
    public var calendars: [WorkCalendar]
    /// Shapes of the arrival rate, ordered by name.
    public var profiles: [RateProfile]
    /// Staff and rooms, ordered by name.
    public var pools: [ResourcePool]
    /// Bodies that answer lookups, ordered by name.
    public var agencies: [Agency]
    /// Kinds of document, ordered by name; at most `DocumentKind.limit`.
    public var documents: [DocumentKind]
    /// Kinds of family, ordered by name.
    public var familyClasses: [FamilyClass]
    /// Routes, ordered by name.
    public var routes: [Route]
    /// Attributes by whose words measures are told apart, ordered by name.
    public var measuresBy: [String]
    /// Standards to be judged, ordered by name.
    public var targets: [Target]
    /// Sources and statuses of the values, in file order.
    public var provenance: [ProvenanceEntry]

    /// Makes a scenario from its parts.
    public init(
        name: String,
        title: LocalizedText,
        question: LocalizedText? = nil,
        timeZone: String = "UTC",
        language: String = "en",
        starts: CivilMoment,
        horizon: Horizon,
        warmUp: TimeSpan = .zero,
        calendars: [WorkCalendar] = [],
        profiles: [RateProfile] = [],
        pools: [ResourcePool] = [],
        agencies: [Agency] = [],
        documents: [DocumentKind] = [],
        familyClasses: [FamilyClass] = [],
        routes: [Route] = [],
        measuresBy: [String] = [],
        targets: [Target] = [],
        provenance: [ProvenanceEntry] = []
    ) {
        self.name = name
        self.title = title
        self.question = question
        self.timeZone = timeZone
        self.language = language
        self.starts = starts
        self.horizon = horizon
        self.warmUp = warmUp
        self.calendars = calendars
        self.profiles = profiles
        self.pools = pools
        self.agencies = agencies
        self.documents = documents
        self.familyClasses = familyClasses
        self.routes = routes
        self.measuresBy = measuresBy
        self.targets = targets
        self.provenance = provenance
    }
}

/// When a run ends.
public enum Horizon: Sendable, Hashable {
    /// After this much time.
    case duration(TimeSpan)
    /// When the last family has left; every arrival process must then be limited in number.
    case untilEmpty
}
