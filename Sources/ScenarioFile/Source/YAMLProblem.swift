/// What the parser of YAML found wrong, in both languages, and what to do about it.
struct YAMLProblem {
    /// What is wrong.
    let message: DiagnosticText
    /// What to do.
    let advice: DiagnosticText?

    /// Translates the parser's words; unknown ones are shown as they are.
    init(_ words: String) {
        guard let known = Self.known.first(where: { words.hasPrefix($0.words) }) else {
            message = DiagnosticText("not readable as YAML: \(words)", "не читается как YAML: \(words)")
            advice = nil
            return
        }
        message = DiagnosticText("not readable as YAML: \(words)", "не читается как YAML: \(known.ru)")
        advice = known.advice
    }

    private static let known: [(words: String, ru: String, advice: DiagnosticText?)] = [
        (
            "mapping values are not allowed", "здесь не может быть двоеточия с пробелом после него",
            DiagnosticText(
                "check the line before: a blank after each key's ':'; quote a text that holds ': '",
                "проверьте строку выше: после «:» ключа нужен пробел; текст с «: » внутри берут в кавычки"
            )
        ),
        (
            "could not find expected ':'", "после ключа нет двоеточия",
            DiagnosticText(
                "write 'key: value', with a blank after ':'",
                "пишите «ключ: значение», с пробелом после «:»"
            )
        ),
        ("mapping keys are not allowed", "здесь не может начинаться ключ", .indentation),
        ("block sequence entries are not allowed", "здесь не может быть элемента списка «- »", .indentation),
        (
            "found character that cannot start any token", "с этого знака ничего не может начинаться",
            DiagnosticText(
                "indent with blanks, not tabs; quote a text that begins with this sign",
                "отступы делают пробелами, а не табуляцией; текст, который начинается с такого знака, берут в кавычки"
            )
        ),
        ("found a tab character", "в отступе стоит табуляция", .blanks),
        ("did not find expected ',' or '}'", "нет ожидаемой запятой или скобки «}»", nil),
        ("did not find expected ',' or ']'", "нет ожидаемой запятой или скобки «]»", nil),
        ("did not find expected key", "нет ожидаемого ключа", .indentation),
        ("did not find expected '-' indicator", "нет ожидаемого «- » в начале элемента списка", .indentation),
        ("did not find expected node content", "нет ожидаемого значения", nil),
        (
            "found unexpected end of stream", "файл кончился раньше, чем закрылись кавычки",
            DiagnosticText("close the quotes", "закройте кавычки")
        ),
        ("found unexpected document indicator", "внутри кавычек начинается новый документ", nil),
        (
            "found unknown escape character", "неизвестный знак после обратной косой черты «\\»",
            DiagnosticText(
                "write '\\\\' for a backslash",
                "обратную косую черту в кавычках пишут дважды: «\\\\»"
            )
        ),
        (
            "did not find expected hexdecimal number", "после «\\x» или «\\u» нужно шестнадцатеричное число",
            nil
        ),
        ("found invalid Unicode character escape code", "такого символа Юникода нет", nil),
        ("found an indentation indicator equal to 0", "отступ текста не может быть равен 0", nil),
        ("did not find expected comment or line break", "после «|» или «>» нужна новая строка", nil),
        ("found unexpected ':'", "лишнее двоеточие", nil),
        ("did not find expected <document start>", "после конца сценария стоит что-то ещё", .indentation),
        ("exceeded maximum simple key length", "слишком длинный ключ", nil),
    ]
}

extension DiagnosticText {
    fileprivate static let indentation = DiagnosticText(
        "check the indentation of this line and of the one before",
        "проверьте отступы этой строки и строки выше"
    )
    fileprivate static let blanks = DiagnosticText(
        "indent with blanks, not tabs",
        "отступы делают пробелами, а не табуляцией"
    )
}
