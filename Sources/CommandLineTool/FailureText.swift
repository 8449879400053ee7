import Experiments
import ScenarioCompiler
import SimulationCore
import UserTexts

/// Why a replication could not be finished, for a person.
struct FailureText: TextCatalogue {
    let failure: ExperimentFailure
    let symbols: SymbolTable

    /// Whether the program is at fault rather than the scenario.
    var isSelfCheck: Bool {
        if case .selfCheck = failure.reason { true } else { false }
    }

    var wording: LocalisedText {
        let cause = cause
        return LocalisedText(
            ru: "ошибка: вариант «\(failure.design)», прогон \(failure.replication): \(cause.ru)",
            en: "error: design '\(failure.design)', replication \(failure.replication): \(cause.en)"
        )
    }

    private var cause: LocalisedText {
        switch failure.reason {
        case .cancelled:
            LocalisedText(ru: "остановлено", en: "stopped")
        case .noProgress(let step, _):
            LocalisedText(
                ru: "маршрут не движется во времени на шаге «\(name(step))»: бесконечный повтор",
                en: "the route makes no progress in time at step '\(name(step))': an endless loop"
            )
        case .tooManyEvents(let limit):
            LocalisedText(
                ru: "событий больше \(limit); сократите период или число семей",
                en: "more than \(limit) events; shorten the horizon or let fewer families come"
            )
        case .tooManyStrands(let limit, let pool):
            LocalisedText(
                ru: "одновременно в центре больше \(limit) семей; длиннее всего очередь «\(pools(pool))»",
                en: "more than \(limit) families are inside at once; the longest line is at '\(pools(pool))'"
            )
        case .waitsForever(let step, let entities):
            LocalisedText(
                ru: "семей, которые никогда не дождутся, — \(entities), одна из них на шаге «\(name(step))»",
                en: "\(entities) families wait for ever, one of them at step '\(name(step))'"
            )
        case .deadlock(let cycle):
            LocalisedText(
                ru: (cycle.count == 1
                    ? "семья вечно ждёт того, что занято ею самой или такими же — "
                    : "взаимная блокировка: семьи вечно ждут друг друга — ")
                    + cycle.map { wait in
                        "на шаге «\(name(wait.step))» ждут «\(pools(wait.pool))»"
                            + (wait.held.isEmpty ? "" : ", занимая \(held(wait, .russian))")
                    }.joined(separator: "; "),
                en: (cycle.count == 1
                    ? "families wait for ever for what they or their like hold themselves: "
                    : "deadlock: families wait for each other for ever: ")
                    + cycle.map { wait in
                        "at step '\(name(wait.step))' for '\(pools(wait.pool))'"
                            + (wait.held.isEmpty ? "" : " while holding \(held(wait, .english))")
                    }.joined(separator: "; ")
            )
        case .selfCheck(let text):
            LocalisedText(
                ru: "внутренняя проверка не пройдена, числам верить нельзя: \(text)",
                en: "a self-check failed, the numbers are not to be trusted: \(text)"
            )
        }
    }

    private func held(_ wait: ReplicationFailure.Wait, _ language: Language) -> String {
        ListStyle(language).all(
            of: wait.held.map { language == .russian ? "«\(pools($0))»" : "'\(pools($0))'" }
        )
    }

    private func name(_ step: Int) -> String {
        symbols.steps.indices.contains(step) ? symbols.steps[step].name : "\(step)"
    }

    private func pools(_ pool: Int) -> String {
        // Roles of members are numbered after the pools.
        let names = symbols.pools + symbols.roles
        return names.indices.contains(pool) ? names[pool] : "\(pool)"
    }
}
