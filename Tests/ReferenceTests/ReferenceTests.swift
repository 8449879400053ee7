import Foundation
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// The engine against a second, slow interpreter, event by event, on random scenarios.
///
/// `make test` takes the first 320 scenarios, `make proof` the first 10,000. `MARSHRUT_RANDOM_SCENARIOS=2000-4000` takes
/// those of a range of seeds, the last left out.
struct ReferenceTests {
    /// Seeds in a row of the table.
    private static let seedsPerRow = 1000

    private static var seeds: Range<Int> {
        guard let text = ProcessInfo.processInfo.environment["MARSHRUT_RANDOM_SCENARIOS"] else {
            return 0..<Proof.size(10_000, quick: 320)
        }
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1] else {
            preconditionFailure("MARSHRUT_RANDOM_SCENARIOS is a range of seeds such as 0-10000")
        }
        return ends[0]..<ends[1]
    }

    @Test func `a second interpreter tells the same journeys of random scenarios, event by event`()
        async throws
    {
        let seeds = Self.seeds
        var rows: [[String]] = []
        for first in stride(from: seeds.lowerBound, to: seeds.upperBound, by: Self.seedsPerRow) {
            let row = first..<min(first + Self.seedsPerRow, seeds.upperBound)
            let (events, differing) = await Self.compare(row)
            #expect(events > 100 * row.count, "the scenarios are too small to show anything")
            rows.append([
                "\(row.lowerBound)–\(row.upperBound - 1)", "\(row.count)", "\(events)", "\(differing)",
            ])
        }
        try Proof.record(
            "second-interpreter",
            title: "Random scenarios against the second interpreter",
            header: ["seeds", "scenarios", "journey events", "differing"],
            rows: rows
        )
    }

    /// Compares both runs of some scenarios; returns the number of events and of scenarios that differ.
    private static func compare(_ seeds: Range<Int>) async -> (events: Int, differing: Int) {
        await withTaskGroup(of: (events: Int, differing: Int).self) { group in
            for part in 0..<2 {
                group.addTask {
                    var sum = (events: 0, differing: 0)
                    for seed in seeds where seed % 2 == part {
                        let (events, isSame) = compare(seed)
                        sum.events += events
                        sum.differing += isSame ? 0 : 1
                    }
                    return sum
                }
            }
            return await group.reduce(into: (events: 0, differing: 0)) {
                $0.events += $1.events
                $0.differing += $1.differing
            }
        }
    }

    /// Compares both runs of a scenario; returns the number of events and whether they are the same.
    private static func compare(_ seed: Int) -> (events: Int, isSame: Bool) {
        func difference(_ scenario: Scenario) -> (words: String?, events: Int) {
            JourneyComparison.difference(in: scenario, seed: UInt64(seed), replication: UInt32(seed % 5))
        }
        let scenario = RandomScenario(seed: seed).scenario
        let result = difference(scenario)
        guard result.words != nil else { return (result.events, true) }
        // What does not compile any more shows nothing.
        let smallest = ScenarioShrinking {
            !(difference($0).words ?? "CompilationError").contains("CompilationError")
        }
        .smallest(from: scenario)
        Issue.record(
            """
            scenario \(seed): \(result.words ?? "")
            made smaller: \(difference(smallest).words ?? "")
            \(ScenarioOutline(smallest).text)
            """
        )
        return (result.events, false)
    }

    /// What the interpreters agree on where two abilities act on each other shows only where both meet.
    @Test func `every two abilities that act on each other meet in journeys of random scenarios`() throws {
        var counts: [String: Int] = [:]
        for seed in 0..<1500 {
            let scenario = RandomScenario(seed: seed).scenario
            let events = try EngineStory(scenario, seed: UInt64(seed), replication: UInt32(seed % 5)).events
            for pair in MeetingAbilities(scenario, events).pairs { counts[pair, default: 0] += 1 }
        }
        for pair in MeetingAbilities.pairs {
            #expect(counts[pair, default: 0] >= 5, "\(pair) meet in \(counts[pair, default: 0]) scenarios")
        }
    }

    /// A comparison shows only what the scenarios contain.
    @Test func `random scenarios contain the whole language, and meet all that can happen`() throws {
        var kinds: Set<String> = []
        var words: Set<String> = []
        for seed in 0..<120 {
            let scenario = RandomScenario(seed: seed).scenario
            words.formUnion(LanguageUse(scenario).words)
            let story = try EngineStory(scenario, seed: UInt64(seed), replication: 0)
            if story.isPlain, story.events.count > 100 { words.insert("plain run") }
            for event in story.events {
                kinds.insert(event.kind)
                kinds.insert("wait: \(event.cause)")
                if event.kind == "counted" { kinds.insert("counted: \(event.outcome)") }
                if !event.timeKind.isEmpty { kinds.insert("time: \(event.timeKind)") }
            }
            for pool in story.observations?.pools ?? [] where pool.overtimeArea > 0 {
                kinds.insert("overtime")
            }
        }
        let happenings =
            JourneyEvent.Kind.allCases.map { "\($0)" } + JourneyEvent.Cause.allCases.map { "wait: \($0)" }
            + EffortCount.allCases.map { "counted: \($0.rawValue)" }
            + ["overtime", "time: officeWork", "time: travel", "time: agency", "time: agencyAtCentre"]
        #expect(Set(happenings).subtracting(kinds) == [])
        #expect(Set(LanguageUse.all + ["plain run"]).subtracting(words) == [])
    }
}
