import UserTexts

/// Headings and columns of reports.
enum ReportText: TextCatalogue {
    case verdict, targets, waits, linesAndLoad, whereTimeGoes, effort, outcomes, agencies, equity, warnings
    case comparedMeasures, howToRepeat
    case pool, design, mean, median, percentile(Int), greatest, whileClosed, gaveUpCount, families
    case meanLine, longestLine, utilisation, idle, overtime, kindOfTime, perFamily, outcome, target, asked
    case share, judgement, agency, requests, measure, baseline, difference, conclusion, worst, best, gap
    case answerTime, failed, fellBack, unanswered, withinLimit
    case met, missed, cannotTell, better, worse, greater, smaller, notDistinguishable
    case perReplication, presentAge, fewerReplications
    case staffByName, member, dutyHours, servedPerWeek, switchesPerWeek, longestStretch
    case costs, cost, worstTenth, worstTenthShort, timesTheMean
    case byAttribute, attribute, familiesPerRun, meanWait, mostWait, toFirstHelp, inSystem, helped

    var wording: LocalisedText {
        switch self {
        case .verdict: LocalisedText(ru: "Вывод", en: "Verdict")
        case .targets: LocalisedText(ru: "Нормативы", en: "Targets")
        case .waits: LocalisedText(ru: "Ожидание в очередях", en: "Waits in lines")
        case .linesAndLoad: LocalisedText(ru: "Очереди и загрузка", en: "Lines and load")
        case .whereTimeGoes: LocalisedText(ru: "На что уходит время", en: "Where the time goes")
        case .effort: LocalisedText(ru: "Сроки и затраты семьи", en: "Times and effort of a family")
        case .outcomes: LocalisedText(ru: "Исходы", en: "Outcomes")
        case .agencies: LocalisedText(ru: "Ответы ведомств", en: "Answers of agencies")
        case .equity: LocalisedText(ru: "Равенство категорий семей", en: "Equity between classes")
        case .warnings: LocalisedText(ru: "Предупреждения", en: "Warnings")
        case .comparedMeasures: LocalisedText(ru: "Сравнение по показателям", en: "Measure by measure")
        case .howToRepeat: LocalisedText(ru: "Как повторить", en: "How to repeat")
        case .pool: LocalisedText(ru: "служба", en: "pool")
        case .design: StatisticText.design.wording
        case .mean: StatisticText.mean.wording
        case .median: StatisticText.median.wording
        case .percentile(let number): LocalisedText(ru: "у \(number) % не более", en: "\(number)% within")
        case .greatest: LocalisedText(ru: "наибольшее", en: "longest")
        case .whileClosed: LocalisedText(ru: "в нерабочее время", en: "of which closed")
        case .gaveUpCount: LocalisedText(ru: "ушли", en: "gave up")
        case .families: LocalisedText(ru: "ожиданий", en: "waits")
        case .meanLine: LocalisedText(ru: "очередь в среднем", en: "mean line")
        case .longestLine: LocalisedText(ru: "наибольшая", en: "longest line")
        case .utilisation: MeasureText.utilisation.wording
        case .idle: LocalisedText(ru: "простой, ч в нед.", en: "idle, h per week")
        case .staffByName: LocalisedText(ru: "Рабочая неделя сотрудников", en: "The week of named staff")
        case .member: LocalisedText(ru: "сотрудник", en: "member")
        case .dutyHours: LocalisedText(ru: "на месте, ч в нед.", en: "on duty, h per week")
        case .servedPerWeek: LocalisedText(ru: "принято семей в нед.", en: "served per week")
        case .switchesPerWeek: LocalisedText(ru: "переключений в нед.", en: "switches per week")
        case .longestStretch: LocalisedText(ru: "дольше всего без перерыва", en: "longest stretch")
        case .overtime: LocalisedText(ru: "сверхурочно, ч в нед.", en: "overtime, h per week")
        case .kindOfTime: LocalisedText(ru: "вид времени", en: "kind of time")
        case .perFamily: LocalisedText(ru: "на семью", en: "per family")
        case .outcome: LocalisedText(ru: "исход", en: "outcome")
        case .target: LocalisedText(ru: "норматив", en: "target")
        case .asked: LocalisedText(ru: "требуется", en: "asked")
        case .share: LocalisedText(ru: "доля", en: "share")
        case .judgement: LocalisedText(ru: "оценка", en: "verdict")
        case .agency: LocalisedText(ru: "ведомство", en: "agency")
        case .requests: LocalisedText(ru: "запросов за прогон", en: "requests per run")
        case .measure: LocalisedText(ru: "показатель", en: "measure")
        case .baseline: StatisticText.baseline.wording
        case .difference: LocalisedText(ru: "разность", en: "difference")
        case .conclusion: LocalisedText(ru: "вывод", en: "verdict")
        case .worst: LocalisedText(ru: "хуже всего", en: "worst class")
        case .best: LocalisedText(ru: "лучше всего", en: "best class")
        case .gap: LocalisedText(ru: "разрыв", en: "gap")
        case .answerTime: LocalisedText(ru: "ответ в среднем", en: "mean answer")
        case .failed: LocalisedText(ru: "неудачных", en: "failed")
        case .fellBack: LocalisedText(ru: "резервный канал", en: "fell back")
        case .unanswered: LocalisedText(ru: "без ответа", en: "unanswered")
        case .withinLimit: LocalisedText(ru: "уложились в срок", en: "within limit")
        case .met: LocalisedText(ru: "выполнен", en: "met")
        case .missed: LocalisedText(ru: "не выполнен", en: "missed")
        case .cannotTell: LocalisedText(ru: "сказать нельзя", en: "cannot tell")
        case .better: LocalisedText(ru: "лучше", en: "better")
        case .worse: LocalisedText(ru: "хуже", en: "worse")
        case .greater: LocalisedText(ru: "больше", en: "greater")
        case .smaller: LocalisedText(ru: "меньше", en: "smaller")
        case .perReplication: LocalisedText(ru: "за прогон", en: "per run")
        case .fewerReplications: LocalisedText(ru: "выигрыш", en: "gain")
        case .presentAge: LocalisedText(ru: "их средняя давность", en: "their mean age")
        case .costs: LocalisedText(ru: "Затраты", en: "Costs")
        case .cost: LocalisedText(ru: "затраты", en: "cost")
        case .worstTenth: LocalisedText(ru: "Худшая десятая часть", en: "The worst tenth")
        case .worstTenthShort: LocalisedText(ru: "худшая десятая часть", en: "worst tenth")
        case .timesTheMean: LocalisedText(ru: "к среднему", en: "over the mean")
        case .byAttribute: LocalisedText(ru: "Показатели по признакам семей", en: "Measures by attribute")
        case .attribute: LocalisedText(ru: "признак", en: "attribute")
        case .familiesPerRun: LocalisedText(ru: "семей за прогон", en: "families per run")
        case .meanWait: LocalisedText(ru: "ожидание в среднем", en: "mean wait")
        case .mostWait: LocalisedText(ru: "у 95 % не более", en: "95% wait within")
        case .toFirstHelp: LocalisedText(ru: "до первой помощи", en: "to first help")
        case .inSystem: LocalisedText(ru: "до завершения", en: "in system")
        case .helped: LocalisedText(ru: "получили помощь", en: "helped")
        case .notDistinguishable: LocalisedText(ru: "различие не установлено", en: "not distinguishable")
        }
    }
}
