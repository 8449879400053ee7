import ArgumentParser
import UserTexts

/// What a new scenario can begin with.
enum ScenarioTemplate: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// Windows alone.
    case counter
    /// Windows, curators and psychologists in one route.
    case centre
    /// The same against families who carry their papers themselves.
    case papers

    /// What it is, in a line.
    var summary: LocalisedText {
        switch self {
        case .counter:
            LocalisedText(
                ru: "только окна приёма: сколько их нужно",
                en: "windows alone: how many are needed"
            )
        case .centre:
            LocalisedText(
                ru: "одно окно, кураторы, психологи: где узкое место",
                en: "one window, curators, psychologists: where the bottleneck is"
            )
        case .papers:
            LocalisedText(
                ru: "одно окно и хождение по ведомствам: что выигрывает семья",
                en: "one window against carrying papers between agencies: what a family gains"
            )
        }
    }

    /// What it asks.
    var questions: [TemplateQuestion] {
        switch self {
        case .counter: [.name, .visits, .desks, .hours, .service, .within]
        case .centre: TemplateQuestion.allCases.filter { $0 != .documents }
        case .papers: TemplateQuestion.allCases
        }
    }

    /// The answer taken when none is given; nil where the file's name serves.
    func defaultAnswer(_ question: TemplateQuestion) -> String? {
        switch question {
        case .name: nil
        case .visits: self == .counter ? "25" : "8"
        case .desks: self == .counter ? "2" : "1"
        case .hours: "09:00-18:00"
        case .service: self == .counter ? "20" : "30"
        case .within: "15"
        case .curators: "3"
        case .accompanied: "25 %"
        case .psychologists: "2"
        case .documents: "4"
        }
    }
}
