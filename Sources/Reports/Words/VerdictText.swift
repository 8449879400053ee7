import Experiments
import OutputStatistics
import ScenarioModel
import UserTexts

/// What an experiment says, in one or two sentences.
struct VerdictText {
    let names: ScenarioNames
    private var language: Language { names.language }

    init(_ names: ScenarioNames) {
        self.names = names
    }

    /// A design against the baseline: what it saves, what it costs, and where no difference was found.
    func sentence(of design: DesignResult, in result: ExperimentResult) -> String {
        var gains: [String] = []
        var losses: [String] = []
        var undecided: [String] = []
        for id in result.headlines {
            guard let comparison = result.comparison(of: id, design: design.name) else { continue }
            switch comparison.verdict {
            case .better: gains.append(change(comparison, isGreater: id.quantity.preference == .greater))
            case .worse: losses.append(change(comparison, isGreater: id.quantity.preference == .smaller))
            case .notDistinguishable, .cannotTell: undecided.append(object(of: id, isAfterVerb: false))
            case .greater, .smaller: break
            }
        }
        return joined(design, result.baseline, gains, losses, undecided)
    }

    private func joined(
        _ design: DesignResult,
        _ baseline: DesignResult,
        _ gains: [String],
        _ losses: [String],
        _ undecided: [String]
    ) -> String {
        let quoted = (names.design(design), names.design(baseline))
        var sentences: [String] = []
        let list = ListStyle(language)
        switch language {
        case .russian:
            let opening = "Вариант «\(quoted.0)» по сравнению с вариантом «\(quoted.1)»"
            let found = [gains, losses].filter { !$0.isEmpty }.map(list.all)
            if !found.isEmpty { sentences.append("\(opening) \(found.joined(separator: ", но ")).") }
            if !undecided.isEmpty {
                let rest = undecided.joined(separator: ", ")
                let start = found.isEmpty ? "\(opening): различия не установлены" : "Различия не установлены"
                sentences.append("\(start): \(rest).")
            }
        case .english:
            let opening = "Compared with “\(quoted.1)”, “\(quoted.0)”"
            let found = [gains, losses].filter { !$0.isEmpty }.map(list.all)
            let rest = list.all(of: undecided)
            if found.isEmpty {
                sentences.append("\(opening) is not distinguishable in \(rest).")
            } else {
                let end = undecided.isEmpty ? "." : "; not distinguishable in \(rest)."
                sentences.append("\(opening) \(found.joined(separator: ", but "))\(end)")
            }
        }
        return sentences.joined(separator: " ")
    }

    /// A difference as a verb with its object: "saves 5.2 ± 0.3 trips per family".
    private func change(_ comparison: Comparison, isGreater: Bool) -> String {
        let style = ValueStyle(language: language)
        let size = style.size(comparison.joint.value ?? 0, comparison.joint.halfWidth, comparison.unit)
        let object = object(of: comparison.id, isAfterVerb: true)
        switch (language, comparison.id.quantity) {
        case (.english, .trips):
            return isGreater ? "costs \(size) more trips per family" : "saves \(size) trips per family"
        case (.english, .hoursSpent):
            return isGreater
                ? "costs families \(size) more of their time" : "saves families \(size) of their time"
        case (.english, .helped): return "\(isGreater ? "raises" : "lowers") \(object) by \(size)"
        case (.english, _): return "\(isGreater ? "lengthens" : "shortens") \(object) by \(size)"
        case (.russian, .helped): return "\(isGreater ? "повышает" : "снижает") \(object) на \(size)"
        case (.russian, _): return "\(isGreater ? "увеличивает" : "сокращает") \(object) на \(size)"
        }
    }

    /// A headline measure as the object of a verb (accusative) or in a list (nominative).
    private func object(of id: MeasureID, isAfterVerb: Bool) -> String {
        switch (id.quantity, id.subject) {
        case (.trips, _):
            LocalisedText(ru: "число поездок семьи", en: "trips").text(in: language)
        case (.hoursSpent, _):
            LocalisedText(ru: "затраты времени семьи", en: "time spent by the family").text(in: language)
        case (.timeInSystem, _):
            LocalisedText(ru: "время от обращения до завершения", en: "time in system").text(in: language)
        case (.timeToFirstHelp, _):
            LocalisedText(ru: "время до первой помощи", en: "time to first help").text(in: language)
        case (.waitingTime, .pool(let pool)):
            LocalisedText(
                ru: "ожидание в очереди («\(names.pool(pool))»)",
                en: "the wait at “\(names.pool(pool))”"
            ).text(in: language)
        case (.helped, _):
            LocalisedText(
                ru: isAfterVerb ? "долю семей, получивших помощь," : "доля семей, получивших помощь",
                en: "the share of families helped"
            ).text(in: language)
        default: names.measure(id)
        }
    }

    /// One design by itself: its targets, its waits, its effort.
    func sentence(of design: DesignResult) -> String {
        let style = ValueStyle(language: language)
        var sentences: [String] = targets(of: design).map { [$0] } ?? []
        let wait = style.text(design.measure(MeasureID(.waitingTime)))
        let hours = style.text(design.measure(MeasureID(.hoursSpent)))
        let system = style.text(design.measure(MeasureID(.timeInSystem)))
        let helped = style.text(design.measure(MeasureID(.helped, .share)))
        sentences.append(
            LocalisedText(
                ru: "В среднем семья ждёт в каждой очереди \(wait), тратит на маршрут \(hours)"
                    + " и проходит его за \(system); помощь получают \(helped) завершивших.",
                en: "On average a family waits \(wait) in each line, spends \(hours) of its own time"
                    + " and completes its route in \(system); \(helped) of those who left were helped."
            ).text(in: language)
        )
        return sentences.joined(separator: " ")
    }

    private func targets(of design: DesignResult) -> String? {
        guard !design.targets.isEmpty else { return nil }
        func number(_ verdict: TargetResult.Verdict) -> Int { design.targets.count { $0.verdict == verdict } }
        let (met, missed, open) = (number(.met), number(.missed), number(.cannotTell))
        return LocalisedText(
            ru: "Нормативы: выполнено \(met), не выполнено \(missed), сказать нельзя \(open).",
            en: "Targets: \(met) met, \(missed) missed, \(open) cannot be told."
        ).text(in: language)
    }
}
