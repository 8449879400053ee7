import Foundation
import QueueingFormulas
import Testing

/// Reference values: computed with 40 digits in mpmath (METHODS 8), relative tolerance 1e-12 and 1e-10.
struct RenegingAndRejectionTests {
    @Test(arguments: [
        (2, 1, 1, 5, [0.507936507936508, 3.11111111111111, 3.16129032258065]),
        (4, 1, 5, 10, [0.0424856738237852, 0.893692787269857, 0.23333666213611]),
        (8, 1, 6, 12, [0.267041834098716, 3.77483452009659, 0.643767048330592]),
    ])
    func `a limited line agrees with forty digits`(
        _ arrivalRate: Double,
        _ serviceRate: Double,
        _ servers: Int,
        _ capacity: Int,
        _ expected: [Double]
    ) {
        let line = LimitedWaitingLine(
            arrivalRate: arrivalRate,
            serviceRate: serviceRate,
            servers: servers,
            capacity: capacity
        )
        #expect(agrees(line.blocking, expected[0], within: 1e-12))
        #expect(agrees(line.meanNumberWaiting, expected[1], within: 1e-12))
        #expect(agrees(line.meanWait, expected[2], within: 1e-12))
    }

    @Test func `a line without places loses as Erlang says and a long one waits as Erlang says`() {
        let none = LimitedWaitingLine(arrivalRate: 8, serviceRate: 1, servers: 10, capacity: 10)
        #expect(agrees(none.blocking, ErlangB(servers: 10, offeredLoad: 8).blocking, within: 1e-13))
        #expect(none.meanWait == 0)
        let long = LimitedWaitingLine(arrivalRate: 8, serviceRate: 1, servers: 10, capacity: 400)
        let endless = ErlangC(arrivalRate: 8, serviceRate: 1, servers: 10)
        #expect(agrees(long.meanWait, endless.meanWait, within: 1e-12))
        let crowded = LimitedWaitingLine(arrivalRate: 5000, serviceRate: 1, servers: 2000, capacity: 2500)
        #expect(agrees(crowded.blocking, 0.6, within: 1e-3))
    }

    @Test(arguments: [
        ([10, 1, 0.5], 10, [0.619655230884078, 0.103913212326308, 2.07826424652616, 0.207826424652616]),
        ([10, 1, 1], 9, [0.667180321249281, 0.179317064273948, 1.79317064273948, 0.179317064273948]),
        ([100, 1, 1], 100, [0.513298798279149, 0.0398609968091471, 3.98609968091471, 0.0398609968091471]),
        ([100, 1, 0.5], 95, [0.807124377269516, 0.0627108459993449, 12.542169199869, 0.12542169199869]),
        ([2, 0.2, 0.1], 8, [0.869793697333871, 0.227218427461153, 4.54436854922305, 2.27218427461153]),
    ])
    func `reneging agrees with forty digits`(_ rates: [Double], _ servers: Int, _ expected: [Double]) {
        let line = ErlangA(
            arrivalRate: rates[0],
            serviceRate: rates[1],
            servers: servers,
            renegingRate: rates[2]
        )
        #expect(agrees(line.probabilityOfWaiting, expected[0], within: 1e-10))
        #expect(agrees(line.probabilityOfReneging, expected[1], within: 1e-10))
        #expect(agrees(line.meanNumberWaiting, expected[2], within: 1e-10))
        #expect(agrees(line.meanWait, expected[3], within: 1e-10))
    }

    @Test func `with patience as long as service the number present is Poisson`() {
        var (term, below) = (exp(-6.0), 0.0)
        for present in 0..<8 {
            below += term
            term *= 6 / Double(present + 1)
        }
        let line = ErlangA(arrivalRate: 6, serviceRate: 1, servers: 8, renegingRate: 1)
        #expect(agrees(line.probabilityOfWaiting, 1 - below, within: 1e-12))
    }

    @Test func `patience without end gives the line without reneging`() {
        let patient = ErlangA(arrivalRate: 8, serviceRate: 1, servers: 10, renegingRate: 1e-9)
        let line = ErlangC(arrivalRate: 8, serviceRate: 1, servers: 10)
        #expect(agrees(patient.meanWait, line.meanWait, within: 1e-7))
    }

    @Test func `under great overload those beyond the servers' rate give up`() {
        let line = ErlangA(arrivalRate: 10_000, serviceRate: 1, servers: 100, renegingRate: 0.5)
        #expect(agrees(line.probabilityOfReneging, 0.99, within: 1e-9))
        #expect(agrees(line.probabilityOfWaiting, 1, within: 1e-12))
    }
}
