import ScenarioModel
import SimulationCore

/// When a pool is open and with how many on duty.
struct PoolHours {
    /// Microseconds with somebody on duty.
    private(set) var open = 0.0
    /// Server-microseconds on duty.
    private(set) var duty = 0.0
    private(set) var leastOnDuty = Int32.max
    private(set) var mostOnDuty: Int32 = 0

    /// Server-hours on duty in a year like the period.
    let dutyHoursPerYear: Double

    /// Of servers that are told apart, the microseconds of each on duty.
    private(set) var dutyOfEach: [Double]
    /// Of these, hours in a year like the period.
    let dutyHoursPerYearOfEach: [Double]

    /// Whether nobody is on duty at times.
    let closes: Bool

    init(_ plan: PoolPlan, until end: SimulationTime) {
        dutyOfEach = plan.servers.map { _ in 0.0 }
        closes = plan.capacity.contains { $0.servers == 0 }
        for (place, change) in plan.capacity.enumerated() where change.moment < end && change.servers > 0 {
            let next = place + 1 < plan.capacity.count ? plan.capacity[place + 1].moment : end
            let span = Double(min(end, next) - change.moment)
            open += span
            let presence = 1 - (plan.absence?.chance ?? 0)
            duty += span * Double(change.servers) * presence
            for server in dutyOfEach.indices where change.present & 1 << UInt64(server) != 0 {
                dutyOfEach[server] += span * presence
            }
            leastOnDuty = min(leastOnDuty, change.servers)
            mostOnDuty = max(mostOnDuty, change.servers)
        }
        let hoursOfYear = Double(TimeSpan.year.microseconds) / 3600e6
        dutyHoursPerYear = duty / Double(end) * hoursOfYear
        dutyHoursPerYearOfEach = dutyOfEach.map { $0 / Double(end) * hoursOfYear }
    }
}
