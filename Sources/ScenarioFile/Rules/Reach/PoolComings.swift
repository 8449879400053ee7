import ScenarioModel

/// When families come to a step.
enum ComingHours: Hashable {
    /// While a calendar is open.
    case open(CalendarUse)
    /// When families of the class of this name arrive.
    case arrivals(of: String)

    /// The hours in which a class arrives; nil where the file names none.
    init?(of familyClass: FamilyClass) {
        switch familyClass.arrivals.pattern {
        case .poisson(let law) where law.calendar == nil: return nil
        case .renewal: return nil
        case .poisson, .counted, .listed, .openings: self = .arrivals(of: familyClass.name)
        }
    }
}

/// When families come to each pool, as far as their routes tell.
struct PoolComings {
    /// Hours in which families come to a pool, in the order found; not of a pool to which some come at any time.
    private(set) var all: [String: [ComingHours]] = [:]
    /// Hours in which a pool is the first that families wait for.
    private(set) var first: [String: [ComingHours]] = [:]
    private var anyTime: Set<String> = []

    mutating func note(_ pool: String, _ hours: ComingHours?, isFirst: Bool) {
        guard let hours else {
            anyTime.insert(pool)
            all[pool] = nil
            return
        }
        if !anyTime.contains(pool), all[pool]?.contains(hours) != true {
            all[pool, default: []].append(hours)
        }
        if isFirst, first[pool]?.contains(hours) != true { first[pool, default: []].append(hours) }
    }
}
