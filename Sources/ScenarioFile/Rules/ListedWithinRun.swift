import Foundation
import ScenarioModel

/// Families listed for moments outside the run do not come.
enum ListedWithinRun {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        guard let zone = TimeZone(identifier: scenario.timeZone) else { return }
        let starts = seconds(scenario.starts, zone)
        for familyClass in scenario.familyClasses {
            guard case .listed(let moments) = familyClass.arrivals.pattern,
                let times = tree["families"]?[familyClass.name]?["arrivals"]?["times"]
            else { continue }
            let outside = moments.count { moment in
                let second = seconds(moment, zone) - starts
                guard case .duration(let length) = scenario.horizon else { return second < 0 }
                return second < 0 || second * 1_000_000 >= length.microseconds
            }
            guard outside > 0 else { continue }
            context.collector.report(
                Diagnostic(
                    .warning,
                    DiagnosticText(
                        "of \(moments.count) listed arrivals, \(outside) lie outside the run and are left out",
                        "приходов в списке: \(moments.count), из них вне периода расчёта и не учтены: \(outside)"
                    ),
                    at: times.location,
                    found: times.shortText,
                    excerpt: times.excerpt
                )
            )
        }
    }

    private static func seconds(_ moment: CivilMoment, _ zone: TimeZone) -> Int64 {
        let local = moment.date.dayNumber * 86_400 + moment.minuteOfDay * 60
        return Int64(local - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local))))
    }
}
