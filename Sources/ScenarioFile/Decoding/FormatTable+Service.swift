import ScenarioModel

extension FormatTable {
    static let calendarOfStep = KeyFormat(
        "calendar",
        .calendarUse,
        "Calendar of working time; the first duty calendar of the pool if not given.",
        "Календарь рабочего времени; если не указан — первый календарь дежурств пула."
    )

    static let by = KeyFormat(
        "by",
        .poolUses,
        required: true,
        "Pools needed, all at once: 'desks', '2 of rooms' or a list.",
        "Нужные пулы, все сразу: «desks», «2 of rooms» или список."
    )

    static let person = KeyFormat(
        "person",
        .word(PersonRule.allCases.map(\.rawValue)),
        "Who of named staff: the family's own person, whom it is assigned to or who served it first; that one unless off duty, or if free; or another.",
        "Кто из названных сотрудников: свой, за кем семья закреплена или кто принял её первым; свой, если он на месте или если свободен; либо другой."
    )

    static let factor = KeyFormat(
        "factor",
        .form("1 + 0.2 * children"),
        "By what the time is multiplied: numbers, attributes and 'waiting at desks' with + - * / ( ) min and max; 0 when below.",
        "На что умножается время: числа, признаки и «waiting at desks» с + - * / ( ) min и max; меньше нуля — это 0."
    )

    static let priority = KeyFormat(
        "priority",
        .integer(0...63),
        "Priority in the line; the class's if not given.",
        "Приоритет в очереди; если не указан — приоритет категории."
    )

    static let patience = KeyFormat(
        "patience",
        .either([.durationLaw, .word(["unlimited"])]),
        "How long the family would wait here; as its class if not given.",
        "Сколько семья готова ждать здесь; если не указано — как у категории."
    )

    static let ifItGivesUp = KeyFormat(
        "if it gives up",
        .steps,
        "Steps of a family that gives up waiting; it leaves if not given.",
        "Шаги семьи, которая не дождалась; если не указаны — она уходит."
    )

    static let ifSentHome = KeyFormat(
        "if sent home",
        .steps,
        "Steps of a family that 'closing: send home' sends away; it comes again at the next opening if not given.",
        "Шаги семьи, которую отправили домой при «closing: send home»; если не указаны — она придёт к следующему открытию."
    )

    static let serve = ObjectFormat(
        .serve,
        "Wait for staff and be served.",
        "Дождаться сотрудника и пройти приём.",
        [
            stepName, title, by,
            KeyFormat(
                "skill",
                .text,
                "The skill needed, of 'members' of the pool.",
                "Нужный навык, из названных у «members» пула."
            ),
            person,
            KeyFormat("takes", .durationLaw, required: true, "Service time.", "Время приёма."),
            factor,
            KeyFormat(
                "notes",
                .durationLaw,
                "How long the staff stay busy after the service, writing it up, while the family goes on.",
                "Сколько сотрудники ещё заняты после приёма — оформляют записи, когда семья уже ушла дальше."
            ),
            KeyFormat(
                "group",
                .object(.group),
                "Serve several families together: 'group: { of: 8, at least: 3, within: 2 weeks }'.",
                "Принимать несколько семей вместе: «group: { of: 8, at least: 3, within: 2 weeks }»."
            ),
            priority,
            KeyFormat(
                "due in",
                .durationLaw,
                "By when from now the service is due, for lines with 'discipline: earliest due'; as its class if not given.",
                "Срок приёма, считая от этого шага, — для очередей с «discipline: earliest due»; если не указан — срок категории."
            ),
            patience,
            KeyFormat(
                "balks",
                .map(.open, .share),
                "Chance of turning away on sight of a line: '5 waiting: 20 %'.",
                "Вероятность уйти, увидев очередь: «5 waiting: 20 %»."
            ),
            KeyFormat(
                "family absent",
                .yesNo,
                default: "no",
                "Staff work on the case without the family.",
                "Сотрудники работают с делом без семьи."
            ),
            ifItGivesUp,
            KeyFormat(
                "if it balks",
                .steps,
                "Steps of a family that turns away; it leaves if not given.",
                "Шаги семьи, которая не стала ждать; если не указаны — она уходит."
            ),
            KeyFormat(
                "if refused",
                .steps,
                "Steps of a family that finds the line full; it leaves if not given.",
                "Шаги семьи, которой не хватило места в очереди; если не указаны — она уходит."
            ),
            ifSentHome,
            calendarOfStep,
        ]
    )

