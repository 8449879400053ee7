import RandomStreams
import ScenarioModel

/// A pool of staff during a run.
final class ReferencePool {
    let model: ResourcePool
    /// Changes of the number on duty; the first is at 0.
    let changes: [Change]
    var mode = Mode.closed
    /// Whether nothing opens any more today.
    var hasEnded = true
    var endedAt: Moment = -1
    /// How many were on duty when the day ended.
    var lastOnDuty = 0
    var onDuty = 0
    var busy = 0
    /// Of those busy, how many with each class.
    var busyWith: [String: Int] = [:]
    /// Everybody who waits, inside and outside, in the order of joining.
    var line: [ReferencePlace] = []
    /// Those who wait for room in the line, and how many have been let in who have not yet come.
    var blocked: [(strand: ReferenceStrand, request: ReferenceRequest, since: Moment)] = []
    var letIn = 0
    /// How many have been called up from a line in random order.
    var callsByChance = 0
    /// Of members who are told apart: who is on duty, who was when the day ended, how many families each has, and when
    /// that last changed.
    var present: Set<Int> = []
    var staying: Set<Int> = []
    var having: [Int: Int] = [:]
    var changedAt: [Int: Moment] = [:]
    /// For how long each has been busy without a pause, and at which step it was last.
    var stretches: [Int: Moment] = [:]
    var lastSteps: [Int: String] = [:]
    private let chance: ReferenceChance
    /// How many are kept for each class that there is.
    private let kept: [String: Int]
    var observed = ReferencePoolSums()

    /// A change of the number on duty.
    struct Change {
        var moment: Moment
        var onDuty: Int
        /// Whether a fall to nobody ends the day rather than begins a break.
        var endsDay: Bool
        /// Number of the day, from the first on.
        var day = 0
        /// Of members who are told apart, who is on duty.
        var members: Set<Int> = []
    }

    enum Mode {
        case open
        /// The day has ended, and those inside are being served.
        case overtime
        case closed
    }

    init(_ model: ResourcePool, _ clock: ReferenceClock, _ chance: ReferenceChance) {
        self.model = model
        self.chance = chance
        let names = clock.scenario.familyClasses.map(\.name)
        let reserved = model.reserved.filter { names.contains($0.familyClass) }
        kept = Dictionary(uniqueKeysWithValues: reserved.map { ($0.familyClass, $0.count) })
        changes = Self.changes(model, clock)
    }

    private static func changes(_ model: ResourcePool, _ clock: ReferenceClock) -> [Change] {
        if model.duty.isEmpty {
            let all = Set(model.members.indices)
            return [Change(moment: 0, onDuty: model.staff, endsDay: false, members: all)]
        }
        var shifts: [Int: [(opens: Moment, closes: Moment, count: Int, place: Int)]] = [:]
        var dayOfMoment: [Moment: Int] = [0: clock.days.lowerBound + 1]
        for (place, assignment) in model.duty.enumerated() {
            for day in clock.days(of: assignment.calendar) {
                for interval in day.intervals {
                    shifts[day.number, default: []].append(
                        (interval.opens, interval.closes, assignment.count, place)
                    )
                    dayOfMoment[interval.opens] = day.number
                    // A closing at midnight belongs to the day before.
                    if dayOfMoment[interval.closes] == nil { dayOfMoment[interval.closes] = day.number }
                }
            }
        }
        var result: [Change] = []
        for (moment, day) in dayOfMoment.sorted(by: { $0.key < $1.key })
        where moment >= 0 && (moment < clock.horizon || model.absenceChance > 0) {
            let near = (day - 1...day + 1).flatMap { shifts[$0] ?? [] }
            let present = near.filter { $0.opens <= moment && moment < $0.closes }
            let onDuty = min(model.staff, present.map(\.count).reduce(0, +))
            let members = model.members.isEmpty ? [] : Set(present.map(\.place))
            if let last = result.last, onDuty == last.onDuty, members == last.members { continue }
            let opensAgain = shifts[day]?.contains { $0.opens > moment } ?? false
            result.append(
                Change(
                    moment: moment,
                    onDuty: onDuty,
                    endsDay: onDuty == 0 && (moment == 0 || !opensAgain),
                    day: clock.dayNumber(moment) - clock.scenario.starts.date.dayNumber,
                    members: members
                )
            )
        }
        if model.absenceChance == 0 { return result }
        // Whether the last day is open to its midnight shows only beyond the end of the run.
        return byDay(result, clock).filter { $0.moment < clock.horizon }
    }

