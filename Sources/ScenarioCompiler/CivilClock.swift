import ScenarioModel
import SimulationCore

/// Turns dates and times of day in the scenario's time zone into simulation time, and back.
struct CivilClock {
    private var offsets: ZoneOffsets
    private let origin: Int64
    /// The day on which the run starts.
    let firstDay: CivilDate

    /// Microseconds in a minute.
    static let minute: SimulationTime = 60_000_000

    init(_ scenario: Scenario) throws(CompilationError) {
        guard let offsets = ZoneOffsets(zone: scenario.timeZone) else {
            throw CompilationError(
                english: "unknown time zone '\(scenario.timeZone)'",
                russian: "неизвестный часовой пояс «\(scenario.timeZone)»",
                about: .timeZone
            )
        }
        self.offsets = offsets
        firstDay = scenario.starts.date
        origin = Self.seconds(
            day: scenario.starts.date.dayNumber,
            minute: scenario.starts.minuteOfDay,
            offsets
        )
    }

    /// Makes times on these days, by their numbers, quick to find.
    mutating func learn(_ days: ClosedRange<Int>) {
        offsets.learn(days.lowerBound - 2...days.upperBound + 3)
    }

    /// Simulation time of a minute of a day, given by its number; minute 1440 is the next midnight.
    func time(day: Int, minute: Int) -> SimulationTime {
        (Self.seconds(day: day, minute: minute, offsets) - origin) * 1_000_000
    }

    /// Day number and second of the day at a simulation time.
    func local(_ time: SimulationTime) -> (dayNumber: Int, second: Int) {
        let seconds = origin + Int64((Double(time) / 1e6).rounded(.down))
        let local = Int(seconds) + offsets.seconds(at: Int(seconds))
        let day = Int((Double(local) / 86_400).rounded(.down))
        return (day, local - day * 86_400)
    }

    /// Seconds since 1 January 1970 UTC of a local time; a time that a change of clocks skips is moved on.
    private static func seconds(day: Int, minute: Int, _ offsets: ZoneOffsets) -> Int64 {
        let local = day * 86_400 + minute * 60
        // With the offset of the day before, a time that occurs twice is the first, and one that is skipped moves on.
        let before = offsets.seconds(at: local - 86_400)
        let after = offsets.seconds(at: local + 86_400)
        if before == after || offsets.seconds(at: local - before) == before { return Int64(local - before) }
        return Int64(offsets.seconds(at: local - after) == after ? local - after : local - before)
    }
}
