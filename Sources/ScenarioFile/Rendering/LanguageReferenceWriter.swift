/// Prints the language reference, a page of Markdown, from the table that decoding checks against.
///
/// Kinds of mapping come in the order in which the format leads to them, so that the page reads as a file does; the forms
/// of values are told once, after them.
package struct LanguageReferenceWriter: Sendable {
    /// Language of the page: `ru` or `en`.
    package var language: String

    /// Makes a writer for a language.
    package init(language: String = "en") {
        self.language = language
    }

    /// Names of the examples that the page sends its readers to, in alphabetical order.
    package static var exampleNames: [String] { Set(FormatExample.all.map(\.name)).sorted() }

    /// The page, ending with a line feed.
    package func text() -> String {
        let outline = FormatOutline(name: say("NAME", "ИМЯ"))
        let parts =
            [Self.opening.text(in: language)]
            + outline.sections.map(section)
            + ["## " + say("Values", "Значения")]
            + ReferenceChapter.all.map(chapter)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func say(_ en: String, _ ru: String) -> String { DiagnosticText(en, ru).text(in: language) }

    // MARK: Kinds of mapping

    private func section(_ section: FormatOutline.Section) -> String {
        let format = section.format
        let isMain = section.depth <= 1 || format.kind == .step
        var parts = [(isMain ? "## " : "### ") + title(section), format.description.text(in: language)]
        let paths = section.paths.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")
        let examples = examples(FormatExample.names(format.kind))
        let places = [paths.isEmpty ? "" : say("Path: \(paths).", "Путь: \(paths)."), examples]
        let line = places.filter { !$0.isEmpty }.joined(separator: " ")
        if !line.isEmpty { parts.append(line) }
        return (parts + [table(format)]).joined(separator: "\n\n")
    }

    private func title(_ section: FormatOutline.Section) -> String {
        switch section.format.kind {
        case .scenario: say("The scenario file", "Файл сценария")
        case .step: say("Steps", "Шаги")
        default: section.keys.map { "`\($0)`" }.joined(separator: ", ")
        }
    }

    private func examples(_ names: [String]) -> String {
        guard !names.isEmpty else { return "" }
        let files = names.map { "`\($0).yaml`" }.joined(separator: ", ")
        return say(
            names.count == 1 ? "Example: \(files)." : "Examples: \(files).",
            names.count == 1 ? "Пример: \(files)." : "Примеры: \(files)."
        )
    }

    private func table(_ format: ObjectFormat) -> String {
        var rows = format.keys.map { key in
            let examples = examples(FormatExample.names(format.kind, key.name))
            let meaning = key.description.text(in: language) + (examples.isEmpty ? "" : " " + examples)
            return ["`\(key.name)`", key.value.words.text(in: language), absence(key), meaning]
        }
        if let others = format.otherKeys {
            let keys = others.examples.map { "`\($0)`" }.joined(separator: ", ")
            let meaning = others.description.text(in: language)
            rows.append([keys, others.value.words.text(in: language), "", meaning])
        }
        return MarkdownTable(
            header: [
                say("Key", "Ключ"), say("Value", "Значение"), say("If not given", "Если не указан"),
                say("Meaning", "Смысл"),
            ],
            rows: rows
        ).text
    }

    /// What holds where a key is not given.
    private func absence(_ key: KeyFormat) -> String {
        if key.isRequired { return say("**required**", "**обязателен**") }
        return key.defaultValue.map { "`\($0)`" } ?? ""
    }

    // MARK: Values

    private func chapter(_ chapter: ReferenceChapter) -> String {
        (["### " + chapter.title.text(in: language)] + chapter.paragraphs.map { $0.text(in: language) })
            .joined(separator: "\n\n")
    }

    private static let opening = DiagnosticText(
        """
        # Language reference

        Every key of a scenario file, its values, and what holds where it is not given.

        ## Overview

        A scenario is one YAML file. Below, each kind of mapping stands with its keys, in the order in which they are best
        written; the forms of values are told after them. A required key may be left to the file that this one extends or to
        the entry that this one is based on. Examples are in `Scenarios/examples`: a short scenario for each ability, which
        tells in its first lines what happens to whom, and beside it, in `NAME.journeys`, the journeys of its families.
        """,
        """
        # Справочник языка сценариев

        Все ключи файла сценария: что в них пишут и что действует, если ключ не указан.

        ## Общие сведения

        Сценарий — это один файл YAML. Ниже перечислены все виды записей с их ключами в том порядке, в котором их удобно
        писать; формы значений объяснены после них. Обязательный ключ можно не указывать, если он есть в файле, который этот
        файл дополняет (`extends`), или в записи, на которой основана эта (`based on`). Примеры лежат в `Scenarios/examples`:
        на каждую возможность — короткий сценарий, в начале которого сказано, что с кем происходит, а рядом, в файле
        `ИМЯ.journeys`, — пути его семей.
        """
    )
}
