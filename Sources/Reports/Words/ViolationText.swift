import Experiments
import UserTexts

/// What a formula assumes and a scenario does not keep, in words.
struct ViolationText: TextCatalogue {
    let violation: PoolPreview.Violation

    init(_ violation: PoolPreview.Violation) {
        self.violation = violation
    }

    var wording: LocalisedText {
        switch violation {
        case .overload: LocalisedText(ru: "перегрузка", en: "overload")
        case .ratesVary: LocalisedText(ru: "поток семей меняется по часам и дням", en: "arrival rates vary")
        case .staffVaries:
            LocalisedText(ru: "число специалистов на смене меняется", en: "the number on duty varies")
        case .closes:
            LocalisedText(ru: "служба закрывается на ночь и выходные", en: "the pool closes")
        case .notFirstStep:
            LocalisedText(ru: "семьи приходят с других шагов", en: "families come from other steps")
        case .jointService:
            LocalisedText(
                ru: "нужно несколько специалистов сразу",
                en: "several servers are needed at once"
            )
        case .impatience:
            LocalisedText(ru: "часть семей уходит из очереди", en: "some families leave the line")
        case .priority:
            LocalisedText(ru: "очередь с приоритетами", en: "the line is ordered by priority")
        case .shortestFirst:
            LocalisedText(ru: "первыми обслуживают самых быстрых", en: "the shortest services go first")
        case .earliestDue:
            LocalisedText(
                ru: "первыми обслуживают тех, чей срок ближе",
                en: "the earliest due date goes first"
            )
        case .notPoisson:
            LocalisedText(ru: "семьи приходят не по отдельности", en: "families do not come independently")
        case .lineLimit: LocalisedText(ru: "длина очереди ограничена", en: "the line is limited")
        case .namedStaff:
            LocalisedText(
                ru: "важно, кто именно принимает (загрузка в таблице — по всем вместе)",
                en: "it matters who serves (the load in the table is that of all together)"
            )
        case .ownLines:
            LocalisedText(
                ru: "у каждого сотрудника своя очередь",
                en: "each of the staff has a line of their own"
            )
        case .reserved:
            LocalisedText(
                ru: "часть сотрудников закреплена за категориями",
                en: "some staff are kept for classes"
            )
        case .absence:
            LocalisedText(ru: "сотрудники бывают не на месте", en: "staff are absent at times")
        case .suspension: LocalisedText(ru: "приём прерывают", en: "services are interrupted")
        case .membersWait:
            LocalisedText(
                ru: "шаги ждут, пока освободятся члены семьи",
                en: "members of families are waited for"
            )
        case .changedAttributes:
            LocalisedText(
                ru: "признаки семей или длительность меняются по ходу маршрута",
                en: "attributes or lengths change on the way"
            )
        }
    }
}
