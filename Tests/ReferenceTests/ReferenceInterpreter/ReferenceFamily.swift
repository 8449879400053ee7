import RandomStreams
import ScenarioModel

/// A family on its journey.
final class ReferenceFamily {
    let number: Int
    let place: Int
    let model: FamilyClass
    /// Its number in its class.
    let ordinal: Int
    let arrived: Moment
    var attributes: [String: Double] = [:]
    /// Until when it has documents that are things.
    var validUntil: [ReferenceDocument: Moment] = [:]
    /// How many of its members are engaged, by role, and the time for which they have been, summed until a moment.
    var engaged: [String: Int] = [:]
    var engagedTime: [String: Moment] = [:]
    var engagedUntil: [String: Moment] = [:]
    /// The person of its own among those of a pool.
    var own: [String: Int] = [:]
    var outcome = "helped"
    var firstHelp: Moment?
    var counts: [EffortCount: Int] = [:]
    /// Time so far by kind.
    var times: [TimeKind: Moment] = [:]
    /// The strands that have not ended, in the order in which they began.
    var strands: [ReferenceStrand] = []

    init(number: Int, place: Int, model: FamilyClass, ordinal: Int, arrived: Moment) {
        self.number = number
        self.place = place
        self.model = model
        self.ordinal = ordinal
        self.arrived = arrived
    }

    /// What its time is spent on: of the kinds of its strands, the one that comes first.
    var kind: TimeKind {
        strands.map(\.kind).min { $0.rawValue < $1.rawValue } ?? .atHome
    }
}

/// One thread of a family's journey: what it is doing, and what it still has to do.
final class ReferenceStrand {
    let family: ReferenceFamily
    /// What is still to be done; the last comes next.
    var errands: [Errand]
    var activity = Activity.ready
    var kind = TimeKind.atHome
    var occurrence = Occurrence()
    /// The role of the member whose way it is, or nil.
    var role: String?
    /// Loops around where the strand began.
    let outerLoops: Int
    /// Since when the family has been indoors, or nil.
    var indoorsSince: Moment?
    /// Its planned event.
    var event: PlannedEvent?
    /// The split that began it.
    let origin: ReferenceSplit?
    /// Who dealt with it last.
    var met: ReferenceMeeting?
    /// Whether the family leaves by the doing of another strand.
    var isBrokenOff = false
    /// Whether it only gives back what it holds.
    var isUnwinding = false
    /// The group that it waits and is served for, or nil.
    var leads: ReferenceGathering?
    /// The pool whose line it has been let in to, and whether it has waited for room at its next step.
    var letInTo: ReferencePool?
    var hasEntered = false
    /// The documents that it has asked for, of those that are things.
    var asked: Set<ReferenceDocument> = []

    init(_ family: ReferenceFamily, _ errands: [Errand], outerLoops: Int = 0, origin: ReferenceSplit? = nil) {
        self.family = family
        self.errands = errands
        self.outerLoops = outerLoops
        self.origin = origin
    }

    /// What a strand is doing.
    enum Activity {
        /// About to go on.
        case ready
        case beingServed(ReferenceService)
        /// A delay, a way or a wait for answers.
        case passingTime
        case waiting(ReferenceWait)
        /// Waiting for room in a line.
        case blocked(ReferencePool)
        case joining(ReferenceSplit)
        /// Waiting for members of the family for a step.
        case engaging(MembersStep, name: String, prefix: String, since: Moment)
        case gathering(ReferenceGathering)
        /// In a group that another strand leads.
        case inGroup
    }

    /// Loops around what the strand does at present.
    var loopLevel: Int {
        outerLoops + errands.count { if case .endRound = $0 { true } else { false } }
    }

    /// Leaves nothing to do but to give back what the strand holds.
    func dropErrands() {
        errands = errands.compactMap { errand in
            switch errand {
            case .giveBack, .disband, .disengage: errand
            case .giveBackLater(let uses, let member, _, _): .giveBack(uses, member)
            default: nil
            }
        }
    }
}

/// Strands that wait for each other, and then for staff and the end of their session.
final class ReferenceGathering {
    struct Member {
        let strand: ReferenceStrand
        let request: ReferenceRequest
        /// Since when it gathers, and then since when it is served.
        var since: Moment
        /// Who serves it, where staff are told apart.
        var served: Int?
    }

