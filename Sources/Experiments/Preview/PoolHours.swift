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

    /// Whether nobody is on duty at times.
    let closes: Bool

    init(_ plan: PoolPlan, until end: SimulationTime) {
        closes = plan.capacity.contains { $0.servers == 0 }
        for (place, change) in plan.capacity.enumerated() where change.moment < end && change.servers > 0 {
            let next = place + 1 < plan.capacity.count ? plan.capacity[place + 1].moment : end
            let span = Double(min(end, next) - change.moment)
            open += span
            duty += span * Double(change.servers) * (1 - (plan.absence?.chance ?? 0))
            leastOnDuty = min(leastOnDuty, change.servers)
            mostOnDuty = max(mostOnDuty, change.servers)
        }
        dutyHoursPerYear = duty / Double(end) * Double(TimeSpan.year.microseconds) / 3600e6
    }
}
