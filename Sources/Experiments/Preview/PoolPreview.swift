import QueueingFormulas
import ScenarioModel

/// The load of a pool and, where a formula applies, the wait that it predicts.
public struct PoolPreview: Sendable, Hashable {
    /// Name of the pool.
    public let name: String
    /// Services asked for per hour in which somebody is on duty; nil when nobody ever is.
    public let visitsPerOpenHour: Double?
    /// Mean service time in minutes.
    public let meanServiceMinutes: Double
    /// Servers that the services asked for would keep busy while the pool is open.
    public let offeredLoad: Double?
    /// Mean number on duty while the pool is open.
    public let meanOnDuty: Double?
    /// Offered load over the number on duty; infinite when there is work and nobody on duty.
    public let loadRatio: Double?
    /// The wait that a formula predicts; nil when none applies.
    public let wait: Wait?
    /// Roubles a year for the hours on duty, overtime left out; nil where no pay is given.
    public let yearlyStaffCost: Double?
    /// Roubles of capital cost a year; nil where none is given.
    public let yearlyCapitalCost: Double?
    /// What the formula assumes and the scenario does not keep.
    public let violations: [Violation]

    /// Loads of those members who have a skill that steps ask for, by skill.
    public let skillLoads: [SkillLoad]

    /// Work that needs a skill, over what those who have it can do; infinite when they are never on duty.
    public struct SkillLoad: Sendable, Hashable {
        /// The skill.
        public let skill: String
        /// The ratio.
        public let ratio: Double
    }

    /// Where more work is offered than can be done: the loads of all members together, and by skill.
    public var overloads: [(skill: String?, ratio: Double)] { Self.overloads(loadRatio, skillLoads) }

    private static func overloads(_ all: Double?, _ skills: [SkillLoad]) -> [(skill: String?, ratio: Double)]
    {
        ([(nil, all ?? 0)] + skills.map { ($0.skill, $0.ratio) }).filter { $0.ratio >= 1 }
    }

    /// Whether more work is offered than those on duty can do, or those of them who have the skill it needs.
    public var isOverloaded: Bool { !overloads.isEmpty }

    /// The greatest load of all members together or by skill; nil when nobody is ever asked for.
    public var greatestLoad: Double? {
        (skillLoads.map(\.ratio) + [loadRatio].compactMap { $0 }).max()
    }

    /// A predicted wait.
    public struct Wait: Sendable, Hashable {
        /// The formula.
        public let formula: Formula
        /// Mean waiting time in minutes, those who do not wait included.
        public let meanMinutes: Double
        /// Chance of having to wait.
        public let chanceOfWaiting: Double
        /// Share of families that give up; nil where nobody does.
        public let shareGivingUp: Double?
    }

    /// Formulas for the wait in one line.
    public enum Formula: String, Sendable, Hashable {
        /// Poisson arrivals, exponential services.
        case erlangC = "Erlang C"
        /// The same, with services of another variability.
        case allenCunneen = "Allen–Cunneen"
        /// Poisson arrivals, exponential services and patience.
        case erlangA = "Erlang A"
    }

    /// What a formula assumes and a scenario does not keep.
    public enum Violation: String, Sendable, Hashable, CaseIterable {
        /// More work is offered than can be done: no lasting mean wait exists.
        case overload
        /// The arrival rate changes with the hour, the day or the season.
        case ratesVary = "arrival rates vary"
        /// The number on duty changes.
        case staffVaries = "the number on duty varies"
        /// The pool closes, and families wait overnight.
        case closes = "the pool closes"
        /// Families come from other steps, not straight from their arrival.
        case notFirstStep = "families come from other steps"
        /// Services need several servers or pools at once.
        case jointService = "several servers are needed at once"
        /// Only some families have limited patience, or turn away on sight of the line.
        case impatience = "some families leave the line"
        /// The line is ordered by priority.
        case priority = "the line is ordered by priority"
        /// The line is ordered by the lengths of services.
        case shortestFirst = "the shortest services go first"
        /// The line is ordered by due dates.
        case earliestDue = "the earliest due date goes first"
        /// Families come several at once, or their rate changes by chance.
        case notPoisson = "families do not come independently"
        /// The line is limited.
        case lineLimit = "the line is limited"
        /// Who serves is told apart by skill or acquaintance; the load is that of all together.
        case namedStaff = "staff are told apart"
        /// Each of the staff has a line of their own.
        case ownLines = "each of the staff has a line of their own"
        /// Some of the staff are kept for classes.
        case reserved = "staff are kept for classes"
        /// Some of the staff are absent by chance.
        case absence = "staff are absent by chance"
        /// Services are interrupted.
        case suspension = "services are interrupted"
        /// Steps change families' attributes, or lengths depend on lines.
        case changedAttributes = "attributes or lengths change on the way"
        /// Members of a family are waited for, so that steps gone at once come one after another.
        case membersWait = "members of families are waited for"
    }
}

