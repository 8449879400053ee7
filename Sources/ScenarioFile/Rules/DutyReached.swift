import ScenarioModel

/// A pool that steps need is on duty at some time of the run, and with as many as they need.
enum DutyReached {
    static func check(
        _ scenario: Scenario,
        _ reach: RouteReach,
        _ days: RunDays,
        _ tree: LocatedNode,
        _ context: DecodingContext
    ) {
        for pool in scenario.pools where !pool.duty.isEmpty {
            // What no hours could bring together is an error of the step that needs it.
            guard let need = reach.needs[pool.name], need.units <= pool.mostAtOnce,
                let step = context.routeRecords[need.step.route]?[need.step.place],
                let entry = tree["pools"]?.pairs?.first(where: { $0.key == pool.name })
            else { continue }
            var most = 0
            for day in days.all where most < need.units {
                most = max(most, days.mostOnDuty(pool, on: day))
            }
            guard most < need.units else { continue }
            let shown = entry.dutyNode
            let line = step.node.location.line
            guard most == 0 else {
                context.collector.warn(
                    .tooFew(pool.name, most, need.units, step.name, line),
                    at: shown,
                    .waitForEver
                )
                continue
            }
            if pool.duty.contains(where: { days.isEverOpen($0.calendar) }) {
                context.collector.warn(.neverInRun(pool.name, step.name, line), at: shown, .waitForEver)
            } else {
                context.error(.neverOpen(pool.name, step.name, line), at: shown)
            }
        }
    }
}

extension LocatedNode.Pair {
    /// Where a pool's entry says who is on duty when.
    var dutyNode: LocatedNode {
        let keys = ["on duty", "calendar", "roster"]
        return value.pairs?.first { keys.contains($0.key) }?.keyNode ?? keyNode
    }
}

extension DiagnosticText {
    fileprivate static let waitForEver = DiagnosticText(
        "families that come to this step wait to the end of the run",
        "дойдя до этого шага, семьи ждут до конца расчёта"
    )

    fileprivate static func neverInRun(_ pool: String, _ step: String, _ line: Int) -> DiagnosticText {
        DiagnosticText(
            "nobody of pool '\(pool)' is on duty within the run, but step '\(step)' (line \(line)) needs it",
            "за время расчёта в пуле «\(pool)» никто не работает, а он нужен шагу «\(step)» (строка \(line))"
        )
    }

    fileprivate static func neverOpen(_ pool: String, _ step: String, _ line: Int) -> DiagnosticText {
        DiagnosticText(
            "nobody of pool '\(pool)' is ever on duty, but step '\(step)' (line \(line)) needs it",
            "в пуле «\(pool)» никто никогда не работает, а он нужен шагу «\(step)» (строка \(line))"
        )
    }

    fileprivate static func tooFew(
        _ pool: String,
        _ most: Int,
        _ units: Int,
        _ step: String,
        _ line: Int
    ) -> DiagnosticText {
        DiagnosticText(
            "at most \(most) of pool '\(pool)' are on duty at once, but step '\(step)' (line \(line)) needs \(units)",
            "в пуле «\(pool)» одновременно работает не больше \(most), а шагу «\(step)» (строка \(line)) нужно \(units)"
        )
    }
}
