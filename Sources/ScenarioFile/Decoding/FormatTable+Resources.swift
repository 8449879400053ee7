import ScenarioModel

extension FormatTable {
    static let holidays = KeyFormat(
        "holidays",
        .either([.reference(.holidays), .list(.either([.reference(.holidays), .date]))]),
        "Days on which nothing is open: holiday lists, dates, or the production calendars of Russia 'ru-2022' to 'ru-2026', with their short days and worked Saturdays.",
        "Нерабочие дни: списки праздников, даты или производственные календари России от «ru-2022» до «ru-2026» с сокращёнными днями и рабочими субботами."
    )

    static let dayTable = ObjectFormat(
        .dayTable,
        "A CSV file of numbers by day and hours: columns 'day' (weekdays or a date), 'hours' and the number.",
        "Файл CSV с числами по дням и часам: столбцы «day» (дни недели или дата), «hours» и само число.",
        [
            KeyFormat(
                "file",
                .text,
                required: true,
                "Path of the CSV file, relative to this one.",
                "Путь к файлу CSV относительно этого файла."
            ),
            holidays,
        ]
    )

    static let calendar = ObjectFormat(
        .calendar,
        "Opening hours by weekday.",
        "Часы работы по дням недели.",
        [
            holidays,
            KeyFormat(
                "special days",
                .map(.open, .hours),
                "Days with hours of their own.",
                "Дни с особыми часами работы."
            ),
        ],
        otherKeys: ObjectFormat.OtherKeys(
            examples: ["mon", "mon-thu", "mon, wed", "every day"],
            value: .hours,
            description: DiagnosticText("Hours of these weekdays.", "Часы работы в эти дни недели.")
        )
    )

