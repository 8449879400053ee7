import Experiments
import OutputStatistics
import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Measures by the words of attributes, against journeys added up by hand.
struct AttributeMeasureTests {
    /// Each word is told by a step that only its bearers go through, so that journeys show it without attributes.
    private static let text = """
        scenario: channels
        starts: 2024-01-08
        horizon: 2 weeks
        warm-up: 2 d
        measures by: [channel]
        calendars: { office: { mon-sat: "09:00-18:00" } }
        pools:
          desk: { staff: 2, on duty: { office: 2 } }
          back: { staff: 1, calendar: office }
        families:
          near:
            arrivals: { rate: 40 per working day, calendar: office }
            patience: exponential(mean 40 min)
            attributes: { channel: "categorical(hotline: 0.3, online: 0, walk-in: 0.7)" }
            route: help
          far:
            arrivals: { rate: 15 per working day, calendar: office }
            attributes: { channel: "categorical(hotline: 0.8, booked: 0.2)" }
            route: help
          other: { arrivals: { rate: 5 per working day, calendar: office }, route: short }
          calls:
            background: yes
            arrivals: { rate: 5 per working day, calendar: office }
            attributes: { channel: "categorical(hotline: 1)" }
            route: help
        routes:
          short: [ { serve: { by: desk, takes: exponential(mean 10 min) } } ]
          help:
            - choose:
                - if: channel = hotline
                  do:
                    - delay: { name: is hotline, takes: 1 min }
                    - serve: { name: call, by: desk, takes: exponential(mean 5 min) }
                    - choose:
                        name: turn
                        options:
                          - chance: 0.4
                            do: [ { set: { channel: online } }, { delay: { name: is online, takes: 1 min } } ]
                - { if: channel = walk-in, do: [ { delay: { name: is walk-in, takes: 1 min } } ] }
                - otherwise: [ { delay: { name: is booked, takes: 1 min } } ]
            - serve: { by: desk, takes: exponential(mean 15 min) }
            - serve: { name: file, by: back, takes: exponential(mean 3 min), family absent: yes }
        designs:
          two: { title: two }
          three: { set: { pools/desk/staff: 3, pools/desk/on duty/office: 3 } }
        """

    private static let seed: UInt64 = 11
    private static let words = ["booked", "hotline", "online", "walk-in"]

    private func designs() throws -> [ExperimentDesign] {
        let read = ScenarioReader().read(text: Self.text, named: "channels.yaml")
        let shown = DiagnosticRenderer().text(read.diagnostics)
        return try #require(read.designs, "\(shown)").designs.map { try ExperimentDesign($0) }
    }

    private func result(replications: Int) async throws -> ExperimentResult {
        try await Experiment(designs: designs(), replications: replications, seed: Self.seed).run()
    }

    private func id(_ quantity: Quantity, _ word: String, _ statistic: Statistic = .mean) -> MeasureID {
        MeasureID(quantity, of: .attribute("channel", word: word), statistic)
    }

    /// What a word's families met, in microseconds, added up from journeys.
    private struct Sums {
        var inSystem: [Int64] = []
        var waits: [Int64] = []
        var firstHelp: [Int64] = []
        var helped = 0
        var present = 0
    }

    /// Adds up the journeys of families in the foreground that have the attribute.
    private func sums(_ compiled: CompiledScenario, _ events: [JourneyEvent]) -> [String: Sums] {
        let symbols = compiled.symbols
        let warmUp = compiled.scenario.warmUp.microseconds
        var sums = Dictionary(uniqueKeysWithValues: Self.words.map { ($0, Sums()) })
        for journey in Dictionary(grouping: events, by: \.entity).values {
            let name = symbols.classes[Int(journey[0].classIndex)]
            guard name == "near" || name == "far" else { continue }
            let arrival = journey[0].begins
            // Before the first mark nobody has waited.
            var word = journey.lazy.compactMap { mark(symbols, $0) }.first ?? "unmarked"
            #expect(Self.words.contains(word))
            var isHelped = false
            var hasLeft = false
            for event in journey {
                word = mark(symbols, event) ?? word
                let step = event.step < 0 ? "" : symbols.steps[Int(event.step)].name
                if event.kind == .waited, step != "file" {
                    if event.begins >= warmUp { sums[word]?.waits.append(event.ends - event.begins) }
                    if !isHelped, arrival >= warmUp { sums[word]?.firstHelp.append(event.ends - arrival) }
                    isHelped = true
                }
                guard event.kind == .left else { continue }
                hasLeft = true
                guard arrival >= warmUp else { continue }
                sums[word]?.inSystem.append(event.ends - arrival)
                if symbols.outcomes[Int(event.outcome)] == "helped" { sums[word]?.helped += 1 }
            }
            if !hasLeft, arrival >= warmUp { sums[word]?.present += 1 }
        }
        return sums
    }

    /// The word that a step's name tells.
    private func mark(_ symbols: SymbolTable, _ event: JourneyEvent) -> String? {
        guard event.kind == .delayed else { return nil }
        let name = symbols.steps[Int(event.step)].name
        return name.hasPrefix("is ") ? String(name.dropFirst(3)) : nil
    }

