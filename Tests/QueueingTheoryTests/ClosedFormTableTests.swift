import OutputStatistics
import ScenarioCompiler
import SimulationCore
import TestSupport
import Testing

/// Every row of the queueing values that the scenario language can say; `make proof` runs them at full size.
///
/// The bound is Student's t at two-sided 1e-5. At full size the half-width is at most 1 % of the value, so that a bias of
/// 2 % is caught, or a quarter of what services 2 % longer do to it where that is more; in `make test` it is at most half of it, which shows that the rows still run and are not far off.
@Suite(.serialized) struct ClosedFormTableTests {
    private static let share = Proof.size(1.0, quick: 0.01)
    private static let largestHalfWidth = Proof.size(0.01, quick: 0.5)
    private static let header = ["quantity", "inputs", "value", "estimate", "half-width", "source"]

    @Test func `stationary rows agree with theory`() async throws {
        let cases = try ReferenceRow.all().flatMap(ClosedFormCase.cases)
        #expect(cases.count == 101)
        var table: [[String]] = []
        for (model, members) in Self.grouped(cases) {
            let observed = members.map(\.observed)
            let series = try await StreamedRuns(model.text(share: Self.share))
                .series(of: observed, replications: model.replications, seed: 301)
            for (member, values) in zip(members, series) {
                let effect = abs((member.withLongerServices ?? member.theory) / member.theory - 1)
                table.append(
                    Self.judge(
                        member.row,
                        member.theory,
                        member.observed,
                        values,
                        largestHalfWidth: max(Self.largestHalfWidth, effect / 4)
                    )
                )
            }
        }
        try Proof.record("closed-forms", title: "Closed forms", header: Self.header, rows: table)
    }

    @Test func `a service longer by two per cent is caught in every stationary row of mean waits`()
        async throws
    {
        guard Proof.isSized else { return }
        let cases = try ReferenceRow.all().flatMap(ClosedFormCase.cases).filter {
            $0.observed.name == "mean wait" && $0.model.body.contains("takes: \"")
        }
        var missed: [String] = []
        for one in cases {
            let body = one.model.body.replacing(#/(mean |takes: ")(\d+\.?\d*) min/#) { match in
                "\(match.1)\((Double(match.2) ?? 0) * 1.02) min"
            }
            #expect(body != one.model.body)
            let model = QueueingModel(body: body, warmUp: one.model.warmUp, minutes: one.model.minutes)
            let series = try await StreamedRuns(model.text(share: Self.share))
                .series(of: [one.observed], replications: model.replications, seed: 302)
            let expectation = StatisticalExpectation(one.theory, source: one.row.source)
            if expectation.complaint(sums: series[0].sums, counts: series[0].counts) == nil {
                missed.append("\(one.row.quantity) \(one.row.inputs)")
            }
        }
        #expect(missed.isEmpty)
    }

    private static func grouped(_ cases: [ClosedFormCase]) -> [(QueueingModel, [ClosedFormCase])] {
        var order: [QueueingModel] = []
        var members: [QueueingModel: [ClosedFormCase]] = [:]
        for one in cases {
            if members[one.model] == nil { order.append(one.model) }
            members[one.model, default: []].append(one)
        }
        return order.map { ($0, members[$0] ?? []) }
    }

    /// Judges an estimate and returns its line of the table.
    static func judge(
        _ row: ReferenceRow,
        _ theory: Double,
        _ observed: Observed,
        _ values: StreamedRuns.Series,
        largestHalfWidth: Double = largestHalfWidth
    ) -> [String] {
        let expectation = StatisticalExpectation(
            theory,
            source: row.source,
            largestHalfWidth: largestHalfWidth
        )
        let complaint = expectation.complaint(sums: values.sums, counts: values.counts)
        #expect(complaint == nil, "\(row.quantity), \(row.inputs): \(complaint ?? "")")
        let estimate = RatioEstimate(sums: values.sums, counts: values.counts, level: 1 - 1e-5).estimate
        return [
            "\(row.quantity): \(observed.name)", row.inputs, "\(theory)",
            "\(estimate.value ?? .nan)", "\(estimate.halfWidth ?? .nan)", row.source,
        ]
    }
}
