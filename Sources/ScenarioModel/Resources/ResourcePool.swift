/// Staff or rooms that families wait for.
public struct ResourcePool: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// How many there are in all; never more are on duty at once.
    public var staff: Int
    /// Who is on duty when; empty means all of them, always.
    ///
    /// Of named members there is one for each, in their order.
    public var duty: [DutyAssignment]
    /// Its members where they are told apart, in the order of their names; empty where they are interchangeable.
    public var members: [StaffMember]
    /// How many families each named member may have at once, 1 or more.
    public var placesEach: Int
    /// The pool whose members these are: this one, or that whose members take on cases.
    public var people: String
    /// Order in which the line is served.
    public var discipline: QueueDiscipline
    /// By how much waiting a family makes up for one more in its priority number, in a line by priority; nil for never.
    public var ageing: TimeSpan?
    /// Most families the line holds, or nil for no limit; a family that finds it full is refused.
    public var lineLimit: Int?
    /// Whether families for whom the line has no room wait where they are, instead of being refused.
    public var blocks: Bool
    /// How families stand before members who have lines of their own; nil when there is one line for all.
    public var ownLines: OwnLines?
    /// What happens at closing.
    public var closingRule: ClosingRule
    /// How services that a family of a smaller priority number suspends go on; nil means that they are not suspended.
    public var preemption: PreemptionRule?
    /// Staff kept for families of a class, who may be served by the others too, ordered by class.
    public var reserved: [Reservation]
    /// Chance that one of the staff is absent for a day, 0 to 1.
    public var absenceChance: Double
    /// What each member is paid, or nil where nothing is known.
    public var pay: Pay?
    /// What each costs once, or nil where nothing is known.
    public var capitalCost: CapitalCost?

    /// Lines of the members' own: a family joins the shortest.
    public struct OwnLines: Sendable, Hashable {
        /// How many fewer families must be ahead of a family in another line for it to go there, 1 or more; nil when it stays.
        public var jockeying: Int?

        /// Makes such lines from their parts.
        public init(jockeying: Int? = nil) { self.jockeying = jockeying }
    }

    /// Staff kept for a class.
    public struct Reservation: Sendable, Hashable {
        /// Name of the class.
        public var familyClass: String
        /// How many, 1 or more.
        public var count: Int

        /// Makes a reservation from its parts.
        public init(familyClass: String, count: Int) {
            self.familyClass = familyClass
            self.count = count
        }
    }

    /// Whether these are the cases that members of another pool may have, rather than members at work.
    public var areCases: Bool { people != name }

    /// How fast its members work on average; 1 where they are interchangeable or hold cases.
    public var meanSpeed: Double {
        members.isEmpty || areCases ? 1 : members.reduce(0) { $0 + $1.speed } / Double(members.count)
    }

    /// Whether any of them is paid; cases are not.
    public var isPaid: Bool { !areCases && (pay != nil || members.contains { $0.pay != nil }) }

    /// Whether services may be suspended.
    public var suspendsServices: Bool { preemption != nil || closingRule == .suspendService }

    /// Makes a pool from its parts.
    public init(
        name: String,
        title: LocalizedText,
        staff: Int,
        duty: [DutyAssignment] = [],
        members: [StaffMember] = [],
        placesEach: Int = 1,
        people: String? = nil,
        discipline: QueueDiscipline = .firstInFirstOut,
        ageing: TimeSpan? = nil,
        lineLimit: Int? = nil,
        blocks: Bool = false,
        ownLines: OwnLines? = nil,
        closingRule: ClosingRule = .serveThoseInside,
        preemption: PreemptionRule? = nil,
        reserved: [Reservation] = [],
        absenceChance: Double = 0,
        pay: Pay? = nil,
        capitalCost: CapitalCost? = nil
    ) {
        self.name = name
        self.title = title
        self.staff = staff
        self.duty = duty
        self.members = members
        self.placesEach = placesEach
        self.people = people ?? name
        self.discipline = discipline
        self.ageing = ageing
        self.lineLimit = lineLimit
        self.blocks = blocks
        self.ownLines = ownLines
        self.closingRule = closingRule
        self.preemption = preemption
        self.reserved = reserved
        self.absenceChance = absenceChance
        self.pay = pay
        self.capitalCost = capitalCost
    }
}

/// So many of a pool on duty while a calendar is open.
public struct DutyAssignment: Sendable, Hashable {
    /// The calendar, whole or on some weekdays.
    public var calendar: CalendarUse
    /// How many are on duty, 1 or more.
    public var count: Int

    /// Makes an assignment from its parts.
    public init(calendar: CalendarUse, count: Int) {
        self.calendar = calendar
        self.count = count
    }
}

/// Order in which a waiting line is served.
public enum QueueDiscipline: String, Sendable, Hashable, CaseIterable {
    /// First in, first out.
    case firstInFirstOut = "fifo"
    /// Smaller priority number first, first in first out within a number.
    case priority
    /// Last in, first out.
    case lastInFirstOut = "lifo"
    /// The shortest service first: by the time it would take, had it begun when the family joined the line.
    case shortestFirst = "shortest first"
    /// The earliest due date first; those to whom nothing is due come last.
    case earliestDue = "earliest due"
    /// Anyone of those who wait, with equal chance.
    case random
}

/// What happens when the last shift of a day ends.
///
/// A break inside a day never follows this rule: it starts after the service in hand and ends on time.
public enum ClosingRule: String, Sendable, Hashable, CaseIterable {
    /// Doors shut; those in the line are served, in overtime.
    case serveThoseInside = "serve those inside"
    /// The service in hand is finished, in overtime; those in the line wait for the next opening.
    case finishService = "finish the service in hand"
    /// The service in hand goes on at the next opening, before anything else; those in the line wait for it.
    case suspendService = "suspend the service in hand"
    /// The service in hand is finished, in overtime; those in the line are sent home.
    case sendHome = "send home"
}

/// How a service goes on that an emergency has suspended.
public enum PreemptionRule: String, Sendable, Hashable, CaseIterable {
    /// What is left of it is served.
    case resume
    /// It begins anew, and takes its whole time.
    case restart
}

extension ResourcePool {
    /// Most units that could be on duty at once, if all shifts fell together.
    public var mostAtOnce: Int {
        duty.isEmpty || areCases ? staff : min(staff, duty.reduce(0) { $0 + $1.count })
    }
}