    /// The days for which absences hold: a stretch without a day's end belongs to its first day, but a day that is open from
    /// midnight to midnight is one of its own.
    private static func byDay(_ changes: [Change], _ clock: ReferenceClock) -> [Change] {
        let midnights = clock.days.map { (number: $0, moment: clock.moment(day: $0, minute: 0)) }
        var result: [Change] = []
        for (place, change) in changes.enumerated() {
            var own = change
            if let last = result.last, last.onDuty > 0 || !last.endsDay { own.day = last.day }
            result.append(own)
            let next = place + 1 < changes.count ? changes[place + 1].moment : endOfTime
            for (this, following) in zip(midnights, midnights.dropFirst())
            where change.onDuty > 0 && this.moment > change.moment && following.moment <= next {
                result.append(
                    Change(
                        moment: this.moment,
                        onDuty: change.onDuty,
                        endsDay: false,
                        day: this.number - clock.scenario.starts.date.dayNumber,
                        members: change.members
                    )
                )
            }
        }
        return result
    }

    /// How many may take somebody at present.
    var available: Int {
        if isNamed { return free.count }
        return switch mode {
        case .open: onDuty - busy
        case .overtime: lastOnDuty - busy
        case .closed: 0
        }
    }

    /// Whether the members are told apart.
    var isNamed: Bool { !model.members.isEmpty }

    /// Members who may take somebody at present.
    var free: Set<Int> { there.filter { having[$0, default: 0] < model.placesEach } }

    /// Members who serve at present.
    var there: Set<Int> {
        switch mode {
        case .open: present
        case .overtime: staying
        case .closed: []
        }
    }

    /// Whether one of the staff is absent on a day.
    private func isAbsent(_ person: Int, on day: Int) -> Bool {
        guard model.absenceChance > 0 else { return false }
        var stream = chance.stream("absence@\(model.name)", "", day * model.staff + person)
        return stream.unitInterval() < model.absenceChance
    }

    /// Notes who is on duty from a change on; without names, the first of the staff are.
    func apply(_ change: Change) {
        if isNamed {
            present = change.members.filter { !isAbsent($0, on: change.day) }
            onDuty = present.count * model.placesEach
        } else {
            onDuty = (0..<change.onDuty).count { !isAbsent($0, on: change.day) }
        }
    }

    /// Whether some are kept for a class.
    var isReserving: Bool { !kept.isEmpty }

    /// Whether a class may have so many more: of those who are kept for nobody, enough are left.
    func shares(_ units: Int, with familyClass: String) -> Bool {
        func shared(_ busy: [String: Int]) -> Int {
            busy.reduce(0) { $0 + max(0, $1.value - (kept[$1.key] ?? 0)) }
        }
        let all = kept.values.reduce(0, +)
        if kept.isEmpty || mode == .overtime { return true }
        var after = busyWith
        after[familyClass, default: 0] += units
        return shared(after) == shared(busyWith) || shared(after) <= onDuty - all
    }

    var isFull: Bool { line.count >= model.lineLimit ?? .max }

    var hasRoom: Bool { line.count + letIn < model.lineLimit ?? .max }

    /// Those inside, the first to be served first.
    var inside: [ReferencePlace] {
        line.filter(\.isInside).sorted {
            ($0.rank, $0.key, $0.wait.order) < ($1.rank, $1.key, $1.wait.order)
        }
    }

    /// The first inside who waits for nothing that is closed.
    var firstEligible: ReferencePlace? {
        let inside = inside
        if model.discipline == .random, !inside.isEmpty {
            if inside[0].key == .min { return inside[0] }
            var stream = chance.stream("order@\(model.name)", "", callsByChance)
            return inside[Int(stream.unitInterval() * Double(inside.count))]
        }
        // Those before a place who lack servers that are not kept for anyone want them first.
        var areSharedWanted = false
        return inside.first { place in
            let name = place.wait.strand.family.model.name
            let isOpen = place.wait.places.allSatisfy {
                $0.isInside && $0.pool.mode != .closed
                    && ($0.pool === self || $0.pool.shares($0.units, with: name))
            }
            if !isOpen || (areSharedWanted && takesShared(place.units, with: name)) { return false }
            let shares = shares(place.units, with: name)
            if !shares { areSharedWanted = true }
            return shares
        }
    }

