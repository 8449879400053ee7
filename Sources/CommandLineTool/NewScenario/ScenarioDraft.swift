import UserTexts

/// A scenario file written from the answers to a template's questions.
struct ScenarioDraft {
    let sheet: AnswerSheet

    init(_ sheet: AnswerSheet) {
        self.sheet = sheet
    }

    /// The whole file.
    var text: String {
        let parts =
            sheet.template == .papers
            ? [head, office, pools, agencies, families, routes, designs, target]
            : [head, office, pools, families, routes, designs, target]
        return parts.joined(separator: "\n")
    }

    /// A comment or text in the language of the questions.
    func say(_ ru: String, _ en: String) -> String {
        LocalisedText(ru: ru, en: en).text(in: sheet.language)
    }

    /// A title in both languages.
    func title(_ ru: String, _ en: String) -> String {
        "{ ru: \"\(ru)\", en: \"\(en)\" }"
    }

    private func answer(_ question: TemplateQuestion) -> String { sheet.answer(question) }

    // MARK: - Parts

    private var head: String {
        """
        # \(say("Сценарий по образцу «\(sheet.template.rawValue)» (\(sheet.template.summary.ru)).", "A scenario from the template '\(sheet.template.rawValue)' (\(sheet.template.summary.en))."))
        # \(say("Значения с пометкой assumption — допущения: замените их своими и укажите источник (source).", "Values marked as assumption are guesses: put your own in their place and name the source."))
        # \(say("Проверка файла: marshrut validate. Все ключи: marshrut schema.", "To check the file: marshrut validate. All keys: marshrut schema."))
        scenario: \(Self.quoted(sheet.scenario))
        title: \(Self.quoted(answer(.name)))
        question: \(question)
        time zone: Asia/Yekaterinburg
        language: \(sheet.language.rawValue)
        starts: 2026-01-12
        horizon: \(sheet.template == .counter ? "12 weeks" : "48 weeks")\(warmUp)

        """
    }

    private var question: String {
        switch sheet.template {
        case .counter:
            title(
                "Сколько окон держать открытыми, чтобы семьи не ждали дольше норматива?",
                "How many windows must be open so that families wait no longer than the standard allows?"
            )
        case .centre:
            title(
                "Где в центре узкое место и поможет ли ещё одно окно приёма?",
                "Where is the bottleneck of the centre, and would another window help?"
            )
        case .papers:
            title(
                "Что даёт семьям «одно окно» по сравнению с хождением по ведомствам?",
                "What does one window give families against carrying papers between agencies?"
            )
        }
    }

    private var warmUp: String {
        guard sheet.template != .counter else { return "" }
        let comment = say(
            "в оценки не входит: центр открывается пустым",
            "left out of the estimates: the centre opens empty"
        )
        return "\nwarm-up: 8 weeks           # \(comment)"
    }

    private var office: String {
        """
        calendars:
          office:
            mon-fri: \(Self.quoted(answer(.hours)))
            holidays: ru-2026       # \(say("производственный календарь России", "the production calendar of Russia"))

        profiles:
          counter-hours:            # \(say("доли дневного потока по часам; допущение", "shares of the day's families by hour; an assumption"))
            { \(HourShares(answer(.hours)).text) }

        """
    }

    private var pools: String {
        var text = """
            pools:
              desks:
                title: \(title("Окна приёма", "Reception windows"))
                staff: \((Int(answer(.desks)) ?? 1) + 1)                  # \(say("на одного больше, чем открыто: подмена", "one more than are open: a relief"))
                on duty: { office: \(answer(.desks)) }

            """
        guard sheet.template != .counter else { return text }
        text += """
              curators:
                title: \(title("Кураторы", "Curators"))
                staff: \(answer(.curators))
                calendar: office
              psychologists:
                title: \(title("Психологи", "Psychologists"))
                staff: \(answer(.psychologists))
                calendar: office

            """
        return text
    }

    private var families: String {
        let documents =
            sheet.template == .papers
            ? "\n    documents: { value: \(answer(.documents)), status: assumption }" : ""
        let route = sheet.template == .counter ? "\n    route: errand" : ""
        return """
            families:
              families:
                title: \(title("Семьи", "Families"))
                arrivals: { rate: \(answer(.visits)) per working day, calendar: office, profile: counter-hours }
                patience: { value: "lognormal(median 45 min, sigma 0.6)", status: assumption }\(documents)\(route)

            """
    }

    private var designs: String {
        let more = (Int(answer(.desks)) ?? 1) + 1
        let another = "pools/desks/on duty/office: \(more)"
        switch sheet.template {
        case .counter, .centre:
            let route = sheet.template == .counter ? "" : "\n    route: one-window"
            let base = sheet.template == .counter ? "" : "\n    based on: as-planned"
            return """
                designs:
                  as-planned:
                    title: \(title("Как задумано", "As planned"))\(route)
                  another-window:
                    title: \(title("Ещё одно окно", "Another window"))\(base)
                    set: { \(another) }

                """
        case .papers:
            return """
                designs:
                  papers-by-hand:
                    title: \(title("Бумаги носит семья", "Papers by hand"))
                    route: papers-by-hand
                  one-window:
                    title: \(title("Одно окно", "One window"))
                    route: one-window
                  another-window:
                    title: \(title("На одно окно приёма больше", "One window and another desk"))
                    based on: one-window
                    set: { \(another) }

                """
        }
    }

    private var target: String {
        let within = answer(.within)
        return """
            targets:
              window-wait:
                title: \(title("Ожидание у окна не дольше \(within) мин", "Wait at the window at most \(within) min"))
                waiting time at: desks
                within: \(within) min
                for: { value: 95 %, status: assumption }

            """
    }

    /// A text as YAML writes it in double quotes.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// Shares of a day's families by hour, cut to the opening hours.
struct HourShares {
    /// Hours with some opening, in order.
    private let hours: [Int]

    /// Shares of hours after published profiles of МФЦ, with an evening; other hours are as quiet as the last.
    private static let shares: [Int: String] = [
        8: "0.05", 9: "0.11", 10: "0.15", 11: "0.15", 12: "0.11", 13: "0.08", 14: "0.12", 15: "0.11",
        16: "0.08", 17: "0.04", 18: "0.05", 19: "0.03",
    ]

    /// Reads opening hours that have been checked.
    init(_ text: String) {
        let times = text.split { ",- ".contains($0) }
        let minutes = times.compactMap { time -> Int? in
            let parts = time.split(separator: ":").compactMap { Int($0) }
            return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
        }
        let first = minutes.first ?? 0
        let last = max(first + 1, minutes.last ?? 1440)
        hours = Array(first / 60...(last - 1) / 60)
    }

    /// The entries of a profile.
    var text: String {
        hours.map { "\"\($0 < 10 ? "0" : "")\($0)\": \(Self.shares[$0] ?? "0.03")" }.joined(separator: ", ")
    }
}
