// The nouns that reports and messages count.

extension CountedNoun {
    /// A family.
    public static let family = CountedNoun(
        ru: .init("семья", "семьи", "семей"),
        en: .init("family", "families")
    )
    /// A specialist.
    public static let specialist = CountedNoun(
        ru: .init("специалист", "специалиста", "специалистов"),
        en: .init("specialist", "specialists")
    )
    /// A curator.
    public static let curator = CountedNoun(
        ru: .init("куратор", "куратора", "кураторов"),
        en: .init("curator", "curators")
    )
    /// A psychologist.
    public static let psychologist = CountedNoun(
        ru: .init("психолог", "психолога", "психологов"),
        en: .init("psychologist", "psychologists")
    )
    /// A one-window desk.
    public static let desk = CountedNoun(ru: .init("окно", "окна", "окон"), en: .init("desk", "desks"))
    /// A family centre.
    public static let centre = CountedNoun(
        ru: .init("центр", "центра", "центров"),
        en: .init("centre", "centres")
    )
    /// An agency that answers lookups.
    public static let agency = CountedNoun(
        ru: .init("ведомство", "ведомства", "ведомств"),
        en: .init("agency", "agencies")
    )
    /// A document.
    public static let document = CountedNoun(
        ru: .init("документ", "документа", "документов"),
        en: .init("document", "documents")
    )
    /// A trip of a family.
    public static let trip = CountedNoun(
        ru: .init("поездка", "поездки", "поездок"),
        en: .init("trip", "trips")
    )
    /// One attendance, from door to door.
    public static let visit = CountedNoun(
        ru: .init("визит", "визита", "визитов"),
        en: .init("visit", "visits")
    )
    /// One meeting of a course.
    public static let session = CountedNoun(
        ru: .init("занятие", "занятия", "занятий"),
        en: .init("session", "sessions")
    )
    /// A step of a route.
    public static let step = CountedNoun(ru: .init("шаг", "шага", "шагов"), en: .init("step", "steps"))
    /// A case passed from one person to another.
    public static let handOff = CountedNoun(
        ru: .init("передача", "передачи", "передач"),
        en: .init("hand-off", "hand-offs")
    )
    /// One run with its own chance.
    public static let replication = CountedNoun(
        ru: .init("прогон", "прогона", "прогонов"),
        en: .init("replication", "replications")
    )
    /// A design that is compared.
    public static let design = CountedNoun(
        ru: .init("вариант", "варианта", "вариантов"),
        en: .init("design", "designs")
    )
    /// A mistake that stops a run.
    public static let error = CountedNoun(
        ru: .init("ошибка", "ошибки", "ошибок"),
        en: .init("error", "errors")
    )
    /// A mistake that does not stop a run.
    public static let warning = CountedNoun(
        ru: .init("предупреждение", "предупреждения", "предупреждений"),
        en: .init("warning", "warnings")
    )

    /// A second of time.
    public static let second = CountedNoun(
        ru: .init("секунда", "секунды", "секунд"),
        en: .init("second", "seconds")
    )
    /// A minute of time.
    public static let minute = CountedNoun(
        ru: .init("минута", "минуты", "минут"),
        en: .init("minute", "minutes")
    )
    /// An hour of time.
    public static let hour = CountedNoun(ru: .init("час", "часа", "часов"), en: .init("hour", "hours"))
    /// A day of elapsed time.
    public static let day = CountedNoun(ru: .init("день", "дня", "дней"), en: .init("day", "days"))
    /// A kilometre of road.
    public static let kilometre = CountedNoun(
        ru: .init("километр", "километра", "километров"),
        en: .init("kilometre", "kilometres")
    )
    /// A rouble of cost.
    public static let rouble = CountedNoun(
        ru: .init("рубль", "рубля", "рублей"),
        en: .init("rouble", "roubles")
    )
}
