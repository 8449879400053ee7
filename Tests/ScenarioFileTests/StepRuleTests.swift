import ScenarioFile
import ScenarioModel
import Testing

/// Rules of steps: names that look alike, and what an absent family cannot do.
struct StepRuleTests {
    private static func read(_ old: String, _ new: String) -> ReadResult {
        ScenarioReader().read(text: small(old, new), named: "s.yaml")
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
