import Foundation
import ScenarioFile
import UserTexts

/// What a template asks, in the order in which it is asked.
enum TemplateQuestion: String, CaseIterable, Sendable {
    case name, visits, desks, hours, service, within, curators, accompanied, psychologists, documents

    /// The option that answers it.
    var option: String { "--\(rawValue)" }

    /// The answer as the scenario writes it, else why it is none.
    func reading(_ text: String) -> Result<String, AnswerFault> {
        let text = text.trimmingCharacters(in: .whitespaces)
        switch self {
        case .name: return Self.isName(text) ? .success(text) : fault(.notAName)
        case .visits: return number(text, units: [], 10_000)
        case .service, .within: return number(text, units: ["min", "мин", "мин."], 600)
        case .desks, .curators, .psychologists: return count(text, 1...1000)
        case .documents: return count(text, 0...100)
        case .accompanied:
            guard case .success(let share) = number(text, units: ["%"], 100, least: 0) else {
                return fault(.notAShare)
            }
            return .success("\(share) %")
        case .hours:
            let plain = String(text.map { "–—−".contains($0) ? "-" : $0 })
            return Self.areHours(plain) ? .success(plain) : fault(.notHours)
        }
    }

    private func fault(_ reason: AnswerFault.Reason) -> Result<String, AnswerFault> {
        .failure(AnswerFault(reason))
    }

    /// A number, with a decimal point or comma, above 0 unless a least value is given.
    private func number(
        _ text: String,
        units: [String],
        _ most: Double,
        least: Double? = nil
    ) -> Result<String, AnswerFault> {
        var plain = text
        if let unit = units.first(where: plain.hasSuffix) {
            plain = plain.dropLast(unit.count).trimmingCharacters(in: .whitespaces)
        }
        plain = plain.replacingOccurrences(of: ",", with: ".")
        let digits = plain.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard digits, plain.count <= 12, plain.first?.isNumber == true, plain.last?.isNumber == true,
            let value = Double(plain), value <= most, least.map({ value >= $0 }) ?? (value > 0)
        else { return fault(.notANumber(most: Int(most))) }
        return .success(plain)
    }

    private func count(_ text: String, _ range: ClosedRange<Int>) -> Result<String, AnswerFault> {
        guard text.count <= 6, text.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(text),
            range.contains(value)
        else { return fault(.notACount(range)) }
        return .success(String(value))
    }

    private static func isName(_ text: String) -> Bool {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        return !text.isEmpty && text.count <= 200 && isPlain && !text.contains(where: \.isNewline)
    }

    /// Whether a calendar may have these hours: the reader of scenarios decides.
    private static func areHours(_ text: String) -> Bool {
        guard !text.isEmpty, text.count <= 100, text.allSatisfy({ "0123456789:-, ".contains($0) }) else {
            return false
        }
        let scenario = """
            scenario: hours
            starts: 2026-01-12
            horizon: 1 d
            calendars: { office: { mon: "\(text)" } }
            families: { all: { arrivals: { rate: 1 per h, calendar: office }, route: way } }
            routes: { way: [ { delay: 1 min } ] }
            """
        return ScenarioReader().read(text: scenario, named: "hours").designs != nil
    }
}

/// Why an answer cannot be taken.
struct AnswerFault: Error, TextCatalogue {
    let reason: Reason
    /// The question and what was answered, where a message must name them.
    var answer: (question: TemplateQuestion, text: String)?

    /// Reasons against an answer.
    enum Reason: Sendable, Equatable {
        case notAName
        case notANumber(most: Int)
        case notACount(ClosedRange<Int>)
        case notAShare
        case notHours
        case notAsked(by: ScenarioTemplate, TemplateQuestion)
        case notALanguage
        case notATemplate
        case noAnswer
    }

    init(_ reason: Reason, answer: (question: TemplateQuestion, text: String)? = nil) {
        self.reason = reason
        self.answer = answer
    }

    var wording: LocalisedText {
        let reason = NewText.reason(reason).wording
        guard let answer else { return LocalisedText(ru: "ошибка: \(reason.ru)", en: "error: \(reason.en)") }
        let option = answer.question.option
        let text = answer.text.prefix(60)
        return LocalisedText(
            ru: "ошибка: \(option) «\(text)»: \(reason.ru)",
            en: "error: \(option) '\(text)': \(reason.en)"
        )
    }
}
