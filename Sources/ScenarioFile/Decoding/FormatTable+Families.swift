import ScenarioModel

extension FormatTable {
    static let familyClass = ObjectFormat(
        .familyClass,
        "Families alike in arrivals, route, priority and patience.",
        "Семьи с одинаковыми потоком, маршрутом, приоритетом и терпением.",
        [
            title,
            basedOn(.familyClass),
            KeyFormat(
                "arrivals",
                .object(.arrivals),
                required: true,
                "How they arrive.",
                "Как они приходят."
            ),
            KeyFormat(
                "documents",
                .countLaw,
                "Number of documents that a case needs.",
                "Сколько документов нужно для дела."
            ),
            KeyFormat(
                "members",
                .map(.names, .countLaw),
                "Members of the family who are told apart in its route, with how many there are, at most 16: '{ parent: 1, child: 2 }'; their numbers count as attributes.",
                "Члены семьи, которых различает маршрут, и сколько их, не больше 16: «{ parent: 1, child: 2 }»; их число — тоже признак семьи."
            ),
            KeyFormat(
                "has",
                .map(.open, .share),
                "Documents that a family has on arrival, each with its chance and valid as if just given: 'has: { passport: 95 % }'; what is named neither here nor in the class it is based on it has not.",
                "Документы, которые есть у семьи при обращении, с вероятностью: «has: { passport: 95 % }». Срок действия считается с обращения; документа, не указанного ни здесь, ни в категории-основе, у неё нет."
            ),
            KeyFormat(
                "priority",
                .integer(0...63),
                default: "0",
                "Rank in priority lines; the smaller number goes first.",
                "Приоритет в очереди; меньшее число обслуживается раньше."
            ),
            KeyFormat(
                "patience",
                .durationLaw,
                "How long a family would wait in a line, on open time; for ever if not given.",
                "Сколько семья готова ждать в очереди в часы работы; если не указано — сколько угодно."
            ),
            KeyFormat(
                "due in",
                .durationLaw,
                "By when after arrival a family is to be served, for lines with 'discipline: earliest due'.",
                "Срок обслуживания с момента прихода — для очередей с «discipline: earliest due»."
            ),
            KeyFormat(
                "at start",
                .either([.integer(1...1_000_000), .map(.open, .integer(1...1_000_000))]),
                "Families there when the run starts: how many, or how many at which step of the route.",
                "Семьи, которые уже есть в начале расчёта: сколько их или сколько на каком шаге маршрута."
            ),
            KeyFormat(
                "attributes",
                .map(.names, .numberLaw),
                "Numbers and words drawn at arrival.",
                "Числа и слова, которые разыгрываются при приходе семьи."
            ),
            KeyFormat(
                "background",
                .yesNo,
                default: "no",
                "Whether they only add to the staff's load and are left out of figures over all families.",
                "Создают только нагрузку на сотрудников и не входят в показатели по всем семьям."
            ),
            KeyFormat(
                "route",
                .reference(.route),
                "Route of the class, where the design gives none.",
                "Маршрут категории, если его не задаёт вариант."
            ),
        ]
    )

    static let document = ObjectFormat(
        .document,
        "A kind of document: in conditions and 'set' an attribute whose words are 'valid' and 'missing'.",
        "Вид документа: в условиях и в «set» это признак со словами «valid» (действует) и «missing» (его нет).",
        [
            title,
            KeyFormat(
                "holder",
                .reference(.role),
                "The members of the family who each have one of their own; one for the family if not given. On the way of 'each' such member its own counts, elsewhere all: valid if all are.",
                "Члены семьи, у каждого из которых есть свой; если не указано — один на семью. На пути «each» такого члена семьи речь о его документе, в остальных местах — обо всех: «valid», если действуют все."
            ),
            KeyFormat(
                "agency",
                .reference(.agency),
                required: true,
                "The agency that gives it.",
                "Ведомство, которое его выдаёт."
            ),
            KeyFormat(
                "valid for",
                .durationLaw,
                "How long it is valid from the moment at which the family has it; for ever if not given.",
                "Сколько он действует с момента, когда появился у семьи; если не указано — бессрочно."
            ),
        ]
    )

