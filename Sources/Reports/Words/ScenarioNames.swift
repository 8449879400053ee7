import Experiments
import ScenarioModel
import UserTexts

/// Names of a scenario's things as people read them: their titles in the report's language.
struct ScenarioNames {
    let language: Language
    private let scenarios: [Scenario]

    init(_ scenarios: [Scenario], language: Language) {
        self.scenarios = scenarios
        self.language = language
    }

    func text(_ title: LocalizedText, orName name: String) -> String {
        let text = title.text(in: language.rawValue)
        return text.isEmpty ? name : text
    }

    func pool(_ name: String) -> String {
        title(scenarios.lazy.flatMap(\.pools).first { $0.name == name }?.title, name)
    }

    /// A member of a pool, named as `POOL/MEMBER`.
    func member(_ name: String) -> String {
        for pool in scenarios.lazy.flatMap(\.pools) {
            for member in pool.members where "\(pool.name)/\(member.name)" == name {
                return "\(self.pool(pool.name)): \(text(member.title, orName: member.name))"
            }
        }
        return name
    }

    func agency(_ name: String) -> String {
        title(scenarios.lazy.flatMap(\.agencies).first { $0.name == name }?.title, name)
    }

    func document(_ name: String) -> String {
        title(scenarios.lazy.flatMap(\.documents).first { $0.name == name }?.title, name)
    }

    func familyClass(_ name: String) -> String {
        title(scenarios.lazy.flatMap(\.familyClasses).first { $0.name == name }?.title, name)
    }

    func target(_ target: Target) -> String { text(target.title, orName: target.name) }

    func target(named name: String) -> String {
        scenarios.lazy.flatMap(\.targets).first { $0.name == name }.map(target) ?? name
    }

    func design(_ design: DesignResult) -> String { text(design.title, orName: design.name) }

    func outcome(_ name: String) -> String {
        switch name {
        case "helped": OutcomeText.helped.text(in: language)
        case "gave up": OutcomeText.reneged.text(in: language)
        case "balked": OutcomeText.balked.text(in: language)
        case "refused": OutcomeText.rejected.text(in: language)
        default: title(outcomeTitle(name), known(name) ?? name)
        }
    }

    /// The name of an outcome that the catalogue knows.
    private func known(_ outcome: String) -> String? {
        switch outcome {
        case "dropped out": OutcomeText.droppedOut.text(in: language)
        case "missed": OutcomeText.missed.text(in: language)
        default: nil
        }
    }

    /// The title that some step gives to an outcome.
    private func outcomeTitle(_ outcome: String) -> LocalizedText? {
        scenarios.lazy.flatMap(\.routes).flatMap { $0.steps.lazy.flatMap(\.andNested) }.first {
            $0.action == .leave(outcome: outcome) && $0.title != nil
        }?.title
    }

    func kind(_ kind: TimeKind) -> String {
        switch kind {
        case .service: TimeKindText.service.text(in: language)
        case .travel: TimeKindText.travel.text(in: language)
        case .waitingLine: TimeKindText.waitingLine.text(in: language)
        case .groupForming: TimeKindText.groupForming.text(in: language)
        case .blocked: TimeKindText.blocked.text(in: language)
        case .closed: TimeKindText.closed.text(in: language)
        case .agencyAtCentre:
            LocalisedText(ru: "ожидание ответа ведомства в центре", en: "agency, waiting at the centre")
                .text(in: language)
        case .officeWork: TimeKindText.officeWork.text(in: language)
        case .booking: TimeKindText.booking.text(in: language)
        case .agency: TimeKindText.agency.text(in: language)
        case .atHome: TimeKindText.atHome.text(in: language)
        }
    }

    /// The name of a measure with what it speaks of: "waiting time, Desks".
    func measure(_ id: MeasureID) -> String {
        let quantity = QuantityText(id.quantity).text(in: language)
        switch id.subject {
        case .pool(let name): return "\(quantity), \(pool(name))"
        case .member(let name): return "\(quantity), \(member(name))"
        case .agency(let name): return "\(quantity), \(agency(name))"
        case .target(let name):
            return "\(quantity), \(target(named: name))"
        case .attribute: return "\(quantity), \(id.subject.name)"
        case .step(let name), .outcome(let name), .timeKind(let name), .role(let name), .quantity(let name):
            return "\(quantity), \(name)"
        case .all: return quantity
        }
    }

    private func title(_ title: LocalizedText?, _ name: String) -> String {
        title.map { text($0, orName: name) } ?? name
    }
}
