/// Names of the kinds of time that make up a journey.
public enum TimeKindText: TextCatalogue, CaseIterable {
    case service
    case travel
    case waitingLine
    case groupForming
    case blocked
    case closed
    case officeWork
    case booking
    case agency
    case atHome

    /// The name in every language, in the nominative and without a capital.
    public var wording: LocalisedText {
        switch self {
        case .service: LocalisedText(ru: "обслуживание", en: "service")
        case .travel: LocalisedText(ru: "дорога", en: "travel")
        case .waitingLine: LocalisedText(ru: "очередь", en: "waiting line")
        case .groupForming: LocalisedText(ru: "набор группы", en: "group forming")
        case .blocked: LocalisedText(ru: "ожидание места на следующем шаге", en: "held up for the next step")
        case .closed: LocalisedText(ru: "нерабочее время", en: "closed")
        case .officeWork: LocalisedText(ru: "работа с делом без семьи", en: "office work")
        case .booking: LocalisedText(ru: "ожидание приёма по записи", en: "booking")
        case .agency: LocalisedText(ru: "ожидание ответа ведомства", en: "agency")
        case .atHome: LocalisedText(ru: "дома", en: "at home")
        }
    }
}
