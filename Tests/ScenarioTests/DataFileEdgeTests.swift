import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Tables that say nothing, say it twice, or reach beyond ten years.
extension DataFileTests {
    @Test(arguments: ["mon-fri,09:00-17:00,0", "mon-fri,closed,2", "2026-01-12,09:00-17:00,0\nsat,closed,0"])
    func `a roster by which nobody is ever on duty is a mistake`(rows: String) throws {
        let roster = scenario(pool: "staff: 2, roster: staff.csv")
        let mistakes = try Folder(roster, ["staff.csv": "day,hours,on duty\n\(rows)\n"]).mistakes()
        #expect(mistakes == ["s.yaml:12:37: roster in pool 'desks': nobody is ever on duty by this roster"])
    }

    @Test func `of a roster with a faulty row nothing more is said`() throws {
        let table = "day,hours,on duty\nmon-fri,09:00-17:00,0\nsat,9-12,1\n"
        let mistakes = try Folder(scenario(pool: "staff: 2, roster: t.csv"), ["t.csv": table]).mistakes()
        #expect(mistakes == ["t.csv:3:5: found '9-12', expected hours such as '08:30-12:30', or 'closed'"])
    }
}
