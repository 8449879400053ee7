/// Prints the JSON Schema of the scenario format from the table that decoding checks against.
///
/// Editors use it to complete and check scenario files; it is wider than the reader, which also checks
/// names, units and ranges inside texts.
public struct JSONSchemaWriter: Sendable {
    /// Language of the descriptions: `ru` or `en`.
    public var language: String

    /// Makes a writer for a language.
    public init(language: String = "en") {
        self.language = language
    }

    /// Every key of the format, in alphabetical order: for completion and for tests.
    public static var keyNames: [String] {
        Set(FormatTable.all.flatMap { $0.keys.map(\.name) } + FormatTable.provenanceKeys + ["value"]).sorted()
    }

    /// The schema as indented JSON (draft 2020-12).
    public func text() -> String {
        let definitions = FormatTable.all.map { ($0.kind.rawValue, object($0)) }
        return JSONText.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string(language == "ru" ? "Сценарий «Маршрута»" : "Marshrut scenario")),
            ("$ref", .string("#/$defs/scenario")),
            ("$defs", .object(definitions)),
        ]).text() + "\n"
    }

    private func object(_ format: ObjectFormat) -> JSONText {
        let properties = format.keys.map { key in (key.name, property(key)) }
        let provenance = [
            ("source", JSONText.object([("type", .string("string"))])),
            ("status", Self.words(["source", "known", "assumption"])),
        ]
        var result: [(String, JSONText)] = [
            ("type", .string("object")),
            ("description", .string(format.description.text(in: language))),
            ("properties", .object(properties + provenance)),
        ]
        let required = format.keys.filter(\.isRequired).map { JSONText.string($0.name) }
        // A file may leave required values to the file it extends or the entry it is based on.
        let inherits = format.kind == .scenario || format.keys.contains { $0.name == "based on" }
        if !required.isEmpty, !inherits { result.append(("required", .array(required))) }
        result.append(("additionalProperties", format.otherKeys.map { value($0.value) } ?? .bool(false)))
        return .object(result)
    }

    private func property(_ key: KeyFormat) -> JSONText {
        var result: [(String, JSONText)] = [("description", .string(key.description.text(in: language)))]
        if let value = key.defaultValue { result.append(("default", .string(value))) }
        result.append(("anyOf", .array([value(key.value), sourced(key.value)])))
        return .object(result)
    }

    /// The form `{ value: X, source: "…", status: known }`.
    private func sourced(_ format: ValueFormat) -> JSONText {
        .object([
            ("type", .string("object")),
            (
                "properties",
                .object([
                    ("value", value(format)),
                    ("source", .object([("type", .string("string"))])),
                    ("status", Self.words(["source", "known", "assumption"])),
                ])
            ),
            ("required", .array([.string("value")])),
            ("additionalProperties", .bool(false)),
        ])
    }

    private func value(_ format: ValueFormat) -> JSONText {
        switch format {
        case .text, .reference: Self.type("string", "number")
        case .localizedText:
            .object([
                (
                    "anyOf",
                    .array([
                        Self.type("string", "number"),
                        .object([
                            ("type", .string("object")),
                            (
                                "properties",
                                .object([("ru", Self.type("string")), ("en", Self.type("string"))])
                            ),
                            ("additionalProperties", .bool(false)),
                        ]),
                    ])
                )
            ])
        case .word(let words): Self.words(words)
        case .integer(let range):
            .object([
                ("type", .string("integer")),
                ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ])
        case .share: example("15 %", "number")
        case .weight: Self.type("number", "string")
        case .yesNo: .object([("enum", .array([.string("yes"), .string("no"), .bool(true), .bool(false)]))])
        case .duration: example("15 min")
        case .durationLaw: example("lognormal(mean 30 min, cv 0.5)")
        case .countLaw: example("poisson(mean 4)", "number")
        case .numberLaw: example("categorical(1: 0.6, 2: 0.4)", "number")
        case .quantity(let text): example(text)
        case .form(let text): example(text, "number")
        case .date: example("2023-01-09")
        case .hours: example("08:30-12:30, 13:15-17:30")
        case .calendarUse: example("office on mon, wed")
        case .poolUses:
            .object([("anyOf", .array([example("2 of rooms"), Self.list(example("2 of rooms"))]))])
        case .steps: Self.list(.object([("$ref", .string("#/$defs/step"))]))
        case .object(let kind): .object([("$ref", .string("#/$defs/\(kind.rawValue)"))])
        case .map(_, let inner):
            .object([("type", .string("object")), ("additionalProperties", mapValue(inner))])
        case .list(let inner): Self.list(value(inner))
        case .either(let forms): .object([("anyOf", .array(forms.map(value)))])
        }
    }

    /// Values of a mapping from names may carry their source too.
    private func mapValue(_ format: ValueFormat) -> JSONText {
        if case .object = format { return value(format) }
        return .object([("anyOf", .array([value(format), sourced(format)]))])
    }

    private func example(_ text: String, _ further: String...) -> JSONText {
        let types = [JSONText.string("string")] + further.map(JSONText.string)
        return .object([
            ("type", types.count == 1 ? types[0] : .array(types)),
            ("examples", .array([.string(text)])),
        ])
    }

    private static func type(_ names: String...) -> JSONText {
        .object([("type", names.count == 1 ? .string(names[0]) : .array(names.map(JSONText.string)))])
    }

    private static func words(_ words: [String]) -> JSONText {
        .object([("enum", .array(words.map(JSONText.string)))])
    }

    private static func list(_ element: JSONText) -> JSONText {
        .object([("type", .string("array")), ("items", element)])
    }
}