    let group: ServeStep.Group
    var members: [Member] = []
    /// Whether the first has waited for others as long as it would.
    var isDue = false

    init(_ group: ServeStep.Group) { self.group = group }
}

/// A service in hand.
final class ReferenceService {
    let request: ReferenceRequest
    let since: Moment
    /// How long it takes, from `since` on.
    let length: Moment
    /// Number of the joining of the wait before it.
    let order: Int
    /// Who serves, where staff are told apart.
    let member: Int?

    init(_ request: ReferenceRequest, since: Moment, length: Moment, order: Int, member: Int?) {
        self.request = request
        self.since = since
        self.length = length
        self.order = order
        self.member = member
    }
}

/// Something that a strand still has to do.
enum Errand {
    /// A step, inside a named `use` of this prefix.
    case step(Step, prefix: String, next: Step?)
    /// Wait for room at a step.
    case enter(Step, prefix: String)
    /// Give these back.
    case giveBack([PoolUse], Int?)
    /// Give these back after a length that the step's notes take.
    case giveBackLater([PoolUse], Int?, DurationLaw, name: String)
    /// Begin a round.
    case round(ReferenceLoop)
    /// See whether there is another round.
    case endRound(ReferenceLoop)
    /// Set out on a visit.
    case setOut(VisitStep, name: String, prefix: String)
    /// Go home from a visit.
    case wayBack(DurationLaw, name: String)
    /// Send the requests of a lookup and wait for the answers.
    case askAgencies(LookupStep, name: String)
    /// Note the documents that have come.
    case receive(LookupStep, name: String)
    /// Note who has dealt with the family.
    case meet(ReferenceMeeting, name: String)
    /// Let members of the family go.
    case disengage(MembersStep, name: String)
    /// Let the others of a group go on.
    case disband(ReferenceGathering)
    /// Ask for staff again.
    case ask(ReferenceRequest)
    /// Wait at home until it is time to set out, on a way of a law of a visit, so as to be there when a calendar is open.
    case comeAgain(CalendarUse, DurationLaw?, name: String, step: String)
    /// Arrive again, after a way.
    case arriveAgain(DurationLaw?, name: String, step: String)
    /// Leave.
    case leave(outcome: String)
}

/// A repeat step under way.
final class ReferenceLoop {
    let model: RepeatStep
    let name: String
    let prefix: String
    let level: Int
    var round = 0
    /// Rounds in all, where they are known ahead.
    var rounds: Int?

    init(_ model: RepeatStep, name: String, prefix: String, level: Int, rounds: Int?) {
        self.model = model
        self.name = name
        self.prefix = prefix
        self.level = level
        self.rounds = rounds
    }
}

/// A together step under way.
final class ReferenceSplit {
    let name: String
    let parent: ReferenceStrand
    let since: Moment
    var awaited: Int

    init(name: String, parent: ReferenceStrand, since: Moment, awaited: Int) {
        self.name = name
        self.parent = parent
        self.since = since
        self.awaited = awaited
    }
}

/// What is to happen at a moment.
final class PlannedEvent {
    let time: Moment
    /// At one moment: 0 ends of service, 1 changes of staff, 2 arrivals and ends of delays, 3 ends of patience.
    let priority: Int
    let insertion: Int
    /// Does it, and returns the strand that it sets free.
    let action: () -> ReferenceStrand?

    init(time: Moment, priority: Int, insertion: Int, action: @escaping () -> ReferenceStrand?) {
        self.time = time
        self.priority = priority
        self.insertion = insertion
        self.action = action
    }
}

/// Who has dealt with a family: pools, and of named staff who.
struct ReferenceMeeting {
    let pools: Set<String>
    let member: Int?

    init(_ request: ReferenceRequest, member: Int?) {
        pools = Set(request.by.map(\.pool))
        self.member = member
    }

    /// Whether there was somebody who is not there now, and there is somebody who was not.
    func differs(from other: ReferenceMeeting) -> Bool {
        if pools != other.pools {
            return !pools.subtracting(other.pools).isEmpty && !other.pools.subtracting(pools).isEmpty
        }
        guard let member, let another = other.member else { return false }
        return member != another
    }
}

/// A document of a family or of one of its members; of documents that are only counted, one by its number.
struct ReferenceDocument: Hashable {
    /// Place of its kind among the scenario's, or its number.
    let number: Int
    /// Number of the member who holds it, or nil.
    var member: Int?
}
