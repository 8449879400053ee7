import OutputStatistics
import Testing

/// Reference values: SciPy 1.x, recomputed for this project (METHODS 4).
struct EstimateTests {
    @Test func `the mean has the Student interval of SciPy`() {
        let estimate = Estimate(meanOf: setA)
        #expect(agrees(estimate.value, 4.19, within: 1e-14))
        #expect(agrees(estimate.standardError, 1.1742136848877966 / 10.0.squareRoot(), within: 1e-13))
        #expect(agrees(estimate.halfWidth, 0.8399818685697472, within: 1e-11))
        #expect(agrees(estimate.relativeHalfWidth, 0.20047299965865087, within: 1e-11))
        #expect(estimate.count == 10)
        #expect(estimate.missing == nil)
    }

    @Test(arguments: [
        (0.9, 9, 1.833112932656237), (0.95, 1, 12.706204736174694), (0.99, 9, 3.249835541592126),
    ])
    func `the half-width is the Student quantile times the standard error`(
        _ level: Double,
        _ degreesOfFreedom: Int,
        _ quantile: Double
    ) {
        let estimate = Estimate(
            value: 3,
            standardError: 2,
            degreesOfFreedom: degreesOfFreedom,
            count: degreesOfFreedom + 1,
            level: level
        )
        #expect(agrees(estimate.halfWidth, 2 * quantile, within: 1e-10))
    }

    @Test func `no values give no estimate and one value gives no half-width`() {
        let none = Estimate(meanOf: [])
        #expect(none.value == nil)
        #expect(none.missing == .noObservations)
        let one = Estimate(meanOf: [4])
        #expect(one.value == 4)
        #expect(one.halfWidth == nil)
        #expect(one.interval == nil)
        #expect(one.missing == .oneReplication)
    }

    @Test func `equal values have an interval of no width`() {
        let estimate = Estimate(meanOf: [7, 7, 7])
        #expect(estimate.halfWidth == 0)
        #expect(estimate.interval?.contains(7) == true)
    }

    @Test func `another level keeps value and error and gives another half-width`() {
        let estimate = Estimate(meanOf: setA, level: 0.9).atLevel(0.95)
        #expect(agrees(estimate.halfWidth, 0.8399818685697472, within: 1e-11))
        #expect(Estimate(meanOf: [4]).atLevel(0.99).missing == .oneReplication)
    }
}
