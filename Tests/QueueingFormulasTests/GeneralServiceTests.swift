import QueueingFormulas
import Testing

/// Reference values: the formulas of the sources named, computed with 40 digits (METHODS 8), relative 1e-12.
struct GeneralServiceTests {
    /// Source: Pollaczek and Khinchine.
    @Test(arguments: [
        (0.8, 1, 1, 4.0),
        (0.8, 1, 0, 2.0),
        (0.8, 1, 0.25, 2.5),
        (0.7, 1, 4, 5.83333333333333),
        (0.5, 1.2, 0.5, 1.35),
    ])
    func `the wait in M/G/1 grows with the variability of service`(
        _ arrivalRate: Double,
        _ serviceTime: Double,
        _ variability: Double,
        _ wait: Double
    ) {
        let line = PollaczekKhinchine(
            arrivalRate: arrivalRate,
            meanServiceTime: serviceTime,
            serviceVariability: variability
        )
        #expect(agrees(line.meanWait, wait, within: 1e-12))
        #expect(agrees(line.meanNumberWaiting, arrivalRate * wait, within: 1e-12))
        #expect(agrees(line.meanTimeInSystem, wait + serviceTime, within: 1e-12))
    }

    /// Source: Whitt (1983), equations 39, 44, 45 and 71; Kingman (1962); rows: λ, ca², cs², mean service time 1.
    @Test(arguments: [
        ([0.8, 0.5, 0.5], 1, 1.91837891421828, 2.5625, 0.5),
        ([0.8, 2, 1.5], 1, 7.0, 9.25, 1.68),
        ([4, 1, 0.5], 5, 0.415584415584416, nil, 0.856891649440013),
        ([4, 0.5, 2], 5, 0.692640692640693, nil, 1.10621670111997),
        ([8, 1.5, 1], 10, 0.255737594247777, nil, 1.18),
    ])
    func `two moments give the approximate wait in GI/G/m`(
        _ moments: [Double],
        _ servers: Int,
        _ wait: Double,
        _ bound: Double?,
        _ departureVariability: Double
    ) {
        let line = Self.line(moments[0], servers, arrival: moments[1], service: moments[2])
        #expect(agrees(line.meanWait, wait, within: 1e-12))
        #expect(agrees(line.departureVariability, departureVariability, within: 1e-12))
        #expect((line.kingmanBound == nil) == (bound == nil))
        if let bound, let kingman = line.kingmanBound {
            #expect(agrees(kingman, bound, within: 1e-12))
            #expect(line.meanWait <= kingman)
        }
    }

    @Test func `with two moments of the exponential law the approximation is Erlang's formula`() {
        let line = ErlangC(arrivalRate: 4, serviceRate: 1, servers: 5)
        #expect(agrees(Self.line(4, 5, arrival: 1, service: 1).meanWait, line.meanWait, within: 1e-14))
    }

    @Test func `an overloaded line waits without end and a timetable without variation not at all`() {
        #expect(Self.line(2, 1, arrival: 1, service: 1).meanWait == .infinity)
        #expect(Self.line(0.9, 1, arrival: 0, service: 0).meanWait == 0)
        #expect(Self.line(0, 1, arrival: 1, service: 1).meanWait == 0)
        let general = PollaczekKhinchine(arrivalRate: 1, meanServiceTime: 1, serviceVariability: 0)
        #expect(general.meanWait == .infinity)
    }

    private static func line(_ rate: Double, _ servers: Int, arrival: Double, service: Double) -> AllenCunneen
    {
        AllenCunneen(
            arrivalRate: rate,
            meanServiceTime: 1,
            servers: servers,
            arrivalVariability: arrival,
            serviceVariability: service
        )
    }
}
