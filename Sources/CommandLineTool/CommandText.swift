import UserTexts

/// Messages of the command line.
enum CommandText: TextCatalogue {
    case fileIsFine(path: String, designs: Int, warnings: Int)
    case filesAreFaulty(errors: Int)
    case unknownDesign(name: String, known: [String])
    case oneDesign
    case cannotRead(path: String, cause: LocalisedText)
    case cannotWrite(path: String, cause: LocalisedText)
    case cannotCompile(design: String, cause: LocalisedText)
    case targetNotMet(number: Int)
    case precisionNotReached
    case overload(design: String, pool: String, skill: String?, load: Double)
    case nothingDone
    case stopped(done: Int, asked: Int)
    case progress(done: Int, total: Int, left: String?)
    case noSuchFamily
    case noSuchClass(name: String, known: [String])

    var wording: LocalisedText {
        switch self {
        case .fileIsFine(let path, let designs, let warnings):
            LocalisedText(
                ru: "\(path): ошибок нет, \(CountedNoun.design.phrase(designs, in: .russian)), "
                    + CountedNoun.warning.phrase(warnings, in: .russian),
                en: "\(path): no errors, \(CountedNoun.design.phrase(designs, in: .english)), "
                    + CountedNoun.warning.phrase(warnings, in: .english)
            )
        case .filesAreFaulty(let errors):
            LocalisedText(
                ru: "найдено: \(CountedNoun.error.phrase(errors, in: .russian))",
                en: "found \(CountedNoun.error.phrase(errors, in: .english))"
            )
        case .unknownDesign(let name, let known):
            LocalisedText(
                ru: "ошибка: нет варианта «\(name)»; есть \(ListStyle(.russian).all(of: known))",
                en: "error: unknown design '\(name)'; there are \(ListStyle(.english).all(of: known))"
            )
        case .oneDesign:
            LocalisedText(
                ru: "ошибка: в сценарии один вариант, сравнивать не с чем; воспользуйтесь командой run",
                en: "error: the scenario has one design, nothing to compare it with; use run"
            )
        case .cannotRead(let path, let cause):
            LocalisedText(
                ru: "ошибка: не удаётся прочитать «\(path)»: \(cause.ru)",
                en: "error: cannot read '\(path)': \(cause.en)"
            )
        case .cannotWrite(let path, let cause):
            LocalisedText(
                ru: "ошибка: не удаётся записать «\(path)»: \(cause.ru)",
                en: "error: cannot write '\(path)': \(cause.en)"
            )
        case .cannotCompile(let design, let cause):
            LocalisedText(
                ru: "ошибка: вариант «\(design)»: \(cause.ru)",
                en: "error: design '\(design)': \(cause.en)"
            )
        case .targetNotMet(let number):
            LocalisedText(
                ru: "проверка не пройдена: нормативов, которые не выполнены или не подтверждены, — \(number)",
                en: "check failed: \(number) targets are missed or cannot be told"
            )
        case .stopped(let done, let asked):
            LocalisedText(
                ru: "остановлено: готово прогонов — \(done) из \(asked), они сохранены",
                en: "stopped: \(done) of \(asked) replications are done and kept"
            )
        case .progress(let done, let total, let left):
            LocalisedText(
                ru: "прогонов \(done) из \(total)" + (left.map { ", осталось около \($0)" } ?? ""),
                en: "\(done) of \(total) replications" + (left.map { ", about \($0) left" } ?? "")
            )
        case .noSuchFamily:
            LocalisedText(
                ru: "ошибка: в этом прогоне столько семей не приходит; номера начинаются с 0",
                en: "error: not so many families come in this run; numbers begin at 0"
            )
        case .noSuchClass(let name, let known):
            LocalisedText(
                ru: "ошибка: нет категории семей «\(name)»; есть \(ListStyle(.russian).all(of: known))",
                en: "error: unknown family class '\(name)'; there are \(ListStyle(.english).all(of: known))"
            )
        case .overload(let design, let pool, let skill, let load):
            LocalisedText(
                ru: "предупреждение: вариант «\(design)»: нагрузка на службу «\(pool)»"
                    + (skill.map { " (навык «\($0)»)" } ?? "") + " — "
                    + "\(NumberStyle(.russian).percent(load)) её возможностей; очередь растёт либо семьи уходят",
                en: "warning: design '\(design)': the load on '\(pool)'"
                    + (skill.map { " (skill '\($0)')" } ?? "") + " is "
                    + "\(NumberStyle(.english).percent(load)) of what it can serve; its line grows, or families give up"
            )
        case .precisionNotReached:
            LocalisedText(
                ru: "проверка не пройдена: заданная точность не достигнута",
                en: "check failed: the precision asked for is not reached"
            )
        case .nothingDone:
            LocalisedText(
                ru: "остановлено до завершения первого прогона: сохранять нечего",
                en: "stopped before the first replication was done: there is nothing to keep"
            )
        }
    }
}