    static let pool = ObjectFormat(
        .pool,
        "Staff or rooms that families wait for: interchangeable, or told apart by name.",
        "Сотрудники или помещения, которых ждут семьи: взаимозаменяемые или названные поимённо.",
        [
            title,
            basedOn(.pool),
            KeyFormat(
                "staff",
                .integer(1...100_000),
                "How many there are; needed unless there are 'members'.",
                "Сколько их всего; нужно, если нет «members»."
            ),
            KeyFormat(
                "members",
                .map(.names, .object(.member)),
                "The staff by name, instead of 'staff': 'anna: { calendar: office, speed: 1.2 }'; 64 at most.",
                "Сотрудники поимённо — вместо «staff»: «anna: { calendar: office, speed: 1.2 }»; не больше 64."
            ),
            KeyFormat(
                "caseload",
                .integer(1...1_000),
                "How many families each of them may have assigned at once, for 'assign'.",
                "Сколько семей можно закрепить за каждым одновременно — для шага «assign»."
            ),
            KeyFormat(
                "on duty",
                .map(.open, .integer(1...100_000)),
                "How many are on duty while a calendar is open; all of them, always, if neither this nor 'roster' nor 'calendar' is given.",
                "Сколько из них на месте в часы календаря; если не указано ни это, ни «roster», ни «calendar» — все и всегда."
            ),
            KeyFormat(
                "roster",
                .either([.text, .object(.dayTable)]),
                "CSV file with the staff on duty, instead of 'on duty' and 'calendar': columns 'day', 'hours' and 'on duty'.",
                "Файл CSV с числом сотрудников на месте — вместо «on duty» и «calendar»: столбцы «day», «hours» и «on duty»."
            ),
            KeyFormat(
                "calendar",
                .either([.calendarUse, .map(.names, .calendarUse)]),
                "The calendar of all of them, or one calendar for each.",
                "Общий календарь или свой календарь у каждого."
            ),
            KeyFormat(
                "discipline",
                .word(QueueDiscipline.allCases.map(\.rawValue)),
                default: "fifo",
                "Order in which the line is served: first in, first out; by priority; last in, first out; the shortest service first; the earliest due date first; or anyone with equal chance.",
                "Порядок обслуживания очереди: кто пришёл раньше; по приоритету; кто пришёл последним; у кого приём короче; у кого срок раньше; любой с равной вероятностью."
            ),
            KeyFormat(
                "ageing",
                .duration,
                "With 'discipline: priority': waiting this long makes up for a priority number larger by one.",
                "При «discipline: priority»: ожидание такой длины уравнивает с приоритетом на единицу выше."
            ),
            KeyFormat(
                "own lines",
                .yesNo,
                default: "no",
                "Whether each of them has a line of their own; a family joins the shortest, and chooses anew when the one it waits for goes off duty.",
                "Своя ли очередь у каждого сотрудника: семья становится в самую короткую; если сотрудник ушёл, она выбирает очередь заново."
            ),
            KeyFormat(
                "jockeying",
                .integer(1...1_000),
                "With 'own lines': a family goes to another line as soon as that many fewer are ahead of it there; it stays if not given.",
                "При «own lines»: семья переходит в другую очередь, как только впереди там стоит на столько семей меньше; если не указано, не переходит."
            ),
            KeyFormat(
                "line limit",
                .integer(0...1_000_000),
                "Most families that the line holds.",
                "Сколько семей вмещает очередь."
            ),
            KeyFormat(
                "when full",
                .word(["refuse", "hold up"]),
                default: "refuse",
                "What happens when the line is full: families are refused, or they wait for room. Who comes straight from a service, the step before in the same list, keeps busy who served it, beyond closing time if need be.",
                "Что происходит, когда очередь заполнена: семьям отказывают или они ждут места. Семья сразу после приёма (предыдущий шаг того же списка) всё это время занимает того, кто её принял, в том числе после закрытия."
            ),
            KeyFormat(
                "closing",
                .word(ClosingRule.allCases.map(\.rawValue)),
                default: "serve those inside",
                "What happens at the end of the working day: those inside are served in overtime; or only the service in hand is finished; or it goes on at the next opening; or those in the line are sent home, a trip more for each.",
                "Что происходит в конце рабочего дня: обслуживают всех, кто внутри, сверхурочно; или только заканчивают начатый приём; или продолжают его при следующем открытии; или очередь отправляют домой, а это для каждой семьи ещё одна поездка."
            ),
            KeyFormat(
                "pre-emption",
                .word(PreemptionRule.allCases.map(\.rawValue)),
                "With 'discipline: priority': a family with a smaller number interrupts a service, which goes on later or begins anew.",
                "При «discipline: priority»: семья с меньшим числом прерывает чужой приём; потом он продолжается (resume) или начинается заново (restart)."
            ),
        ] + availability + costs
    )

    static let member = ObjectFormat(
        .member,
        "One of the staff who is told apart from the others.",
        "Сотрудник, которого отличают от остальных.",
        [
            title,
            KeyFormat(
                "calendar",
                .calendarUse,
                "When this one is on duty; the pool's 'calendar' if not given.",
                "Когда сотрудник на месте; если не указано — «calendar» пула."
            ),
            KeyFormat(
                "speed",
                .weight,
                default: "1",
                "How fast this one works: service times are divided by it.",
                "Темп работы: время приёма делится на это число."
            ),
            KeyFormat(
                "skills",
                .list(.text),
                "What this one does, for steps with 'skill'.",
                "Что умеет сотрудник — для шагов со «skill»."
            ),
            KeyFormat(
                "second skills",
                .list(.text),
                "What this one does when nobody is free whose skill it is.",
                "Что он делает, когда не свободен никто из тех, чей это навык."
            ),
            KeyFormat(
                "pay",
                .quantity("420 rub/h"),
                "Pay of this one for an hour on duty; the pool's if not given.",
                "Оплата сотрудника за час на месте; если не указано — как у пула."
            ),
            KeyFormat(
                "overtime pay",
                .quantity("630 rub/h"),
                "Pay of this one for an hour of overtime; 1.5 times this one's pay if not given.",
                "Оплата часа сверхурочной работы сотрудника; если не указано — в полуторном размере его оплаты."
            ),
        ]
    )

