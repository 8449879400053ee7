import Experiments
import ScenarioFile
import ScenarioModel
import Testing

/// The week of staff who are told apart, worked out by hand.
struct StaffWeekTests {
    // One replication of 110 minutes, from 09:00 to 10:50:
    //
    //   clerk          09:10–09:40 application, 09:45–10:15 application
    //   psychologist   09:20–09:50 application, 09:50–10:50 talk
    @Test func `load, families, switches and the longest stretch of each are told`() async throws {
        let text = """
            scenario: skills
            starts: 2024-01-08 09:00
            horizon: until all have left
            pools:
              staff:
                members: { clerk: { skills: [papers] }, psychologist: { skills: [talks], second skills: [papers] } }
            families:
              first: { arrivals: { every: 10 min, at most: 1 }, route: papers }
              second: { arrivals: { every: 20 min, at most: 1 }, route: papers }
              third: { arrivals: { every: 45 min, at most: 1 }, route: papers }
              talk: { arrivals: { every: 30 min, at most: 1 }, route: talk }
            routes:
              papers: [ { serve: { name: application, by: staff, skill: papers, takes: 30 min } } ]
              talk: [ { serve: { name: talk, by: staff, skill: talks, takes: 1 h } } ]
            """
        let design = try await design(text)
        func value(_ quantity: Quantity, _ member: String) throws -> Double {
            try #require(design.measure(MeasureID(quantity, of: .member("staff/\(member)")))?.value)
        }
        let windows = 10_080 / 110.0
        let expected: [(Quantity, clerk: Double, psychologist: Double)] = [
            (.numberOnDuty, 168, 168), (.utilisation, 60 / 110.0, 90 / 110.0), (.overtime, 0, 0),
            (.familiesServed, 2 * windows, 2 * windows), (.taskSwitches, 0, windows),
            (.longestStretch, 0.5, 1.5),
        ]
        for (quantity, clerk, psychologist) in expected {
            #expect(abs(try value(quantity, "clerk") - clerk) < 1e-9, "\(quantity)")
            #expect(abs(try value(quantity, "psychologist") - psychologist) < 1e-9, "\(quantity)")
        }
    }

    // Anna's hours end at 10:00, in the middle of a talk that began at 09:30 and takes an hour; Boris goes on until 12:00.
    // She is at work for half an hour of her hour, and for half an hour more; he is idle.
    @Test func `who works beyond hours of one's own works overtime though others are on duty`() async throws {
        let text = """
            scenario: hours
            starts: 2024-01-08 09:00
            horizon: 3 h
            calendars: { short: { mon: "09:00-10:00" }, long: { mon: "09:00-12:00" } }
            pools: { staff: { members: { anna: { calendar: short, skills: [talks] }, boris: { calendar: long } } } }
            families: { one: { arrivals: { every: 30 min, at most: 1 }, route: talk } }
            routes: { talk: [ { serve: { by: staff, skill: talks, takes: 1 h } } ] }
            """
        let design = try await design(text)
        func value(_ quantity: Quantity, _ subject: MeasureSubject) throws -> Double {
            try #require(design.measure(MeasureID(quantity, of: subject))?.value)
        }
        let weeks = 168 / 3.0
        #expect(try value(.utilisation, .member("staff/anna")) == 0.5)
        #expect(abs(try value(.overtime, .member("staff/anna")) - 0.5 * weeks) < 1e-9)
        #expect(try value(.utilisation, .member("staff/boris")) == 0)
        #expect(try value(.longestStretch, .member("staff/anna")) == 1)
        // Of four hours on duty half an hour was worked.
        #expect(try value(.utilisation, .pool("staff")) == 0.125)
        #expect(abs(try value(.overtime, .pool("staff")) - 0.5 * weeks) < 1e-9)
    }

    // One curator with one place: the second family waits for it until the first is done, for 50 of the 60 minutes.
    @Test(arguments: [("49 min", 0.5), ("50 min", 1.0)])
    func `a target may ask for the wait for a place with a curator`(limit: String, share: Double) async throws
    {
        let text = """
            scenario: list
            starts: 2024-01-08 09:00
            horizon: until all have left
            pools: { curators: { members: { anna: {} }, caseload: 1 } }
            families: { f: { arrivals: { every: 10 min, at most: 2 }, route: r } }
            routes: { r: [ { assign: { by: curators, do: [ { delay: 1 h } ] } } ] }
            targets: { soon: { waiting time at: curators/cases, within: \(limit), for: 90 % } }
            """
        let design = try await design(text)
        #expect(design.targets.first?.share == share)
        // The place is no member of the staff, and the curator did nothing.
        #expect(design.measure(MeasureID(.utilisation, of: .member("curators/cases/anna"))) == nil)
        #expect(design.measure(MeasureID(.utilisation, of: .member("curators/anna")))?.value == 0)
    }

    private func design(_ text: String) async throws -> DesignResult {
        let read = ScenarioReader().read(text: text, named: "staff.yaml")
        let shown = DiagnosticRenderer().text(read.diagnostics)
        let designs = try #require(read.designs, "\(shown)").designs.map { try ExperimentDesign($0) }
        return try await Experiment(designs: designs, replications: 2, seed: 1).run().baseline
    }
}