    static let group = ObjectFormat(
        .group,
        "Families who wait for each other and are served together; in line they stand as one.",
        "Семьи, которые ждут друг друга и занимаются вместе; в очереди группа стоит как одна семья.",
        [
            KeyFormat(
                "of",
                .integer(2...1_000),
                required: true,
                "The session is called as soon as so many families have come.",
                "Занятие назначают, как только набралось столько семей."
            ),
            KeyFormat(
                "at least",
                .integer(1...1_000),
                default: "1",
                "So many are enough when 'within' has passed.",
                "Столько семей достаточно, когда срок «within» вышел."
            ),
            KeyFormat(
                "within",
                .durationLaw,
                "How long the first family waits for others; as long as it takes if not given.",
                "Сколько первая семья ждёт остальных; если не указано — сколько потребуется."
            ),
        ]
    )

    static let lookup = ObjectFormat(
        .lookup,
        "Ask other agencies for documents and wait for the answers.",
        "Запросить документы в других ведомствах и дождаться ответов.",
        [
            stepName, title,
            KeyFormat(
                "documents",
                .either([.word(["all"]), .form("all but 15 %"), .list(.reference(.document))]),
                default: "all",
                "Which share of the counted documents is looked up; or a list of kinds of document: those that the family lacks are looked up (what an agency refuses for good it gets by itself meanwhile), the others it brings.",
                "Какая часть документов, заданных числом, запрашивается; либо список видов документов: недостающие запрашиваются (в чём ведомство отказало окончательно, семья тем временем получает сама), остальные семья приносит."
            ),
            KeyFormat(
                "wait for",
                .either([.word(["all"]), .integer(1...1_000_000)]),
                default: "all",
                "How many answers are waited for.",
                "Сколько ответов нужно дождаться."
            ),
            KeyFormat(
                "family waits",
                .word(["at home", "at the centre"]),
                default: "at home",
                "Where the family waits.",
                "Где ждёт семья."
            ),
            KeyFormat("by", .poolUses, "Whose work it is to send the requests.", "Кто отправляет запросы."),
            KeyFormat("takes", .durationLaw, "Work per document.", "Работа на один документ."),
            priority,
        ]
    )

    static let keep = ObjectFormat(
        .keep,
        "Keep staff or rooms while steps are done.",
        "Удерживать сотрудников или помещения, пока выполняются шаги.",
        [stepName, title, by, priority, patience, ifItGivesUp, ifSentHome, doSteps]
    )

    static let assign = ObjectFormat(
        .assign,
        "Make the family a case of one of a pool's staff while steps are done; it waits while all have as many as 'caseload'.",
        "Закрепить семью за одним из сотрудников пула, пока выполняются шаги; если у всех уже «caseload» семей, она ждёт.",
        [
            stepName, title,
            KeyFormat(
                "by",
                .reference(.pool),
                required: true,
                "The pool, which has a 'caseload'.",
                "Пул, у которого есть «caseload»."
            ),
            person, priority,
            KeyFormat(
                "patience",
                .either([.durationLaw, .word(["unlimited"])]),
                default: "unlimited",
                "How long the family would stay on the waiting list.",
                "Сколько семья готова оставаться в листе ожидания."
            ),
            ifItGivesUp, doSteps,
        ]
    )

    static let use = ObjectFormat(
        .use,
        "Follow another route, then go on.",
        "Пройти другой маршрут и продолжить.",
        [
            stepName, title,
            KeyFormat("route", .reference(.route), required: true, "The route.", "Маршрут."),
        ]
    )
}
