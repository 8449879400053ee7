import Foundation
import QueueingFormulas
import Testing

/// Reference values: computed with 40 digits in mpmath (METHODS 7 and 8).
struct StaffingTests {
    @Test(arguments: [(0.5, 0.504538640997945), (1, 0.223361274798261), (1.5, 0.0846903944938577)])
    func `a safety gives the probability of waiting of Halfin and Whitt`(
        _ safety: Double,
        _ expected: Double
    ) throws {
        #expect(agrees(try HalfinWhitt.probabilityOfWaiting(safety: safety), expected, within: 1e-10))
    }

    @Test(arguments: [
        (0.5, 0.506054468989181),
        (0.2, 1.06151627541872),
        (0.1, 1.42018688810044),
        (0.05, 1.7398362717905),
    ])
    func `a probability of waiting gives its safety`(_ target: Double, _ expected: Double) throws {
        let safety = try HalfinWhitt.safety(forProbabilityOfWaiting: target)
        #expect(agrees(safety, expected, within: 1e-9))
    }

    @Test(arguments: [
        (0, 1, 0.5),
        (0.5, 0.5, 0.357176920126559),
        (1, 0.5, 0.178957677137936),
        (-0.5, 1, 0.691462461274013),
    ])
    func `with reneging a safety gives the probability of Garnett`(
        _ safety: Double,
        _ ratio: Double,
        _ expected: Double
    ) throws {
        let probability = try HalfinWhitt.probabilityOfWaiting(safety: safety, renegingRatio: ratio)
        #expect(agrees(probability, expected, within: 1e-10))
    }

    @Test(arguments: [
        (10, 0.2, 14, 14),
        (100, 0.2, 111, 111),
        (100, 0.05, 119, 118),
        (4.5, 0.1, 9, 8),
    ])
    func `the fewest servers for a probability of waiting, exactly and by the square root`(
        _ load: Double,
        _ target: Double,
        _ fewest: Int,
        _ squareRoot: Int
    ) throws {
        #expect(StaffingLevel.fewest(offeredLoad: load, probabilityOfWaitingAtMost: target) == fewest)
        #expect(try StaffingLevel.squareRoot(offeredLoad: load, probabilityOfWaiting: target) == squareRoot)
    }

    /// Rows: λ, μ, share, time; 100 calls an hour, five minutes each, 80 % within 20 seconds need 12.
    @Test(arguments: [
        ([100, 12, 0.8, 0.005555555555555556], 12),
        ([10, 1, 0.8, 0.25], 13),
    ])
    func `the fewest servers for a share within a time`(_ row: [Double], _ expected: Int) {
        let servers = StaffingLevel.fewest(
            arrivalRate: row[0],
            serviceRate: row[1],
            share: row[2],
            waitingAtMost: row[3]
        )
        #expect(servers == expected)
    }

    @Test func `the fewest servers is one less than too few`() {
        for load in [0, 0.3, 1, 7.9, 8, 40.5] {
            let servers = StaffingLevel.fewest(offeredLoad: load, probabilityOfWaitingAtMost: 0.15)
            #expect(ErlangC(arrivalRate: load, serviceRate: 1, servers: servers).probabilityOfWaiting <= 0.15)
            if servers > 1 {
                let fewer = ErlangC(arrivalRate: load, serviceRate: 1, servers: servers - 1)
                #expect(fewer.probabilityOfWaiting > 0.15)
            }
        }
    }

    private let load = SinusoidalLoad(meanArrivalRate: 10, amplitude: 0.4, period: 24, serviceRate: 0.25)

    /// Source: Eick, Massey and Whitt (1993).
    @Test(arguments: [
        (6, 47.6313205586698),
        (12, 47.9915002014353),
        (18, 32.3686794413302),
    ])
    func `the load of a sine wave lags behind its arrivals`(_ time: Double, _ expected: Double) {
        #expect(agrees(load.offeredLoad(at: time), expected, within: 1e-12))
        #expect(agrees(load.lagOfPeak, 3.08804691800982, within: 1e-12))
    }

    /// Probability of waiting at most 0.1; the last number is what the rate of the moment would staff.
    @Test(arguments: [(0, 41, 41, 50), (6, 58, 58, 68), (12, 58, 59, 50), (18, 41, 42, 32)])
    func `the modified offered load staffs for the load and not for the rate of the moment`(
        _ time: Double,
        _ squareRoot: Int,
        _ fewest: Int,
        _ byRateOfTheMoment: Int
    ) throws {
        let offered = load.offeredLoad(at: time)
        let rate = 10 * (1 + 0.4 * sin(2 * Double.pi * time / 24))
        #expect(try StaffingLevel.squareRoot(offeredLoad: offered, probabilityOfWaiting: 0.1) == squareRoot)
        #expect(StaffingLevel.fewest(offeredLoad: offered, probabilityOfWaitingAtMost: 0.1) == fewest)
        let misled = StaffingLevel.fewest(offeredLoad: rate / 0.25, probabilityOfWaitingAtMost: 0.1)
        #expect(misled == byRateOfTheMoment)
    }
}
