import Experiments
import OutputStatistics
import Testing

struct EstimateTests {
    @Test
    func `a mean is the ratio of totals, not the mean of means`() throws {
        // Waits of 10 and 30 minutes in all, of 1 and 9 families: 40 / 10 = 4, where the mean of means is 6.67.
        let series = MeasureSeries(
            MeasureID(.waitingTime),
            in: .minutes,
            sums: [10, 30],
            counts: [1, 9],
            level: 0.95
        )
        let measure = series.measure
        #expect(measure.value == 4)
        #expect(measure.count == 10)
        // Terms (10 − 4)/5 and (30 − 36)/5: standard error √(2 × 1.44 / 1 / 2) = 1.2, t(1) = 12.7062047362.
        let halfWidth = try #require(measure.halfWidth)
        #expect(abs(halfWidth - 1.2 * 12.706_204_736_174_7) < 1e-9)
    }

    @Test
    func `a mean over replications weighs them equally`() {
        let series = MeasureSeries(MeasureID(.arrivals), in: .families, values: [3, 5, 10], level: 0.95)
        #expect(series.measure.value == 6)
        #expect(series.measure.count == 3)
    }

    @Test
    func `nothing observed is no number`() {
        let series = MeasureSeries(
            MeasureID(.waitingTime),
            in: .minutes,
            sums: [0, 0],
            counts: [0, 0],
            level: 0.95
        )
        #expect(series.measure.value == nil)
        #expect(series.measure.gap == .noObservations)
    }
}
