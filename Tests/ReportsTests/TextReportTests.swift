import Experiments
import Reports
import Testing
import UserTexts

struct TextReportTests {
    private let source = ReportSource(command: "marshrut compare example.yaml --replications 5 --seed 3")

    @Test
    func `an English comparison leads with its verdict`() async throws {
        let result = try await ExampleCentre.result()
        let text = TextReport(result, language: .english, source: source).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "Example")
        let verdict = try #require(lines.firstIndex(of: "VERDICT"))
        #expect(lines[verdict + 1].hasPrefix("Compared with “One desk”, “Two desks” "))
        #expect(lines[verdict + 1].contains("the wait at “Desks” by "))
        #expect(lines[verdict + 1].contains("not distinguishable in trips"))
        #expect(text.contains(source.command))
    }

    @Test
    func `a Russian comparison is in Russian throughout`() async throws {
        let result = try await ExampleCentre.result()
        let text = TextReport(result, language: .russian, source: source).text
        #expect(text.contains("По сравнению с вариантом «Одно окно» вариант «Два окна» сокращает"))
        #expect(text.contains("5\u{A0}прогонов"))
        for heading in ["ВЫВОД", "НОРМАТИВЫ", "ОЧЕРЕДИ И ЗАГРУЗКА", "ИСХОДЫ", "КАК ПОВТОРИТЬ"] {
            #expect(text.contains(heading))
        }
        #expect(!text.contains("not distinguishable"))
    }

    @Test(arguments: [(1, "1\u{A0}прогон,"), (2, "2\u{A0}прогона,"), (5, "5\u{A0}прогонов,")])
    func `numbers agree with their nouns`(replications: Int, expected: String) async throws {
        let result = try await ExampleCentre.result(replications: replications)
        #expect(TextReport(result, language: .russian, source: source).text.contains(expected))
    }

    @Test
    func `a report of no replication has no numbers and says that it was stopped`() async throws {
        let flag = CancellationFlag()
        flag.raise()
        let experiment = try Experiment(designs: ExampleCentre.designs(), replications: 4, seed: 1)
        let result = try await experiment.run(cancellation: flag)
        let text = TextReport(result, language: .english, source: source).text
        #expect(text.contains("stopped early: 0 of 4 replications are done"))
    }
}
