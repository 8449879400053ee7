/// The whole format: every kind of mapping with its keys.
///
/// Decoding checks against this table and cannot read a key that is not in it; the JSON Schema is printed from it.
enum FormatTable {
    /// All formats, in the order of `ObjectKind`.
    static let all: [ObjectFormat] = [
        scenario, calendar, dayTable, pool, member, agency, channel, document, familyClass, arrivals,
        busyness, route, step, serve, group, lookup, delay, choose, option, together, branch, with, `repeat`,
        visit, keep,
        assign, use, leave, design, target,
    ]

    private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

    /// The format of a kind of mapping.
    static func format(_ kind: ObjectKind) -> ObjectFormat {
        guard let format = byKind[kind] else { preconditionFailure("no format for \(kind)") }
        return format
    }

    /// Keys that any mapping may carry beside its own: they feed the register of assumptions.
    static let provenanceKeys = ["source", "status"]

    static let title = KeyFormat(
        "title",
        .localizedText,
        "Title for people; the name if not given.",
        "Название для людей; если не указано — имя."
    )

    static func basedOn(_ kind: ReferenceKind) -> KeyFormat {
        KeyFormat(
            "based on",
            .reference(kind),
            "Another entry of the section, whose values hold where this one gives none.",
            "Другая запись того же раздела: её значения действуют там, где здесь не указаны свои."
        )
    }

    static let stepName = KeyFormat(
        "name",
        .text,
        "Identity of the step in its route and key of its chance; kind and target if not given.",
        "Имя шага в маршруте, к нему привязана случайность; если не указано — вид шага и его предмет."
    )

    static let scenario = ObjectFormat(
        .scenario,
        "A scenario: everything needed to run a study, except seed and effort.",
        "Сценарий: всё, что нужно для расчёта, кроме зерна случайности и объёма счёта.",
        [
            KeyFormat("scenario", .text, required: true, "Name of the scenario.", "Имя сценария."),
            KeyFormat(
                "extends",
                .text,
                "Path of another scenario file that this one completes and overrides.",
                "Путь к другому файлу сценария, который этот файл дополняет и уточняет."
            ),
            title,
            KeyFormat(
                "question",
                .localizedText,
                "The question of the study.",
                "Вопрос, на который отвечает исследование."
            ),
            KeyFormat(
                "time zone",
                .text,
                default: "UTC",
                "IANA time zone of calendars and profiles.",
                "Часовой пояс календарей и профилей (по IANA)."
            ),
            KeyFormat(
                "language",
                .word(["ru", "en"]),
                default: "en",
                "Language of reports.",
                "Язык отчётов."
            ),
            KeyFormat(
                "starts",
                .either([.date, .form("2023-01-09 08:30")]),
                required: true,
                "First moment of the run.",
                "Начало расчёта."
            ),
            KeyFormat(
                "horizon",
                .either([.duration, .word(["until all have left"])]),
                required: true,
                "When the run ends; it includes the warm-up.",
                "Конец расчёта; разгон (warm-up) входит в этот срок."
            ),
            KeyFormat(
                "warm-up",
                .duration,
                default: "0 s",
                "Start of the run that is left out of estimates.",
                "Начальный отрезок, который не входит в оценки."
            ),
            KeyFormat(
                "holidays",
                .map(.names, .list(.either([.date, .form("2023-01-01 to 2023-01-08")]))),
                "Lists of days on which nothing is open.",
                "Списки нерабочих дней."
            ),
            KeyFormat(
                "calendars",
                .map(.names, .object(.calendar)),
                "Opening hours and shifts.",
                "Часы работы и смены."
            ),
            KeyFormat(
                "profiles",
                .map(.names, .map(.open, .weight)),
                "Shapes of the arrival rate: weights of hours, weekdays, months or dates.",
                "Форма потока обращений: веса часов, дней недели, месяцев или дат."
            ),
            KeyFormat("pools", .map(.names, .object(.pool)), "Staff and rooms.", "Сотрудники и помещения."),
            KeyFormat(
                "agencies",
                .map(.names, .object(.agency)),
                "Bodies that answer lookups.",
                "Ведомства, которые отвечают на запросы."
            ),
            KeyFormat(
                "documents",
                .map(.names, .object(.document)),
                "Kinds of document: families have them or not, they run out and are lost.",
                "Виды документов: документ у семьи есть или его нет, срок его действия истекает, его можно утратить."
            ),
            KeyFormat(
                "families",
                .map(.names, .object(.familyClass)),
                required: true,
                "Kinds of family.",
                "Категории семей."
            ),
            KeyFormat(
                "routes",
                .map(.names, .either([.steps, .object(.route)])),
                required: true,
                "Paths that families follow.",
                "Маршруты семей."
            ),
            KeyFormat(
                "designs",
                .map(.names, .object(.design)),
                "Designs to be compared.",
                "Варианты, которые сравниваются."
            ),
            KeyFormat(
                "baseline",
                .reference(.design),
                "The design that the others are compared with; the first if not given.",
                "Вариант, с которым сравнивают остальные; если не указан — первый."
            ),
            KeyFormat(
                "measures by",
                .either([.reference(.attribute), .list(.reference(.attribute))]),
                "Attributes of words, such as a channel or a town: measures are also given apart for the families of each word, 'measures by: [channel]'.",
                "Признаки, значения которых — слова (например, канал обращения или город): показатели приводятся ещё и отдельно по семьям с каждым значением, «measures by: [channel]»."
            ),
            KeyFormat(
                "targets",
                .map(.names, .object(.target)),
                "Standards to be judged.",
                "Нормативы, выполнение которых проверяется."
            ),
        ]
    )

