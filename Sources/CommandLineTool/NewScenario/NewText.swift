import UserTexts

/// What `marshrut new` asks and says.
enum NewText: TextCatalogue {
    case language
    case template
    case question(TemplateQuestion)
    case reason(AnswerFault.Reason)
    case takenByDefault([String])
    case written(file: String)
    case alreadyThere
    case notAYAMLName

    var wording: LocalisedText {
        switch self {
        case .language: LocalisedText(ru: "Язык / Language (ru, en)", en: "Язык / Language (ru, en)")
        case .template: LocalisedText(ru: "Образец", en: "Template")
        case .question(let question): Self.wording(of: question)
        case .reason(let reason): Self.wording(of: reason)
        case .takenByDefault(let answers):
            LocalisedText(
                ru: "взято по умолчанию: \(answers.joined(separator: ", "))",
                en: "taken by default: \(answers.joined(separator: ", "))"
            )
        case .written(let file):
            LocalisedText(
                ru: """
                    Сценарий записан: \(file). Что дальше:
                      marshrut explain \(Self.quoted(file))     загрузка и узкое место, сразу
                      marshrut compare \(Self.quoted(file))     сравнение вариантов на одних и тех же семьях
                    """,
                en: """
                    Written: \(file). What next:
                      marshrut explain \(Self.quoted(file))     loads and the bottleneck, at once
                      marshrut compare \(Self.quoted(file))     the designs on the same families
                    """
            )
        case .alreadyThere:
            LocalisedText(
                ru: "такой файл уже есть; укажите другое имя",
                en: "the file is already there; give another name"
            )
        case .notAYAMLName:
            LocalisedText(
                ru: "имя файла должно оканчиваться на .yaml и не содержать знаков : * ? \" < > | \\",
                en: "the name must be such as centre.yaml: it ends with .yaml, without : * ? \" < > | \\"
            )
        }
    }

    private static func wording(of question: TemplateQuestion) -> LocalisedText {
        switch question {
        case .name: LocalisedText(ru: "Название центра", en: "Name of the centre")
        case .visits:
            LocalisedText(
                ru: "Сколько семей приходит в рабочий день",
                en: "Families that come on a working day"
            )
        case .desks: LocalisedText(ru: "Сколько окон приёма открыто", en: "Reception windows open")
        case .hours:
            LocalisedText(
                ru: "Часы работы с понедельника по пятницу, перерыв — через запятую",
                en: "Opening hours from Monday to Friday, a comma at a break"
            )
        case .service:
            LocalisedText(
                ru: "Сколько минут в среднем длится приём в окне",
                en: "Minutes at a window on average"
            )
        case .within:
            LocalisedText(
                ru: "Сколько минут ожидания допускает норматив",
                en: "Longest wait that the standard allows, in minutes"
            )
        case .curators: LocalisedText(ru: "Сколько кураторов", en: "Curators")
        case .accompanied:
            LocalisedText(
                ru: "Какой доле семей нужен куратор, в процентах",
                en: "Share of families that need a curator, in per cent"
            )
        case .psychologists: LocalisedText(ru: "Сколько психологов", en: "Psychologists")
        case .documents:
            LocalisedText(ru: "Сколько документов нужно для дела", en: "Documents that a case needs")
        }
    }

    private static func wording(of reason: AnswerFault.Reason) -> LocalisedText {
        switch reason {
        case .notAName:
            LocalisedText(
                ru: "нужно название в одну строку, не длиннее 200 знаков",
                en: "a name on one line is needed, of at most 200 characters"
            )
        case .notANumber(let most):
            LocalisedText(
                ru: "нужно число больше 0 и не больше \(most)",
                en: "a number above 0 is needed, at most \(most)"
            )
        case .notACount(let range):
            LocalisedText(
                ru: "нужно целое число от \(range.lowerBound) до \(range.upperBound)",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound) is needed"
            )
        case .notAShare:
            LocalisedText(ru: "нужна доля от 0 до 100 %", en: "a share from 0 to 100 % is needed")
        case .notHours:
            LocalisedText(
                ru: "нужны часы по порядку, например 09:00-13:00, 14:00-18:00",
                en: "hours in order are needed, such as 09:00-13:00, 14:00-18:00"
            )
        case .notAsked(let template, let question):
            LocalisedText(
                ru: "в образце «\(template.rawValue)» нет вопроса \(question.option)",
                en: "template '\(template.rawValue)' does not ask for \(question.option)"
            )
        case .notALanguage: LocalisedText(ru: "наберите ru или en / type ru or en", en: "type ru or en")
        case .notATemplate:
            LocalisedText(
                ru: "наберите \(ListStyle(.russian).any(of: ScenarioTemplate.allCases.map(\.rawValue)))",
                en: "type \(ListStyle(.english).any(of: ScenarioTemplate.allCases.map(\.rawValue)))"
            )
        case .noAnswer:
            LocalisedText(
                ru: "ответы закончились раньше вопросов; файл не создан",
                en: "the answers ended before the questions; no file is made"
            )
        }
    }

    /// A file name as a shell takes it.
    private static func quoted(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
        return isPlain ? name : "'" + name.replacing("'", with: "'\\''") + "'"
    }
}
