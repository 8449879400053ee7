import Experiments
import Foundation
import RandomStreams
import Reports
import Testing

struct ExportTests {
    @Test
    func `every row of the long table has as many fields as there are columns`() async throws {
        let result = try await ExampleCentre.result(replications: 2)
        let tables = [
            CSVExport.measures(of: result.designs), CSVExport.replications(of: result.designs),
            CSVExport.comparisons(of: result),
        ]
        for table in tables {
            let rows = table.split(separator: "\n")
            let columns = rows[0].split(separator: ",").count
            #expect(rows.count > 10)
            for row in rows where !row.contains("\"") {
                #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == columns)
            }
        }
    }

    @Test
    func `the JSON export can be read and names its schema`() async throws {
        let result = try await ExampleCentre.result(replications: 2)
        let text = JSONExport.value(of: result).text
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "marshrut/result/1")
        #expect((object?["designs"] as? [Any])?.count == 2)
    }

    @Test
    func `the JSON export of a result and of a design records what its draws follow`() async throws {
        let result = try await ExampleCentre.result(replications: 2)
        let exports = [JSONExport.value(of: result), JSONExport.value(of: result.designs[1], in: result)]
        for export in exports {
            let object = try JSONSerialization.jsonObject(with: Data(export.text.utf8)) as? [String: Any]
            #expect(object?["seed"] as? String == "\(result.provenance.seed)")
            #expect(object?["stream_layout"] as? Int == Occurrence.layoutVersion)
        }
    }

    @Test
    func `the same experiment gives the same bytes`() async throws {
        let first = try await ExampleCentre.result(replications: 3)
        let second = try await ExampleCentre.result(replications: 3)
        #expect(JSONExport.value(of: first).text == JSONExport.value(of: second).text)
        #expect(CSVExport.measures(of: first.designs) == CSVExport.measures(of: second.designs))
    }
}
