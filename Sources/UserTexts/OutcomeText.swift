/// Names of outcomes: how journeys end, or where they stand at the horizon.
public enum OutcomeText: TextCatalogue, CaseIterable {
    case helped
    case balked
    case reneged
    case missed
    case droppedOut
    case refused
    case rejected
    case present

    /// The name in every language, in the nominative and without a capital.
    public var wording: LocalisedText {
        switch self {
        case .helped: LocalisedText(ru: "помощь оказана", en: "helped")
        case .balked: LocalisedText(ru: "не стали занимать очередь", en: "balked")
        case .reneged: LocalisedText(ru: "ушли, не дождавшись", en: "reneged")
        case .missed: LocalisedText(ru: "не явились", en: "missed")
        case .droppedOut: LocalisedText(ru: "прекратили курс", en: "dropped out")
        case .refused: LocalisedText(ru: "получили отказ", en: "refused")
        case .rejected: LocalisedText(ru: "не хватило мест", en: "rejected")
        case .present: LocalisedText(ru: "ещё в работе", en: "still present")
        }
    }
}
