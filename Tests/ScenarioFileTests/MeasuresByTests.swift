import ScenarioModel
import Testing

@testable import ScenarioFile

struct MeasuresByTests {
    private func diagnostics(of key: String) -> [Diagnostic] {
        ScenarioReader().read(text: small("targets:", key + "\ntargets:"), named: "s.yaml").diagnostics
    }

    @Test(arguments: ["measures by: town", "measures by: [town]", "measures by:\n  - town"])
    func `one name or a list of names is read`(key: String) throws {
        #expect(try scenario(small("targets:", key + "\ntargets:")).measuresBy == ["town"])
    }

    @Test func `a file without the key tells nothing apart`() throws {
        #expect(try scenario(smallText).measuresBy == [])
    }

    @Test func `names are ordered, whatever their order in the file`() throws {
        let text = small("children: ", "area: \"categorical(c: 1)\", children: ")
            .replacing("targets:", with: "measures by: [town, area]\ntargets:")
        #expect(try scenario(text).measuresBy == ["area", "town"])
    }

    @Test func `all mistakes are told at once, each with the nearest name`() {
        let found = diagnostics(of: "measures by: [twon, children, town, town, 5]")
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.location?.line == 28 })
        #expect(found.map(\.found) == ["twon", "children", nil, "5"])
        #expect(found.first?.expected == .names(["town"]))
        let advice = DiagnosticText("did you mean 'town'?", "возможно, имелось в виду «town»?")
        #expect(found.first?.suggestion == advice)
    }

    @Test func `a class in which the attribute is a number is named`() {
        let other = "  other: { arrivals: { every: 5 min }, attributes: { town: 2 }, route: main }\n"
        let text = small("routes:\n", other + "routes:\n")
            .replacing("targets:", with: "measures by: town\ntargets:")
        let found = ScenarioReader().read(text: text, named: "s.yaml").diagnostics
        #expect(found.count == 1)
        let message = found.first?.message.en ?? ""
        #expect(message.hasPrefix("attribute 'town' of family class 'other' holds numbers"), "\(message)")
    }

    @Test func `an attribute whose law is faulty is reported only there`() {
        let text = small("categorical(a: 1, b: 2)", "categorical(a: 1, b: -2)")
            .replacing("targets:", with: "measures by: town\ntargets:")
        #expect(ScenarioReader().read(text: text, named: "s.yaml").diagnostics.count == 1)
    }

    @Test(arguments: [1000, 1001])
    func `at most a thousand words are told apart`(count: Int) {
        let words = (0..<count).map { "w\($0): 1" }.joined(separator: ", ")
        let text = small("categorical(a: 1, b: 2)", "categorical(\(words))")
            .replacing("targets:", with: "measures by: town\ntargets:")
        let found = ScenarioReader().read(text: text, named: "s.yaml").diagnostics
        #expect(found.count { $0.severity == .error } == (count == 1000 ? 0 : 1))
    }

    @Test func `a word that only a step gives is one of the words`() throws {
        let text = small("categorical(a: 1, b: 2)", "categorical(a: 1, b: 0)")
            .replacing("delay: 5 min", with: "set: { town: b }")
        #expect(try scenario(text).familyClasses.words(of: "town") == ["a", "b"])
    }
}
