import Experiments
import Reports
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing
import UserTexts

struct CostReportTests {
    private func designs() throws -> [ExperimentDesign] {
        let read = try ScenarioReader().read(path: ScenarioRuns.path("Scenarios/examples/costs.yaml"))
        return try #require(read.designs).designs.map { try ExperimentDesign($0) }
    }

    private func report(_ language: Language) async throws -> String {
        let result = try await Experiment(designs: designs(), replications: 2, seed: 1).run()
        let source = ReportSource(command: "marshrut compare costs.yaml")
        return TextReport(result, language: language, source: source).text
            .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    @Test func `an English report tells costs in roubles`() async throws {
        let text = try await report(.english)
        #expect(text.contains("\nCOSTS\n"))
        #expect(text.contains("cost of staff, Clerks"))
        #expect(text.contains("1112 RUB"))
        #expect(text.contains("raises the total cost by 316 RUB and the cost per family helped by 316 RUB"))
        #expect(text.contains("Costs are those of the observed period (24 h)"))
    }

    @Test func `a Russian report tells costs in roubles`() async throws {
        let text = try await report(.russian)
        #expect(text.contains("\nЗАТРАТЫ\n"))
        #expect(text.contains("затраты на персонал, Специалисты"))
        #expect(text.contains("амортизация, Кабинеты"))
        #expect(text.contains("1112 руб."))
        #expect(
            text.contains(
                "повышает общие затраты на 316 руб. и затраты на одну семью, получившую помощь, на 316 руб."
            )
        )
        #expect(text.contains("за период наблюдения (24 ч)"))
    }

    @Test func `a report without pay has no section of costs`() async throws {
        let result = try await ExampleCentre.result(replications: 2)
        let text = TextReport(result, language: .english, source: ReportSource(command: "")).text
        #expect(!text.contains("COSTS"))
        #expect(!text.contains("RUB"))
    }

    @Test func `equity tells how classes were chosen and what the worst tenth meets`() async throws {
        let result = try await ExampleCentre.result(replications: 3)
        let text = TextReport(result, language: .russian, source: ReportSource(command: "")).text
        #expect(text.contains("выбраны по среднему за все прогоны"))
        #expect(text.contains("\nХУДШАЯ ДЕСЯТАЯ ЧАСТЬ\n"))
        #expect(text.contains("×"))
    }

    @Test func `exports carry costs with their unit`() async throws {
        let result = try await Experiment(designs: designs(), replications: 2, seed: 1).run()
        let csv = CSVExport.measures(of: result.designs)
        #expect(csv.contains("one-clerk,total cost,all,,,mean,rub,1111.8,0,,2\n"), "\(csv.prefix(300))")
        #expect(csv.contains("two-clerks,cost of staff,pool,clerks,,mean,rub,947.7,0,,2\n"))
        #expect(JSONExport.value(of: result).text.contains("\"unit\": \"rub\""))
    }

    @Test func `explain tells a year's cost by the schedule`() throws {
        let design = try designs()[0]
        let preview = DesignPreview(
            name: design.name,
            title: design.title,
            scenario: design.compiled.scenario,
            preview: try LoadPreview(design.compiled)
        )
        // An hour in each day of the run, and 240 roubles of capital cost a day: 365 times.
        let english = ExplainText([preview], language: .english).text.replacing("\u{A0}", with: " ")
        #expect(
            english.contains(
                "Costs: staff on duty 153,738 RUB a year (overtime left out); capital cost 175,200 RUB a year."
            )
        )
        let russian = ExplainText([preview], language: .russian).text.replacing("\u{A0}", with: " ")
            .replacing("\u{202F}", with: " ")
        #expect(
            russian.contains(
                "Затраты: оплата по графику 153 738 руб. в год (без сверхурочных); амортизация 175 200 руб. в год."
            )
        )
        #expect(ExplainText.json([preview]).text.contains("\"staff_cost_rub_per_year\": 153738"))
    }
}
