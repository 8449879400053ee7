package import ScenarioModel

extension FormatTable {
    static let route = ObjectFormat(
        .route,
        "A route: steps in order.",
        "Маршрут: шаги по порядку.",
        [title, KeyFormat("steps", .steps, required: true, "The steps.", "Шаги.")]
    )

    static let step = ObjectFormat(
        .step,
        "One step of a route: exactly one of these keys.",
        "Один шаг маршрута: ровно один из этих ключей.",
        [
            KeyFormat(
                "serve",
                .object(.serve),
                "Wait for staff and be served.",
                "Дождаться сотрудника и пройти приём."
            ),
            KeyFormat(
                "lookup",
                .object(.lookup),
                "Ask other agencies for documents and wait for the answers.",
                "Запросить документы в других ведомствах и дождаться ответов."
            ),
            KeyFormat(
                "delay",
                .either([.durationLaw, .object(.delay)]),
                "Let time pass.",
                "Пропустить время."
            ),
            KeyFormat(
                "choose",
                .either([.list(.object(.option)), .object(.choose)]),
                "Go one of several ways.",
                "Пойти одним из нескольких путей."
            ),
            KeyFormat(
                "together",
                .either([branches, .object(.together)]),
                "Go several ways at once, then unite.",
                "Пойти несколькими путями сразу, затем сойтись."
            ),
            KeyFormat(
                "with",
                .object(.with),
                "Do steps that members of the family take part in.",
                "Пройти шаги, в которых участвуют члены семьи."
            ),
            KeyFormat("repeat", .object(.repeat), "Do steps several times.", "Повторить шаги несколько раз."),
            KeyFormat(
                "visit",
                .object(.visit),
                "Travel to a place, do steps there, travel back.",
                "Съездить на место, пройти там шаги и вернуться."
            ),
            KeyFormat(
                "keep",
                .object(.keep),
                "Keep staff or rooms while steps are done.",
                "Удерживать сотрудников или помещения, пока выполняются шаги."
            ),
            KeyFormat(
                "assign",
                .object(.assign),
                "Make the family a case of one of the named staff while steps are done.",
                "Закрепить семью за одним из названных сотрудников, пока выполняются шаги."
            ),
            KeyFormat(
                "set",
                .map(.open, .either([.form("need + 0.1 * children"), .numberLaw])),
                "Give attributes new values, all at once: 'set: { need: need + 0.1 * children }', or draw them by a law.",
                "Дать признакам новые значения, всем сразу: «set: { need: need + 0.1 * children }», или разыграть их."
            ),
            KeyFormat(
                "use",
                .either([.reference(.route), .object(.use)]),
                "Follow another route, then go on.",
                "Пройти другой маршрут и продолжить."
            ),
            KeyFormat(
                "count",
                .word(EffortCount.countedBySteps.map(\.rawValue)),
                "Count something for the family's effort; trips are counted by 'visit', hand-offs between staff by the services.",
                "Учесть в усилиях семьи; поездки учитывает «visit», передачи между сотрудниками — сами приёмы."
            ),
            KeyFormat(
                "leave",
                .either([.text, .object(.leave)]),
                "Leave with an outcome.",
                "Уйти с указанным исходом."
            ),
        ]
    )

    static let doSteps = KeyFormat("do", .steps, required: true, "The steps.", "Шаги.")

    static let delay = ObjectFormat(
        .delay,
        "Let time pass.",
        "Пропустить время.",
        [
            stepName, title,
            KeyFormat("takes", .durationLaw, required: true, "How long.", "Сколько времени."),
            factor,
            KeyFormat(
                "kind",
                .word(TimeKind.allCases.map(\.words)),
                default: "at home",
                "What the time counts as.",
                "К какому виду относится это время."
            ),
            KeyFormat("calendar", .calendarUse, "Calendar of working time.", "Календарь рабочего времени."),
        ]
    )

    static let choose = ObjectFormat(
        .choose,
        "Go one of several ways.",
        "Пойти одним из нескольких путей.",
        [
            stepName, title,
            KeyFormat("options", .list(.object(.option)), required: true, "The ways.", "Пути."),
        ]
    )

    static let option = ObjectFormat(
        .option,
        "One way: a chance, a condition or family classes, and steps; the last may be 'otherwise'.",
        "Один путь: вероятность, условие или категории семей и шаги; последним может быть «otherwise».",
        [
            KeyFormat(
                "chance",
                .either([.share, .reference(.attribute)]),
                "Chance of the way, or the attribute that holds it.",
                "Вероятность пути или признак, в котором она записана."
            ),
            KeyFormat(
                "if",
                .form("documents >= 5 and waiting at desks < 3"),
                "Condition of the way.",
                "Условие пути."
            ),
            KeyFormat(
                "families",
                .list(.reference(.familyClass)),
                "Family classes that go this way.",
                "Категории семей, которые идут этим путём."
            ),
            KeyFormat("do", .steps, "The steps.", "Шаги."),
            KeyFormat(
                "otherwise",
                .steps,
                "Steps when no other way is taken.",
                "Шаги, если не выбран ни один путь."
            ),
        ]
    )

