import QueueingFormulas
import Testing

/// Reference values: computed with 40 digits in mpmath (METHODS 8), relative tolerance 1e-12.
struct ErlangCTests {
    @Test(arguments: [
        (1, 0.5, 0.333333333333333, 0.5),
        (10, 5, 0.0183845703366481, 0.0361053591583202),
        (10, 8, 0.121661064252952, 0.409180150796444),
        (5, 4, 0.199066874027994, 0.554112554112554),
        (100, 90, 0.0269573804643592, 0.216940480906366),
        (1000, 950, 0.00364929368894241, 0.0682534153771414),
        (20, 18, 0.109212845872522, 0.550769004816118),
        (50, 45, 0.0541044721646262, 0.363864467206988),
    ])
    func `blocking and waiting agree with forty digits`(
        _ servers: Int,
        _ load: Double,
        _ blocking: Double,
        _ waiting: Double
    ) {
        #expect(agrees(ErlangB(servers: servers, offeredLoad: load).blocking, blocking, within: 1e-12))
        let line = ErlangC(arrivalRate: load, serviceRate: 1, servers: servers)
        #expect(agrees(line.probabilityOfWaiting, waiting, within: 1e-12))
    }

    /// Rows: λ and μ, servers; mean wait, time in system and number waiting; P(W > 1), P(W > ⅓), q90 and q95.
    @Test(arguments: [
        (
            [0.9, 1], 1, [9.0, 10.0, 8.1],
            [0.814353676232364, 0.870494490433805, 21.9722457733622, 28.9037175789616]
        ),
        (
            [0.8, 1], 1, [4.0, 5.0, 3.2],
            [0.654984602462385, 0.748405588025294, 10.3972077083992, 13.8629436111989]
        ),
        (
            [4, 1], 5, [0.554112554112554, 1.55411255411255, 2.21645021645022],
            [0.203846616753007, 0.397038994603658, 1.71219764639187, 2.40534482695181]
        ),
        (
            [8, 1], 10, [0.204590075398222, 1.20459007539822, 1.63672060318577],
            [0.0553765116028366, 0.210080094187232, 0.704492669786396, 1.05106626006637]
        ),
        (
            [18, 1], 20, [0.275384502408059, 1.27538450240806, 4.95692104334506],
            [0.0745384792647366, 0.282774235705139, 0.853072653127457, 1.19964624340743]
        ),
        (
            [2, 0.5], 5, [1.10822510822511, 3.10822510822511, 2.21645021645022],
            [0.33608625300094, 0.469046150588739, 3.42439529278374, 4.81068965390363]
        ),
    ])
    func `waits in M/M/c agree with forty digits`(
        _ rates: [Double],
        _ servers: Int,
        _ means: [Double],
        _ waits: [Double]
    ) {
        let line = ErlangC(arrivalRate: rates[0], serviceRate: rates[1], servers: servers)
        #expect(agrees(line.meanWait, means[0], within: 1e-12))
        #expect(agrees(line.meanTimeInSystem, means[1], within: 1e-12))
        #expect(agrees(line.meanNumberWaiting, means[2], within: 1e-12))
        #expect(agrees(line.probabilityOfWaiting(longerThan: 1), waits[0], within: 1e-12))
        #expect(agrees(line.probabilityOfWaiting(longerThan: 0.3333333333333333), waits[1], within: 1e-12))
        #expect(agrees(line.waitQuantile(0.9), waits[2], within: 1e-12))
        #expect(agrees(line.waitQuantile(0.95), waits[3], within: 1e-12))
    }

    @Test func `an overloaded line grows without end`() {
        let line = ErlangC(arrivalRate: 5, serviceRate: 1, servers: 5)
        #expect(!line.isStable)
        #expect(line.utilisation == 1)
        #expect(line.probabilityOfWaiting == 1)
        #expect(line.meanWait == .infinity)
        #expect(line.meanNumberWaiting == .infinity)
        #expect(line.probabilityOfWaiting(longerThan: 100) == 1)
        #expect(line.waitQuantile(0.1) == .infinity)
    }

    @Test func `nobody waits where nobody comes or most find a free server`() {
        let empty = ErlangC(arrivalRate: 0, serviceRate: 1, servers: 2)
        #expect(empty.meanWait == 0)
        #expect(empty.waitQuantile(0.99) == 0)
        #expect(ErlangB(servers: 0, offeredLoad: 3).blocking == 1)
        #expect(ErlangC(arrivalRate: 1, serviceRate: 1, servers: 5).waitQuantile(0.5) == 0)
    }

    @Test func `a million servers are no trouble`() {
        let blocking = ErlangB(servers: 1_000_000, offeredLoad: 1_000_000).blocking
        // At load = servers, B tends to √(2 / πc); Jagerman (1974).
        #expect(agrees(blocking, (2 / (.pi * 1e6)).squareRoot(), within: 1e-3))
        #expect(ErlangB(servers: 1_000_000, offeredLoad: 1).blocking == 0)
    }
}
