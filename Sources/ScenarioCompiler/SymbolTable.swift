import RandomStreams
public import ScenarioModel
public import SimulationCore

/// The words behind a program's numbers.
public struct SymbolTable: Sendable, Hashable {
    /// Names of the pools, by index.
    public var pools: [String] = []
    /// Names of the members of each pool where they are told apart, by index of server.
    public var members: [[String]] = []
    /// Names of the family classes, by index.
    public var classes: [String] = []
    /// Names of the agencies, by index of responder.
    public var agencies: [String] = []
    /// Names of the kinds of document, by the item that lookups by name ask for.
    public var documents: [String] = []
    /// Indices of the steps that look documents up by name.
    public var lookupsByName: Set<Int32> = []
    /// Steps, by the index that instructions and journey events bear.
    public var steps: [StepSymbol] = []
    /// Names of the outcomes, by index; the first four are those of `Outcome`.
    public var outcomes: [String] = []
    /// Names of the roles of members, by index.
    public var roles: [String] = []
    /// What the counters count, by index.
    public var counters: [EffortCount] = []
    /// What the kinds of time are, by index: all cases of `TimeKind` in order.
    public var kinds: [TimeKind] = []
    /// Waits in lines, one for every request of resources.
    public var waits: [WaitSymbol] = []
    /// Services, one for every serve step and handling of lookups.
    public var services: [ServiceSymbol] = []
    /// By what measures are told apart, one for every grouping.
    public var groupings: [GroupingSymbol] = []
    /// Where each target's counts are, in the order of the scenario's targets.
    public var targets: [TargetSymbol] = []

    /// Makes an empty table.
    public init() {}

    /// The document that an answer is about; nil where documents are only counted, and for other events.
    public func document(of event: JourneyEvent) -> String? {
        let item = Occurrence(bits: event.occurrence).item
        guard event.kind == .replied, lookupsByName.contains(event.step), documents.indices.contains(item)
        else {
            return nil
        }
        return documents[item]
    }

    /// A step of some route.
    public struct StepSymbol: Sendable, Hashable {
        /// Full name, `NAME/STEP` inside a named `use`.
        public var name: String
        /// Title for people, if the file gives one.
        public var title: LocalizedText?
        /// Kind of step: the key in the file, such as `serve`.
        public var kind: String

        /// Makes a symbol from its parts.
        public init(name: String, title: LocalizedText?, kind: String) {
            self.name = name
            self.title = title
            self.kind = kind
        }
    }

    /// The waits of one request of resources; add the class's index to each tally.
    public struct WaitSymbol: Sendable, Hashable {
        /// The step.
        public var step: Int
        /// The pools, the one whose hours rule first.
        public var pools: [Int]
        /// First tally of waits on clock time of those whose service began.
        public var wait: Int
        /// First tally of the same waits on open time; equal to `wait` where a pool never closes.
        public var openWait: Int
        /// First tally of waits of those who gave up.
        public var givenUp: Int
        /// Whether the family itself waits, rather than the case without it.
        public var isOfFamily: Bool

        /// Makes a symbol from its parts.
        public init(step: Int, pools: [Int], wait: Int, openWait: Int, givenUp: Int, isOfFamily: Bool) {
            self.step = step
            self.pools = pools
            self.wait = wait
            self.openWait = openWait
            self.givenUp = givenUp
            self.isOfFamily = isOfFamily
        }
    }

    /// The service times of one step; add the class's index to the tally.
    public struct ServiceSymbol: Sendable, Hashable {
        /// The step.
        public var step: Int
        /// The pools.
        public var pools: [Int]
        /// First tally of service times.
        public var tally: Int

        /// Makes a symbol from its parts.
        public init(step: Int, pools: [Int], tally: Int) {
            self.step = step
            self.pools = pools
            self.tally = tally
        }
    }

    /// An attribute by whose words measures are told apart.
    public struct GroupingSymbol: Sendable, Hashable {
        /// Its name.
        public var attribute: String
        /// Its words, by value.
        public var words: [String]

        /// Makes a symbol from its parts.
        public init(attribute: String, words: [String]) {
            self.attribute = attribute
            self.words = words
        }
    }

    /// Where a target's counts are.
    public struct TargetSymbol: Sendable, Hashable {
        /// Tallies whose counts are the families judged.
        public var tallies: [Int]
        /// Indices into `ReplicationObservations.within` whose sums are those within the limit.
        public var limits: [Int]

        /// Makes a symbol from its parts.
        public init(tallies: [Int], limits: [Int]) {
            self.tallies = tallies
            self.limits = limits
        }
    }
}

/// Outcomes that every program has.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// Came to the end of the route.
    case helped
    /// Gave up waiting.
    case gaveUp = "gave up"
    /// Turned away on sight of the line.
    case balked
    /// Found the line full.
    case refused
}