    static let arrivals = ObjectFormat(
        .arrivals,
        "How families of a class arrive: by a rate, by counts or moments from a file, at intervals, or whenever a calendar opens.",
        "Как приходят семьи категории: потоком, по числам или моментам из файла, через промежутки времени или к открытию по календарю.",
        [
            KeyFormat(
                "rate",
                .form("3.3 per working day"),
                "Mean number of families per unit of time.",
                "Среднее число семей за единицу времени."
            ),
            KeyFormat(
                "calendar",
                .calendarUse,
                "Families come only between its first opening and its last closing of a day.",
                "Семьи приходят только от первого открытия до последнего закрытия дня по этому календарю."
            ),
            KeyFormat(
                "profile",
                .either([.reference(.profile), .list(.reference(.profile))]),
                "Profiles that shape the rate; their weights multiply.",
                "Профили, задающие форму потока; их веса перемножаются."
            ),
            KeyFormat(
                "counts",
                .either([.text, .object(.dayTable)]),
                "CSV file with the mean number of families by day and hours, instead of a rate: columns 'day', 'hours' and 'families'.",
                "Файл CSV со средним числом семей по дням и часам — вместо «rate»: столбцы «day», «hours» и «families»."
            ),
            KeyFormat(
                "times",
                .text,
                "CSV file with the moments at which families arrive, instead of a rate: column 'arrives', such as 2026-01-12 09:05.",
                "Файл CSV с моментами прихода семей — вместо «rate»: столбец «arrives», например 2026-01-12 09:05."
            ),
            KeyFormat(
                "every",
                .durationLaw,
                "Time between arrivals, instead of a rate.",
                "Промежуток между приходами — вместо «rate»."
            ),
            KeyFormat(
                "at each opening of",
                .calendarUse,
                "One at each opening of this calendar, instead of a rate: a weekly conference of the staff, a club's evening.",
                "По одному приходу в начале каждого рабочего промежутка этого календаря — вместо «rate»: еженедельный консилиум, вечер клуба."
            ),
            KeyFormat(
                "at most",
                .integer(1...1_000_000_000),
                "Most families that arrive in a run.",
                "Сколько семей придёт за расчёт самое большее."
            ),
            KeyFormat(
                "families at once",
                .countLaw,
                default: "1",
                "How many families come at each arrival, at least 1: a fire that hits eight.",
                "Сколько семей приходит за раз, не меньше 1: например, пожар в доме на восемь семей."
            ),
            KeyFormat(
                "busyness",
                .object(.busyness),
                "A factor on 'rate' or 'counts' that changes by chance: busy and quiet days.",
                "Случайный множитель к «rate» или «counts»: оживлённые и спокойные дни."
            ),
        ]
    )

    static let busyness = ObjectFormat(
        .busyness,
        "A factor on the number of families that changes by chance.",
        "Случайный множитель к числу семей.",
        [
            KeyFormat(
                "factor",
                .numberLaw,
                required: true,
                "Law of the factor; with mean 1 the rate stays the mean.",
                "Закон множителя; при среднем 1 средний поток не меняется."
            ),
            KeyFormat(
                "per",
                .word(Busyness.Period.allCases.map(\.rawValue)),
                default: "day",
                "For how long a value holds: a day, or the whole run.",
                "На какой срок действует значение: на день (day) или на весь расчёт (run)."
            ),
            KeyFormat(
                "shared",
                .yesNo,
                default: "yes",
                "Whether all classes with the same law have the same values: the centre's busy day.",
                "Одинаковы ли значения у всех категорий с тем же законом: оживлённый день всего центра."
            ),
        ]
    )
}
