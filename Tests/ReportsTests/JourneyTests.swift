import Experiments
import Foundation
import Reports
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import Testing
import UserTexts

struct JourneyTests {
    /// All journeys of one replication, in order of arrival, of those who left.
    private func journeys(_ design: ExperimentDesign) throws -> [[JourneyEvent]] {
        let tables = ReplicationTables(program: design.compiled.program, seed: 3)
        let observations = try Replication.run(tables, index: 0, recording: .all)
        let byFamily = Dictionary(grouping: observations.journeys, by: \.entity)
        return byFamily.keys.sorted().compactMap { byFamily[$0] }.filter { events in
            events.contains { $0.kind == .left }
        }
    }

    @Test
    func `the minutes of an account add up to the journey`() throws {
        for design in try ExampleCentre.designs() {
            for events in try journeys(design) {
                let account = JourneyAccount(events, design.compiled)
                let total = TimeKind.allCases.reduce(Int64(0)) { $0 + account.time($1) }
                let left = try #require(events.first { $0.kind == .left })
                #expect(total == account.length)
                #expect(account.length == left.ends - left.begins)
            }
        }
    }

    @Test
    func `accounts of all families add up to what the run observed`() throws {
        for design in try ExampleCentre.designs() {
            let tables = ReplicationTables(program: design.compiled.program, seed: 3)
            let observed = try Replication.run(tables, index: 0)
            let accounts = try journeys(design).map { JourneyAccount($0, design.compiled) }
            for kind in TimeKind.allCases {
                let told = accounts.reduce(Int128(0)) { $0 + Int128($1.time(kind)) }
                let counted = observed.classes.reduce(Int128(0)) { $0 + $1.kindTimes[Int(kind.rawValue)] }
                #expect(told == counted, "\(kind)")
            }
        }
    }

    @Test
    func `the accounts of a whole centre agree with its run`() throws {
        let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
        let set = try ScenarioReader().read(
            path: scenarios.appendingPathComponent("korkino.yaml").path,
            overrides: [
                ScenarioOverride(path: "horizon", value: "6 weeks"),
                ScenarioOverride(path: "warm-up", value: "0 d"),
            ]
        ).designs
        for design in try #require(set).designs {
            let design = try ExperimentDesign(design)
            let tables = ReplicationTables(program: design.compiled.program, seed: 3)
            let observed = try Replication.run(tables, index: 0)
            let accounts = try journeys(design).map { JourneyAccount($0, design.compiled) }
            for kind in TimeKind.allCases {
                let told = accounts.reduce(Int128(0)) { $0 + Int128($1.time(kind)) }
                let counted = observed.classes.reduce(Int128(0)) { $0 + $1.kindTimes[Int(kind.rawValue)] }
                #expect(told == counted, "\(kind) in \(design.name)")
            }
        }
    }

    @Test
    func `a journey is told with dates, times and reasons`() throws {
        let design = try #require(ExampleCentre.designs().first)
        let waiting = try journeys(design).first { events in
            events.contains { $0.kind == .waited && $0.cause == .busy && $0.ahead == 2 }
        }
        let events = try #require(waiting)
        let english = JourneyText(events, of: design.compiled, language: .english).text
        #expect(english.contains("\u{A0}January 2023"))
        #expect(english.contains("2\u{A0}families ahead"))
        #expect(english.contains("Where the time went"))
        let russian = JourneyText(events, of: design.compiled, language: .russian).text
        #expect(russian.contains("\u{A0}января 2023"))
        #expect(russian.contains("впереди 2\u{A0}семьи"))
        #expect(russian.contains("рассказывает о своей ситуации с начала"))
    }
}
