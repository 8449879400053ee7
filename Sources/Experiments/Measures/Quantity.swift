/// What is measured, in the order in which results list it.
public enum Quantity: String, Sendable, Hashable, CaseIterable {
    /// Waits of families in lines, on clock time, of those whose service began.
    case waitingTime = "waiting time"
    /// The part of these waits during which the pool was closed.
    case waitingTimeClosed = "waiting time while closed"
    /// The same waits on open time.
    case waitingTimeOpen = "waiting time on open time"
    /// Waits of families that gave up.
    case waitingTimeGivenUp = "waiting time of those who gave up"
    /// Waits of cases on which staff work without the family.
    case officeWaitingTime = "waiting time of office work"
    /// Families within the limit of a target, as a share of those judged.
    case serviceLevel = "service level"
    /// Service times.
    case serviceTime = "service time"
    /// From arrival to leaving.
    case timeInSystem = "time in system"
    /// From arrival to the start of the first service.
    case timeToFirstHelp = "time to first help"
    /// Hours of its own that a family spends.
    case hoursSpent = "hours spent by the family"
    /// Trips per family.
    case trips
    /// Documents that a family brings itself.
    case documentsCarried = "documents carried"
    /// Times a family tells its story from the beginning.
    case storiesTold = "stories told"
    /// Services by another of the staff than the one before, in the same line of a family's steps.
    case handOffs = "hand-offs"
    /// Time for which members of a family take part in its steps, of all members of a role together.
    case memberTime = "time of members"
    /// Families that arrived in a replication.
    case arrivals
    /// Families that arrived and left in a replication.
    case departures
    /// Ends of journeys, as shares of the families that arrived.
    case outcome
    /// Families helped, as a share of those who left.
    case helped
    /// Families still inside at the end, as a share of those who arrived.
    case present
    /// Age of the journeys of those still inside.
    case presentAge = "age of those present"
    /// Hours of a journey by kind of time.
    case timeByKind = "time by kind"
    /// Families and cases waiting.
    case lineLength = "line length"
    /// Servers at work.
    case numberBusy = "number busy"
    /// Servers scheduled.
    case numberOnDuty = "number on duty"
    /// Busy time within scheduled time over scheduled time.
    case utilisation
    /// Scheduled time without work, by week.
    case idleTime = "idle time"
    /// Work beyond scheduled time, by week.
    case overtime
    /// Families that a member began to serve, by week.
    case familiesServed = "families served"
    /// Services at another step than the member's one before, by week.
    case taskSwitches = "switches between tasks"
    /// Longest time for which a member worked without a pause.
    case longestStretch = "longest stretch of work"
    /// From sending a request to an agency to its answer.
    case answerTime = "agency answer time"
    /// Requests sent to agencies.
    case requestsSent = "requests sent"
    /// Failed answers, per request.
    case requestsFailed = "requests failed"
    /// Requests for which the fall-back was used.
    case requestsFellBack = "requests fell back"
    /// Requests that are answered only after the end of the run.
    case requestsUnanswered = "requests unanswered"
    /// Pay for hours on duty and overtime, in a replication.
    case staffCost = "cost of staff"
    /// The part of it that is for overtime.
    case overtimeCost = "cost of overtime"
    /// Capital cost of the window, straight line.
    case capitalCost = "capital cost"
    /// Cost of staff and capital cost together.
    case totalCost = "total cost"
    /// Total cost over the families that came and left.
    case costPerFamily = "cost per family"
    /// Total cost over the families that came and were helped.
    case costPerHelped = "cost per family helped"
    /// Difference between the worst class of families and the best.
    case inequality

    /// Times of which the worst is told beside the mean: by class and of the worst tenth.
    public static let judgedForEquity: [Quantity] = [
        .waitingTime, .timeInSystem, .timeToFirstHelp, .hoursSpent,
    ]

    /// Whether a smaller value is better, a greater one is, or neither.
    public var preference: Preference {
        switch self {
        case .waitingTime, .waitingTimeClosed, .waitingTimeOpen, .waitingTimeGivenUp, .officeWaitingTime,
            .timeInSystem, .timeToFirstHelp, .hoursSpent, .trips, .documentsCarried, .storiesTold, .handOffs,
            .memberTime, .lineLength, .overtime, .inequality, .present, .presentAge, .staffCost,
            .overtimeCost,
            .capitalCost,
            .totalCost, .costPerFamily, .costPerHelped:
            .smaller
        case .helped, .serviceLevel: .greater
        case .serviceTime, .arrivals, .departures, .outcome, .timeByKind, .numberBusy, .numberOnDuty,
            .utilisation, .idleTime, .familiesServed, .taskSwitches, .longestStretch, .answerTime,
            .requestsSent, .requestsFailed, .requestsFellBack,
            .requestsUnanswered:
            .neither
        }
    }

    /// Which values of a quantity are better.
    public enum Preference: Sendable, Hashable {
        /// Smaller ones.
        case smaller
        /// Greater ones.
        case greater
        /// Neither.
        case neither
    }
}
