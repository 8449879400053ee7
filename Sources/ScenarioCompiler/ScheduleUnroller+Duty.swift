import ScenarioModel
import SimulationCore

/// Staff on duty.
extension ScheduleUnroller {
    /// Servers present over the run; the first change is at 0.
    mutating func capacity(of pool: ResourcePool) throws(CompilationError) -> [CapacityChange] {
        guard !pool.duty.isEmpty else {
            let all = UInt64.max >> UInt64(64 - min(64, pool.members.count))
            return [
                CapacityChange(
                    moment: 0,
                    servers: Int32(clamping: pool.staff),
                    present: pool.members.isEmpty ? 0 : all
                )
            ]
        }
        let isKnownByDuty = pool.members.isEmpty && pool.absenceChance == 0
        if isKnownByDuty, let known = capacities[pool.duty]?[pool.staff] { return known }
        var steps: [DutyStep] = []
        for (place, assignment) in pool.duty.enumerated() {
            let hours = try hours(of: assignment.calendar)
            for day in days {
                for interval in hours.intervals(on: day) {
                    let opens = max(0, clock.time(day: day, minute: interval.opens))
                    let closes = max(0, clock.time(day: day, minute: interval.closes))
                    guard closes > opens else { continue }
                    steps.append(DutyStep(moment: opens, change: assignment.count, place: place))
                    steps.append(DutyStep(moment: closes, change: -assignment.count, place: place))
                }
            }
        }
        steps.sort { ($0.moment, $0.change) < ($1.moment, $1.change) }
        let isNamed = !pool.members.isEmpty
        if pool.absenceChance > 0 {
            // Whether the last day is open to its midnight shows only beyond the end of the run.
            let all = changes(steps, most: pool.staff, isNamed: isNamed, before: .never)
            return byDay(all).filter { $0.moment == 0 || $0.moment < horizon }
        }
        let changes = changes(steps, most: pool.staff, isNamed: isNamed, before: horizon)
        if isKnownByDuty { capacities[pool.duty, default: [:]][pool.staff] = changes }
        return changes
    }

    /// Changes with the days for which absences hold: that on which a stretch without a day's end began, and each day that is
    /// open from midnight to midnight.
    private func byDay(_ changes: [CapacityChange]) -> [CapacityChange] {
        var result: [CapacityChange] = []
        var present: Int32 = 0
        var day: Int32 = 0
        for (place, change) in changes.enumerated() {
            let hasEnded = result.last.map { $0.servers == 0 && $0.endsDay } ?? true
            if hasEnded { day = change.day }
            var change = change
            change.day = day
            result.append(change)
            present = change.servers
            let mask = change.present
            let next = place + 1 < changes.count ? changes[place + 1].moment : SimulationTime.never
            guard present > 0 else { continue }
            var number = clock.local(change.moment).dayNumber + 1
            while days.contains(number + 1), clock.time(day: number + 1, minute: 0) <= next {
                day = period(ofDay: number)
                let midnight = clock.time(day: number, minute: 0)
                result.append(CapacityChange(moment: midnight, servers: present, present: mask, day: day))
                number += 1
            }
        }
        return result
    }

    /// So many more or fewer of an assignment on duty from a moment on.
    private struct DutyStep {
        var moment: SimulationTime
        var change: Int
        /// Place of the assignment; of named members, of the member.
        var place: Int
    }

    private func changes(
        _ steps: [DutyStep],
        most: Int,
        isNamed: Bool,
        before end: SimulationTime
    ) -> [CapacityChange] {
        var changes = [CapacityChange(moment: 0, servers: 0, endsDay: true)]
        var present = 0
        var mask: UInt64 = 0
        var index = 0
        while index < steps.count, steps[index].moment < end {
            let moment = steps[index].moment
            while index < steps.count, steps[index].moment == moment {
                present += steps[index].change
                // Of one who leaves and returns at a moment the leaving stands first.
                if isNamed {
                    let bit = UInt64(1) << UInt64(steps[index].place)
                    mask = steps[index].change > 0 ? mask | bit : mask & ~bit
                }
                index += 1
            }
            let servers = Int32(clamping: min(present, most))
            let last = changes[changes.count - 1]
            if servers == last.servers, mask == last.present { continue }
            var change = CapacityChange(
                moment: moment,
                servers: servers,
                present: mask,
                endsDay: servers == 0
                    && endsDay(at: moment, next: index < steps.count ? steps[index].moment : nil),
                day: period(ofDay: clock.local(moment).dayNumber)
            )
            if change.endsDay, moment > 0 {
                change.nextDay = clock.time(day: clock.local(moment - 1).dayNumber + 1, minute: 0)
            }
            if moment == 0 { changes[0] = change } else { changes.append(change) }
        }
        return changes
    }

    /// Whether nothing opens any more on the day that ends at a moment.
    private func endsDay(at moment: SimulationTime, next: SimulationTime?) -> Bool {
        guard let next else { return true }
        // A closing at midnight belongs to the day before.
        return clock.local(moment - 1).dayNumber != clock.local(next).dayNumber
    }
}