extension PoolPreview {
    init(
        _ pool: ResourcePool,
        _ flow: PoolFlow,
        _ hours: PoolHours,
        ratesVary: Bool,
        isBunched: Bool,
        changesAttributes: Bool,
        waitsForMembers: Bool,
        mattersWho: Bool
    ) {
        name = pool.name
        meanServiceMinutes = flow.meanTime / 60e6
        let isOpen = hours.open > 0
        visitsPerOpenHour = isOpen ? flow.visits / hours.open * 3600e6 : nil
        offeredLoad = isOpen ? flow.work / hours.open : nil
        meanOnDuty = isOpen ? hours.duty / hours.open : nil
        yearlyStaffCost = pool.isPaid ? Self.yearlyStaffCost(of: pool, hours) : nil
        yearlyCapitalCost = pool.capitalCost.map {
            $0.share(overMicroseconds: TimeSpan.year.microseconds) * Double(pool.staff)
        }
        let ratio = isOpen ? flow.work / hours.duty : flow.work > 0 ? .infinity : nil
        loadRatio = ratio
        let skillLoads = Self.skillLoads(of: pool, flow, hours)
        self.skillLoads = skillLoads
        violations = Self.violations(
            pool,
            flow,
            hours,
            ratesVary: ratesVary,
            isBunched: isBunched,
            changesAttributes: changesAttributes,
            waitsForMembers: waitsForMembers,
            mattersWho: mattersWho,
            isOverloaded: !Self.overloads(ratio, skillLoads).isEmpty
        )
        wait = isOpen && flow.visits > 0 && flow.time > 0 ? Self.wait(flow, hours) : nil
    }

    /// By skill, for members who are told apart.
    private static func skillLoads(of pool: ResourcePool, _ flow: PoolFlow, _ hours: PoolHours) -> [SkillLoad]
    {
        guard !pool.areCases else { return [] }
        return flow.skilledWork.keys.sorted().map { skill in
            let can = zip(pool.members, hours.dutyOfEach).reduce(0.0) { sum, member in
                let isAble = (member.0.skills + member.0.secondSkills).contains(skill)
                return isAble ? sum + member.1 * member.0.speed : sum
            }
            let work = flow.skilledWork[skill] ?? 0
            return SkillLoad(skill: skill, ratio: can > 0 ? work / can : work > 0 ? .infinity : 0)
        }
    }

    private static func yearlyStaffCost(of pool: ResourcePool, _ hours: PoolHours) -> Double {
        let common = pool.pay?.roublesPerHour ?? 0
        guard pool.members.contains(where: { $0.pay != nil }) else { return common * hours.dutyHoursPerYear }
        return zip(pool.members, hours.dutyHoursPerYearOfEach).reduce(0) { sum, member in
            sum + (member.0.pay?.roublesPerHour ?? common) * member.1
        }
    }

    private static func violations(
        _ pool: ResourcePool,
        _ flow: PoolFlow,
        _ hours: PoolHours,
        ratesVary: Bool,
        isBunched: Bool,
        changesAttributes: Bool,
        waitsForMembers: Bool,
        mattersWho: Bool,
        isOverloaded: Bool
    ) -> [Violation] {
        guard flow.visits > 0 else { return [] }
        let isPartlyPatient = flow.patientVisits > 0 && flow.patientVisits < flow.visits * (1 - 1e-9)
        let holds: [(Violation, Bool)] = [
            (.overload, isOverloaded),
            (.ratesVary, ratesVary),
            (.staffVaries, hours.leastOnDuty < hours.mostOnDuty),
            (.closes, hours.closes),
            (.notFirstStep, flow.firstVisits < flow.visits * (1 - 1e-9)),
            (.jointService, flow.jointVisits > 0),
            (.impatience, isPartlyPatient || flow.balkingVisits > 0),
            (.priority, pool.discipline == .priority),
            (.shortestFirst, pool.discipline == .shortestFirst),
            (.earliestDue, pool.discipline == .earliestDue),
            (.notPoisson, isBunched),
            (.lineLimit, pool.lineLimit != nil),
            (.namedStaff, mattersWho),
            (.ownLines, pool.ownLines != nil),
            (.reserved, !pool.reserved.isEmpty),
            (.absence, pool.absenceChance > 0),
            (.suspension, pool.suspendsServices),
            (.changedAttributes, changesAttributes),
            (.membersWait, waitsForMembers),
        ]
        return holds.filter(\.1).map(\.0)
    }

    /// With patience everywhere Erlang A; otherwise Erlang C, corrected for the variability of services.
    private static func wait(_ flow: PoolFlow, _ hours: PoolHours) -> Wait? {
        let rate = flow.visits / hours.open
        let servers = max(1, Int((hours.duty / hours.open).rounded()))
        if flow.patientVisits >= flow.visits * (1 - 1e-9), flow.patience > 0 {
            let formula = ErlangA(
                arrivalRate: rate,
                serviceRate: 1 / flow.meanTime,
                servers: servers,
                renegingRate: flow.patientVisits / flow.patience
            )
            return Wait(
                formula: .erlangA,
                meanMinutes: formula.meanWait / 60e6,
                chanceOfWaiting: formula.probabilityOfWaiting,
                shareGivingUp: formula.probabilityOfReneging
            )
        }
        let erlang = ErlangC(arrivalRate: rate, serviceRate: 1 / flow.meanTime, servers: servers)
        guard erlang.isStable else { return nil }
        let isExponential = abs(flow.variability - 1) < 0.01
        let corrected = AllenCunneen(
            arrivalRate: rate,
            meanServiceTime: flow.meanTime,
            servers: servers,
            arrivalVariability: 1,
            serviceVariability: flow.variability
        )
        return Wait(
            formula: isExponential ? .erlangC : .allenCunneen,
            meanMinutes: (isExponential ? erlang.meanWait : corrected.meanWait) / 60e6,
            chanceOfWaiting: erlang.probabilityOfWaiting,
            shareGivingUp: nil
        )
    }
}
