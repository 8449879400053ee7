import UserTexts

/// A template's questions and the answers to them so far.
struct AnswerSheet {
    let template: ScenarioTemplate
    let language: Language
    /// Name of the scenario, which is that of its file.
    let scenario: String
    private var answers: [TemplateQuestion: String] = [:]

    init(_ template: ScenarioTemplate, language: Language, scenario: String) {
        self.template = template
        self.language = language
        self.scenario = scenario
    }

    /// Questions without an answer, whose default is taken.
    var takenByDefault: [TemplateQuestion] { template.questions.filter { answers[$0] == nil } }

    /// The answer to a question as the scenario writes it, by default the template's.
    func answer(_ question: TemplateQuestion) -> String {
        answers[question] ?? template.defaultAnswer(question) ?? scenario
    }

    /// The answer as a person would type it.
    func shown(_ question: TemplateQuestion) -> String {
        let text = answer(question)
        return text.contains(" ") && question != .accompanied ? "'\(text)'" : text.replacing(" %", with: "%")
    }

    /// Takes an answer.
    ///
    /// - Throws: `AnswerFault` with the reason against it.
    mutating func take(_ question: TemplateQuestion, _ text: String) throws(AnswerFault) {
        answers[question] = try question.reading(text).get()
    }

    /// Takes the answers of the command line.
    ///
    /// - Throws: `AnswerFault` that names the first option with a bad answer or without a question.
    mutating func take(_ given: [(question: TemplateQuestion, text: String)]) throws(AnswerFault) {
        for (question, text) in given {
            guard template.questions.contains(question) else {
                throw AnswerFault(.notAsked(by: template, question))
            }
            do {
                try take(question, text)
            } catch {
                throw AnswerFault(error.reason, answer: (question, text))
            }
        }
    }

    /// The scenario file.
    var scenarioText: String { ScenarioDraft(self).text }
}
