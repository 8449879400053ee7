import Experiments
import UserTexts

/// Names of quantities, in the nominative and without a capital.
struct QuantityText: TextCatalogue {
    let quantity: Quantity

    init(_ quantity: Quantity) {
        self.quantity = quantity
    }

    var wording: LocalisedText {
        switch quantity {
        case .waitingTime: MeasureText.waitingTime.wording
        case .waitingTimeClosed: MeasureText.waitingTimeClosed.wording
        case .waitingTimeOpen:
            LocalisedText(ru: "ожидание в рабочее время", en: "waiting time on open time")
        case .waitingTimeGivenUp:
            LocalisedText(ru: "ожидание тех, кто ушёл", en: "waiting time of those who gave up")
        case .officeWaitingTime:
            LocalisedText(ru: "ожидание работы с делом", en: "waiting time of office work")
        case .serviceLevel: MeasureText.serviceLevel.wording
        case .serviceTime: MeasureText.serviceTime.wording
        case .timeInSystem: MeasureText.timeInSystem.wording
        case .timeToFirstHelp: MeasureText.timeToFirstHelp.wording
        case .hoursSpent: MeasureText.timeSpent.wording
        case .trips: MeasureText.trips.wording
        case .documentsCarried: MeasureText.documentsCarried.wording
        case .storiesTold: MeasureText.storyTold.wording
        case .handOffs: MeasureText.handOffs.wording
        case .memberTime: LocalisedText(ru: "время членов семьи", en: "time of members of the family")
        case .arrivals: MeasureText.arrivals.wording
        case .departures: MeasureText.throughput.wording
        case .outcome: LocalisedText(ru: "исход", en: "outcome")
        case .helped: LocalisedText(ru: "доля получивших помощь", en: "share helped")
        case .present: OutcomeText.present.wording
        case .presentAge: LocalisedText(ru: "давность дел в работе", en: "age of those present")
        case .timeByKind: LocalisedText(ru: "время по видам", en: "time by kind")
        case .lineLength: MeasureText.lineLength.wording
        case .numberBusy: LocalisedText(ru: "занято специалистов", en: "number busy")
        case .numberOnDuty: LocalisedText(ru: "специалистов на смене", en: "number on duty")
        case .utilisation: MeasureText.utilisation.wording
        case .idleTime: MeasureText.idleTime.wording
        case .overtime: MeasureText.overtime.wording
        case .familiesServed: LocalisedText(ru: "принято семей", en: "families served")
        case .taskSwitches: LocalisedText(ru: "переключений между задачами", en: "switches between tasks")
        case .longestStretch:
            LocalisedText(ru: "самая долгая работа без перерыва", en: "longest stretch of work")
        case .answerTime: MeasureText.agencyAnswerTime.wording
        case .requestsSent: LocalisedText(ru: "отправлено запросов", en: "requests sent")
        case .requestsFailed: LocalisedText(ru: "неудачных ответов", en: "failed answers")
        case .requestsFellBack: LocalisedText(ru: "резервный канал", en: "fell back")
        case .requestsUnanswered: LocalisedText(ru: "без ответа", en: "unanswered")
        case .staffCost: MeasureText.staffCost.wording
        case .overtimeCost: LocalisedText(ru: "оплата сверхурочной работы", en: "cost of overtime")
        case .capitalCost: LocalisedText(ru: "амортизация", en: "capital cost")
        case .totalCost: LocalisedText(ru: "общие затраты", en: "total cost")
        case .costPerFamily: MeasureText.costPerFamily.wording
        case .costPerHelped:
            LocalisedText(ru: "затраты на одну семью, получившую помощь", en: "cost per family helped")
        case .inequality: LocalisedText(ru: "неравенство", en: "inequality")
        }
    }
}
