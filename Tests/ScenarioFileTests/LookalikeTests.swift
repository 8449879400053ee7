import ScenarioFile
import Testing

/// Names that a reader takes for one another.
struct LookalikeTests {
    private func read(_ text: String) -> ReadResult { ScenarioReader().read(text: text, named: "s.yaml") }

    @Test(arguments: [
        ("кафе\u{301}", "кафе́"), ("e\u{301}", "\u{E9}"), ("и\u{306}", "й"), ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("\u{212B}", "\u{C5}"), ("a\u{323}\u{307}", "a\u{307}\u{323}"),
    ])
    func `two spellings of the same letters are one name, and a second entry of it is refused`(
        one: String,
        other: String
    ) throws {
        let twice = read(small("rooms: { staff: 3 }", "\(one): { staff: 3 }\n  \(other): { staff: 4 }"))
        #expect(twice.designs == nil)
        let first = try #require(twice.diagnostics.first)
        #expect(first.message.en == "key '\(one)' is given twice; the first is on line 10")
        #expect(first.location?.line == 11)
        let used = read(
            small("rooms: { staff: 3 }", "\(one): { staff: 3 }").replacing("by: desks", with: "by: \(other)")
        )
        #expect(used.designs != nil, "\(DiagnosticRenderer().text(used.diagnostics))")
    }

    @Test(arguments: [
        ("Desks", nil), ("DESKS", nil), ("dеsks", "'е' is U+0435 here and U+0065 there"),
        ("deskѕ", "'ѕ' is U+0455 here and U+0073 there"), ("ｄesks", "'ｄ' is U+FF44 here and U+0064 there"),
    ])
    func `a name that looks like another of its section is warned of`(name: String, advice: String?) throws {
        let result = read(small("rooms: { staff: 3 }", "\(name): { staff: 3 }"))
        #expect(result.designs != nil)
        let told = result.diagnostics.filter { !$0.message.en.contains("needed by no step") }
        let warning = try #require(told.first)
        #expect(told.count == 1)
        #expect(warning.severity == .warning)
        #expect(warning.location?.line == 10)
        #expect(
            warning.message.en == "'\(name)' in pools looks like 'desks' on line 9; they are two names"
        )
        #expect(warning.suggestion?.en == advice)
    }

    @Test func `look-alikes are found in every section and in attributes, in Cyrillic too`() {
        for (old, new) in [
            ("calendars:\n", "calendars:\n  Office: { mon: \"09:00-18:00\" }\n"),
            ("profiles:\n", "profiles:\n  Hours: { \"09\": 1 }\n"),
            ("agencies:\n", "agencies:\n  Fund: { channels: { web: { answers in: 3 h } } }\n"),
            ("families:\n", "families:\n  Routine: { arrivals: { rate: 1 per h }, route: main }\n"),
            ("routes:\n", "routes:\n  Main: []\n"), ("{ children: ", "{ Children: 1, children: "),
            ("targets:", "designs: { а: { route: main }, А: { route: main } }\ntargets:"),
            ("targets:", "holidays: { rest: [ 2023-01-01 ], Rest: [ 2023-01-02 ] }\ntargets:"),
        ] {
            let result = read(small(old, new))
            #expect(result.designs != nil, "\(DiagnosticRenderer().text(result.diagnostics))")
            let told = result.diagnostics.filter { $0.message.en.contains("looks like") }
            #expect(told.map(\.severity) == [.warning], "\(new)")
        }
        for (one, other) in [("desks-1", "desks-2"), ("стол", "стул"), ("wait", "weight"), ("и", "й")] {
            let result = read(small("rooms: { staff: 3 }", "\(one): { staff: 3 }\n  \(other): { staff: 3 }"))
            #expect(result.designs != nil)
            #expect(!result.diagnostics.contains { $0.message.en.contains("looks like") })
        }
    }

    @Test(arguments: [
        "\u{200B}", "\u{200D}", "\u{2060}", "\u{AD}", "\u{200E}", "\u{34F}", "\u{180E}", "\u{E0041}",
    ])
    func `a name with a character that cannot be seen is refused`(character: String) throws {
        let code = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        for name in ["ro\(character)oms", "\(character)rooms", "rooms\(character)"] {
            let result = read(small("rooms: { staff: 3 }", "\(name): { staff: 3 }"))
            #expect(result.designs == nil)
            let first = try #require(result.diagnostics.first)
            #expect(first.message.en.contains("holds a character that cannot be seen (U+"))
            #expect(first.message.en.contains(code))
            #expect(first.message.ru.contains("есть невидимый символ (U+"))
            #expect(first.location?.line == 10)
        }
    }

    @Test(arguments: [
        "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2069}", "\u{FEFF}",
    ])
    func `marks that turn the direction of writing are refused anywhere, in comments too`(mark: String) {
        for text in [
            small("rooms", "roo\(mark)ms"), small("staff: 3 }", "staff: 3 } # \(mark)"),
            small("scenario: small", "scenario: small\ntitle: \"a\(mark)b\""),
        ] {
            let result = read(text)
            #expect(result.designs == nil)
            #expect(
                result.diagnostics.first?.message.en.hasSuffix("is not allowed in a scenario file") == true
            )
        }
    }

    @Test(arguments: [
        ("dеsks", "did you mean 'desks'? 'е' (U+0435) only looks like 'e'"),
        ("dеѕkѕ", "did you mean 'desks'? 'е' (U+0435) only looks like 'e'"),
        ("Desks", "did you mean 'desks'?"),
        ("desks\u{200B}", "did you mean 'desks'?"),
    ])
    func `a reference in look-alike letters is refused with the name and the letter`(
        name: String,
        advice: String
    ) {
        let result = read(small("by: desks", "by: \(name)"))
        #expect(result.designs == nil)
        #expect(result.diagnostics.map { $0.suggestion?.en } == [advice])
    }

    @Test func `a key in look-alike letters or with odd blanks is refused with the key`() {
        for (key, advice) in [
            ("stаff", "did you mean 'staff'? 'а' (U+0430) only looks like 'a'"),
            ("line\u{A0}limit", "did you mean 'line limit'? '\u{A0}' (U+00A0) only looks like ' '"),
            ("Staff", "did you mean 'staff'?"), ("line-limit", "did you mean 'line limit'?"),
            ("line_limit", "did you mean 'line limit'?"),
        ] {
            let result = read(small("staff: 3", key.hasPrefix("line") ? "staff: 3, \(key): 4" : "\(key): 3"))
            #expect(result.diagnostics.map { $0.suggestion?.en } == [advice])
        }
    }
}
