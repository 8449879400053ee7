import ScenarioFile
import ScenarioModel
import Testing

/// Rules of steps: names that look alike, and what an absent family cannot do.
struct StepRuleTests {
    private static func read(_ old: String, _ new: String) -> ReadResult {
        ScenarioReader().read(text: small(old, new), named: "s.yaml")
    }

    @Test(arguments: [
        // The second of each pair has a Cyrillic letter or another case.
        ("name: intake", "name: intаke"), ("name: intake", "name: Intake"),
    ])
    func `names of steps that look alike are warned of`(one: String, other: String) throws {
        let result = Self.read(
            "- serve: { by: desks, takes: 15 min }",
            "- serve: { \(one), by: desks, takes: 15 min }\n    - serve: { \(other), by: rooms, takes: 1 min }"
        )
        #expect(result.designs != nil)
        let told = result.diagnostics.filter { $0.message.en.contains("looks like 'intake'") }
        #expect(told.map(\.severity) == [.warning])
        #expect(told.first?.location?.line == 22)
    }

    @Test(arguments: [("helped", "hеlped", true), ("moved", "Moved", true), ("moved", "removed", false)])
    func `outcomes that look alike are warned of`(one: String, other: String, isTold: Bool) {
        let result = Self.read(
            "{ chance: 0.45, do: [ { delay: 5 min } ] }",
            "{ chance: 0.3, do: [ { leave: \(one) } ] }\n"
                + "        - { chance: 0.2, do: [ { leave: { outcome: \(other) } } ] }"
        ).diagnostics.filter { $0.message.en.contains("looks like") }
        #expect(
            result.map(\.message.en)
                == (isTold ? ["'\(other)' in routes looks like '\(one)' on line 23; they are two names"] : [])
        )
    }

    @Test func `a step name or outcome with a character that cannot be seen is refused`() {
        for name in ["in\u{200B}take", "\u{2060}intake"] {
            #expect(
                Self.read("by: desks, takes: 15 min", "name: \(name), by: desks, takes: 15 min").designs
                    == nil
            )
            #expect(Self.read("delay: 5 min", "leave: \(name)").designs == nil)
        }
    }

    @Test(arguments: [
        "patience: 5 min", "balks: { 2 waiting: 0.5 }", "if it gives up: [ { leave: a } ]",
        "if it balks: [ { leave: a } ]", "if refused: [ { leave: a } ]",
    ])
    func `an absent family cannot leave a line`(key: String) throws {
        let name = key.split(separator: ":")[0]
        let result = Self.read("takes: 15 min", "takes: 15 min, family absent: yes, \(key)")
        #expect(result.designs == nil)
        #expect(
            result.diagnostics.map(\.message.en) == [
                "'\(name)' in step 'serve desks': the family is absent and cannot leave the line; remove it"
            ]
        )
        for word in ["no", "yes"] {
            let allowed = word == "no" ? key : "patience: unlimited"
            #expect(
                Self.read("takes: 15 min", "takes: 15 min, family absent: \(word), \(allowed)").designs != nil
            )
        }
    }

    @Test(arguments: ["ru-2027", "russia", "ru"])
    func `an unknown production calendar tells which are known`(name: String) throws {
        let result = Self.read("\"09:00-18:00\" }", "\"09:00-18:00\", holidays: \(name) }")
        let suggestion = try #require(result.diagnostics.first?.suggestion)
        #expect(suggestion.en.hasPrefix("known are 'ru-2022', 'ru-2023', 'ru-2024', 'ru-2025', 'ru-2026'"))
        #expect(suggestion.ru.hasPrefix("известны «ru-2022», "))
    }

    @Test func `a misspelt production calendar is set right`() throws {
        let result = Self.read("\"09:00-18:00\" }", "\"09:00-18:00\", holidays: rv-2024 }")
        #expect(try #require(result.diagnostics.first?.suggestion).en == "did you mean 'ru-2024'?")
    }
}