    /// Whether a class would take servers that are not kept for it.
    func takesShared(_ units: Int, with familyClass: String) -> Bool {
        busyWith[familyClass, default: 0] + units > kept[familyClass] ?? 0
    }
}

/// A wait for everything that a step needs.
final class ReferenceWait {
    let strand: ReferenceStrand
    let request: ReferenceRequest
    let joined: Moment
    /// Number of the joining, the same in all lines; that of the change of lines since then.
    var order: Int
    /// Waiting in the first line when it joined.
    let ahead: Int
    var places: [ReferencePlace] = []
    /// Since when its first pool has been closed to it, or nil.
    var closedSince: Moment?
    /// Closed time before that.
    var closedTime: Moment = 0
    /// Patience left while its clock stands still, or nil for ever.
    var patienceLeft: Moment?
    /// When it ends while its clock runs.
    var patienceEnds: Moment?
    /// What is left of the service that was suspended, for one who waits to go on with it.
    var lengthLeft: Moment?
    /// The member who serves, or who has begun to, where they are told apart.
    var member: Int?
    /// The member in whose own line it stands.
    var line: Int?

    init(
        _ strand: ReferenceStrand,
        _ request: ReferenceRequest,
        joined: Moment,
        order: Int,
        ahead: Int
    ) {
        self.strand = strand
        self.request = request
        self.joined = joined
        self.order = order
        self.ahead = ahead
    }
}

/// A place in the line of one pool.
final class ReferencePlace {
    let wait: ReferenceWait
    let pool: ReferencePool
    let units: Int
    /// Smaller goes first.
    let rank: Int
    /// Smaller goes first among those of a rank.
    let key: Moment
    /// Inside the doors, rather than waiting for the next opening.
    var isInside: Bool

    init(_ wait: ReferenceWait, _ pool: ReferencePool, units: Int, rank: Int, key: Moment, isInside: Bool) {
        self.wait = wait
        self.pool = pool
        self.units = units
        self.rank = rank
        self.key = key
        self.isInside = isInside
    }
}

/// What a step asks of staff, and what follows.
struct ReferenceRequest {
    var name: String
    var prefix: String
    var by: [PoolUse]
    /// The step that follows directly, if families are held up before it.
    var next: (step: Step, prefix: String)?
    var factor: AttributeExpression?
    var skill: String?
    var person: PersonRule?
    var priority: Int?
    var dueIn: DurationLaw?
    var notes: DurationLaw?
    var patience: DurationLaw?
    var isOfficeWork = false
    var isForGroup = false
    var balking: [BalkingRule] = []
    var onGivingUp: [Step]?
    var onBalking: [Step]?
    var onRefusal: [Step]?
    var onSendingHome: [Step]?
    var purpose: Purpose

    /// What the staff are wanted for.
    enum Purpose {
        /// A service of a law.
        case service(DurationLaw)
        /// Office work on the documents of a lookup.
        case handling(DurationLaw, LookupStep)
        /// Steps that are done meanwhile.
        case keeping([Step])
    }
}

/// What is observed of a pool in the window.
struct ReferencePoolSums: Equatable {
    var lineArea: Int128 = 0
    var busyArea: Int128 = 0
    var overtimeArea: Int128 = 0
    var scheduledArea: Int128 = 0
    var longestLine = 0
    /// Time at each line length, and at each number busy.
    var lineTimes: [Int: Moment] = [:]
    var busyTimes: [Int: Moment] = [:]
    /// Person-microseconds of waiting and of work by hour of the week.
    var waitingByHour: [Int: Moment] = [:]
    var workByHour: [Int: Moment] = [:]
    /// Per member who is told apart.
    var members: [Int: ReferenceMemberSums] = [:]
}

/// What is observed of a member in the window.
struct ReferenceMemberSums: Equatable {
    var busy: Moment = 0
    var overtime: Moment = 0
    var present: Moment = 0
    var grants = 0
    var switches = 0
    var longestStretch: Moment = 0
}
