import Foundation
import OutputStatistics
import Testing

/// Reference values: NumPy and SciPy, recomputed for this project (METHODS 2 to 4).
struct TimeSeriesTests {
    private let decaying = (0..<200).map { index in
        let time = Double(index)
        let start: Double = 8 * exp(-time / 12)
        let waves: Double = sin(time * 1.7) + 0.5 * cos(time * 0.9)
        return 10 + start + waves
    }

    @Test func `the area under a step function gives average and variance over time`() {
        var line = TimeWeightedAverage(observingFrom: 0)
        line.record(2, at: 2)
        line.record(1, at: 5)
        line.record(4, at: 9)
        line.advance(to: 10)
        #expect(agrees(line.average, 1.4, within: 1e-14))
        #expect(agrees(line.variance, 1.24, within: 1e-14))
    }

    @Test func `a warm-up that ends inside a step cuts the step`() {
        var line = TimeWeightedAverage(observingFrom: 4)
        line.record(2, at: 2)
        line.record(1, at: 5)
        line.record(3, at: 5)
        line.advance(to: 6)
        #expect(line.area == 2 + 3)
        #expect(line.duration == 2)
    }

    @Test func `averages merge to the average over both times`() {
        var one = TimeWeightedAverage(area: 10, areaOfSquares: 20, duration: 10)
        one.merge(TimeWeightedAverage(area: 40, areaOfSquares: 160, duration: 10))
        #expect(one.average == 2.5)
        #expect(one.variance == 9 - 6.25)
        #expect(TimeWeightedAverage(observingFrom: 0).average == nil)
    }

    @Test func `the variance over a year of microseconds does not cancel`() {
        var line = TimeWeightedAverage(observingFrom: 0, value: 1_000_000)
        line.record(1_000_001, at: 15_000_000_000_000)
        line.advance(to: 30_000_000_000_000)
        #expect(line.variance == 0.25)
    }

    @Test func `MSER-5 cuts where the reference cuts`() {
        let cut = WarmUpCut(in: decaying)
        #expect(cut?.batches == 7)
        #expect(cut?.observations == 35)
        #expect(agrees(cut?.statistic, 0.0014260479939024384, within: 1e-12))
        #expect(agrees(cut?.truncatedMean, 10.026420811848459, within: 1e-12))
        #expect(cut?.isConclusive == true)
        #expect(WarmUpCut(in: decaying, batchSize: 1)?.observations == 28)
    }

    @Test func `a series without a start is not cut and a rising one is too short to tell`() {
        #expect(WarmUpCut(in: [Double](repeating: 3, count: 50))?.observations == 0)
        #expect(WarmUpCut(in: (0..<50).map(Double.init))?.isConclusive == false)
        #expect(WarmUpCut(in: [1, 2, 3]) == nil)
    }

    @Test(arguments: [
        (0, 18.5), (5, 15.487570903880474), (10, 13.989115277446531), (50, 10.149097312244752),
        (189, 9.958437530755292),
    ])
    func `the moving average of Welch shrinks its window at the start`(_ index: Int, _ expected: Double) {
        let average = WelchAverage(of: decaying, window: 10)
        #expect(average.values.count == 190)
        #expect(agrees(average.values[index], expected, within: 1e-12))
    }

    @Test func `batch means give an interval and show how batches depend`() {
        let batches = BatchMeans(of: Array(decaying[50..<150]), batches: 10)
        #expect(agrees(batches.estimate.halfWidth, 0.0776413701840127, within: 1e-11))
        #expect(agrees(batches.lag1Autocorrelation, -0.4721372954269036, within: 1e-12))
        #expect(BatchMeans(of: [1, 2], batches: 3).estimate.missing == .noObservations)
    }
}
