/// Names of statistics and of the words of a study.
public enum StatisticText: TextCatalogue {
    case count
    case mean
    case standardDeviation
    case minimum
    case maximum
    case median
    case percentile(Int)
    case timeWeightedAverage
    case estimate
    case standardError
    case halfWidth
    case confidenceInterval(level: Double)
    case pValue
    case pairedDifference
    case jointInterval
    case correlation
    case probabilityBest
    case replication
    case warmUp
    case horizon
    case seed
    case scenario
    case design
    case baseline
    case alternative

    /// The name in every language, in the nominative and without a capital.
    public var wording: LocalisedText {
        switch self {
        case .count: LocalisedText(ru: "число наблюдений", en: "count")
        case .mean: LocalisedText(ru: "среднее", en: "mean")
        case .standardDeviation:
            LocalisedText(ru: "стандартное отклонение", en: "standard deviation")
        case .minimum: LocalisedText(ru: "наименьшее", en: "minimum")
        case .maximum: LocalisedText(ru: "наибольшее", en: "maximum")
        case .median: LocalisedText(ru: "медиана", en: "median")
        case .percentile(let percent):
            LocalisedText(
                ru: "\(percent)-й процентиль",
                en: "\(percent)\(Self.ordinalEnding(percent)) percentile"
            )
        case .timeWeightedAverage:
            LocalisedText(ru: "среднее по времени", en: "time-weighted average")
        case .estimate: LocalisedText(ru: "оценка", en: "estimate")
        case .standardError: LocalisedText(ru: "стандартная ошибка", en: "standard error")
        case .halfWidth:
            LocalisedText(ru: "полуширина доверительного интервала", en: "half-width")
        case .confidenceInterval(let level):
            LocalisedText(
                ru: "доверительный интервал (\(NumberStyle(.russian).percent(level)))",
                en: "\(NumberStyle(.english).percent(level)) confidence interval"
            )
        case .pValue: LocalisedText(ru: "p-значение", en: "p-value")
        case .pairedDifference:
            LocalisedText(ru: "разность для одних и тех же семей", en: "paired difference")
        case .jointInterval:
            LocalisedText(ru: "совместный доверительный интервал", en: "joint interval")
        case .correlation: LocalisedText(ru: "корреляция", en: "correlation")
        case .probabilityBest:
            LocalisedText(ru: "вероятность быть лучшим", en: "probability of being best")
        case .replication: LocalisedText(ru: "прогон", en: "replication")
        case .warmUp: LocalisedText(ru: "разгон", en: "warm-up")
        case .horizon: LocalisedText(ru: "период моделирования", en: "horizon")
        case .seed: LocalisedText(ru: "начальное число", en: "seed")
        case .scenario: LocalisedText(ru: "сценарий", en: "scenario")
        case .design: LocalisedText(ru: "вариант", en: "design")
        case .baseline: LocalisedText(ru: "исходный вариант", en: "baseline")
        case .alternative: LocalisedText(ru: "альтернативный вариант", en: "alternative")
        }
    }

    private static func ordinalEnding(_ number: Int) -> String {
        guard !(11...13).contains(number % 100) else { return "th" }
        return switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }
}
