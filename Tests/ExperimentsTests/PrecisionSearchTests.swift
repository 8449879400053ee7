import OutputStatistics
import Testing

@testable import Experiments
@testable import SimulationCore

struct PrecisionSearchTests {
    private static func experiment(
        _ share: Double,
        most replications: Int = 300,
        threads: Int = 1
    ) throws -> Experiment {
        var experiment = try SmallCentre.experiment(replications: replications, threads: threads)
        experiment.precision = PrecisionGoal(share: share)
        return experiment
    }

    /// Whether all headlines' differences are precise enough after n replications, by the definition.
    private static func isMet(_ share: Double, in result: ExperimentResult, after number: Int) -> Bool {
        let designs = result.designs
        return ExperimentResult.headlines(of: designs[0].scenario).allSatisfy { id in
            let series = designs.compactMap { design in design.series.first { $0.id == id } }
            guard series.count == 2 else { return true }
            let ratios = series.map { one in
                RatioEstimate(
                    sums: Array(one.ratio.sums[..<number]),
                    counts: Array(one.ratio.counts[..<number])
                )
            }
            guard let value = ratios[0].estimate.value, ratios[1].estimate.value != nil else { return true }
            let least: [MeasureUnit: Double] = [.minutes: 10, .hours: 1, .share: 0.2, .perFamily: 1]
            let limit = share * max(abs(value), least[series[0].unit] ?? 1)
            let difference = PairedDifference(ratios[1], minus: ratios[0])
            return (difference.estimate.halfWidth ?? .infinity) <= limit
        }
    }

    @Test(arguments: [0.06, 0.05, 0.04])
    func `replications stop where the rule says, whatever is computed ahead`(share: Double) async throws {
        let all = try await SmallCentre.experiment(replications: 300, threads: 2).run()
        let verdict = StoppingRule.lookAhead(first: 10).verdict(available: 300) {
            Self.isMet(share, in: all, after: $0)
        }
        guard case .reached(let expected) = verdict else {
            Issue.record("300 replications do not decide")
            return
        }
        let fixed = try await SmallCentre.experiment(replications: expected).run()
        for threads in [1, 3] {
            let result = try await Self.experiment(share, threads: threads).run()
            #expect(result.provenance.replications == expected)
            #expect(result.provenance.precision?.isReached == true)
            #expect(!result.provenance.isStoppedEarly)
            #expect(result.designs.map(\.series) == fixed.designs.map(\.series))
            // The sections differ, and with them the intervals of quantiles, but not the quantiles.
            #expect(
                result.designs.map { $0.measures.map(\.value) }
                    == fixed.designs.map { $0.measures.map(\.value) }
            )
        }
        #expect(expected > 10, "the first look would be enough to pass")
    }

    @Test func `a precision out of reach names the measure farthest from it`() async throws {
        let result = try await Self.experiment(0.001, most: 30).run()
        #expect(result.provenance.replications == 30)
        #expect(!result.provenance.isStoppedEarly)
        let widest = try #require(result.provenance.precision?.widest)
        #expect(widest.excess > 1)
        let comparison = try #require(result.comparison(of: widest.id, design: widest.design))
        #expect(comparison.joint.halfWidth == widest.halfWidth)
        let excesses = result.headlines.compactMap { id -> Double? in
            guard let comparison = result.comparison(of: id, design: "two desks"),
                let halfWidth = comparison.joint.halfWidth, let value = result.baseline.measure(id)?.value
            else { return nil }
            return halfWidth / PrecisionGoal(share: 0.001).limit(at: value, in: comparison.unit)
        }
        #expect(excesses.max() == widest.excess)
        #expect(result.warnings.contains(.precisionNotReached(widest, asked: 0.001)))
    }

    @Test func `a precise measure of one design is held against its own value`() async throws {
        var experiment = try Self.experiment(0.08)
        experiment.designs.removeLast()
        let result = try await experiment.run()
        #expect(result.provenance.precision?.isReached == true)
        for id in result.headlines {
            let measure = try #require(result.baseline.measure(id))
            let value = try #require(measure.value)
            let halfWidth = try #require(measure.halfWidth)
            #expect(halfWidth <= PrecisionGoal(share: 0.08).limit(at: value, in: measure.unit))
        }
    }

    @Test func `a stopped search keeps what is done and has reached nothing`() async throws {
        let flag = CancellationFlag()
        let result = try await Self.experiment(0.001).run(cancellation: flag) { done, _ in
            if done == 50 { flag.raise() }
        }
        let kept = result.provenance.replications
        #expect((10..<300).contains(kept))
        #expect(result.provenance.isStoppedEarly)
        #expect(result.provenance.precision == nil)
    }

    @Test(arguments: [1, 7, 20, 21, 40, 41, 95, 400])
    func `sections of an unknown number of replications are even and complete`(number: Int) {
        var sums = DesignAccumulator(tallies: 1, planned: nil)
        for index in 0..<number {
            var one = ReplicationObservations.empty(index: UInt32(index))
            one.sketches = [QuantileSketch([Int64(index)])]
            sums.add(one)
        }
        let complete = sums.completeSections
        let sizes = sums.sections[0].prefix(complete).map(\.count)
        #expect(Set(sizes).count <= 1)
        #expect(complete <= 20)
        #expect(number < 20 ? complete == number : complete >= 10)
        let all = sums.sections[0].reduce(QuantileSketch()) { $0.merged(with: $1) }
        #expect(all.exactValues == (0..<number).map(Int64.init))
    }
}

extension ReplicationObservations {
    /// A replication in which nothing happened.
    fileprivate static func empty(index: UInt32) -> ReplicationObservations {
        ReplicationObservations(
            index: index,
            tallies: [],
            within: [],
            sketches: [],
            pools: [],
            classes: [],
            responders: [],
            groupings: [],
            window: 0,
            presentArea: 0,
            events: 0,
            loopsStopped: 0,
            peakStrands: 0,
            journeys: []
        )
    }
}
