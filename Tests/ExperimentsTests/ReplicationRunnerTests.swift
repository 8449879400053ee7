import Experiments
import SimulationCore
import Testing

struct ReplicationRunnerTests {
    @Test(arguments: [1, 3])
    func `observations come in the order of their index`(threads: Int) async throws {
        let experiment = try SmallCentre.experiment(replications: 9, threads: threads)
        var indices: [UInt32] = []
        var last = (done: 0, total: 0)
        try await ReplicationRunner(experiment: experiment).run(
            cancellation: CancellationFlag(),
            progress: { last = ($0, $1) },
            take: { observations in
                #expect(observations.count == 2)
                indices += observations.map(\.index)
            }
        )
        #expect(indices == (0..<9).flatMap { [$0, $0] })
        #expect(last == (18, 18))
    }

    @Test
    func `an early stop keeps what all designs have finished`() async throws {
        let flag = CancellationFlag()
        let experiment = try SmallCentre.experiment(replications: 40, threads: 2)
        let stopped = try await experiment.run(cancellation: flag) { done, _ in
            if done == 9 { flag.raise() }
        }
        let kept = stopped.provenance.replications
        #expect((1..<40).contains(kept))
        #expect(stopped.provenance.isStoppedEarly)
        let short = try await SmallCentre.experiment(replications: kept).run()
        #expect(stopped.designs.map(\.series) == short.designs.map(\.series))
    }

    @Test
    func `a flag raised before the start gives an empty result`() async throws {
        let flag = CancellationFlag()
        flag.raise()
        let result = try await SmallCentre.experiment().run(cancellation: flag)
        #expect(result.provenance.replications == 0)
        #expect(result.baseline.measure(MeasureID(.waitingTime))?.value == nil)
    }
}
