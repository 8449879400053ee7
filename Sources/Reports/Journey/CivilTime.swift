import Foundation
import ScenarioModel
import SimulationCore
import UserTexts

/// Writes simulation times as dates and times of day in a scenario's time zone.
struct CivilTime {
    private let zone: TimeZone
    private let origin: Int
    private let language: Language

    /// An unknown time zone counts as UTC; the compiler refuses it first.
    init(_ scenario: Scenario, language: Language) {
        self.language = language
        zone = TimeZone(identifier: scenario.timeZone) ?? TimeZone(secondsFromGMT: 0) ?? .current
        let local = scenario.starts.date.dayNumber * 86_400 + scenario.starts.minuteOfDay * 60
        let first = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        let second = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - first)))
        origin = local - second
    }

    /// The date at a moment: "Monday, 9 January 2023".
    func date(_ time: SimulationTime) -> String {
        let date = CivilDate(dayNumber: parts(time).day)
        let style = DateStyle(language)
        let weekday = style.weekdayName(date.weekday.rawValue + 1)
        return "\(weekday), \(style.text(year: date.year, month: date.month, day: date.day))"
    }

    /// The time of day at a moment: "09:12".
    func timeOfDay(_ time: SimulationTime) -> String {
        let minute = parts(time).second / 60
        return DateStyle(language).time(hour: minute / 60, minute: minute % 60)
    }

    /// The time of day, with the short weekday and date when the day is another one than that of `other`.
    func end(_ time: SimulationTime, after other: SimulationTime) -> String {
        let clock = timeOfDay(time)
        let day = parts(time).day
        guard day != parts(other).day else { return clock }
        let date = CivilDate(dayNumber: day)
        let weekday = DateStyle(language).shortWeekdayName(date.weekday.rawValue + 1)
        return "\(clock) \(weekday) \(date.day).\(date.month < 10 ? "0" : "")\(date.month)"
    }

    private func parts(_ time: SimulationTime) -> (day: Int, second: Int) {
        let seconds = origin + Int((Double(time) / 1e6).rounded(.down))
        let local = seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let day = Int((Double(local) / 86_400).rounded(.down))
        return (day, local - day * 86_400)
    }
}
