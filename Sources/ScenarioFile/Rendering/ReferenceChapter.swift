import ScenarioModel

/// What a form of values means: one chapter of the language reference.
struct ReferenceChapter: Sendable {
    /// Its title.
    let title: DiagnosticText
    /// Paragraphs and tables of Markdown.
    let paragraphs: [DiagnosticText]

    init(_ title: DiagnosticText, _ paragraphs: DiagnosticText...) {
        self.title = title
        self.paragraphs = paragraphs
    }

    /// All chapters, in order.
    static let all = [
        names, numbers, durations, laws, rates, profiles, dates, calendars, pools, steps, conditions, tables,
        layers,
        paths, sources,
    ]

    private static let names = ReferenceChapter(
        DiagnosticText("Names and texts", "Имена и тексты"),
        DiagnosticText(
            """
            A name is for the file itself: a short text on one line, without `/`. What people read stands in `title`, in one \
            language or in several: `{ ru: "Окно приёма", en: "Reception" }`. Inside `{ }` a text with a comma or a colon stands \
            in quotes; a law of chance needs none.
            """,
            """
            Имя нужно самому файлу: это короткий текст в одну строку без знака `/`. То, что читают люди, пишут в `title` — на \
            одном языке или на нескольких: `{ ru: "Окно приёма", en: "Reception" }`. Внутри `{ }` текст с запятой или двоеточием \
            берут в кавычки; закону распределения они не нужны.
            """
        )
    )

    private static let numbers = ReferenceChapter(
        DiagnosticText("Numbers, shares and weights", "Числа, доли и веса"),
        DiagnosticText(
            """
            Decimals have a point. A share, and so a chance, is a number from 0 to 1 or a percentage: `0.15` or `15 %`. Of weights \
            only the ratios matter.
            """,
            """
            Дробная часть отделяется точкой. Доля (и вероятность) — число от 0 до 1 или проценты: `0.15` или `15 %`. У весов важны \
            только отношения.
            """
        )
    )

    private static let profiles = ReferenceChapter(
        DiagnosticText("Profiles", "Профили"),
        DiagnosticText(
            """
            A profile gives weights to hours (`00` to `23`), weekdays (`mon` to `sun`), months (`jan` to `dec`) or dates. Hours, \
            weekdays and months that are not named have weight 0, dates weight 1. Profiles of one class multiply; they move its \
            families within the year and never change how many come in it.
            """,
            """
            Профиль задаёт веса часов (от `00` до `23`), дней недели (от `mon` до `sun`), месяцев (от `jan` до `dec`) или дат. \
            Неназванные часы, дни недели и месяцы имеют вес 0, неназванные даты — вес 1. Профили одной категории перемножаются; они \
            перераспределяют семьи внутри года, но не меняют их числа за год.
            """
        )
    )

    private static let dates = ReferenceChapter(
        DiagnosticText("Dates, weekdays and hours", "Даты, дни недели и часы"),
        DiagnosticText(
            """
            A date is written `2023-01-09`, a moment `2023-01-09 08:30`, a range `2023-01-01 to 2023-01-08`. Weekdays are `mon`, \
            `mon-thu`, `mon, wed` or `every day`. Hours of a day stand in order, `08:30-12:30, 13:15-17:30`; `24:00` is the end of \
            the day, and `closed` means none. A break begins after the service in hand and ends on time.
            """,
            """
            Дату пишут как `2023-01-09`, момент — `2023-01-09 08:30`, промежуток — `2023-01-01 to 2023-01-08`. Дни недели: `mon`, \
            `mon-thu`, `mon, wed` или `every day`. Часы дня идут по порядку: `08:30-12:30, 13:15-17:30`; `24:00` — конец суток, \
            `closed` — приёма нет. Перерыв начинается, когда закончен начатый приём, и кончается вовремя.
            """
        )
    )

    private static let calendars = ReferenceChapter(
        DiagnosticText("Naming a calendar", "Указание календаря"),
        DiagnosticText(
            "A calendar by its name, `office`, or on some of its weekdays only: `office on mon, wed`.",
            "Календарь по имени — `office` — или только по некоторым его дням недели: `office on mon, wed`."
        )
    )

    private static let pools = ReferenceChapter(
        DiagnosticText("Naming pools", "Указание пулов"),
        DiagnosticText(
            """
            One of a pool, `desks`, several of it, `2 of rooms`, or a list of both: `[ psychologists, 2 of rooms ]`. All of a list \
            is taken at one moment, and a family behind in one of the lines does not overtake.
            """,
            """
            Один из пула — `desks`, несколько — `2 of rooms` или список: `[ psychologists, 2 of rooms ]`. Всё, что в списке, \
            занимают одновременно, и никто из стоящих сзади в одной из очередей вперёд не проходит.
            """
        )
    )

