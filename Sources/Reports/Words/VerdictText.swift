import Experiments
import OutputStatistics
import ScenarioModel
import UserTexts

/// What an experiment says, in one or two sentences.
struct VerdictText {
    let names: ScenarioNames
    private var language: Language { names.language }
    private var style: ValueStyle { ValueStyle(language: language) }

    init(_ names: ScenarioNames) {
        self.names = names
    }

    /// A design against the baseline: what it gains, what it costs, and where no difference was found.
    func sentence(of design: DesignResult, in result: ExperimentResult) -> String {
        let asked = ids(of: result)
        // A wait that grows is told even where no target is set: a verdict must not hide a loss. The cost per family is left
        // to the table: the total and the cost per family helped say it.
        let found = result.headlines.compactMap { result.comparison(of: $0, design: design.name) }.filter {
            $0.id.quantity != .costPerFamily && (asked.contains($0.id) || $0.verdict == .worse)
        }
        let changes = [Comparison.Verdict.better, .worse].map { verdict in
            clause(found.filter { $0.verdict == verdict })
        }
        let open = found.filter { [.notDistinguishable, .cannotTell].contains($0.verdict) }
        return joined(design, result.baseline, changes.filter { !$0.isEmpty }, open.map { object(of: $0.id) })
    }

    /// The headlines of which a sentence speaks: of waits, those that a target is set for, if there is any.
    private func ids(of result: ExperimentResult) -> [MeasureID] {
        let judged = result.baseline.scenario.targets.compactMap { target -> MeasureSubject? in
            if case .waitingTime(let pool) = target.measure { .pool(pool) } else { nil }
        }
        return result.headlines.filter { id in
            id.quantity != .waitingTime || judged.isEmpty || judged.contains(id.subject)
        }
    }

    private func joined(
        _ design: DesignResult,
        _ baseline: DesignResult,
        _ changes: [String],
        _ open: [String]
    ) -> String {
        let (new, old) = (names.design(design), names.design(baseline))
        let list = ListStyle(language)
        switch language {
        case .russian:
            let opening = "По сравнению с вариантом «\(old)» вариант «\(new)»"
            let rest = open.joined(separator: ", ")
            guard !changes.isEmpty else {
                return "\(opening) не даёт установленных различий по показателям: \(rest)."
            }
            let sentence = closed("\(opening) \(changes.joined(separator: ", но "))")
            return open.isEmpty ? sentence : "\(sentence) Различия не установлены: \(rest)."
        case .english:
            let opening = "Compared with “\(old)”, “\(new)”"
            let rest = list.all(of: open)
            guard !changes.isEmpty else { return "\(opening) is not distinguishable in \(rest)." }
            let sentence = "\(opening) \(changes.joined(separator: ", but "))"
            return closed(open.isEmpty ? sentence : "\(sentence); not distinguishable in \(rest)")
        }
    }

    /// A sentence with its full stop, which an abbreviation at its end already has.
    private func closed(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? sentence : sentence + "."
    }

    /// Changes with their verbs, each verb once: "saves 5.2 ± 0.3 trips and shortens time in system by 2 ± 1 d".
    private func clause(_ comparisons: [Comparison]) -> String {
        var verbs: [String] = []
        var objects: [[String]] = []
        for comparison in comparisons {
            let (verb, object) = change(comparison)
            if verbs.last == verb {
                objects[objects.count - 1].append(object)
            } else {
                verbs.append(verb)
                objects.append([object])
            }
        }
        let list = ListStyle(language)
        return list.all(of: zip(verbs, objects).map { "\($0) \(list.all(of: $1))" })
    }

