import Foundation
import ScenarioModel
import SimulationCore
import Testing

/// The engine against a second, slow interpreter, event by event, on random scenarios.
///
/// `make test` takes the first 320. `MARSHRUT_PROOF=1` takes the first 10,000, and
/// `MARSHRUT_RANDOM_SCENARIOS=2000-4000` those of a range of seeds, the last left out, so that a long proof can be done in
/// pieces and goes on where it was stopped.
struct ReferenceTests {
    private static var seeds: Range<Int> {
        let environment = ProcessInfo.processInfo.environment
        guard let text = environment["MARSHRUT_RANDOM_SCENARIOS"] else {
            return environment["MARSHRUT_PROOF"] == "1" ? 0..<10_000 : 0..<320
        }
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1] else {
            preconditionFailure("MARSHRUT_RANDOM_SCENARIOS is a range of seeds such as 0-10000")
        }
        return ends[0]..<ends[1]
    }

    @Test func `a second interpreter tells the same journeys of random scenarios, event by event`() async {
        let seeds = Self.seeds
        var events = 0
        await withTaskGroup(of: Int.self) { group in
            for part in 0..<2 {
                group.addTask {
                    seeds.filter { $0 % 2 == part }.reduce(0) { $0 + Self.compare($1) }
                }
            }
            for await part in group { events += part }
        }
        print(
            "second interpreter: \(seeds.count) scenarios from seed \(seeds.lowerBound), \(events) journey events"
        )
        #expect(events > 100 * seeds.count, "the scenarios are too small to show anything")
    }

    /// Compares both runs of a scenario; returns the number of events.
    private static func compare(_ seed: Int) -> Int {
        func difference(_ scenario: Scenario) -> (words: String?, events: Int) {
            JourneyComparison.difference(in: scenario, seed: UInt64(seed), replication: UInt32(seed % 5))
        }
        let scenario = RandomScenario(seed: seed).scenario
        let result = difference(scenario)
        guard result.words != nil else { return result.events }
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
        return result.events
    }

    /// A comparison shows only what the scenarios contain.
    @Test func `random scenarios contain the whole language, and meet all that can happen`() throws {
        var kinds: Set<String> = []
        var words: Set<String> = []
        for seed in 0..<60 {
            let scenario = RandomScenario(seed: seed).scenario
            words.formUnion(LanguageUse(scenario).words)
            let story = try EngineStory(scenario, seed: UInt64(seed), replication: 0)
            for event in story.events {
                kinds.insert(event.kind)
                kinds.insert("wait: \(event.cause)")
                if !event.timeKind.isEmpty { kinds.insert("time: \(event.timeKind)") }
            }
            for pool in story.observations?.pools ?? [] where pool.overtimeArea > 0 {
                kinds.insert("overtime")
            }
        }
        let happenings =
            JourneyEvent.Kind.allCases.map { "\($0)" } + JourneyEvent.Cause.allCases.map { "wait: \($0)" }
            + ["overtime", "time: officeWork", "time: travel", "time: agency", "time: agencyAtCentre"]
        #expect(Set(happenings).subtracting(kinds) == [])
        #expect(Set(LanguageUse.all).subtracting(words) == [])
    }
}
