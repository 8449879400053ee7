import QueueingFormulas
import Testing

/// Reference values: Cobham (1954), computed with 40 digits (METHODS 8), tolerance 1e-12.
struct PriorityTests {
    @Test(arguments: [
        ([0.3, 0.4], 1, [1.0, 3.33333333333333]), ([2, 1.5], 5, [0.125946075566147, 0.419820251887155]),
    ])
    func `urgent families wait less without preemption`(
        _ arrivalRates: [Double],
        _ servers: Int,
        _ expected: [Double]
    ) {
        let line = PriorityLine(arrivalRates: arrivalRates, serviceRate: 1, servers: servers)
        for (wait, reference) in zip(line.meanWaits, expected) {
            #expect(agrees(wait, reference, within: 1e-12))
        }
    }

    @Test func `urgent families interrupt with preemption`() {
        let line = PreemptivePriorityLine(arrivalRates: [0.3, 0.4], serviceRate: 1)
        #expect(agrees(line.meanTimesInSystem[0], 1.42857142857143, within: 1e-12))
        #expect(agrees(line.meanTimesInSystem[1], 4.76190476190476, within: 1e-12))
    }

    @Test func `priorities only share out the wait of the common line`() {
        let rates = [1.0, 2, 0.5, 0.25]
        let line = PriorityLine(arrivalRates: rates, serviceRate: 1, servers: 5)
        let total = zip(rates, line.meanWaits).reduce(0) { $0 + $1.0 * $1.1 }
        let common = ErlangC(arrivalRate: 3.75, serviceRate: 1, servers: 5)
        #expect(agrees(total, common.meanNumberWaiting, within: 1e-13))
    }

    @Test func `overload leaves the urgent their finite wait`() {
        let line = PriorityLine(arrivalRates: [0.5, 0.7], serviceRate: 1, servers: 1)
        #expect(line.meanWaits[0] == 2)
        #expect(line.meanWaits[1] == .infinity)
        let preemptive = PreemptivePriorityLine(arrivalRates: [0.5, 0.7], serviceRate: 1)
        #expect(preemptive.meanTimesInSystem == [2, .infinity])
    }
}