    static let together = ObjectFormat(
        .together,
        "Go several ways at once, then unite.",
        "Пойти несколькими путями сразу, затем сойтись.",
        [
            stepName, title,
            KeyFormat(
                "branches",
                branches,
                required: true,
                "The ways, at least two, or one that each member of the family of a kind goes.",
                "Пути: не меньше двух либо один — для каждого из названных членов семьи («each»)."
            ),
            KeyFormat(
                "wait for",
                .either([.word(["all", "any"]), .integer(1...1_000), .reference(.role)]),
                default: "all",
                "How many of them are waited for, or whose.",
                "Сколько из них нужно дождаться или чьих."
            ),
            KeyFormat("within", .durationLaw, "Longest wait for them.", "Сколько их ждут самое большее."),
        ]
    )

    /// Ways that are gone at once.
    private static let branches = ValueFormat.list(.either([.steps, .object(.branch)]))

    static let branch = ObjectFormat(
        .branch,
        "A way that each member of the family of a kind goes by itself; the others of the family go theirs meanwhile.",
        "Путь, по которому каждый член семьи, названный в «each», идёт сам по себе, пока остальные идут своими путями.",
        [
            KeyFormat(
                "each",
                .reference(.role),
                required: true,
                "Who goes it: as many times at once as the family has such members, perhaps not at all.",
                "Кто по нему идёт: столько путей сразу, сколько в семье таких членов; если их нет — ни одного."
            ),
            doSteps,
        ]
    )

    static let with = ObjectFormat(
        .with,
        "Do steps that members of the family take part in: they are busy meanwhile, and wait for each other where they are busy elsewhere.",
        "Пройти шаги, в которых участвуют члены семьи: пока шаги идут, они заняты; если они заняты на другом пути, их ждут.",
        [
            stepName, title,
            KeyFormat(
                "members",
                .either([
                    .reference(.role), .list(.reference(.role)),
                    .map(.open, .either([.integer(1...FamilyClass.membersInRole), .word(["all"])])),
                ]),
                required: true,
                "Who takes part: one of each named, or how many: '{ parent: 1, child: all }'; if the family has fewer, all it has.",
                "Кто участвует: по одному из названных либо сколько: «{ parent: 1, child: all }»; если их в семье меньше — все, кто есть."
            ),
            doSteps,
        ]
    )

    static let `repeat` = ObjectFormat(
        .repeat,
        "Do steps several times.",
        "Повторить шаги несколько раз.",
        [
            stepName, title,
            KeyFormat(
                "times",
                .either([.countLaw, .reference(.attribute)]),
                "How many times: a law, 'documents' or an attribute.",
                "Сколько раз: закон, «documents» или признак."
            ),
            KeyFormat(
                "again",
                .either([.share, .reference(.attribute)]),
                "Chance of once more after each round, instead of 'times'.",
                "Вероятность ещё одного раза после каждого — вместо «times»."
            ),
            KeyFormat("every", .durationLaw, "Pause between rounds.", "Перерыв между повторами."),
            KeyFormat(
                "at most",
                .integer(1...4_095),
                default: "1000",
                "Most rounds.",
                "Наибольшее число повторов."
            ),
            doSteps,
        ]
    )

    static let visit = ObjectFormat(
        .visit,
        "Travel to a place, do steps there, travel back: one trip.",
        "Съездить на место, пройти там шаги и вернуться: одна поездка.",
        [
            stepName, title,
            KeyFormat(
                "travel",
                .durationLaw,
                "Time of the way, in each direction.",
                "Время пути в одну сторону."
            ),
            KeyFormat(
                "during",
                .calendarUse,
                "The family sets out so as to arrive while this calendar is open; if on another day, at an hour of its choice.",
                "Семья выезжает так, чтобы попасть в часы этого календаря; если в другой день — в час по своему выбору."
            ),
            doSteps,
        ]
    )

    static let leave = ObjectFormat(
        .leave,
        "Leave with an outcome.",
        "Уйти с указанным исходом.",
        [title, KeyFormat("outcome", .text, required: true, "The outcome.", "Исход.")]
    )
}

extension TimeKind {
    /// The kind in the words of the format.
    package var words: String {
        switch self {
        case .service: "service"
        case .travel: "travel"
        case .waitingLine: "waiting line"
        case .groupForming: "group forming"
        case .blocked: "held up"
        case .closed: "closed"
        case .agencyAtCentre: "agency at the centre"
        case .officeWork: "office work"
        case .booking: "booking"
        case .agency: "agency"
        case .atHome: "at home"
        }
    }
}

extension EffortCount {
    /// What the step `count` may count; trips are counted by `visit`, hand-offs by services.
    static let countedBySteps: [EffortCount] = [.storyTold, .documentCarried]
}
