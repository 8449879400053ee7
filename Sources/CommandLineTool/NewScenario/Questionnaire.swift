import Foundation
import UserTexts

/// Asks questions line by line; a bad answer of a person is asked again with the reason.
struct Questionnaire {
    /// Writes a prompt, without a line feed.
    let write: (String) -> Void
    /// Reads a line, nil at the end of the input.
    let readLine: () -> String?
    /// Whether a person answers, rather than a file or another program.
    let isPerson: Bool

    init(
        write: @escaping (String) -> Void,
        readLine: @escaping () -> String?,
        isPerson: Bool = true
    ) {
        self.write = write
        self.readLine = readLine
        self.isPerson = isPerson
    }

    /// Questions to whoever stands at standard input; nil when nobody is to be asked, or there is nothing to read.
    static func ofInput(isAsked: Bool) -> Questionnaire? {
        guard isAsked else { return nil }
        if isatty(STDIN_FILENO) == 1 { return Questionnaire(write: Console.prompt) { Swift.readLine() } }
        var first = Swift.readLine()
        guard first != nil else { return nil }
        return Questionnaire(
            write: { _ in },
            readLine: {
                defer { first = nil }
                return first ?? Swift.readLine()
            },
            isPerson: false
        )
    }

    /// Asks for the language, in both.
    ///
    /// - Throws: `AnswerFault` at the end of the input, like all questions.
    func language() throws -> Language {
        try asked(NewText.language, in: .russian, default: Language.russian.rawValue) { text in
            Language(rawValue: text.lowercased()).map { .success($0) } ?? .failure(AnswerFault(.notALanguage))
        }
    }

    /// Asks which template to begin with.
    func template(_ language: Language) throws -> ScenarioTemplate {
        for template in ScenarioTemplate.allCases {
            write("  \(template.rawValue) — \(template.summary.text(in: language))\n")
        }
        do {
            return try asked(NewText.template, in: language, default: ScenarioTemplate.centre.rawValue) {
                text in
                ScenarioTemplate(rawValue: text.lowercased()).map { .success($0) }
                    ?? .failure(AnswerFault(.notATemplate))
            }
        } catch let fault as AnswerFault where fault.reason == .noAnswer && !isPerson {
            return .centre
        }
    }

    /// Asks what is not answered yet.
    func complete(_ sheet: inout AnswerSheet) throws {
        for question in sheet.takenByDefault {
            let shown = sheet.answer(question)
            do {
                let text = try asked(NewText.question(question), in: sheet.language, default: shown) { text in
                    question.reading(text).map { _ in text }.mapError { fault in
                        AnswerFault(fault.reason, answer: isPerson ? nil : (question, text))
                    }
                }
                try sheet.take(question, text)
            } catch let fault as AnswerFault where fault.reason == .noAnswer && !isPerson {
                // What another program leaves unanswered is taken by default, and the command says so.
                return
            }
        }
    }

    private func asked<Answer>(
        _ prompt: NewText,
        in language: Language,
        default standard: String,
        _ reading: (String) -> Result<Answer, AnswerFault>
    ) throws -> Answer {
        while true {
            write("\(prompt.text(in: language)) [\(standard)]: ")
            guard let line = readLine() else {
                write("\n")
                throw AnswerFault(.noAnswer)
            }
            let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            switch reading(text.isEmpty ? standard : text) {
            case .success(let answer): return answer
            case .failure(let fault) where !isPerson: throw fault
            case .failure(let fault):
                write("  \(NewText.reason(fault.reason).sentenceStart(in: language))\n")
            }
        }
    }
}
