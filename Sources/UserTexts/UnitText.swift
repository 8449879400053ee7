/// Short names of units, as written after a number.
public enum UnitText: TextCatalogue, CaseIterable {
    case seconds
    case minutes
    case hours
    case days
    case workingDays
    case weeks
    case kilometres
    case roubles
    case families
    case people
    case percent
    case perHour
    case perDay
    case perWorkingDay

    /// The short name in every language.
    public var wording: LocalisedText {
        switch self {
        case .seconds: LocalisedText(ru: "сек", en: "s")
        case .minutes: LocalisedText(ru: "мин", en: "min")
        case .hours: LocalisedText(ru: "ч", en: "h")
        case .days: LocalisedText(ru: "дн.", en: "d")
        case .workingDays: LocalisedText(ru: "раб. дн.", en: "working days")
        case .weeks: LocalisedText(ru: "нед.", en: "weeks")
        case .kilometres: LocalisedText(ru: "км", en: "km")
        case .roubles: LocalisedText(ru: "руб.", en: "RUB")
        case .families: LocalisedText(ru: "семей", en: "families")
        case .people: LocalisedText(ru: "чел.", en: "people")
        case .percent: LocalisedText(ru: "%", en: "%")
        case .perHour: LocalisedText(ru: "в час", en: "per hour")
        case .perDay: LocalisedText(ru: "в день", en: "per day")
        case .perWorkingDay: LocalisedText(ru: "в рабочий день", en: "per working day")
        }
    }
}