    /// Keys of a pool about who may be served, and who is there.
    private static let availability = [
        KeyFormat(
            "reserved",
            .map(.open, .integer(1...100_000)),
            "Staff kept for families of a class, whom the others may serve too: 'foster: 1'.",
            "Сколько сотрудников придержано для категории семей; остальные могут принимать её тоже: «foster: 1»."
        ),
        KeyFormat(
            "absence",
            .share,
            default: "0",
            "Chance that one of the staff is absent for a day, such as 8 %.",
            "Вероятность, что сотрудника весь день нет на месте, например 8 %."
        ),
    ]

    /// Keys of a pool about what it costs.
    private static let costs = [
        KeyFormat(
            "pay",
            .quantity("420 rub/h"),
            "Pay of each for an hour on duty, busy or not; absent staff are not paid. Where some pool has it, reports tell costs.",
            "Оплата каждому за час на месте, занят он или нет; отсутствующим не платят. Если она указана хотя бы у одной службы, отчёты показывают затраты."
        ),
        KeyFormat(
            "overtime pay",
            .quantity("630 rub/h"),
            "Pay for an hour of work beyond the hours on duty; 1.5 times the pay if not given, the least for the first two hours by article 152 of Russia's Labour Code (from the third on it is 2 times).",
            "Оплата часа работы сверх часов на месте; если не указана — в полуторном размере, как для первых двух часов по статье 152 ТК РФ (за последующие — в двойном)."
        ),
        KeyFormat(
            "capital cost",
            .quantity("1200000 rub"),
            "What each costs once, such as a room; its share by the time that passes counts towards costs.",
            "Разовая стоимость каждого, например помещения; в затраты входит доля по прошедшему времени."
        ),
        KeyFormat(
            "lasts",
            .quantity("10 years"),
            "Service life of each, over which the capital cost is spread evenly; a year has 365 days.",
            "Срок службы каждого, на который разовая стоимость делится равномерно; в году 365 дней."
        ),
    ]

    static let agency = ObjectFormat(
        .agency,
        "A body that answers lookups.",
        "Ведомство, которое отвечает на запросы.",
        [
            title,
            basedOn(.agency),
            KeyFormat(
                "share",
                .weight,
                default: "1",
                "Its weight among all agencies when the agency of a counted document is drawn; 0 for one that only gives documents by name.",
                "Его вес среди ведомств, когда разыгрывается, чей это документ из заданных числом; 0, если оно только выдаёт названные документы."
            ),
            KeyFormat(
                "channels",
                .map(.names, .object(.channel)),
                required: true,
                "Ways in which it answers.",
                "Каналы, по которым оно отвечает."
            ),
        ]
    )

    static let channel = ObjectFormat(
        .channel,
        "A way in which an agency answers.",
        "Канал, по которому отвечает ведомство.",
        [
            KeyFormat(
                "share",
                .weight,
                default: "1",
                "Its weight among the channels.",
                "Его вес среди каналов."
            ),
            KeyFormat(
                "after",
                .form("48 h without answer"),
                "Makes it the fall-back channel, turned to when no answer has come for so long.",
                "Делает канал запасным: к нему обращаются, если столько времени нет ответа."
            ),
            KeyFormat(
                "answers in",
                .durationLaw,
                required: true,
                "Time from the request to the answer.",
                "Время от запроса до ответа."
            ),
            KeyFormat(
                "fails",
                .share,
                default: "0",
                "Chance that the answer is of no use, below 1.",
                "Вероятность негодного ответа, меньше 1."
            ),
            KeyFormat(
                "retry",
                .form("1 after 1 working day"),
                "How often a failed request is sent again, and after what pause.",
                "Сколько раз и через какое время запрос повторяют."
            ),
            KeyFormat(
                "calendar",
                .calendarUse,
                "The agency's working time.",
                "Рабочее время ведомства."
            ),
        ]
    )
}
