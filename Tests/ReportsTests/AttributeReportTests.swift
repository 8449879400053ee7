import Experiments
import Foundation
import Reports
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing
import UserTexts

struct AttributeReportTests {
    private func result() async throws -> ExperimentResult {
        let read = try ScenarioReader().read(path: ScenarioRuns.path("Scenarios/examples/channels.yaml"))
        let designs = try #require(read.designs).designs.map { try ExperimentDesign($0) }
        return try await Experiment(designs: designs, replications: 2, seed: 1).run()
    }

    private func report(_ language: Language) async throws -> String {
        try await TextReport(result(), language: language, source: ReportSource(command: "")).text
            .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    /// The cells of a row of a report.
    private func cells(_ row: String, of text: String) -> ArraySlice<String> {
        let line = text.split(separator: "\n").first { $0.hasPrefix("  \(row) ") } ?? ""
        let cells = line.components(separatedBy: "  ").map { $0.filter { $0 != " " } }
        return cells.filter { !$0.isEmpty }.dropFirst()
    }

    @Test func `an English report has a table by attribute`() async throws {
        let text = try await report(.english)
        #expect(text.contains("\nMEASURES BY ATTRIBUTE\n"))
        #expect(text.contains("Where an attribute changes on the way"))
        let booked = ["1", "0min", "0min", "—", "40min", "100%"]
        #expect(cells("channel = booked", of: text).elementsEqual(booked))
        let walkIn = ["1", "7.5min", "15±10min", "0min", "65min", "100%"]
        #expect(cells("channel = walk-in", of: text).elementsEqual(walkIn))
    }

    @Test func `a Russian report has a table by attribute`() async throws {
        let text = try await report(.russian)
        #expect(text.contains("\nПОКАЗАТЕЛИ ПО ПРИЗНАКАМ СЕМЕЙ\n"))
        #expect(text.contains("Если признак меняется по ходу маршрута"))
        #expect(text.contains("channel = walk-in"))
    }

    @Test func `a report of a scenario that tells nothing apart has no such table`() async throws {
        let result = try await ExampleCentre.result(replications: 2)
        let text = TextReport(result, language: .english, source: ReportSource(command: "")).text
        #expect(!text.contains("BY ATTRIBUTE"))
    }

    @Test func `exports carry measures by attribute`() async throws {
        let result = try await result()
        let csv = CSVExport.measures(of: result.designs)
        #expect(csv.contains(",time in system,attribute,channel = booked,,mean,h,0.6666666666666666,0,,2\n"))
        #expect(csv.contains(",waiting time,attribute,channel = walk-in,,mean,min,7.5,0,,4\n"))
        let json = JSONExport.value(of: result).text
        #expect(json.contains("\"subject\": \"channel = hotline\""))
    }
}
