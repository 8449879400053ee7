import OutputStatistics
import QueueingFormulas
import TestSupport
import Testing

/// How often 95 % intervals hold the truth, over macro-replications of 20 replications each.
///
/// At full size the share has a standard error of 0.5 points; in `make test` of 1.8, and the bounds are as much wider.
@Suite(.serialized) struct CoverageTests {
    private static let macros = Proof.size(2000, quick: 150)
    private static let bounds = Proof.size(0.935...0.965, quick: 0.88...0.99)
    /// Families watched in a replication: some 220 times as long as either line takes to forget its state.
    private static let families = Proof.size(16_000.0, quick: 4000)

    /// Replications of waits in a line that is stationary when it is first watched.
    private static func waits(_ servers: Int, rate: Double) async throws -> StreamedRuns.Series {
        let model = QueueingModel.line(
            staff: servers,
            rate: rate,
            takes: "exponential(mean 1 min)",
            warmUp: Int(800 / rate),
            minutes: Int(families / rate)
        )
        return try await StreamedRuns(model.text(share: 1))
            .series(of: [.meanWait()], replications: macros * 20, seed: 401)[0]
    }

    @Test(arguments: [(1, 0.8), (5, 4)])
    func `intervals of means cover the truth as often as they say`(servers: Int, rate: Double) async throws {
        let truth = ErlangC(arrivalRate: rate, serviceRate: 1, servers: servers).meanWait
        let series = try await Self.waits(servers, rate: rate)
        var (fixed, lookAhead, sequential) = (0, 0, 0)
        let target = PrecisionTarget(.relative(0.05))
        // A quarter as many searches, each with four times as many replications to spend.
        let searches = Self.macros / 4
        for macro in 0..<Self.macros
        where Self.estimate(series, from: macro * 20, count: 20).interval?.contains(truth) == true {
            fixed += 1
        }
        for search in 0..<searches {
            func estimate(_ number: Int) -> Estimate {
                Self.estimate(series, from: search * 80, count: number)
            }
            func covers(_ rule: StoppingRule) -> Bool {
                let verdict = rule.verdict(on: target, available: 80, estimate: estimate)
                guard case .reached(let number) = verdict else {
                    return estimate(80).interval?.contains(truth) == true
                }
                return estimate(number).interval?.contains(truth) == true
            }
            if covers(.lookAhead(first: 10)) { lookAhead += 1 }
            if covers(.sequential()) { sequential += 1 }
        }
        let share = Double(fixed) / Double(Self.macros)
        #expect(Self.bounds.contains(share), "M/M/\(servers): \(share)")
        func shown(_ hits: Int, of all: Int) -> String {
            "\((Double(hits) / Double(all) * 1000).rounded() / 10) %"
        }
        try Proof.record(
            "coverage-mm\(servers)",
            title:
                "Coverage of 95 % intervals of the mean wait, M/M/\(servers), load \(rate / Double(servers))",
            header: ["procedure", "experiments", "coverage"],
            rows: [
                ["20 replications", "\(Self.macros)", shown(fixed, of: Self.macros)],
                ["look-ahead from 10, 5 %, at most 80", "\(searches)", shown(lookAhead, of: searches)],
                ["Law's sequential rule, 5 %, at most 80", "\(searches)", shown(sequential, of: searches)],
            ]
        )
    }

    private static func estimate(_ series: StreamedRuns.Series, from start: Int, count: Int) -> Estimate {
        RatioEstimate(
            sums: Array(series.sums[start..<start + count]),
            counts: Array(series.counts[start..<start + count])
        ).estimate
    }
}
