import ScenarioModel

extension ReferenceChapter {
    static let durations = ReferenceChapter(
        DiagnosticText("Durations", "Длительности"),
        DiagnosticText(
            "A number, a blank and a unit: `15 min`. A number without a unit is an error.",
            "Число, пробел и единица: `15 min`. Число без единицы — ошибка."
        ),
        table(
            [DiagnosticText("Unit", "Единица"), DiagnosticText("Runs", "Идёт")],
            TimeUnit.named.map { entry in
                let words = entry.words.map { "`\($0)`" }.joined(separator: ", ")
                return [DiagnosticText(words, words), entry.unit.basis.words]
            }
        ),
        DiagnosticText(
            """
            Working time runs in the calendar that stands beside it, else in the first duty calendar of the step's pool. A part of \
            a working day is that part of its open time. Where a `calendar` stands beside elapsed time in `delay` or `answers in`, \
            the time ends at the next open moment. Patience runs only while the pool is open.
            """,
            """
            Рабочее время идёт по календарю, указанному рядом, а если он не указан — по первому календарю дежурств пула. Часть \
            рабочего дня — это такая же часть его рабочих часов. Если в `delay` или `answers in` рядом с обычным временем указан \
            `calendar`, время кончается в ближайший рабочий момент. Терпение расходуется только в часы работы пула.
            """
        )
    )

    static let laws = ReferenceChapter(
        DiagnosticText("Laws of chance", "Законы распределения"),
        DiagnosticText(
            """
            Where a law may stand, so may a fixed value. In a law of durations every amount carries its unit: \
            `lognormal(mean 30 min, cv 0.5)`; numbers have none: `poisson(mean 4)`. Counts are rounded half to even.
            """,
            """
            Вместо закона всегда можно указать постоянное значение. В законе длительностей у каждой величины есть единица: \
            `lognormal(mean 30 min, cv 0.5)`; у чисел её нет: `poisson(mean 4)`. Количества округляются до ближайшего целого, \
            половины — до чётного.
            """
        ),
        table(
            [DiagnosticText("Law", "Закон"), DiagnosticText("Values", "Значения")],
            LawSignature.all.map { law in [code(law.usages), law.meaning] }
                + LawSignature.listed.map { law in [code(law.usages), law.meaning] }
        ),
        DiagnosticText(
            """
            A law may be shifted and scaled, `5 min + 2 * exponential(mean 10 min)`, and kept within bounds: \
            `… within 5 min to 60 min`, `… at least 5 min` and `… at most 60 min` leave out what lies beyond; \
            `… clamped to 5 min to 60 min` moves it to the bound.
            """,
            """
            Закон можно сдвинуть и растянуть — `5 min + 2 * exponential(mean 10 min)` — и ограничить: `… within 5 min to 60 min`, \
            `… at least 5 min` и `… at most 60 min` отбрасывают то, что выходит за пределы, а `… clamped to 5 min to 60 min` заменяет \
            его пределом.
            """
        )
    )

    static let rates = ReferenceChapter(
        DiagnosticText("Rates", "Потоки"),
        DiagnosticText(
            """
            A mean number, `per` and a unit of time: \(rateUnits). With a `calendar`, `min` and `h` are of the time from its first \
            opening in a day to its last closing, and families come only then; `working day` is a day with open hours. The mean is \
            that of the whole year in which the run starts.
            """,
            """
            Среднее число, `per` и единица времени: \(rateUnits). Если указан `calendar`, `min` и `h` считаются по времени от первого \
            открытия в этот день до последнего закрытия, и семьи приходят только тогда; `working day` — день, в который есть часы \
            работы. Среднее берётся по всему году, в котором начинается расчёт.
            """
        )
    )

    private static let rateUnits = RateLaw.Unit.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")

    private static func code(_ texts: [String]) -> DiagnosticText {
        let text = texts.map { "`\($0)`" }.joined(separator: ", ")
        return DiagnosticText(text, text)
    }

    /// A table in both languages.
    private static func table(_ header: [DiagnosticText], _ rows: [[DiagnosticText]]) -> DiagnosticText {
        DiagnosticText(
            MarkdownTable(header: header.map(\.en), rows: rows.map { $0.map(\.en) }).text,
            MarkdownTable(header: header.map(\.ru), rows: rows.map { $0.map(\.ru) }).text
        )
    }
}

extension TimeBasis {
    /// When time of this clock runs.
    fileprivate var words: DiagnosticText {
        switch self {
        case .elapsed: DiagnosticText("always", "всегда")
        case .workingTime: DiagnosticText("in open hours of a calendar", "в рабочие часы календаря")
        case .workingDays:
            DiagnosticText("over days of a calendar with open hours", "по рабочим дням календаря")
        }
    }
}