    private static let steps = ReferenceChapter(
        DiagnosticText("Steps and their names", "Шаги и их имена"),
        DiagnosticText(
            """
            Steps stand in a list, each with one of the kinds above. A step's name is its identity in the route: its own, or else \
            its kind and target (`serve desks`). Chance belongs to names, not to places: a step that moves keeps its draws, and \
            steps of the same name in two routes share them. A family that comes to the end of its route is helped.
            """,
            """
            Шаги записывают списком, каждый — одного из названных выше видов. Имя шага отличает его в маршруте: это своё имя или \
            вид и предмет (`serve desks`). Случайность привязана к именам, а не к местам: переставленный шаг сохраняет свои случайные \
            значения, а у шагов с одним именем в двух маршрутах они общие. Семья, дошедшая до конца маршрута, считается \
            получившей помощь.
            """
        )
    )

    private static let conditions = ReferenceChapter(
        DiagnosticText("Conditions", "Условия"),
        DiagnosticText(
            """
            `documents`, an attribute, or `waiting at POOL` (families in its line) is compared by \(signs) with a number or, \
            where the attribute has words, with a word. Several comparisons are joined by `and`: \
            `documents >= 5 and waiting at desks < 3 and town = Коркино`. The first option whose condition holds is taken; \
            chances and conditions do not stand in one `choose`.
            """,
            """
            `documents`, признак или `waiting at ПУЛ` (число семей в очереди) сравнивают знаками \(signs) с числом, а если у признака \
            слова — со словом. Сравнения соединяют через `and`: \
            `documents >= 5 and waiting at desks < 3 and town = Коркино`. Выбирается первый путь, условие которого выполнено; \
            вероятности и условия в одном `choose` не смешивают.
            """
        )
    )

    private static let signs = Condition.Comparison.allCases.map { "`\($0.rawValue)`" }.joined(
        separator: ", "
    )

    private static let tables = ReferenceChapter(
        DiagnosticText("Tables", "Таблицы"),
        DiagnosticText(
            """
            A table is a CSV file in UTF-8, with its path relative to the file that names it and the names of its columns in the \
            first line. Commas or semicolons part the cells; beside semicolons decimals may have a comma. Dates may also be written \
            `12.01.2026`. Numbers of rows whose hours overlap add up; a date with rows of its own has these only.
            """,
            """
            Таблица — это файл CSV в кодировке UTF-8; путь к нему указывают относительно файла, который его называет, а в первой \
            строке стоят имена столбцов. Ячейки разделены запятыми или точками с запятой; во втором случае дробная часть может \
            отделяться запятой. Даты можно писать и как `12.01.2026`. Числа строк с пересекающимися часами складываются; для даты, у \
            которой есть свои строки, действуют только они.
            """
        )
    )

    private static let layers = ReferenceChapter(
        DiagnosticText("Files and entries over one another", "Файлы и записи поверх других"),
        DiagnosticText(
            """
            What a file or an entry gives lies over what it extends or is based on: mappings unite key by key, and anything else, \
            lists too, is replaced.
            """,
            """
            То, что указано в файле или записи, ложится поверх того, что они дополняют: наборы ключей объединяются ключ за ключом, \
            всё остальное, в том числе списки, заменяется.
            """
        )
    )

    private static let paths = ReferenceChapter(
        DiagnosticText("Paths", "Пути"),
        DiagnosticText(
            """
            A path leads to one value, for `set` in a design and `--set` on the command line: keys and names from the top of the \
            file, joined by `/`, as in `pools/desks/on duty/office`. A step stands in it by its name, however deep it lies, as in \
            `routes/help/serve desks/takes`; an entry of a list by its number from 1.
            """,
            """
            Путь указывает на одно значение — для `set` в варианте и `--set` в командной строке: это ключи и имена от начала файла через \
            `/`, например `pools/desks/on duty/office`. Шаг указывают по имени, как бы глубоко он ни стоял, например \
            `routes/help/serve desks/takes`; элемент списка — по номеру, начиная с 1.
            """
        )
    )

    private static let sources = ReferenceChapter(
        DiagnosticText("Sources", "Источники"),
        DiagnosticText(
            """
            Any value may say where it comes from: `{ value: 15 min, source: "…", status: known }`. A mapping may bear \(keys) \
            beside its own keys. The status is \(statuses): a source was found and is named; it is known but its source was not \
            found; it is assumed.
            """,
            """
            У любого значения можно указать, откуда оно: `{ value: 15 min, source: "…", status: known }`. В наборе ключей \(keys) \
            стоят рядом с остальными. Статус — \(statuses): источник найден и назван; значение известно, но источник не найден; это \
            допущение.
            """
        )
    )

    private static let keys = FormatTable.provenanceKeys.map { "`\($0)`" }.joined(separator: ", ")
    private static let statuses = ProvenanceEntry.Status.allCases.map { "`\($0.rawValue)`" }
        .joined(separator: ", ")
}