    private func change(_ comparison: Comparison) -> (verb: String, object: String) {
        let size = style.size(comparison.joint.value ?? 0, comparison.joint.halfWidth, comparison.unit)
        let isGreater = (comparison.joint.value ?? 0) > 0
        let object = object(of: comparison.id)
        switch (language, comparison.id.quantity) {
        case (.english, .trips):
            return isGreater
                ? ("costs", "\(size) more trips per family") : ("saves", "\(size) trips per family")
        case (.english, .hoursSpent):
            return isGreater
                ? ("costs", "\(size) more of the family's time") : ("saves", "\(size) of the family's time")
        case (.english, .helped), (.english, .serviceLevel), (.english, .totalCost),
            (.english, .costPerHelped):
            return (isGreater ? "raises" : "lowers", "\(object) by \(size)")
        case (.english, _): return (isGreater ? "lengthens" : "shortens", "\(object) by \(size)")
        case (.russian, .serviceLevel):
            return (
                isGreater ? "повышает" : "снижает",
                "долю семей, уложившихся в норматив «\(targetName(comparison.id))», на \(size)"
            )
        case (.russian, .helped):
            return (isGreater ? "повышает" : "снижает", "долю семей, получивших помощь, на \(size)")
        case (.russian, .totalCost):
            return (isGreater ? "повышает" : "снижает", "общие затраты на \(size)")
        case (.russian, .costPerHelped):
            return (
                isGreater ? "повышает" : "снижает", "затраты на одну семью, получившую помощь, на \(size)"
            )
        case (.russian, _): return (isGreater ? "увеличивает" : "сокращает", "\(object) на \(size)")
        }
    }

    private func targetName(_ id: MeasureID) -> String {
        if case .target(let name) = id.subject { names.target(named: name) } else { names.measure(id) }
    }

    /// A headline measure in a sentence; in Russian the nominative, which is here the accusative, too.
    private func object(of id: MeasureID) -> String {
        let text: LocalisedText
        switch (id.quantity, id.subject) {
        case (.trips, _): text = LocalisedText(ru: "число поездок семьи", en: "trips")
        case (.hoursSpent, _):
            text = LocalisedText(ru: "затраты времени семьи", en: "time spent by the family")
        case (.timeInSystem, _):
            text = LocalisedText(ru: "время от обращения до завершения", en: "time in system")
        case (.timeToFirstHelp, _):
            text = LocalisedText(ru: "время до первой помощи", en: "time to first help")
        case (.waitingTime, .pool(let pool)):
            let name = names.pool(pool)
            text = LocalisedText(ru: "ожидание в очереди («\(name)»)", en: "the wait at “\(name)”")
        case (.serviceLevel, .target(let name)):
            let target = names.target(named: name)
            text = LocalisedText(
                ru: "доля семей, уложившихся в норматив «\(target)»",
                en: "the share within target (“\(target)”)"
            )
        case (.helped, _):
            text = LocalisedText(
                ru: "доля семей, получивших помощь",
                en: "the share of families helped"
            )
        case (.totalCost, _): text = LocalisedText(ru: "общие затраты", en: "the total cost")
        case (.costPerHelped, _):
            text = LocalisedText(
                ru: "затраты на одну семью, получившую помощь",
                en: "the cost per family helped"
            )
        default: return names.measure(id)
        }
        return text.text(in: language)
    }

    /// One design by itself: its targets, its waits, its effort.
    func sentence(of design: DesignResult) -> String {
        let wait = style.text(design.measure(MeasureID(.waitingTime)))
        let hours = style.text(design.measure(MeasureID(.hoursSpent)))
        let system = style.text(design.measure(MeasureID(.timeInSystem)))
        let helped = style.text(design.measure(MeasureID(.helped, .share)))
        let means = LocalisedText(
            ru: "В среднем семья ждёт в каждой очереди \(wait), тратит на маршрут \(hours)"
                + " и проходит его за \(system); помощь получают \(helped) завершивших.",
            en: "On average a family waits \(wait) in each line, spends \(hours) of its own time"
                + " and completes its route in \(system); \(helped) of those who left were helped."
        ).text(in: language)
        return [targets(of: design), means].compactMap { $0 }.joined(separator: " ")
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