    static let design = ObjectFormat(
        .design,
        "A design: the scenario with some values changed.",
        "Вариант: сценарий с изменёнными значениями.",
        [
            title,
            basedOn(.design),
            KeyFormat(
                "route",
                .reference(.route),
                "Route of all family classes in this design.",
                "Маршрут всех категорий семей в этом варианте."
            ),
            KeyFormat(
                "routes",
                .map(.open, .reference(.route)),
                "Routes of single family classes in this design.",
                "Маршруты отдельных категорий семей в этом варианте."
            ),
            KeyFormat(
                "set",
                .map(.open, .text),
                "Values to change, by path: 'pools/desks/staff: 3'.",
                "Изменяемые значения по путям: «pools/desks/staff: 3»."
            ),
        ]
    )

    static let target = ObjectFormat(
        .target,
        "A standard: so large a share of families within so much time.",
        "Норматив: такая-то доля семей за такое-то время.",
        [
            title,
            KeyFormat(
                "waiting time at",
                .reference(.pool),
                "Judge the waiting time at this pool, on open time; 'curators/cases' is the waiting list for a curator.",
                "Оценивается ожидание в этом пуле в часы работы; «curators/cases» — лист ожидания куратора."
            ),
            KeyFormat(
                "time in system",
                .either([.word(["all"]), .reference(.familyClass)]),
                "Judge the time from arrival to leaving.",
                "Оценивается время от прихода до ухода."
            ),
            KeyFormat(
                "time to first help",
                .either([.word(["all"]), .reference(.familyClass)]),
                "Judge the time from arrival to the first service.",
                "Оценивается время от прихода до первого приёма."
            ),
            KeyFormat(
                "family",
                .reference(.familyClass),
                "Only families of this class (with 'waiting time at').",
                "Только семьи этой категории (вместе с «waiting time at»)."
            ),
            KeyFormat("within", .duration, required: true, "The limit.", "Предельное время."),
            KeyFormat(
                "for",
                .share,
                required: true,
                "Share of families that must be within the limit.",
                "Доля семей, которая должна уложиться в срок."
            ),
        ]
    )
}
