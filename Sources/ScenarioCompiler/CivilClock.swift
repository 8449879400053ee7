import Foundation
import ScenarioModel
import SimulationCore

/// Turns dates and times of day in the scenario's time zone into simulation time, and back.
struct CivilClock {
    private let zone: TimeZone
    private let origin: Int64
    /// The day on which the run starts.
    let firstDay: CivilDate

    /// Microseconds in a minute.
    static let minute: SimulationTime = 60_000_000

    init(_ scenario: Scenario) throws(CompilationError) {
        guard let zone = TimeZone(identifier: scenario.timeZone) else {
            throw CompilationError(
                english: "unknown time zone '\(scenario.timeZone)'",
                russian: "неизвестный часовой пояс «\(scenario.timeZone)»"
            )
        }
        self.zone = zone
        firstDay = scenario.starts.date
        origin = Self.seconds(scenario.starts.date, minute: scenario.starts.minuteOfDay, zone)
    }

    /// Simulation time of a minute of a day; minute 1440 is the next midnight.
    func time(_ date: CivilDate, minute: Int) -> SimulationTime {
        (Self.seconds(date, minute: minute, zone) - origin) * 1_000_000
    }

    /// Day number and second of the day at a simulation time.
    func local(_ time: SimulationTime) -> (dayNumber: Int, second: Int) {
        let seconds = origin + Int64((Double(time) / 1e6).rounded(.down))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let local = Int(seconds) + offset
        let day = Int((Double(local) / 86_400).rounded(.down))
        return (day, local - day * 86_400)
    }

    /// Seconds since 1 January 1970 UTC of a local time; a time that a change of clocks skips is moved on.
    private static func seconds(_ date: CivilDate, minute: Int, _ zone: TimeZone) -> Int64 {
        let local = date.dayNumber * 86_400 + minute * 60
        func offset(_ seconds: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
        // With the offset of the day before, a time that occurs twice is the first, and one that is skipped moves on.
        let before = offset(local - 86_400)
        let after = offset(local + 86_400)
        if before == after || offset(local - before) == before { return Int64(local - before) }
        return Int64(offset(local - after) == after ? local - after : local - before)
    }
}
