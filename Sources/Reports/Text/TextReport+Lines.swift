import Experiments
import OutputStatistics
import ScenarioModel
import UserTexts

extension TextReport {
    /// Names of all pools of all designs, in order of first appearance.
    var pools: [String] {
        var pools: [String] = []
        for design in result.designs {
            for pool in design.scenario.pools where !pools.contains(pool.name) { pools.append(pool.name) }
        }
        return pools
    }

    var hasDesignColumn: Bool { result.designs.count > 1 }

    func row(_ subject: String, _ design: DesignResult, _ cells: [String]) -> [String] {
        hasDesignColumn ? [subject, names.design(design)] + cells : [subject] + cells
    }

    func table(_ subject: ReportText, _ columns: [ReportText]) -> ReportTable {
        ReportTable(
            columns: (hasDesignColumn ? [subject, .design] + columns : [subject] + columns).map(word),
            wordColumns: hasDesignColumn ? [1] : []
        )
    }

    /// Targets with the share within the limit.
    var targets: ReportTable {
        var table = table(.target, [.asked, .withinLimit, .judgement])
        let count = result.designs.map(\.targets.count).max() ?? 0
        for place in 0..<count {
            for design in result.designs where place < design.targets.count {
                let one = design.targets[place]
                table.add(
                    row(
                        names.target(one.target),
                        design,
                        [asked(one.target), share(one), word(judgement(one.verdict))]
                    )
                )
            }
        }
        return table
    }

    private func asked(_ target: Target) -> String {
        let share = NumberStyle(language).percent(target.share)
        let limit = duration(target.limit)
        return LocalisedText(ru: "\(share) за \(limit)", en: "\(share) within \(limit)").text(in: language)
    }

    private func share(_ result: TargetResult) -> String {
        guard let share = result.share else { return ValueStyle.nothing }
        let text = NumberStyle(language).percent(share, significantDigits: 3)
        guard let interval = result.interval else { return text }
        let ends = [interval.lower, interval.upper].map {
            NumberStyle(language).text($0 * 100, decimals: 1)
        }
        return "\(text) [\(ends[0]); \(ends[1])]"
    }

    private func judgement(_ verdict: TargetResult.Verdict) -> ReportText {
        switch verdict {
        case .met: .met
        case .missed: .missed
        case .cannotTell: .cannotTell
        }
    }

    /// Waits at every pool.
    var waits: ReportTable {
        let columns: [ReportText] = [
            .families, .mean, .median, .percentile(90), .percentile(95), .greatest, .whileClosed,
            .gaveUpCount,
        ]
        var table = table(.pool, columns)
        for pool in pools {
            for design in result.designs {
                let id = MeasureID(.waitingTime, of: .pool(pool))
                guard let count = design.measure(id.with(.count))?.value else { continue }
                let statistics: [Statistic] = [
                    .mean, .percentile(50), .percentile(90), .percentile(95), .maximum,
                ]
                let closed = design.measure(MeasureID(.waitingTimeClosed, of: .pool(pool)))
                let gaveUp = design.measure(MeasureID(.waitingTimeGivenUp, of: .pool(pool), .count))
                let cells =
                    [NumberStyle(language).text(Int(count))]
                    + statistics.map { style.text(design.measure(id.with($0))) } + [
                        style.text(closed), NumberStyle(language).text(Int(gaveUp?.value ?? 0)),
                    ]
                table.add(row(names.pool(pool), design, cells))
            }
        }
        return table
    }

    /// Lines and work of every pool.
    var linesAndLoad: ReportTable {
        var table = table(.pool, [.meanLine, .longestLine, .utilisation, .idle, .overtime])
        for pool in pools {
            for design in result.designs {
                let line = MeasureID(.lineLength, of: .pool(pool))
                guard design.measure(line) != nil else { continue }
                let ids = [
                    line, line.with(.maximum), MeasureID(.utilisation, of: .pool(pool)),
                    MeasureID(.idleTime, of: .pool(pool)), MeasureID(.overtime, of: .pool(pool)),
                ]
                table.add(row(names.pool(pool), design, ids.map { style.text(design.measure($0)) }))
            }
        }
        return table
    }

    /// The work of members who are told apart.
    var staffByName: ReportTable {
        var table = table(
            .member,
            [.dutyHours, .utilisation, .overtime, .servedPerWeek, .switchesPerWeek, .longestStretch]
        )
        let quantities: [Quantity] = [
            .numberOnDuty, .utilisation, .overtime, .familiesServed, .taskSwitches, .longestStretch,
        ]
        var members: [String] = []
        for pool in result.designs.flatMap(\.scenario.pools) where !pool.areCases {
            for member in pool.members where !members.contains("\(pool.name)/\(member.name)") {
                members.append("\(pool.name)/\(member.name)")
            }
        }
        for member in members {
            for design in result.designs {
                let ids = quantities.map { MeasureID($0, of: .member(member)) }
                guard design.measure(ids[0]) != nil else { continue }
                table.add(row(names.member(member), design, ids.map { style.text(design.measure($0)) }))
            }
        }
        return table
    }

    /// Answers of every agency.
    var agencies: ReportTable {
        var table = table(.agency, [.requests, .answerTime, .failed, .fellBack, .unanswered])
        var agencies: [String] = []
        for design in result.designs {
            for agency in design.scenario.agencies where !agencies.contains(agency.name) {
                agencies.append(agency.name)
            }
        }
        for agency in agencies {
            let subject = MeasureSubject.agency(agency)
            let ids = [
                MeasureID(.requestsSent, of: subject), MeasureID(.answerTime, of: subject),
                MeasureID(.requestsFailed, of: subject, .share),
                MeasureID(.requestsFellBack, of: subject, .share),
                MeasureID(.requestsUnanswered, of: subject, .share),
            ]
            for design in result.designs where (design.measure(ids[0])?.value ?? 0) > 0 {
                table.add(row(names.agency(agency), design, ids.map { style.text(design.measure($0)) }))
            }
        }
        return table
    }
}
