import ScenarioFile
import ScenarioModel
import Testing

/// Rules of steps: names that look alike, and what an absent family cannot do.
struct StepRuleTests {
    private static func read(_ old: String, _ new: String) -> ReadResult {
        ScenarioReader().read(text: small(old, new), named: "s.yaml")
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
