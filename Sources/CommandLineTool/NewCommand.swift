import ArgumentParser
import Foundation
import Reports
import ScenarioFile
import UserTexts

/// `marshrut new`: a scenario from a template, with questions.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a scenario from a template, with questions. Создать сценарий по образцу.",
        discussion: """
            On a terminal it asks what the options do not say; elsewhere it reads the answers line by line, and what \
            they do not say is taken by default. На терминале спросит то, чего нет в параметрах; без терминала \
            прочитает ответы построчно, а недостающее возьмёт по умолчанию.
            """
    )

    @Argument(
        help: "File to write, such as centre.yaml. Новый файл.",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var file: String

    @Option(help: "counter, centre or papers. Образец.")
    var template: ScenarioTemplate?

    @Option(help: "Language of questions and file, ru or en. Язык вопросов и файла.")
    var lang: Language?

    @OptionGroup var answers: AnswerOptions

    @Flag(help: "Print JSON for machines instead of text. Вывести JSON.")
    var json = false

    @Flag(help: "Ask nothing, even on a terminal. Не задавать вопросов.")
    var defaults = false

    func run() throws {
        var target = try NewFile(file, language: lang)
        let console = Questionnaire.ofInput(isAsked: !defaults && !json)
        var language = lang ?? .english
        do {
            if lang == nil, let console { language = try console.language() }
            target.language = language
            let template = try self.template ?? console?.template(language) ?? .centre
            var sheet = AnswerSheet(template, language: language, scenario: target.scenarioName)
            try sheet.take(answers.given)
            try console?.complete(&sheet)
            try target.write(sheet.scenarioText)
            report(sheet)
        } catch let fault as AnswerFault {
            Console.note(fault.text(in: language))
            throw ExitStatus.wrongUsage.code
        }
    }

    private func report(_ sheet: AnswerSheet) {
        if json {
            let members: [(key: String, value: JSONValue)] = [
                ("schema", .string("marshrut/new/1")), ("file", .string(file)),
                ("template", .string(sheet.template.rawValue)),
                ("taken_by_default", .array(sheet.takenByDefault.map { .string($0.rawValue) })),
            ]
            return Console.write(JSONValue.object(members).text)
        }
        let taken = sheet.takenByDefault.map { "\($0.option) \(sheet.shown($0))" }
        if !taken.isEmpty { Console.note(NewText.takenByDefault(taken).text(in: sheet.language)) }
        Console.write(NewText.written(file: file).text(in: sheet.language) + "\n")
    }
}

/// Answers given on the command line.
struct AnswerOptions: ParsableArguments {
    @Option(help: "Name of the centre. Название центра.")
    var name: String?

    @Option(help: "Families that come on a working day. Семей в рабочий день.")
    var visits: String?

    @Option(help: "Windows open. Открытых окон.")
    var desks: String?

    @Option(help: "Opening hours, as '09:00-13:00, 14:00-18:00'. Часы работы.")
    var hours: String?

    @Option(help: "Minutes at a window on average. Минут на приём в среднем.")
    var service: String?

    @Option(help: "Longest wait that the standard allows, min. Норматив ожидания, мин.")
    var within: String?

    @Option(help: "Curators. Кураторов.")
    var curators: String?

    @Option(help: "Share of families that need a curator, %. Доля семей с куратором, %.")
    var accompanied: String?

    @Option(help: "Psychologists. Психологов.")
    var psychologists: String?

    @Option(help: "Documents that a case needs. Документов на дело.")
    var documents: String?

    /// What was given, in the order of the questions.
    var given: [(question: TemplateQuestion, text: String)] {
        let texts = [
            name, visits, desks, hours, service, within, curators, accompanied, psychologists, documents,
        ]
        return zip(TemplateQuestion.allCases, texts).compactMap { question, text in
            text.map { (question, $0) }
        }
    }
}
