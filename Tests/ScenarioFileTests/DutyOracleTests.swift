import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Whether a pool is there for those who need it, against a look at every minute.
struct DutyOracleTests {
    private enum Verdict: String, CaseIterable {
        case enough, tooFew, neverInRun, never
    }

    /// A pool with shifts in one calendar and one more that never comes, and a step that may need it.
    private struct Centre {
        let day: Int
        let startMinute: Int
        let runMinutes: Int
        let weekday: Int?
        let hours: (from: Int, to: Int)
        let special: (day: Int, from: Int, to: Int)?
        let onDuty: Int
        let needed: Int
        let isReached: Bool

        init(_ chance: inout TestChance) {
            day = CivilDate(year: 2024, month: 2, day: 1).dayNumber + chance.below(60)
            startMinute = chance.pick([0, 480, 1_000])
            runMinutes = chance.pick([1, 60, 600, 1_440, 2_000, 5 * 1_440, 9 * 1_440])
            weekday = chance.below(4) == 0 ? nil : chance.below(7)
            let from = chance.pick([0, 540, 1_200])
            hours = (from, from + chance.pick([1, 60, 240]))
            let opens = chance.pick([0, 600, 1_380])
            special = chance.below(2) == 0 ? nil : (day + chance.below(14) - 2, opens, opens + 60)
            onDuty = 1 + chance.below(2)
            needed = 1 + chance.below(2)
            isReached = chance.below(6) > 0
        }

        private func date(_ day: Int) -> String {
            let date = CivilDate(dayNumber: day)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(date.year)-\(two(date.month))-\(two(date.day))"
        }

        private func text(_ from: Int, _ to: Int) -> String {
            func time(_ minute: Int) -> String {
                let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
                return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
            }
            return "\"\(time(from))-\(time(to))\""
        }

        var text: String {
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            let week = weekday.map { "\(names[$0]): \(text(hours.from, hours.to))" } ?? "mon: closed"
            let own = special.map { ", special days: { \(date($0.day)): \(text($0.from, $0.to)) }" } ?? ""
            let (hour, minute) = startMinute.quotientAndRemainder(dividingBy: 60)
            return """
                scenario: duty
                starts: \(date(day)) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)
                horizon: \(runMinutes) min
                calendars: { away: { mon: closed }, own: { \(week)\(own) } }
                pools: { crew: { staff: 2, on duty: { away: 1, own: \(onDuty) } } }
                families: { all: { arrivals: { rate: 1 per h }, route: way } }
                routes:
                  way:
                    - choose: [ { chance: \(isReached ? 1 : 0), do: [ { serve: { by: \(needed) of crew, takes: 1 min } } ] } ]

                """
        }

        private func isOpen(_ minute: Int) -> Bool {
            let (today, time) = minute.quotientAndRemainder(dividingBy: 1_440)
            if let special, special.day == today { return (special.from..<special.to).contains(time) }
            // 1 January 1970 was a Thursday.
            return weekday == (today + 3) % 7 && (hours.from..<hours.to).contains(time)
        }

        var verdict: Verdict {
            guard isReached else { return .enough }
            let first = day * 1_440 + startMinute
            if (first..<first + runMinutes).contains(where: isOpen) {
                return onDuty >= needed ? .enough : .tooFew
            }
            let around = (day - 20) * 1_440..<(day + 20) * 1_440
            return around.contains(where: isOpen) ? .neverInRun : .never
        }
    }

    @Test func `pools that are not there are told as a look at every minute tells`() throws {
        var seen: [Verdict: Int] = [:]
        for seed in 0..<1_000 {
            var chance = TestChance(seed: UInt64(seed))
            let centre = Centre(&chance)
            let result = ScenarioReader().read(text: centre.text, named: "s.yaml")
            let messages = result.diagnostics.map(\.message.en)
            let told: Verdict =
                messages.contains { $0.contains("is ever on duty") }
                ? .never
                : messages.contains { $0.contains("is on duty within the run") }
                    ? .neverInRun
                    : messages.contains { $0.contains("are on duty at once") } ? .tooFew : .enough
            #expect(told == centre.verdict, "seed \(seed)\n\(centre.text)\n\(messages)")
            #expect((result.designs == nil) == (told == .never))
            seen[told, default: 0] += 1
        }
        for verdict in Verdict.allCases { #expect(seen[verdict, default: 0] > 20, "\(verdict)") }
    }
}
