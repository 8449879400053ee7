import ScenarioModel
import SimulationCore

/// Arrivals that a file gives.
extension ScheduleUnroller {
    /// The rate of counted families over the run, in arrivals per microsecond; all one period, or one a day.
    func segments(
        of counts: CountedArrivals,
        byDay isByDay: Bool,
        family: String
    ) throws(CompilationError) -> [RateSegment] {
        var segments: [RateSegment] = []
        for day in days {
            let date = CivilDate(dayNumber: day)
            for count in counts.counts(on: date) {
                let from = clock.time(day: day, minute: count.hours.opens)
                let to = clock.time(day: day, minute: count.hours.closes)
                let begins = max(0, from, segments.last?.ends ?? 0)
                let ends = min(horizon, to)
                guard ends > begins else { continue }
                let rate = count.families / Double(to - from)
                let period = isByDay ? period(ofDay: day) : 0
                segments.append(RateSegment(begins: begins, ends: ends, rate: rate, period: period))
            }
        }
        guard !segments.isEmpty else { throw Self.nobodyComes(family) }
        return segments
    }

    /// The listed moments within the run.
    func moments(_ listed: [CivilMoment], family: String) throws(CompilationError) -> [SimulationTime] {
        let times = listed.map { clock.time(day: $0.date.dayNumber, minute: $0.minuteOfDay) }
        let within = times.filter { (0..<horizon).contains($0) }
        guard !within.isEmpty else { throw Self.nobodyComes(family) }
        return within.sorted()
    }

    /// When a calendar opens within the run, in order; an interval that follows another without a pause is no opening.
    func openings(of use: CalendarUse) throws(CompilationError) -> [SimulationTime] {
        let hours = try hours(of: use)
        var openings: [SimulationTime] = []
        var lastClosing = SimulationTime.min
        for day in days {
            for interval in hours.intervals(on: day) {
                // A change of clocks may swallow an interval or push it into the next.
                let opens = max(lastClosing, clock.time(day: day, minute: interval.opens))
                let closes = clock.time(day: day, minute: interval.closes)
                guard closes > opens else { continue }
                if opens > lastClosing, (0..<horizon).contains(opens) { openings.append(opens) }
                lastClosing = closes
            }
        }
        return openings
    }

    private static func nobodyComes(_ family: String) -> CompilationError {
        CompilationError(
            english: "no arrival that the file lists for families '\(family)' lies within the run",
            russian: "ни один приход семей «\(family)» из файла не попадает в период расчёта"
        )
    }
}