    @Test func `measures by a word are those of the journeys of its bearers`() async throws {
        let designs = try designs()
        let result = try await result(replications: 3)
        for (design, measured) in zip(designs, result.designs) {
            let runs = try await ScenarioRuns.replications(
                3,
                of: design.compiled,
                seed: Self.seed,
                recording: .all
            )
            let all = runs.map { sums(design.compiled, $0.journeys) }
            for word in Self.words {
                let found = all.compactMap { $0[word] }
                let (times, waits) = (found.flatMap(\.inSystem), found.flatMap(\.waits))
                let help = found.flatMap(\.firstHelp)
                #expect(times.count > 20 && waits.count > 20, "\(word)")
                expect(measured, id(.timeInSystem, word), times, unit: 3_600_000_000)
                expect(measured, id(.timeToFirstHelp, word), help, unit: 3_600_000_000)
                expect(measured, id(.waitingTime, word), waits, unit: 60_000_000)
                let helped = Double(found.reduce(0) { $0 + $1.helped }) / Double(times.count)
                #expect(measured.measure(id(.helped, word, .share))?.value == helped)
                let left = Double(times.count) / 3
                #expect(measured.measure(id(.departures, word))?.value == left)
                let present = Double(found.reduce(0) { $0 + $1.present }) / 3
                #expect(measured.measure(id(.present, word))?.value == present)
            }
        }
    }

    private func expect(_ design: DesignResult, _ id: MeasureID, _ values: [Int64], unit: Double) {
        let found = design.measure(id)
        #expect(found?.count == Int64(values.count), "\(id)")
        // Nobody begins to be helped with a word that only a step behind the first service gives.
        guard !values.isEmpty else { return #expect(found?.value == nil) }
        let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
        let mean = Double(sum) / Double(values.count) / unit
        #expect(abs((found?.value ?? -1) - mean) <= 1e-12 * max(1, mean), "\(id)")
        #expect(design.measure(id.with(.maximum))?.value == values.max().map { Double($0) * (1 / unit) })
    }

    @Test func `words add up to the classes that bear them`() async throws {
        let design = try designs()[0]
        let runs = try await ScenarioRuns.replications(4, of: design.compiled, seed: 5)
        let plan = design.compiled.program.groupings[0]
        let layout = design.compiled.program.tallies
        let bearers = ["far", "near"].compactMap { design.compiled.symbols.classes.firstIndex(of: $0) }
        let waits = design.compiled.symbols.waits.filter(\.isOfFamily).map { Int32($0.wait) }
        for run in runs {
            func total(_ first: Int32, _ places: [Int]) -> [Int128] {
                let tallies = places.map { run.tallies[Int(first) + $0] }
                return [
                    tallies.reduce(0) { $0 + Int128($1.count) }, tallies.reduce(0) { $0 + $1.sum },
                ]
            }
            let values = Array(Self.words.indices)
            #expect(total(plan.timeInSystem, values) == total(layout.timeInSystem, bearers))
            #expect(total(plan.timeToFirstHelp, values) == total(layout.timeToFirstHelp, bearers))
            #expect(total(plan.ownTime, values) == total(layout.ownTime, bearers))
            let allWaits = waits.map { total($0, bearers) }.reduce([0, 0]) { [$0[0] + $1[0], $0[1] + $1[1]] }
            #expect(total(plan.waits, values) == allWaits)
            let classes = bearers.map { run.classes[$0] }
            let row = run.groupings[0]
            for outcome in 0..<classes[0].outcomes.count {
                let left = classes.reduce(0) { $0 + $1.outcomes[outcome] }
                #expect(row.outcomes.reduce(0) { $0 + $1[outcome] } == left)
            }
            let arrived = row.outcomes.joined().reduce(0, +) + row.present.reduce(0, +)
            #expect(arrived == classes.reduce(0) { $0 + $1.arrived })
        }
    }

    @Test func `means by word, weighted, are the mean of the classes together`() async throws {
        let design = try await result(replications: 3).baseline
        func weighted(_ ids: [MeasureID]) -> Double {
            let measures = ids.compactMap { design.measure($0) }
            let sum = measures.reduce(0) { $0 + ($1.value ?? 0) * Double($1.count) }
            return sum / Double(measures.reduce(0) { $0 + $1.count })
        }
        for quantity in Quantity.judgedForEquity {
            let words = weighted(Self.words.map { id(quantity, $0) })
            let classes = weighted(["far", "near"].map { MeasureID(quantity, familyClass: $0) })
            #expect(abs(words - classes) <= 1e-12 * max(1, classes))
        }
    }

    @Test func `designs are compared by word, and words have intervals and percentiles`() async throws {
        let result = try await result(replications: 4)
        for word in Self.words {
            let comparison = try #require(result.comparison(of: id(.timeInSystem, word), design: "three"))
            #expect(comparison.difference.halfWidth != nil)
            let percentile = try #require(result.baseline.measure(id(.waitingTime, word, .percentile(95))))
            #expect(percentile.value != nil && percentile.halfWidth != nil)
        }
    }

    @Test func `what is told apart changes nothing else`() async throws {
        let read = ScenarioReader().read(
            text: Self.text.replacing("measures by: [channel]\n", with: ""),
            named: "s.yaml"
        )
        let plain = try #require(read.designs).designs.map { try ExperimentDesign($0) }
        let without = try await Experiment(designs: plain, replications: 3, seed: Self.seed).run()
        let with = try await result(replications: 3)
        let others = with.baseline.measures.filter { measure in
            if case .attribute = measure.id.subject { false } else { true }
        }
        #expect(others == without.baseline.measures)
        #expect(others.count < with.baseline.measures.count)
    }
}
