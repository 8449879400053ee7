/// Names of measures: what a simulated centre is judged by.
public enum MeasureText: TextCatalogue, CaseIterable {
    case waitingTime
    case waitingTimeClosed
    case serviceTime
    case timeInSystem
    case timeToFirstHelp
    case responseTime
    case agencyAnswerTime
    case bookingTime
    case serviceLevel
    case waitingLine
    case lineLength
    case numberInSystem
    case utilisation
    case idleTime
    case overtime
    case offeredLoad
    case throughput
    case arrivals
    case trips
    case documentsCarried
    case distanceTravelled
    case timeSpent
    case storyTold
    case peopleMet
    case seams
    case handOffs
    case reentries
    case revisits
    case caseload
    case continuity
    case taskSwitches
    case longestStretch
    case staffCost
    case costPerFamily
    case costPerOutcome

    /// The name in every language, in the nominative and without a capital.
    public var wording: LocalisedText {
        switch self {
        case .waitingTime: LocalisedText(ru: "время ожидания", en: "waiting time")
        case .waitingTimeClosed: LocalisedText(ru: "из него в нерабочее время", en: "of which closed")
        case .serviceTime: LocalisedText(ru: "время обслуживания", en: "service time")
        case .timeInSystem: LocalisedText(ru: "время от обращения до завершения", en: "time in system")
        case .timeToFirstHelp: LocalisedText(ru: "время до первой помощи", en: "time to first help")
        case .responseTime: LocalisedText(ru: "время прибытия бригады", en: "response time")
        case .agencyAnswerTime: LocalisedText(ru: "время ответа ведомства", en: "agency answer time")
        case .bookingTime: LocalisedText(ru: "ожидание приёма по записи", en: "booking time")
        case .serviceLevel: LocalisedText(ru: "доля в пределах норматива", en: "service level")
        case .waitingLine: LocalisedText(ru: "очередь", en: "waiting line")
        case .lineLength: LocalisedText(ru: "длина очереди", en: "line length")
        case .numberInSystem: LocalisedText(ru: "число семей в работе", en: "number in system")
        case .utilisation: LocalisedText(ru: "загрузка", en: "utilisation")
        case .idleTime: LocalisedText(ru: "простой", en: "idle time")
        case .overtime: LocalisedText(ru: "сверхурочное время", en: "overtime")
        case .offeredLoad: LocalisedText(ru: "расчётная нагрузка", en: "offered load")
        case .throughput: LocalisedText(ru: "завершено обращений", en: "throughput")
        case .arrivals: LocalisedText(ru: "обращения", en: "arrivals")
        case .trips: LocalisedText(ru: "поездки", en: "trips")
        case .documentsCarried: LocalisedText(ru: "документы, принесённые семьёй", en: "documents carried")
        case .distanceTravelled: LocalisedText(ru: "пройденное расстояние", en: "distance travelled")
        case .timeSpent: LocalisedText(ru: "затраты времени семьи", en: "time spent by the family")
        case .storyTold: LocalisedText(ru: "рассказы о ситуации", en: "times the story is told")
        case .peopleMet: LocalisedText(ru: "специалисты, с которыми общалась семья", en: "people met")
        case .seams: LocalisedText(ru: "швы маршрута", en: "seams")
        case .handOffs: LocalisedText(ru: "передачи между специалистами", en: "hand-offs")
        case .reentries: LocalisedText(ru: "повторный ввод сведений", en: "re-entries")
        case .revisits: LocalisedText(ru: "повторные визиты", en: "re-visits")
        case .caseload: LocalisedText(ru: "число семей у куратора", en: "caseload")
        case .continuity: LocalisedText(ru: "доля встреч с тем же специалистом", en: "continuity")
        case .taskSwitches: LocalisedText(ru: "переключения между делами", en: "task switches")
        case .longestStretch:
            LocalisedText(ru: "наибольшее время работы без перерыва", en: "longest stretch without a break")
        case .staffCost: LocalisedText(ru: "затраты на персонал", en: "cost of staff")
        case .costPerFamily: LocalisedText(ru: "затраты на одну семью", en: "cost per family")
        case .costPerOutcome: LocalisedText(ru: "затраты на один результат", en: "cost per outcome")
        }
    }
}
