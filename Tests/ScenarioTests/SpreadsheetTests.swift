import Foundation
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Tables as a Russian spreadsheet saves them: semicolons, decimal commas, dates with points.
struct SpreadsheetTests {
    private let folder = DataFileTests()

    private func model(_ pool: String, _ arrivals: String, _ files: [String: String]) throws -> Scenario {
        let files = try DataFileTests.Folder(folder.scenario(pool: pool, arrivals: arrivals), files)
        let result = try ScenarioReader().read(path: files.path)
        return try #require(result.designs, "\(DiagnosticRenderer().text(result.diagnostics))").baseline
            .scenario
    }

    @Test(arguments: ["\n", "\r\n"])
    func `semicolons, decimal commas and dates with points say what commas and points say`(end: String) throws
    {
        let plain = try model(
            "staff: 3, roster: staff.csv",
            "counts: visits.csv",
            [
                "staff.csv": "day,hours,on duty\nmon-fri,09:00-13:00,2\n2026-01-16,10:00-11:00,1\n",
                "visits.csv": "day,hours,families\nmon-fri,09:00-12:00,7.5\n2026-01-16,09:00-10:00,0.25\n",
            ]
        )
        let russian = try model(
            "staff: 3, roster: staff.csv",
            "counts: visits.csv",
            [
                "staff.csv": ["day;hours;on duty", "mon-fri;09:00-13:00;2", "16.01.2026;10:00-11:00;1", ""]
                    .joined(separator: end),
                "visits.csv": [
                    "\u{FEFF}day;hours;families", "mon-fri;09:00-12:00;7,5", "16.01.2026;09:00-10:00;0,25",
                    "",
                ].joined(separator: end),
            ]
        )
        #expect(plain == russian)
    }

    @Test func `listed arrivals may have dates with points`() throws {
        func arrivals(_ table: String) throws -> ArrivalProcess? {
            try model("staff: 3", "times: invited.csv", ["invited.csv": table]).familyClasses.first?.arrivals
        }
        let russian = try arrivals("who;arrives\nA;12.01.2026 9:05\nB;31.01.2026\n")
        #expect(try russian == arrivals("who,arrives\nA,2026-01-12 09:05\nB,2026-01-31\n"))
    }

    @Test func `a column of observed times may have decimal commas`() throws {
        func takes(_ table: String) throws -> StepAction? {
            let text = folder.scenario().replacing(
                "takes: 30 min",
                with: "takes: \"empirical(times.csv, column minutes, unit min)\""
            )
            let files = try DataFileTests.Folder(text, ["times.csv": table])
            let result = try ScenarioReader().read(path: files.path)
            return result.designs?.baseline.scenario.routes.first?.steps.first?.action
        }
        let plain = try #require(try takes("minutes,desk\n12.5,1\n7,2\n"))
        #expect(try takes("minutes;desk\n12,5;1\n7;2\n") == plain)
        // Between commas a comma is no decimal comma, and a number with two commas is none.
        #expect(try takes("minutes,desk\n\"12,5\",1\n") == nil)
        #expect(try takes("minutes;desk\n1,2,5;1\n") == nil)
        #expect(try takes("minutes;desk\n1,200.5;1\n") == nil)
    }

    @Test(arguments: ["32.01.2026", "16.1.2026", "16.01.26", "01.16.2026"])
    func `an odd date is refused`(date: String) throws {
        let files = try DataFileTests.Folder(
            folder.scenario(pool: "staff: 3, roster: staff.csv"),
            ["staff.csv": "day;hours;on duty\n\(date);09:00-13:00;2\n"]
        )
        #expect(try ScenarioReader().read(path: files.path).designs == nil)
    }

    @Test func `a table in Windows-1251 tells how to save it`() throws {
        let files = try DataFileTests.Folder(folder.scenario(pool: "staff: 3, roster: staff.csv"), [:])
        // "день" in Windows-1251.
        let bytes: [UInt8] = [0xE4, 0xE5, 0xED, 0xFC] + Array(";hours;on duty\r\n".utf8)
        try Data(bytes).write(to: files.url.appending(path: "staff.csv"))
        let message = try #require(ScenarioReader().read(path: files.path).diagnostics.first).message
        #expect(message.en.contains("not UTF-8") && message.en.contains("'CSV UTF-8 (Comma delimited)'"))
        #expect(message.ru.contains("«CSV UTF-8 (разделитель — запятая)»"))
    }
}
