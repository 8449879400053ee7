import ScenarioModel

/// Never more on duty than there are, in an ordinary week.
enum DutyWithinStaff {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        for pool in scenario.pools where !pool.duty.contains(where: { $0.count > pool.staff }) {
            guard let (most, weekday) = most(of: pool, scenario), most > pool.staff else { continue }
            let node = tree["pools"]?[pool.name]
            guard let shown = node?["on duty"] ?? node?["calendar"] else { continue }
            let day = WeekdayText.names[weekday.rawValue]
            context.error(
                DiagnosticText(
                    "pool '\(pool.name)': on \(day), \(most) are on duty at once, but there are only \(pool.staff)",
                    "пул «\(pool.name)»: в день \(day) на месте сразу \(most), а всего их \(pool.staff)"
                ),
                at: shown.firstLine
            )
        }
    }

    private static func most(of pool: ResourcePool, _ scenario: Scenario) -> (count: Int, day: Weekday)? {
        var result: (count: Int, day: Weekday)?
        for day in Weekday.allCases {
            var changes: [(minute: Int, change: Int)] = []
            for duty in pool.duty where duty.calendar.weekdays?.contains(day) ?? true {
                let calendar = scenario.calendars.first { $0.name == duty.calendar.calendar }
                for interval in calendar?.week[day.rawValue] ?? [] {
                    changes.append((interval.opens, duty.count))
                    changes.append((interval.closes, -duty.count))
                }
            }
            var count = 0
            for change in changes.sorted(by: { ($0.minute, $0.change) < ($1.minute, $1.change) }) {
                count += change.change
                if count > result?.count ?? 0 { result = (count, day) }
            }
        }
        return result
    }
}
