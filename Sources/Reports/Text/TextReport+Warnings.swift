import Experiments
import UserTexts

extension TextReport {
    /// What a reader must know before trusting the numbers.
    var warnings: String? {
        let lines = result.warnings.map { "  ! " + text(of: $0) }
        guard !lines.isEmpty else { return nil }
        return ([word(.warnings).uppercased()] + lines).joined(separator: "\n")
    }

    private func text(of warning: StudyWarning) -> String {
        let number = NumberStyle(language)
        func design(_ name: String) -> String {
            result.designs.first { $0.name == name }.map(names.design) ?? name
        }
        let wording =
            switch warning {
            case .stoppedEarly(let done, let asked):
                LocalisedText(
                    ru: "прервано: выполнено прогонов \(done) из \(asked)",
                    en: "stopped early: \(done) of \(asked) replications are done"
                )
            case .precisionNotReached(let widest, let asked):
                precisionText(widest, asked: number.percent(asked), of: design(widest.design))
            case .fewReplications(let count):
                LocalisedText(
                    ru: "прогонов мало (\(count)): интервалы ненадёжны, возьмите не менее 10",
                    en: "few replications (\(count)): intervals are rough, take 10 or more"
                )
            case .overload(let name, let pool, let skill, let load):
                overloadText(
                    number.percent(load),
                    LoadedPoolText(pool: names.pool(pool), skill: skill),
                    of: design(name)
                )
            case .overtime(let name, let pool, let hours, let share):
                overtimeText(hours, share, pool: names.pool(pool), of: design(name))
            case .manyPresent(let name, let share):
                LocalisedText(
                    ru: "«\(design(name))»: \(number.percent(share)) семей к концу периода ещё в работе; "
                        + "сроки завершённых обращений занижены",
                    en: "“\(design(name))”: \(number.percent(share)) of families are still inside at the end;"
                        + " the times of completed journeys are understated"
                )
            case .loopsStopped(let name, let count):
                LocalisedText(
                    ru: "«\(design(name))»: повторов, остановленных пределом, — \(count)",
                    en: "“\(design(name))”: \(count) repetitions were stopped by their limit"
                )
            case .longWarmUp:
                LocalisedText(
                    ru: "разгон занимает больше трети периода",
                    en: "the warm-up takes more than a third of the horizon"
                )
            }
        return wording.text(in: language)
    }

    private func overloadText(_ load: String, _ pool: LoadedPoolText, of design: String) -> LocalisedText {
        LocalisedText(
            ru: "«\(design)»: нагрузка на службу \(pool.wording.ru) — \(load) её возможностей; "
                + "очередь растёт либо семьи уходят, не дождавшись",
            en: "“\(design)”: the load on \(pool.wording.en) is \(load) of what it can serve;"
                + " its line grows, or families give up"
        )
    }

    private func overtimeText(_ hours: Double, _ share: Double, pool: String, of design: String)
        -> LocalisedText
    {
        let number = NumberStyle(language)
        let size = style.size(hours, nil, .hoursPerWeek) + NumberStyle.noBreakSpace
        return LocalisedText(
            ru:
                "«\(design)»: служба «\(pool)» работает сверх смен \(size)ч в неделю, "
                + "это \(number.percent(share)) времени смен: ожидающих принимают после закрытия, "
                + "и время ожидания выглядит лучше, чем позволяют смены",
            en:
                "“\(design)”: “\(pool)” works \(size)h a week beyond its shifts,"
                + " \(number.percent(share)) of their hours: those waiting are served after closing,"
                + " and waits look better than the shifts allow"
        )
    }

    private func precisionText(
        _ widest: PrecisionShortfall,
        asked: String,
        of design: String
    ) -> LocalisedText {
        let measure = names.measure(widest.id)
        let reached = widest.halfWidth.map { "± " + style.size($0, nil, widest.unit) }
        let wanted = "± " + style.size(widest.limit, nil, widest.unit)
        let isDifference = result.designs.count > 1
        return LocalisedText(
            ru: "точность \(asked) не достигнута; хуже всего известна "
                + "\(isDifference ? "разность с исходным вариантом" : "величина"): \(measure), вариант «\(design)»: "
                + "\(reached ?? "погрешность не определена") вместо \(wanted); увеличьте --replications",
            en: "the precision of \(asked) is not reached; farthest from it is "
                + "\(isDifference ? "the difference from the baseline of " : "")“\(design)”, \(measure): "
                + "\(reached ?? "an unknown error") instead of \(wanted); raise --replications"
        )
    }
}
